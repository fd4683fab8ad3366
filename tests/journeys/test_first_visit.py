"""From an empty store to a first report, as somebody who has never seen the product."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.commands.program import BRIDGE, OTHER_BRIDGE, Program
from tests.journeys.browsing import tab
from tests.journeys.site import ADDRESS
from tests.journeys.test_import import wait_until_over

pytestmark = pytest.mark.browser

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


@contextmanager
def empty(home: Path) -> Iterator[str]:
    """The address of a server whose store holds nothing."""
    with Program(home=home).start("serve", "--no-browser", "--port", "0") as server:
        assert server.stdout
        found = ADDRESS.search(server.stdout.readline())
        assert found
        try:
            yield found[0]
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=20)


@with_and_without_script
def test_from_the_first_visit_to_the_first_report(
    browser: Browser, tmp_path: Path, script: bool
) -> None:
    files = [
        FilePayload(name=name, mimeType="text/plain", buffer=text.encode())
        for name, text in (("ledger.txt", BRIDGE), ("courier.txt", OTHER_BRIDGE))
    ]
    with empty(tmp_path) as address, tab(browser, address, script=script) as page:
        page.goto("/")
        expect(page.get_by_role("heading", name="Compare your first articles")).to_be_visible()
        page.get_by_role("link", name="Import articles").click()
        page.get_by_label("Case", exact=True).fill("Harbour bridge")
        page.locator("input[type=file]").set_input_files(files)
        page.get_by_role("button", name="Import articles").click()
        wait_until_over(page, script=script)

        page.get_by_role("link", name=re.compile(r"Review \d+ pairs?")).click()
        page.get_by_role("link", name="Continue review").click()
        for _ in range(60):
            if not page.locator("button.choice[value=conflict]").count():
                break
            tagged = page.url
            page.locator("button.choice[value=conflict]").click()
            expect(page).not_to_have_url(tagged)
            expect(page.locator("body")).to_contain_text("saved as conflict")

        page.goto("/reports")
        page.get_by_role("link", name=re.compile("Open the report")).click()
        expect(page.locator("main")).to_contain_text("Harbour bridge")
        expect(page.locator("main")).to_contain_text("7-2")


@with_and_without_script
def test_the_sample_case_opens_with_one_press(
    browser: Browser, tmp_path: Path, script: bool
) -> None:
    with empty(tmp_path) as address, tab(browser, address, script=script) as page:
        page.goto("/")
        page.get_by_role("button", name="Open the sample case").click()

        expect(page).to_have_url(re.compile(r"/cases/1$"))
        expect(page.locator("main table").first).to_be_visible()

import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.commands.program import BRIDGE, OTHER_BRIDGE
from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def open_case(page: Page, name: str) -> None:
    page.goto("/cases/new")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name=re.compile("case", re.IGNORECASE)).first.click()
    expect(page).to_have_url(re.compile(r"/cases/\d+/import"))


def wait_until_over(page: Page, *, script: bool) -> None:
    """The page renews itself with a script; without one, the reader does."""
    over = page.get_by_text("This import is over.")
    for _ in range(0 if script else 40):
        if over.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(over).to_be_visible()


@with_and_without_script
def test_files_become_a_case_with_pairs(browser: Browser, own: str, script: bool) -> None:
    files = [
        FilePayload(name=name, mimeType="text/plain", buffer=text.encode())
        for name, text in (("ledger.txt", BRIDGE), ("courier.txt", OTHER_BRIDGE))
    ]
    with tab(browser, own, script=script) as page:
        open_case(page, "Harbour bridge")
        chooser = page.locator("input[type=file]")
        if not chooser.is_visible():
            page.get_by_role("link", name=re.compile("file", re.IGNORECASE)).first.click()

        chooser.set_input_files(files)
        page.get_by_role("button", name=re.compile("^Import")).first.click()

        expect(page).to_have_url(re.compile(r"/imports/\d+"))
        wait_until_over(page, script=script)
        page.goto("/cases")
        page.get_by_role("link", name="Harbour bridge").first.click()
        page.get_by_role("link", name="Pairs").first.click()
        expect(page.locator("main")).to_contain_text("7-2")
        expect(page.locator("main")).to_contain_text("6-3")


def test_a_case_without_a_name_says_what_is_missing(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/cases/new")

        page.get_by_label("Name").fill("   ")
        page.get_by_role("button", name=re.compile("case", re.IGNORECASE)).first.click()

        expect(page.locator("body")).to_contain_text("There is a problem")
        expect(page).to_have_title(re.compile("^Error: "))

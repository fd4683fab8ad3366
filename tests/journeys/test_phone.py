"""A phone: the bars, what is folded away, and targets that a thumb meets."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

THUMB = 44

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


@with_and_without_script
def test_the_bars_lead_everywhere(browser: Browser, shown: str, script: bool) -> None:
    with tab(browser, shown, script=script, width=390, height=844) as page:
        page.goto("/")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Cases").click()
        page.get_by_role("link", name="Los Angeles sanctuary ordinance").first.click()

        tabs = page.get_by_role("navigation", name="Case")
        for name in ("Matrix", "Pairs", "Articles", "Claims"):
            expect(tabs.get_by_role("link", name=re.compile(f"^{name}"))).to_be_visible()
        expect(tabs.get_by_role("link", name="Activity")).to_have_count(0)
        tabs.locator("summary").click()
        tabs.get_by_role("link", name="Activity").click()
        expect(page).to_have_url(re.compile(r"/cases/1/activity$"))
        expect(page.locator(".events__event").first).to_be_visible()


def test_menu_name_search_and_account_are_as_large_as_a_thumb(
    browser: Browser, shown: str
) -> None:
    with tab(browser, shown, width=390, height=844) as page:
        page.goto("/")

        for target in (".topbar__menu", ".topbar__name", ".finder-door", ".menu__open"):
            box = page.locator(target).first.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= THUMB, target


@with_and_without_script
def test_a_pair_is_tagged_from_the_overview(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script, width=390, height=844) as page:
        page.goto("/")
        page.get_by_role("link", name=re.compile("^Continue review")).click()
        page.locator("button.choice[value=agree]").click()

        expect(page.locator("body")).to_contain_text("saved as agree")

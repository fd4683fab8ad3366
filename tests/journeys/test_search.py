"""Search, from the key to the claim in its article."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def test_the_key_goes_into_the_field_and_enter_searches(browser: Browser, shown: str) -> None:
    with tab(browser, shown) as page:
        page.goto("/queue")
        page.keyboard.press("/")
        page.keyboard.type("second vote")
        page.keyboard.press("Enter")

        expect(page.locator("h1")).to_contain_text("results for “second vote”")
        page.locator(".found__door").first.click()
        expect(page).to_have_url(re.compile(r"/articles/\d+#claim-\d+"))


@with_and_without_script
def test_a_search_is_narrowed_by_its_filters(browser: Browser, shown: str, script: bool) -> None:
    with tab(browser, shown, script=script) as page:
        page.goto("/")
        page.get_by_role("searchbox", name="Search claims and articles").fill("council")
        page.get_by_role("searchbox", name="Search claims and articles").press("Enter")
        filters = page.get_by_role("form", name="Filters")
        filters.get_by_label("Articles").uncheck()
        filters.get_by_label("Los Alamitos opt-out vote").check()
        filters.get_by_role("button", name="Apply").click()

        expect(page.get_by_role("heading", name=re.compile("^Claims"))).to_be_visible()
        expect(page.get_by_role("heading", name=re.compile("^Articles"))).to_have_count(0)
        for told in page.locator(".found .meta").all_inner_texts():
            assert "Los Angeles sanctuary ordinance" not in told
        page.get_by_role("link", name=re.compile(r"^All \d+ claims")).click()
        expect(page.get_by_role("link", name="All kinds")).to_be_visible()


@with_and_without_script
def test_a_slip_is_put_right_by_the_closest_spelling(
    browser: Browser, shown: str, script: bool
) -> None:
    with tab(browser, shown, script=script) as page:
        page.goto("/search?s=ordinence")
        page.get_by_role("link", name="ordinance").click()

        expect(page.locator("h1")).to_contain_text("for “ordinance”")


@with_and_without_script
def test_on_a_phone_the_glass_leads_to_the_field(
    browser: Browser, shown: str, script: bool
) -> None:
    with tab(browser, shown, script=script, width=390, height=844) as page:
        page.goto("/")
        page.get_by_role("link", name="Search", exact=True).click()
        page.get_by_label("Words or figures").fill("thirteen to nil")
        page.get_by_role("button", name="Search", exact=True).click()

        expect(page.locator(".found").first).to_contain_text("Found as: thirteen to nil = 13–0")
        page.get_by_role("button", name="Filters").click()
        expect(page.get_by_role("button", name="Apply")).to_be_visible()

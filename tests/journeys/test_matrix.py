"""The matrix by keys: between the cells, into the details and back."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser


def test_arrows_move_between_cells_and_enter_opens_the_details(
    browser: Browser, shown: str
) -> None:
    with tab(browser, shown) as page:
        page.goto("/cases/1")
        page.wait_for_load_state("load")
        rows = page.locator("tr.matrix__row")
        held = page.locator("tr.matrix__row a[tabindex='0']")
        expect(held).to_have_count(1)
        held.focus()

        page.keyboard.press("ArrowRight")
        expect(rows.first.locator("td a").first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(rows.nth(1).locator("td a").first).to_be_focused()
        address = page.url
        page.keyboard.press("Enter")

        opened = page.locator("tr.matrix__detail", has_text="Compare all sources")
        expect(opened).to_be_visible()
        expect(rows.nth(1).locator("td a").first).to_be_focused()
        assert page.url == address
        page.keyboard.press("ArrowDown")
        expect(page.locator("tr.matrix__row:focus-within")).to_have_attribute(
            "id", rows.nth(2).get_attribute("id") or "")

        opened.get_by_role("link", name="Close").click()
        expect(page.locator("tr.matrix__detail:visible")).to_have_count(0)


def test_a_cell_opens_its_details_without_a_script(browser: Browser, shown: str) -> None:
    with tab(browser, shown, script=False) as page:
        page.goto("/cases/1")

        page.locator("tr.matrix__row td a.told").first.click()

        expect(page.locator(".said__words").first).to_be_visible()
        page.get_by_role("link", name="Back to the matrix").click()
        expect(page.locator("tr.matrix__row").first).to_be_visible()

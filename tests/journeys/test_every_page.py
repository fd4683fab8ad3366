import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.browsing import tab
from tests.journeys.pages import PAGES, visit

pytestmark = pytest.mark.browser

WIDE, NARROW, HIGH = 1440, 390, 900
ZOOMED, NARROWEST = 720, 320
"""What 1,440 pixels are at 200%, and 1,280 at 400%."""

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TOLD = "main :is(h1, h2, blockquote, td, th, a[href], label)"

every_page = pytest.mark.parametrize("name", PAGES)


def overflow(page: Page, width: int) -> int:
    """By how many pixels the page is wider than a screen of that width."""
    page.set_viewport_size({"width": width, "height": HIGH})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert isinstance(wide, int)
    return wide - width


@every_page
def test_a_page_can_be_used_by_everybody(browser: Browser, shown: str, name: str) -> None:
    with tab(browser, shown) as page:
        visit(page, name)

        assert page.locator("h1").count() == 1
        for width, look in ((WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")):
            assert overflow(page, width) <= 0, width
            page.emulate_media(color_scheme="dark" if look == "dark" else "light")
            found = Axe().run(page, options=RULES)
            assert not found.response["violations"], (width, look, found.generate_report())
        assert overflow(page, ZOOMED) <= 0
        assert overflow(page, NARROWEST) <= 0


@every_page
def test_a_page_tells_the_same_without_javascript(
    browser: Browser, shown: str, name: str
) -> None:
    with tab(browser, shown) as page:
        visit(page, name)
        with_script = page.locator(TOLD).all_inner_texts()
    with tab(browser, shown, script=False) as page:
        visit(page, name)

        without_script = page.locator(TOLD).all_inner_texts()

    assert set(with_script) <= set(without_script)

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.journeys.browsing import tab
from tests.journeys.pages import PAGES

pytestmark = pytest.mark.browser

WIDE, NARROW = 1440, 390
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@every_page
@pytest.mark.parametrize(
    ("width", "look"), [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")]
)
def test_a_page_can_be_used_by_everybody(
    browser: Browser, shown: str, path: str, width: int, look: Literal["light", "dark"]
) -> None:
    with tab(browser, shown, width=width, look=look) as page:
        page.goto(path)

        found = Axe().run(page, options=RULES)

        assert found.response["violations"] == [], found.generate_report()
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_page
def test_a_page_says_the_same_without_javascript(browser: Browser, shown: str, path: str) -> None:
    with tab(browser, shown) as page:
        page.goto(path)
        with_script = page.locator("main").inner_text()
    with tab(browser, shown, script=False) as page:
        page.goto(path)

        without_script = page.locator("main").inner_text()

    assert without_script.split() == with_script.split()


@every_page
def test_a_page_fits_on_a_screen_of_320_pixels(browser: Browser, shown: str, path: str) -> None:
    with tab(browser, shown, width=320) as page:
        page.goto(path)

        assert page.evaluate("document.documentElement.scrollWidth") <= 320

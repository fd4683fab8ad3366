"""Asking why two claims are compared, and how often a reason is right."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab
from tests.journeys.test_every_page import NARROW, NARROWEST, RULES, WIDE, overflow

pytestmark = pytest.mark.browser


def test_why_opens_in_place_and_stays_open(browser: Browser, shown: str) -> None:
    with tab(browser, shown) as page:
        page.goto("/pairs/1")
        page.evaluate("window.stayed = true")
        page.locator("#why-open").focus()

        page.keyboard.press("Enter")

        expect(page.locator("#why[open]")).to_be_visible()
        expect(page.locator("#why-open")).to_be_focused()
        expect(page.locator(".grounds tbody tr").first).to_contain_text("Decides the suggestion")
        assert "why=1" in page.url

        page.keyboard.press("Enter")
        expect(page.locator(".why__body")).to_be_hidden()

        page.locator("#wider-1").click()
        expect(page.locator("#narrower-1")).to_be_visible()
        expect(page.locator("#why[open]")).to_be_visible()
        assert page.evaluate("window.stayed")


def test_why_opens_without_a_script(browser: Browser, shown: str) -> None:
    with tab(browser, shown, script=False) as page:
        page.goto("/pairs/1")

        page.locator("#why-open").click()

        expect(page.locator("#why[open]")).to_be_visible()
        expect(page.get_by_role("heading", name="Words side by side")).to_be_visible()


def become_admin(page: Page) -> None:
    """The local store lets anybody at the machine play any part."""
    page.goto("/acting-as")
    page.get_by_label("Name").fill("Root")
    page.get_by_label("Role").select_option("admin")
    page.get_by_role("button", name="Add a reviewer").click()
    page.get_by_role("button", name="Act as Root").click()


def test_an_admin_opens_the_reasons_from_the_account(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        become_admin(page)
        page.goto("/")
        page.locator(".menu__open").click()

        page.get_by_role("link", name="Reasons").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Reasons")
        for width in (WIDE, NARROW):
            assert overflow(page, width) <= 0
            for look in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if look == "dark" else "light")
                found = Axe().run(page, options=RULES)
                assert not found.response["violations"], (width, look, found.generate_report())
        assert overflow(page, NARROWEST) <= 0

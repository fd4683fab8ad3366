"""Settings that are obeyed at once: own keys, theme, size, what follows a tag."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def background(page: Page) -> str:
    told = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert isinstance(told, str)
    return told


def save(page: Page) -> None:
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_text("Settings saved.")).to_be_visible()


def test_an_own_key_tags_and_the_original_one_no_longer_does(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/settings")
        page.get_by_label("Agree", exact=True).focus()
        page.keyboard.press("q")
        save(page)

        page.goto("/pairs/2")
        page.keyboard.press("a")
        page.wait_for_timeout(300)
        expect(page.locator("body")).not_to_contain_text("saved as agree")
        page.keyboard.press("q")
        expect(page.locator("body")).to_contain_text("saved as agree")


def test_a_clash_names_the_other_action(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/settings")
        page.get_by_label("Related", exact=True).focus()
        page.keyboard.press("c")
        page.get_by_role("button", name="Save settings").click()

        expect(page.locator("#key_related-error")).to_contain_text("C is used for conflict")
        expect(page.locator("#problems")).to_be_focused()


def test_keys_turned_off_in_the_list_do_nothing(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/pairs/2")
        page.keyboard.press("?")
        page.get_by_label("Use single-key shortcuts").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("a")
        page.wait_for_timeout(300)
        page.reload()
        page.keyboard.press("a")
        page.wait_for_timeout(300)

        expect(page.locator("body")).not_to_contain_text("saved as agree")


@with_and_without_script
def test_theme_and_size_hold_on_every_page(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/settings")
        light = background(page) if script else ""
        page.get_by_label("Dark").check()
        page.get_by_label("26 pixels").check(force=True)
        save(page)

        page.goto("/pairs/2")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page.locator("html")).to_have_attribute("data-claims", "26")
        if script:
            assert background(page) != light
            size = page.locator(".claims__words").first.evaluate(
                "one => getComputedStyle(one).fontSize")
            assert size == "26px"


@with_and_without_script
def test_a_tag_stays_where_that_was_chosen(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/settings")
        page.get_by_label("Open the next pair after a tag").uncheck()
        save(page)

        page.goto("/pairs/2")
        page.locator("button.choice[value=related]").click()
        expect(page).to_have_title(re.compile("^Pair 2,"))

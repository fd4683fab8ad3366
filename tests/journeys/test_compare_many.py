"""A topic settled at once: by keys, and without a script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

def open_the_topic(page: Page) -> str:
    """A topic of which two versions are told; its name."""
    page.goto("/cases/1")
    row = page.locator("tr.matrix__row", has=page.locator("[data-version='2']")).first
    label = row.locator(".matrix__label").inner_text()
    row.locator(".matrix__compare").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("say the same")
    page.wait_for_load_state("load")
    return label


def chosen(page: Page) -> list[str]:
    return [box.get_attribute("value") or "" for box in page.locator(".pick input:checked").all()]


def answer_every_line(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    still_open = page.locator(".line:not(:has(:checked)) [value=related]")
    while still_open.count():
        still_open.first.focus()
        page.keyboard.press("Space")


def test_a_topic_is_settled_by_keys_alone_and_taken_back(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        label = open_the_topic(page)
        before = chosen(page)

        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("3")
        expect(page.locator(".pick").nth(1).locator(":checked")).to_have_value("3")
        answer_every_line(page)
        expect(page.locator("#left")).to_have_text("All chosen")
        assert (chosen(page)[0], chosen(page)[2]) == (before[0], before[2])
        page.keyboard.press("Enter")

        expect(page.locator(".saved")).to_contain_text(f"Versions of “{label}” saved")
        page.wait_for_load_state("load")
        page.keyboard.press("z")
        expect(page.locator(".saved")).to_contain_text("is as it was")
        assert chosen(page)[1] == "3"


def test_a_fourth_version_brings_its_lines(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        open_the_topic(page)
        before = page.locator(".line").count()

        page.keyboard.press("ArrowDown")
        page.keyboard.press("4")

        expect(page.locator(".line")).not_to_have_count(before)
        expect(page.locator("#left")).to_contain_text("left")
        expect(page.locator('.pick__one[data-n="5"]').first).to_be_visible()


def test_what_is_missing_is_in_focus(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        open_the_topic(page)
        page.locator('.pick input[value="4"]').nth(1).check()

        page.get_by_role("button", name="Save versions").click()

        expect(page.locator("#problems")).to_be_focused()
        page.locator("#problems a").first.click()
        expect(page.locator(".line[data-missing]").first).to_be_in_viewport()


def test_a_topic_is_settled_without_a_script(browser: Browser, own: str) -> None:
    with tab(browser, own, script=False) as page:
        open_the_topic(page)

        page.locator('.pick input[value="3"]').nth(1).check()
        page.get_by_role("button", name="Show the lines of these versions").click()
        expect(page).to_have_url(re.compile(r"v-\d+=3"))
        answer_every_line(page)
        page.get_by_role("button", name="Save versions").click()

        expect(page.locator(".saved")).to_contain_text("pairs tagged")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".saved")).to_contain_text("is as it was")


def test_a_pair_leads_to_all_sources_by_a_key(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/pairs/1")
        page.wait_for_load_state("load")

        page.keyboard.press("m")

        expect(page).to_have_url(re.compile(r"/topics/\d+/compare"))

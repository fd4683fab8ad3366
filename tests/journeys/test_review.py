"""The main way through: from a case to a tag, back, and into the report."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

CASE = "Los Angeles sanctuary ordinance"
NOTE = "Checked against the minutes of the meeting."
SAVED = re.compile(r"Pair (\d+) saved as conflict")

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def open_a_pair(page: Page) -> int:
    """From the overview to the next pair that waits for a tag; its number."""
    page.goto("/")
    page.get_by_role("link", name="Cases", exact=False).first.click()
    page.get_by_role("link", name=CASE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CASE)
    page.get_by_role("link", name="Continue review").click()
    return pair_number(page)


def pair_number(page: Page) -> int:
    """The number in the title of the compare page, once its script listens: the title is there
    before the page has loaded, and a key pressed in between goes nowhere."""
    expect(page).to_have_title(re.compile(r"Pair \d+"))
    page.wait_for_load_state("load")
    found = re.search(r"Pair (\d+)", page.title())
    assert found
    return int(found[1])


def press(page: Page, key: str, button: str, *, script: bool) -> None:
    """The key where there is a script, else the button that it stands for."""
    if script:
        page.keyboard.press(key)
    else:
        page.get_by_role("button", name=button).first.click()


def tag_as_conflict(page: Page, number: int, *, script: bool) -> None:
    """Leave a note, tag, and see that both were kept and the next pair is open."""
    page.get_by_label("Your note").fill(NOTE)
    if script:
        page.keyboard.press("Escape")
    press(page, "c", "Conflict", script=script)
    expect(page.locator("body")).to_contain_text(f"Pair {number} saved as conflict")


def open_the_report(page: Page) -> None:
    """Through the page that warns of what others tagged."""
    page.get_by_role("link", name="Report", exact=True).first.click()
    anyway = page.get_by_text("Open the report anyway")
    if anyway.count():
        anyway.first.click()


def exported(page: Page, form: str) -> str:
    """Choose the format, press the button, and return what was downloaded."""
    page.locator(f"input[name=format][value={form}]").check()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Export {form.upper()}").click()
    assert download.value.suggested_filename.endswith(f".{form}")
    return download.value.path().read_text("utf-8-sig")


def in_json(text: str, number: int) -> dict[str, Any]:
    (pair,) = (pair for pair in json.loads(text)["pairs"] if pair["number"] == number)
    assert isinstance(pair, dict)
    return pair


def in_csv(text: str, number: int) -> str:
    (row,) = (row for row in csv.reader(io.StringIO(text)) if row[0] == str(number))
    return " | ".join(row)


@with_and_without_script
def test_a_tag_goes_from_the_pair_into_the_matrix_and_every_report(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        number = open_a_pair(page)

        tag_as_conflict(page, number, script=script)
        assert pair_number(page) != number

        press(page, "z", "Undo", script=script)
        expect(page).to_have_title(re.compile(rf"Pair {number},"))
        expect(page.locator("body")).not_to_contain_text("saved as conflict")

        tag_as_conflict(page, number, script=script)
        page.goto("/cases/1")
        expect(page.locator("main")).to_contain_text(re.compile(r"Conflict"))

        open_the_report(page)
        files = {form: exported(page, form) for form in ("html", "csv", "json")}

    tags = in_json(files["json"], number)["tags"]
    assert ("conflict", NOTE) in [(tag["relation"], tag["note"]) for tag in tags]
    assert "conflict" in in_csv(files["csv"], number).lower()
    assert NOTE in in_csv(files["csv"], number)
    assert NOTE in files["html"]


KEYS: dict[str, Callable[[Page], None]] = {
    "the number 2": lambda page: page.keyboard.press("2"),
    "the button": lambda page: page.locator("button[value=conflict]").first.click(),
}


@pytest.mark.parametrize("way", KEYS.values(), ids=KEYS)
def test_there_is_more_than_one_way_to_tag(
    browser: Browser, own: str, way: Callable[[Page], None]
) -> None:
    with tab(browser, own) as page:
        number = open_a_pair(page)

        way(page)

        expect(page.locator("body")).to_contain_text(f"Pair {number} saved as conflict")


def test_a_letter_in_the_note_is_a_letter(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        number = open_a_pair(page)

        page.get_by_label("Your note").click()
        page.keyboard.type("accurate")

        expect(page.get_by_label("Your note")).to_have_value("accurate")
        assert pair_number(page) == number


def test_a_skipped_pair_comes_later(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        number = open_a_pair(page)

        page.keyboard.press("s")

        expect(page).not_to_have_title(re.compile(rf"Pair {number},"))


@with_and_without_script
def test_going_back_after_a_tag_and_tagging_again_makes_no_second_thing(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        number = open_a_pair(page)
        first = page.url
        press(page, "c", "Conflict", script=script)
        expect(page.locator("body")).to_contain_text(SAVED)

        page.goto(first)
        press(page, "c", "Conflict", script=script)
        expect(page.locator("body")).to_contain_text(f"Pair {number} saved as conflict")
        report = page.request.get("/cases/1/report.json?anyway=1").text()

    mine = in_json(report, number)["tags"]
    assert len({tag["reviewer"] for tag in mine}) == len(mine)


def test_two_tabs_on_one_pair_do_not_overwrite_each_other(browser: Browser, own: str) -> None:
    with tab(browser, own) as one, tab(browser, own) as other:
        number = open_a_pair(one)
        other.goto(one.url)
        one.keyboard.press("a")
        expect(one.locator("body")).to_contain_text(f"Pair {number} saved as agree")

        other.get_by_label("Your note").fill(NOTE)
        other.keyboard.press("Escape")
        other.keyboard.press("c")

        expect(other.locator("body")).to_contain_text("was not counted")
        expect(other.get_by_label("Your note")).to_have_value(NOTE)

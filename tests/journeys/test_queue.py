"""Through the queue: by keyboard alone, a finding tagged once, rows selected, tags that clash."""

import json
import re
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab
from tests.journeys.test_every_page import RULES
from tests.journeys.test_review import NOTE, in_json, pair_number, with_and_without_script

pytestmark = pytest.mark.browser

KEYS = "aacrau"
"""Agree twice, conflict, related, agree, unrelated: as somebody who reads would answer."""


def tagged_by_me(page: Page, case: int = 1) -> int:
    """How many pairs of a case have a tag of mine, as its list counts them."""
    page.goto(f"/cases/{case}/pairs?mine=tagged")
    found = re.search(r"([\d,]+) pairs?", page.locator(".queue-list__sentence").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_twenty_pairs_are_tagged_by_keyboard_alone(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/")
        before = tagged_by_me(page, 3)
        page.goto("/cases/3/pairs?mine=not_yet")
        page.wait_for_load_state("load")
        page.keyboard.press("Enter")
        pair_number(page)
        for turn in range(20):
            number = pair_number(page)
            page.keyboard.press(KEYS[turn % len(KEYS)])
            expect(page.locator(".saved")).to_contain_text(f"Pair {number} saved as")
            expect(page).not_to_have_title(re.compile(rf"Pair {number},"))

        assert page.evaluate("document.activeElement.tagName") == "H1"
        assert tagged_by_me(page, 3) == before + 20


def test_twenty_pairs_are_tagged_with_tab_and_enter_where_there_is_no_script(
    browser: Browser, own: str
) -> None:
    with tab(browser, own, script=False) as page:
        before = tagged_by_me(page, 3)
        page.goto("/cases/3/pairs?mine=not_yet")
        page.get_by_role("link", name=re.compile("Start with pair|Continue review")).last.click()
        for _ in range(20):
            number = pair_number(page)
            page.locator("button[name=tag][value=related]").focus()
            page.keyboard.press("Enter")
            expect(page.locator(".saved")).to_contain_text(f"Pair {number} saved as related")

        assert tagged_by_me(page, 3) == before + 20


@with_and_without_script
def test_a_finding_is_tagged_once_in_all_its_places_and_taken_back_at_once(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/queue?mine=not_yet")
        page.get_by_role("link", name="Show as findings").click()
        block = page.locator("article.finding").filter(has_text="Tomas Reyne").first
        size = len(block.locator("input[name=pair]").all())
        before = tagged_by_me(page, 3)
        page.go_back()
        block.get_by_role("button", name=re.compile("Conflict")).click()

        expect(page.locator(".pressed")).to_contain_text(f"{size} pairs saved as conflict")
        assert size > 1
        assert tagged_by_me(page, 3) == before + size
        page.go_back()
        page.locator(".pressed").get_by_role("button", name="Undo").click()
        expect(page.locator(".pressed")).to_contain_text(f"{size} tags taken back")
        assert tagged_by_me(page, 3) == before


@with_and_without_script
def test_rows_are_selected_tagged_assigned_and_given_back(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/cases/2/pairs?mine=not_yet&order=number")
        page.wait_for_load_state("load")
        boxes = page.get_by_role("checkbox", name=re.compile("Select pair"))
        if script:
            for _ in range(2):
                page.keyboard.press("j")
                page.keyboard.press("Space")
            expect(page.get_by_text("2 selected")).to_be_visible()
        else:
            boxes.nth(0).check()
            boxes.nth(1).check()
        page.get_by_role("button", name="Tag as unrelated").click()
        expect(page.locator(".pressed")).to_contain_text("2 pairs saved as unrelated")
        page.locator(".pressed").get_by_role("button", name="Undo").click()
        expect(page.locator(".pressed")).to_contain_text("2 tags taken back")

        boxes.nth(0).check()
        page.get_by_label("Assign to", exact=True).select_option("Reviewer A")
        page.get_by_role("button", name="Assign to this reviewer").click()

        expect(page.locator(".pressed")).to_contain_text("1 pair assigned to Reviewer A")
        page.goto("/queue?assigned=1")
        expect(page.locator(".queue-list__sentence")).to_contain_text("1 pair")


@with_and_without_script
def test_a_view_is_kept_and_removed(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/queue?suggested=conflict&mine=not_yet")
        page.get_by_label("Name of this view").fill("Open conflicts")
        page.get_by_role("button", name="Save view").click()
        page.goto("/queue")
        page.get_by_role("link", name="Open conflicts").click()
        expect(page).to_have_url(re.compile(r"mine=not_yet&suggested=conflict"))

        page.get_by_role("button", name="Remove the view Open conflicts").click()

        expect(page.locator(".pressed")).to_contain_text("removed")
        expect(page.get_by_role("link", name="Open conflicts")).to_have_count(0)


@with_and_without_script
def test_two_tabs_one_undo_and_the_refused_tag_is_given_again(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as one, tab(browser, own, script=script) as other:
        one.goto("/cases/1/pairs?mine=not_yet")
        one.locator("tbody a").first.click()
        number = pair_number(one)
        address = one.url
        other.goto(address)
        one.locator("button[name=tag][value=agree]").click()
        expect(one.locator(".saved")).to_contain_text(f"Pair {number} saved as agree")
        one.locator(".saved").get_by_role("button", name="Undo").click()
        expect(one).to_have_title(re.compile(rf"Pair {number},"))

        other.get_by_label("Your note").fill(NOTE)
        other.locator("button[name=tag][value=conflict]").first.click()
        expect(other.locator("main")).to_contain_text("was not counted")
        expect(other.get_by_label("Your note")).to_have_value(NOTE)
        other.get_by_role("button", name="Tag as conflict now").click()

        expect(other.locator(".saved")).to_contain_text(f"Pair {number} saved as conflict")
        report = other.request.get("/cases/1/report.json?anyway=1").text()
    assert ("conflict", NOTE) in [
        (tag["relation"], tag["note"]) for tag in in_json(report, number)["tags"]]


def test_a_lost_connection_keeps_the_note_and_tries_again(browser: Browser, own: str) -> None:
    with tab(browser, own, unless=("htmx:", "ERR_INTERNET_DISCONNECTED")) as page:
        page.goto("/cases/1/pairs?mine=not_yet")
        page.locator("tbody a").first.click()
        number = pair_number(page)
        page.get_by_label("Your note").fill(NOTE)
        page.wait_for_timeout(1000)  # the draft goes by itself; the tag shall be what is lost
        lost = page.context
        page.keyboard.press("Escape")
        lost.set_offline(True)
        with page.expect_event("requestfailed"):
            page.keyboard.press("c")

        message = page.locator("#problem")
        expect(message).to_contain_text("Your tag was not saved")
        expect(page.get_by_label("Your note")).to_have_value(NOTE)
        expect(message.get_by_role("button", name="Try again")).to_be_focused()
        lost.set_offline(False)
        message.get_by_role("button", name="Try again").click()

        expect(page.locator(".saved")).to_contain_text(f"Pair {number} saved as conflict")
        report = page.request.get("/cases/1/report.json?anyway=1").text()
    mine = [(tag["relation"], tag["note"]) for tag in in_json(report, number)["tags"]]
    assert ("conflict", NOTE) in mine


@pytest.mark.parametrize("script", [True, False])
def test_a_double_press_makes_one_tag(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/cases/1/pairs?mine=not_yet")
        page.locator("tbody a").first.click()
        number = pair_number(page)
        address = page.url

        page.locator("button[name=tag][value=agree]").dblclick()

        expect(page.locator(".saved")).to_contain_text(f"Pair {number} saved as agree")
        page.goto(address)
        expect(page.locator(".history__event").filter(has_text="You tagged")).to_have_count(1)


def triangle(page: Page) -> tuple[int, int, int]:
    """The numbers of three pairs between three claims of one topic of the first case, which are
    also their ids: it was loaded first."""
    case = json.loads(page.request.get("/cases/1/report.json?anyway=1").text())
    pairs = {frozenset((pair["a"], pair["b"])): pair["number"] for pair in case["pairs"]}
    for topic in case["topics"]:
        claims = [claim for cell in topic["cells"] for claim in cell["claims"]]
        for a, b, c in combinations(claims, 3):
            edges = [frozenset(edge) for edge in ((a, b), (b, c), (a, c))]
            if all(edge in pairs for edge in edges):
                one, two, three = (pairs[edge] for edge in edges)
                return one, two, three
    raise AssertionError("no three claims of a topic are all compared")


def tag_as(page: Page, pair_id: int, relation: str) -> None:
    page.goto(f"/pairs/{pair_id}")
    number = pair_number(page)
    page.locator(f"button[name=tag][value={relation}]").first.click()
    expect(page.locator("main")).to_contain_text(f"Pair {number} saved as {relation}")


@with_and_without_script
def test_tags_that_do_not_fit_are_told_shown_and_kept(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        one, two, three = triangle(page)
        tag_as(page, one, "conflict")
        tag_as(page, two, "agree")
        tag_as(page, three, "agree")
        expect(page.locator("main")).to_contain_text("Three of your tags do not fit together")
        page.goto("/queue")
        page.get_by_role("link", name=re.compile(r"^\d+ warnings?")).click()

        there = page.locator(".misfit").count()
        panel = page.locator(".misfit").first
        expect(panel.locator("svg.triangle")).to_be_visible()
        expect(panel.get_by_role("link", name=re.compile("^Pair "))).to_have_count(3)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            if script:
                found = Axe().run(page, options=RULES)
                assert not found.response["violations"], found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        panel.get_by_text("Keep, with a reason").click()
        panel.get_by_label(re.compile("Why do these three")).fill("Two questions in one.")
        panel.get_by_role("button", name="Keep these tags").click()
        expect(page.locator(".misfit")).to_have_count(there - 1)
        page.locator(".pressed").get_by_role("button", name="Undo").click()
        expect(page.locator(".misfit")).to_have_count(there)

"""A pair that two people answer differently, settled by a third, seen in matrix and report."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab
from tests.journeys.test_every_page import NARROW, NARROWEST, RULES, WIDE, overflow

pytestmark = pytest.mark.browser

PAIR = "/pairs/1"
WHY = "The minutes count thirteen of thirteen."

with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)


def act_as(page: Page, name: str) -> None:
    """Choose a person in the account menu."""
    page.locator("summary", has_text="My account").click()
    page.locator("form.acting button", has_text=name).click()
    expect(page.locator("summary", has_text="My account")).to_contain_text(name)


def tag(page: Page, name: str, button: str) -> None:
    page.goto(PAIR)
    act_as(page, name)
    expect(page).to_have_title(re.compile("Pair"))
    page.locator(f"button.choice[value={button}]").click()
    expect(page.locator("body")).to_contain_text(f"saved as {button}")


def settle_as_related(page: Page, *, script: bool) -> None:
    """First without a reason, which is refused, then with one."""
    page.get_by_role("button", name="Settle and open next").click()
    expect(page.locator(".problems")).to_contain_text("Say why")
    if script:
        expect(page.locator("#problems")).to_be_focused()
        page.keyboard.press("r")
    else:
        page.locator("label.decide[data-relation=related]").click()
    page.get_by_label(re.compile("Reason")).fill(WHY)
    expect(page.locator("[data-preview=related]")).to_be_visible()
    page.get_by_role("button", name="Settle and open next").click()


@with_and_without_script
def test_what_two_people_answer_differently_a_third_settles(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        tag(page, "Reviewer A", "agree")
        tag(page, "Reviewer B", "unrelated")
        page.goto(PAIR)
        expect(page.locator(".rail")).to_contain_text("This pair goes to an adjudicator")
        act_as(page, "Adjudicator D")

        page.get_by_role("link", name=re.compile("Adjudicate")).click()
        page.locator(".disputes__link[href='/adjudicate/1']").click()
        expect(page).to_have_title(re.compile("adjudicate"))
        expect(page.locator("#readings")).to_contain_text("Reading 2")
        expect(page.locator("#readings")).not_to_contain_text("Reviewer")
        page.get_by_role("checkbox", name="Hide reviewer names").click()
        expect(page.locator("#readings")).to_contain_text("Reviewer B")

        settle_as_related(page, script=script)

        expect(page.locator(".saved__words")).to_contain_text("settled as related")
        page.goto("/cases/1")
        expect(page.get_by_role("img", name="settled").first).to_be_visible()
        page.goto("/cases/1/report?anyway=1")
        expect(page.locator("main")).to_contain_text(WHY)
        expect(page.locator("main")).to_contain_text("Related, settled by an adjudicator.")


@with_and_without_script
def test_reviewers_discuss_and_agree(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/")
        act_as(page, "Adjudicator D")
        page.goto("/adjudicate")
        address = page.locator(".disputes__link[aria-current]").get_attribute("href")
        assert address
        page.get_by_label(re.compile("Reason")).fill("Is an accent a slip?")
        page.get_by_role("button", name="Ask the reviewers to discuss").click()
        expect(page.locator(".saved__words")).to_contain_text("is with its reviewers")

        page.goto(address.replace("/adjudicate/", "/pairs/"))
        act_as(page, "Reviewer A")
        expect(page.locator(".others__asked")).to_contain_text("Is an accent a slip?")
        page.locator("button.choice[value=related]").click()
        expect(page.locator("body")).to_contain_text("saved as related")

        act_as(page, "Adjudicator D")
        page.goto("/adjudicate")
        expect(page.locator("main")).to_contain_text("No dispute is open")


@pytest.mark.parametrize("path", [
    "/adjudicate", "/cases/1/adjudication", "/cases/2/adjudication", "/acting-as",
])
def test_the_workbench_can_be_used_by_everybody(browser: Browser, own: str, path: str) -> None:
    with tab(browser, own) as page:
        page.goto("/")
        act_as(page, "Adjudicator D")
        page.goto(path)
        assert page.locator("h1").count() == 1
        for width in (WIDE, 1200, NARROW):
            assert overflow(page, width) <= 0, width
            for look in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if look == "dark" else "light")
                found = Axe().run(page, options=RULES)
                assert not found.response["violations"], (width, found.generate_report())
        assert overflow(page, NARROWEST) <= 0

"""Putting claims right in a real browser, each way with the script and without it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser

with_and_without = pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
CLAIMS = "/cases/1/claims"


def row(page: Page, claim: int) -> str:
    return page.locator(f"#claim-{claim}").inner_text()


def said(page: Page) -> str:
    return page.locator("form.corrected").inner_text()


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo the correction").click()
    expect(page.locator("form.corrected button")).to_have_count(0)


@with_and_without
def test_a_claim_is_corrected_in_its_row_and_undone(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(CLAIMS)
        before = row(page, 2)

        page.get_by_role("link", name="Correct claim 2 of Harbor Courier").click()
        expect(page.get_by_role("heading", name="Correct claim 2")).to_be_visible()
        if script:
            expect(page.get_by_role("heading", name="Correct claim 2")).to_be_focused()
        assert "edit=2" in page.url
        page.get_by_label("Vote", exact=True).fill("12-1")
        page.get_by_label("Why").fill("The minutes say so.")
        page.get_by_role("button", name="Save correction").click()

        expect(page.locator("form.corrected")).to_contain_text("Vote corrected.")
        assert "12–1" in row(page, 2)
        undo(page)
        assert row(page, 2) == before


@with_and_without
def test_what_cannot_be_read_stays_in_the_row(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(f"{CLAIMS}?edit=2")

        page.get_by_label("Vote", exact=True).fill("a lot")
        page.get_by_role("button", name="Save correction").click()

        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        expect(page.get_by_label("Vote", exact=True)).to_have_value("a lot")
        assert page.title().startswith("Error: ")


@with_and_without
def test_a_value_that_was_missed_is_added(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(f"{CLAIMS}?edit=3")

        page.get_by_text("Add a value that was missed").click()
        added = page.get_by_role("group", name="Added value 1")
        added.get_by_label("Kind").select_option("organisation")
        added.get_by_label("Value").fill("City workers")
        page.get_by_role("button", name="Save correction").click()

        expect(page.locator("form.corrected")).to_contain_text("Organisation corrected.")
        assert "City workers" in row(page, 3)


@with_and_without
def test_two_claims_are_merged_and_parted_again(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(CLAIMS)
        expect(page.locator("#bulk")).to_be_hidden()

        for number in (3, 4):
            page.get_by_label(f"Choose claim {number} of Harbor Courier").check()
        expect(page.locator("#bulk")).to_be_visible()
        if script:
            expect(page.locator("#bulk")).to_contain_text("claims 3 and 4, Harbor Courier")
            expect(page.get_by_label("Choose claim 4 of Harbor Courier")).to_be_focused()
        page.get_by_role("button", name="Merge into one").click()
        page.locator("label.reshape__words").first.click()
        page.locator("form.reshape").get_by_role("button", name="Merge into one").click()

        expect(page.locator("form.corrected")).to_contain_text("2 claims merged.")
        expect(page.locator("#claim-4")).to_have_count(0)
        assert "immigration officers" in row(page, 3)
        undo(page)
        expect(page.locator("#claim-4")).to_be_visible()


@with_and_without
def test_a_claim_is_split_where_the_cut_was_moved(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(CLAIMS)
        page.get_by_label("Choose claim 7 of Harbor Courier").check()
        page.get_by_role("button", name="Split", exact=True).click()
        expect(page.locator(".split__part").first).to_contain_text("a second vote,")

        page.get_by_role("link", name="Cut earlier").click()
        expect(page.locator(".split__part").last).to_contain_text("vote, which is a formality.")
        if script:
            expect(page.get_by_role("link", name="Cut earlier")).to_be_focused()
        page.get_by_role("link", name="Cut later").click()
        expect(page.locator(".split__part").first).to_contain_text("a second vote,")
        page.get_by_role("button", name="Split claim 7").click()

        expect(page.locator("form.corrected")).to_contain_text("Claim 7 split.")
        texts = page.locator("th.claim-table__words").all_inner_texts()
        assert "which is a formality." in texts
        undo(page)
        assert "which is a formality." not in page.locator(
            "th.claim-table__words").all_inner_texts()


@with_and_without
def test_what_is_no_claim_goes_and_comes_back(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(CLAIMS)
        page.get_by_label("Choose claim 11 of Harbor Courier").check()
        page.get_by_role("button", name="Not a claim").click()
        page.get_by_role("button", name="Leave out").click()
        expect(page.locator("form.corrected")).to_contain_text("Claim 11 left out.")
        expect(page.locator("#claim-11")).to_have_count(0)

        page.get_by_label("State").select_option("left_out")
        if not script:
            page.get_by_role("button", name="Apply").click()
        page.get_by_role("button", name="Bring back claim 11").click()

        expect(page.locator("form.corrected")).to_contain_text("Claim 11 brought back.")
        page.goto(CLAIMS)
        expect(page.locator("#claim-11")).to_be_visible()


@with_and_without
def test_a_claim_is_added_from_the_text(browser: Browser, own: str, script: bool) -> None:
    with tab(browser, own, script=script) as page:
        page.goto(f"{CLAIMS}?claim=11&do=leave_out")
        page.get_by_role("button", name="Leave out").click()
        page.goto("/cases/1/articles/1")

        page.get_by_role("link", name="Add a claim").click()
        page.get_by_label("What the ordinance will change in practice is unclear.").check()
        page.get_by_role("button", name="Add claim").click()

        expect(page.locator("form.corrected")).to_contain_text("Claim added.")
        expect(page.locator(".passage:target")).to_contain_text("What the ordinance")
        undo(page)


def test_words_selected_in_the_text_fill_the_form(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto(f"{CLAIMS}?claim=11&do=leave_out")
        page.get_by_role("button", name="Leave out").click()
        page.goto("/cases/1/articles/1?add=1")

        page.evaluate("""() => {
            const line = [...document.querySelectorAll('.sheet__paragraph')]
                .find((each) => each.textContent.includes('in practice is unclear'));
            const chosen = getSelection();
            chosen.selectAllChildren(line);
        }""")

        words = page.get_by_label("Or the words themselves").input_value()
        assert words.startswith("What the ordinance will change in practice is unclear.")
        assert "claim" not in words


@with_and_without
def test_a_value_is_put_right_beside_the_reasons(
    browser: Browser, own: str, script: bool,
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/pairs/2?why=1")

        page.get_by_label("What, and what it is now").select_option(
            label="Date, Coast Bulletin: 20 November 2024")
        page.get_by_label("Should be").fill("19 November 2024")
        page.get_by_role("button", name="Save correction").click()

        expect(page.locator("form.corrected")).to_contain_text("Date corrected.")
        expect(page.locator("#why")).to_contain_text("19 November 2024")
        expect(page.locator("ol.history")).to_contain_text("corrected the date")
        undo(page)

"""Topics are renamed, merged and brought back, and stay so when the case is compared again."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import tab

pytestmark = pytest.mark.browser



def import_another_article(page: Page) -> None:
    """A new article makes the system compare the case again."""
    page.goto("/cases/1/import?way=paste")
    page.get_by_label("Outlet").first.fill("Evening Post")
    page.locator("textarea[name=text]").fill(
        "The Los Angeles City Council voted 13-0 on Tuesday for its sanctuary ordinance.\n\n"
        "Mayor Karen Bass is likely to sign it.")
    page.locator("form[data-once] button[type=submit]").first.click()
    page.wait_for_url("**/imports/*")
    page.goto("/cases/1/topics/edit")
    while "Evening Post" not in page.locator("#topics thead").inner_text():
        page.wait_for_timeout(500)
        page.reload()


def rename_the_first(page: Page, name: str) -> str:
    """Give the first topic a name; the one that it had."""
    row = page.locator("#topics tbody tr").first
    before = row.locator(".matrix__label").inner_text()
    row.get_by_role("link", name="Rename").click()
    page.get_by_label("Name of the topic").fill(name)
    page.get_by_role("button", name="Rename topic").click()
    expect(page.locator(".arrange__saved")).to_contain_text(f"renamed “{before}” to “{name}”")
    return before


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_topic_is_renamed_merged_and_brought_back(
    browser: Browser, own: str, script: bool
) -> None:
    with tab(browser, own, script=script) as page:
        page.goto("/cases/1")
        page.get_by_role("link", name="Edit topics").click()
        rename_the_first(page, "What happens next")

        for n in (0, 1):
            page.locator(".arrange__check input").nth(n).check()
        page.get_by_role("button", name="Merge into one").click()
        expect(page.get_by_role("heading", name="Before")).to_be_visible()
        page.get_by_label("Name", exact=True).fill("The vote and after")
        page.get_by_role("button", name="Merge topics").click()
        expect(page.locator(".arrange__saved")).to_contain_text("into “The vote and after”")
        expect(page.locator(".emptied")).to_be_visible()

        page.locator(".arrange__saved").get_by_role("button", name="Undo").click()
        expect(page.locator("#topics")).to_contain_text("What happens next")
        expect(page.locator("#topics")).not_to_contain_text("The vote and after")


def test_a_name_outlasts_an_import(browser: Browser, own: str) -> None:
    with tab(browser, own) as page:
        page.goto("/cases/1/topics/edit")
        before = rename_the_first(page, "What happens next")

        import_another_article(page)

        labels = page.locator("#topics .matrix__label").all_inner_texts()
        assert "What happens next" in labels
        assert before not in labels

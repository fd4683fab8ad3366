"""The pages that every check of looks and accessibility visits, by a name for each.

Numbers are those of the sample cases, which are loaded in the same order each time.
"""

from playwright.sync_api import Page

PAGES = {
    "overview": "/",
    "cases": "/cases",
    "new case": "/cases/new",
    "matrix": "/cases/1",
    "matrix with claims": "/cases/1?show=claims",
    "matrix with versions": "/cases/1?show=versions",
    "pairs of a case": "/cases/1/pairs",
    "articles": "/cases/1/articles",
    "article": "/cases/1/articles/1",
    "article with a claim to add": "/cases/1/articles/1?add=1",
    "claims": "/cases/1/claims",
    "claims left out": "/cases/1/claims?state=left_out",
    "claim to correct in its row": "/cases/1/claims?edit=2",
    "claim to split": "/cases/1/claims?split=7",
    "claims to merge": "/cases/1/claims?claim=2&claim=3&do=merge",
    "claims to leave out": "/cases/1/claims?claim=2&claim=16&do=leave_out",
    "claims to move": "/cases/1/claims?claim=2&claim=16&do=move",
    "correct a claim": "/claims/2/correct?pair=1",
    "sources": "/sources",
    "outlet": "/sources/1",
    "topics of an outlet": "/sources/1?list=all",
    "names of a case": "/cases/1/names",
    "import into a case": "/cases/1/import",
    "import": "/import",
    "import under way": "/imports/1",
    "report": "/cases/1/report",
    "whole report": "/cases/1/report?anyway=1",
    "queue": "/queue",
    "queue as findings": "/queue?as=findings",
    "pairs of a case as findings": "/cases/1/pairs?as=findings",
    "queue of nothing as findings": "/queue?as=findings&mine=skipped",
    "queue of likely conflicts": "/queue?suggestion=conflict",
    "timeline": "/topics/3/timeline",
    "edit topics": "/cases/1/topics/edit",
    "rename a topic": "/cases/1/topics/edit?rename=3",
    "move claims": "/cases/1/topics/edit?move=3",
    "merge topics": "/topics/merge?topic=3&topic=2",
    "make a topic": "/cases/1/topics/edit?do=make",
    "row of a topic": "/topics/3/row?src=1",
    "compare many": "/topics/3/compare",
    "compare two": "/pairs/1",
    "compare two without marks": "/pairs/1?marks=off",
    "compare two in context": "/pairs/1?context=2",
    "why two are compared": "/pairs/1?why=1",
    "all done": "/queue/done",
    "acting as": "/acting-as",
    "search": "/search?s=second+vote",
    "search for a figure": "/search?s=thirteen+to+nil",
    "search, all claims": "/search?s=council&all=claims",
    "search without result": "/search?s=councl+zeppelin",
    "search, too short": "/search?s=x",
    "search with a day that is none": "/search?s=vote&from=soon",
    "settings": "/settings",
    "activity": "/activity",
    "activity of a case": "/cases/1/activity",
    "activity, nothing of a kind": "/cases/1/activity?kind=topics",
    "reports": "/reports",
    "import of a page that was sent": "/import?way=paste&address=https://example.org/a&text=Rain.",
    "adjudicate": "/adjudicate",
    "adjudication in a case": "/cases/1/adjudication",
    "reasons": "/admin/reasons",
    "keys": "/help/keys",
    "no such page": "/nowhere",
    "no such case": "/cases/999",
}

LARGE = {
    "large matrix": "/cases/4",
    "large matrix with versions": "/cases/4?show=versions",
    "large pairs": "/cases/4/pairs?size=100",
    "large queue": "/queue?suggestion=conflict",
    "large findings": "/queue?as=findings",
    "large claims": "/cases/4/claims",
    "large articles": "/cases/4/articles",
    "large report": "/cases/4/report?anyway=1",
    "large search": "/search?s=homes",
    "large activity": "/cases/4/activity",
}
"""Pages of the case that tests/large_case.py brings in beside the sample cases."""

ACTED = {
    "adjudicate": "Adjudicator D", "adjudication in a case": "Adjudicator D",
    "reasons": "Admin E",
}
"""Pages that only some people see, and as whom they are visited."""


def visit(page: Page, name: str) -> None:
    """Open a page of these as somebody who may see it."""
    person = ACTED.get(name)
    if person is None:
        page.context.clear_cookies()
    else:
        page.goto("/acting-as")
        page.get_by_role("button", name=f"Act as {person}").click()
    page.goto((PAGES | LARGE)[name])

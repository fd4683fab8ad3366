import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.claims import Span
from app.domain.pairs import Place, Relation
from app.domain.reports import Report, ReportChoices
from app.exporters import EXPORTERS
from app.exporters.page import document, styling
from app.exporters.page.marking import runs
from app.settings import resources
from tests.exporters.naughty import NAUGHTY, texts
from tests.exporters.reports import article, claim, report, tag

EVERYTHING = ReportChoices(unreviewed=True)
HEAD = ("kicker", "summary", "counts")
INERT = {
    "html", "head", "meta", "title", "style", "body", "main", "article", "header", "section", "h1",
    "h2", "h3", "p", "span", "div", "table", "caption", "colgroup", "col", "thead", "tbody", "tr",
    "th", "td", "svg", "symbol", "path", "circle", "use", "mark", "bdi", "ol", "ul", "li", "q",
    "code",
}


class Page(HTMLParser):
    """Every element with its attributes, and the text that people read."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.style: list[str] = []
        self._inside = ""
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.style if self._inside == "style" else self.words).append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def chips(self) -> list[tuple[str | None, str | None]]:
        return [(each.get("data-relation"), each.get("data-voice"))
                for _, each in self.elements if each.get("class") == "report__chip"]


def page(made: Report) -> Page:
    return Page(EXPORTERS["html"].write(made))


def check_inert(shown: Page) -> None:
    assert {name for name, _ in shown.elements} <= INERT
    for name, attributes in shown.elements:
        assert not [key for key in attributes if key.startswith("on") or key == "style"]
        assert "src" not in attributes
        assert attributes.get("href", "#").startswith("#"), name  # type: ignore[union-attr]
    style = "".join(shown.style)
    assert not re.search(r"url\(|@import|expression|image-set", style, re.IGNORECASE)


def test_the_file_can_do_nothing_and_asks_for_nothing() -> None:
    check_inert(page(report(choices=EVERYTHING)))


def test_its_policy_allows_its_one_style_sheet_by_hash_and_nothing_else() -> None:
    shown = page(report())

    [policy] = [each["content"] for _, each in shown.elements
                if each.get("http-equiv") == "Content-Security-Policy"]
    digest = b64encode(sha256("".join(shown.style).encode()).digest()).decode()
    assert policy == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none';"
                      " form-action 'none'")


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_strings_stay_text_everywhere(text: str) -> None:
    made = naughty(text)

    shown = page(made)

    check_inert(shown)
    assert len(shown.elements) == len(page(naughty("harmless")).elements)
    assert " ".join(text.split()) in shown.text


def naughty(text: str) -> Report:
    """A report that says the text wherever a person or an article can say something."""
    long = text or "nothing"
    first = replace(article(1, long, long, claim(long, long, 1)), title=long, file_name=long)
    second = article(2, long, long, claim(long, long, 3))
    made = report(case=long, articles=(first, second), sources=(long,), summary=long)
    unplaced = replace(made.rows[0].suggestion, findings=(
        replace(made.rows[0].suggestion.findings[0], first_places=(), second_places=()),))
    pair = replace(made.rows[0], topic=long, suggestion=unplaced,
                   tags=(tag(long, Relation.CONFLICT, long),))
    topic = replace(made.topics[0], label=long, cells=(
        replace(made.topics[0].cells[0], source=long, value=long),))
    return replace(made, rows=(pair,), topics=(topic,))


@settings(deadline=None)
@given(texts())
def test_any_title_stays_inside_its_string_in_the_style_sheet(title: str) -> None:
    quoted = styling.quoted(title)

    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", quoted)
    back = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), quoted)
    assert back == title


def test_parts_stand_in_the_order_of_the_design() -> None:
    shown = page(report(choices=EVERYTHING))

    told = [(each.get("class") or "").removeprefix("report__") for _, each in shown.elements]
    assert [part for part in dict.fromkeys(told) if part in HEAD] == list(HEAD)
    assert [each["id"] for name, each in shown.elements if name == "h2"] == [
        "who-says-what", "conflicts", "disputes", "related", "agreements", "not-reviewed",
        "method", "sources"]


def test_counts_are_honest() -> None:
    text = page(report()).text

    assert ("Of 5 suggested pairs, people reviewed 4, two or more people reviewed 3. They found"
            " 1 conflict, 1 agreement and 1 related pair. An adjudicator settled 1 pair; 1 pair is"
            " open because tags differ. 1 pair is not reviewed and is left out.") in text


def test_a_person_is_solid_a_machine_dashed_and_an_adjudicator_sealed() -> None:
    told = page(report(choices=EVERYTHING)).chips()

    assert ("conflict", "tagged") in told
    assert ("related", "settled") in told
    assert ("conflict", "suggested") in told
    assert "Suggested: conflict" in page(report(choices=EVERYTHING)).text


def test_what_nobody_reviewed_is_left_out_unless_it_was_chosen() -> None:
    left_out = page(report())

    assert not [voice for _, voice in left_out.chips() if voice == "suggested"]
    assert "Topic 5" not in left_out.text
    assert "Opening" not in left_out.text
    assert "1 topic that nobody has reviewed is left out." in left_out.text


def test_what_was_not_chosen_is_not_there_and_the_report_says_so() -> None:
    text = page(report(choices=ReportChoices(conflicts=False, matrix=False))).text

    assert "Topic 1" not in text
    assert "Who says what" not in text
    assert "Conflicts and the table of topics are left out by choice." in text


def test_each_source_can_be_checked() -> None:
    text = page(report()).text

    assert "1.txt, SHA-256 " + "1".rjust(64, "0") in text
    assert "2 claims. 1 line left out: Sign up for more sign-up line" in text


def test_words_of_a_source_find_their_own_direction() -> None:
    arabic = "وافق المجلس بالإجماع."
    told = page(naughty(arabic))

    claims = [each for _, each in told.elements if each.get("class") == "report__claim"]
    assert claims
    assert all(each.get("dir") == "auto" for each in claims)


def test_more_than_five_sources_are_told_in_blocks_that_repeat_the_topics() -> None:
    made = report()
    cell = made.topics[0].cells[0]
    names = tuple(f"Outlet {n}" for n in range(1, 8))
    topic = replace(made.topics[0], cells=tuple(replace(cell, source=name) for name in names))

    shown = document(replace(made, sources=names, topics=(topic,)))

    assert [block.sources for block in shown.blocks] == [names[:5], names[5:]]
    assert [block.lines[0].topic for block in shown.blocks] == ["Council vote", "Council vote"]
    assert shown.is_wide


def test_a_claim_marked_from_end_to_end_is_not_marked() -> None:
    made = report()
    text = made.articles[0].text
    whole = (Place(16, len(text) - 1),)
    finding = replace(made.rows[0].suggestion.findings[0], first_places=whole)
    row = replace(made.rows[0], suggestion=replace(made.rows[0].suggestion, findings=(finding,)))

    [section] = document(replace(made, rows=(row,))).sections

    first, second = section.items[0].sides
    assert not any(run.marked for run in first.runs)
    assert any(run.marked for run in second.runs)


@settings(deadline=None)
@given(texts(), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90))))
def test_cutting_a_claim_into_marks_loses_no_letter(
    quote: str, cuts: list[tuple[int, int]],
) -> None:
    span = Span(start=20, end=20 + len(quote), quote=quote)
    places = [Place(min(cut), max(cut)) for cut in cuts]

    told = runs(span, places)

    assert "".join(run.text for run in told) == quote
    marked = {20 + n for n in range(len(quote)) if any(p.start <= 20 + n < p.end for p in places)}
    position, found = 20, set()
    for run in told:
        if run.marked:
            found |= set(range(position, position + len(run.text)))
        position += len(run.text)
    assert found == marked


def test_its_signs_are_those_of_the_product() -> None:
    folder = resources() / "templates"
    ours = re.findall(r'id="sign-(\w+)"[^>]*>(.*)</symbol>',
                      (folder / "reports" / "chips.html").read_text(encoding="utf-8"))
    product = (folder / "ui.html").read_text(encoding="utf-8")

    assert len(ours) == 6
    for name, drawing in ours:
        assert f"\"{name}\": '{drawing}'" in product

"""A claim's words cut into pieces, and an article's text into runs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.claims import Span
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.services.browsing.paragraphs import Marked, paragraphs
from app.services.browsing.pieces import (
    MOST_MARKS,
    brief,
    cut,
    value_marks,
    window,
)
from app.services.pages.article import MarkState

LEFT = "The council approved the ordinance unanimously; it returns for a second vote."
RIGHT = "The ordinance, which passed 13–0 on Tuesday, is likely to be signed by the mayor."


def span(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), quote=text)


def place(text: str, words: str, start: int = 0) -> Place:
    at = start + text.index(words)
    return Place(at, at + len(words))


def finding(first: tuple[Place, ...], second: tuple[Place, ...],
            reason: Reason = Reason.NUMBER) -> Finding:
    return Finding(reason=reason, relation=Relation.CONFLICT, strength=Strength.STRICT,
                   because="They differ.", what="Number", reading="Differs", first_value="1",
                   second_value="2", first_places=first, second_places=second)


PLACES = st.lists(
    st.tuples(st.integers(0, 130), st.integers(0, 130)).map(lambda ends: Place(*sorted(ends))),
    max_size=4).map(tuple)
FINDINGS = st.lists(
    st.builds(finding, PLACES, PLACES, st.sampled_from(list(Reason))), min_size=1, max_size=9)


@given(st.text(min_size=1, max_size=120), st.text(min_size=1, max_size=120),
       st.integers(0, 10), FINDINGS, PLACES)
@settings(max_examples=300)
def test_pieces_joined_are_the_claim_and_marks_are_few_and_paired(
    left: str, right: str, start: int, findings: list[Finding], dotted: tuple[Place, ...],
) -> None:
    ours, theirs = span(left, start), span(right, 5)

    marks = value_marks(findings, ours, theirs)

    assert marks.first.keys() == marks.second.keys()
    assert list(marks.first) == list(range(1, len(marks.first) + 1))
    for side, places in ((ours, marks.first), (theirs, marks.second)):
        pieces = cut(side, places, dotted)
        assert "".join(piece.text for piece in pieces) == side.quote
        assert sum(piece.opens for piece in pieces) <= MOST_MARKS
        assert all(piece.text for piece in pieces)
        assert not any(piece.mark and piece.only_here for piece in pieces)


@given(st.text(min_size=1, max_size=400), PLACES, st.integers(20, 90))
@settings(max_examples=200)
def test_a_window_shows_words_of_the_claim_and_the_start_of_its_first_mark(
    text: str, places: tuple[Place, ...], size: int,
) -> None:
    marks = value_marks([finding(places, ())], span(text), span("x"))
    pieces = cut(span(text), marks.first)

    shown = window(pieces, size)

    words = "".join(piece.text for piece in shown if piece.text not in {"… ", " …"})
    assert words in text or not words
    assert len(words) <= max(size, 1)
    if any(piece.mark == 1 for piece in pieces):
        assert any(piece.mark == 1 and piece.opens for piece in shown)


def test_the_deciding_finding_has_mark_one_on_both_sides() -> None:
    vote = finding((place(LEFT, "unanimously"),), (place(RIGHT, "13–0"),))
    step = finding((place(LEFT, "a second vote"),), (place(RIGHT, "likely to be signed"),))

    marks = value_marks([vote, step], span(LEFT), span(RIGHT))

    assert marks.numbers == (1, 2)
    shown = {piece.mark: piece.text for piece in cut(span(RIGHT), marks.second)}
    assert shown[1] == "13–0"
    assert shown[2] == "likely to be signed"


def test_places_count_in_the_article_and_not_in_the_claim() -> None:
    vote = finding((place(LEFT, "unanimously", 400),), ())

    marks = value_marks([vote], span(LEFT, 400), span(RIGHT, 90))

    assert [piece.text for piece in cut(span(LEFT, 400), marks.first) if piece.mark] == [
        "unanimously"]


def test_findings_on_the_same_words_share_one_number() -> None:
    outer = finding((place(LEFT, "returns for a second vote"),), (place(RIGHT, "signed"),))
    inner = finding((place(LEFT, "second"),), (place(RIGHT, "Tuesday"),))

    marks = value_marks([outer, inner], span(LEFT), span(RIGHT))

    assert marks.numbers == (1, 1)
    assert marks.first[1] == (place(LEFT, "returns for a second vote"),)


def test_extra_detail_is_dotted_and_never_numbered() -> None:
    extra = finding((), (place(RIGHT, "on Tuesday"),), Reason.DETAIL)

    marks = value_marks([extra], span(LEFT), span(RIGHT))
    pieces = cut(span(RIGHT), marks.second, [place(RIGHT, "on Tuesday")])

    assert marks.numbers == (None,)
    assert [piece.text for piece in pieces if piece.only_here] == ["on Tuesday"]


def test_words_that_stand_only_here_side_by_side_are_one_run() -> None:
    words = [place(RIGHT, "on"), place(RIGHT, "Tuesday"), place(RIGHT, "mayor")]

    pieces = cut(span(RIGHT), {}, words)

    assert [piece.text for piece in pieces if piece.only_here] == ["on Tuesday", "mayor"]


def test_a_long_claim_is_shown_around_its_mark() -> None:
    text = "Well " * 60 + "thirteen to nil" + " and so on" * 40
    marks = value_marks(
        [finding((place(text, "thirteen to nil"),), ())], span(text), span("x"))

    shown = window(cut(span(text), marks.first))

    assert shown[0].text == "… "
    assert shown[-1].text == " …"
    assert "thirteen to nil" in [piece.text for piece in shown if piece.mark]


CLAIMS = st.lists(st.tuples(st.integers(0, 160), st.integers(0, 160)), max_size=8)


@given(st.text(st.sampled_from("ab .\n"), max_size=150), CLAIMS)
@settings(max_examples=300)
def test_runs_joined_are_the_paragraph(text: str, ends: list[tuple[int, int]]) -> None:
    marks = [Marked(number=number, start=min(pair), end=max(pair), state=MarkState.OPEN)
             for number, pair in enumerate(ends, start=1) if min(pair) < max(pair)]

    shown = paragraphs(text, "", marks)

    joined = "".join("".join(run.text for run in part.runs) for part in shown)
    assert "".join(joined.split()) == "".join(text.split())
    for part in shown:
        assert "".join(run.text for run in part.runs) in text


def test_the_inner_of_two_claims_is_drawn_and_the_outer_keeps_its_number() -> None:
    text = "They said that they would go."
    outer = Marked(number=1, start=0, end=29, state=MarkState.OPEN)
    inner = Marked(number=2, start=15, end=28, state=MarkState.AGREE)

    runs = paragraphs(text, "", [outer, inner])[0].runs

    assert [(run.text, run.number, run.opens) for run in runs] == [
        ("They said that ", 1, True), ("they would go", 2, True), (".", 1, False)]


def test_claims_that_start_together_both_show_their_number() -> None:
    outer = Marked(number=1, start=0, end=12, state=MarkState.OPEN)
    inner = Marked(number=2, start=0, end=5, state=MarkState.OPEN)

    runs = paragraphs("First, then.", "", [outer, inner])[0].runs

    assert [(run.text, run.number) for run in runs if run.opens] == [("", 1), ("First", 2)]


def test_the_headline_is_told_apart_from_the_text() -> None:
    shown = paragraphs("A headline\n\nThe text.", "A headline", [])

    assert [(part.id, part.is_title) for part in shown] == [(1, True), (2, False)]


@given(
    st.text(alphabet="ab \u0301é.,", min_size=1, max_size=220), st.integers(0, 230),
    st.integers(0, 230), st.integers(0, 40))
def test_one_mark_in_a_list_is_cut_as_any_number_of_marks_is(
    words: str, start: int, end: int, at: int
) -> None:
    here = Span(start=at, end=at + len(words), quote=words)
    place = Place(start, end)

    short = brief(here, Reason.NUMBER, (place,))

    assert short == brief(here, Reason.NUMBER, (place, place))

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.pairs import Finding, Reason, Relation, Strength, Suggestion
from app.domain.reports import (
    ReportedCell,
    ReportedSettlement,
    ReportedTag,
    ReportedTopic,
    ReportRow,
)
from app.services.reporting.subjects import Subject
from app.services.reporting.summing_up import summary
from tests.exporters.reports import article, claim
from tests.factories import NOON

SOURCES = ("Post", "Mail", "Radio", "Echo")
TEXT = "The council voted on the bridge."


@dataclass
class Told:
    """One pair: the places of its sources in SOURCES, what people say, and both values."""

    first: int
    second: int
    relation: Relation | None
    values: tuple[str, str] = ("", "")
    strength: Strength = Strength.STRICT


def summed_up(
    *told: Told, reason: Reason = Reason.VOTE_COUNT, label: str = "Council vote",
    silent: Sequence[int] = (), sources: Sequence[str] = SOURCES,
) -> str:
    articles = [article(n, source, TEXT, claim(TEXT, TEXT, n))
                for n, source in enumerate(sources, start=1)]
    rows = tuple(row(n, each, reason) for n, each in enumerate(told, start=1))
    cells = tuple(
        ReportedCell(source=source, version=None, value="", claims=()) if n in silent
        else ReportedCell(source=source, version=1, value="", claims=(n + 1,))
        for n, source in enumerate(sources))
    topic = ReportedTopic(label=label, reason=reason, cells=cells, relation=None, settled=False)
    return summary(sources, articles, [Subject(topic, rows)], rows)


def row(number: int, told: Told, reason: Reason) -> ReportRow:
    finding = Finding(reason=reason, relation=Relation.CONFLICT, strength=told.strength,
                      because="They differ.", what="Vote", reading="Differs",
                      first_value=told.values[0], second_value=told.values[1])
    suggested = Suggestion(relation=Relation.CONFLICT, strength=told.strength, score=1.0,
                           findings=(finding,), engine="rules")
    tags = () if told.relation is None else (
        ReportedTag(reviewer="A", relation=told.relation, note="", tagged_at=NOON),)
    return ReportRow(number=number, topic="", reason=reason, first_claim=told.first + 1,
                     second_claim=told.second + 1, suggestion=suggested, tags=tags,
                     settlement=None, relation=told.relation, disputed=False)


def test_it_says_so_when_nobody_has_reviewed_anything() -> None:
    assert summed_up(Told(0, 1, None)) == (
        "Nobody has reviewed a pair of this case yet. What the outlets agree on is open.")


def test_it_names_agreement_silence_and_the_clash() -> None:
    told = summed_up(
        Told(0, 1, Relation.AGREE, ("unanimous", "13–0")), Told(1, 2, Relation.AGREE),
        Told(0, 2, Relation.CONFLICT, ("13–0", "4–1")), silent=(3,))

    assert told == ("Three of four outlets agree on the council vote (unanimous, 13–0); the fourth"
                    " gives no count. They differ on the council vote: Post says 13–0, Radio says"
                    " 4–1.")


def test_agreement_is_only_what_people_tagged() -> None:
    told = summed_up(Told(0, 1, Relation.AGREE), Told(2, 3, None))

    assert told.startswith("Two of four outlets agree on the council vote.")


def test_an_outlet_that_speaks_but_was_not_compared_is_not_called_silent() -> None:
    told = summed_up(Told(0, 1, Relation.AGREE), silent=(3,))

    assert told.startswith("Two of four outlets agree on the council vote; Echo gives no count.")


def test_all_outlets_may_agree() -> None:
    told = summed_up(Told(0, 1, Relation.AGREE), sources=SOURCES[:2])

    assert told == ("Both outlets agree on the council vote. People found no conflict in the pairs"
                    " that they reviewed.")


def test_several_silent_outlets_are_counted() -> None:
    told = summed_up(Told(0, 1, Relation.AGREE), silent=(2, 3), reason=Reason.TERMINOLOGY,
                     label="Police force")

    assert told.startswith(
        "Two of four outlets agree on the police force; the other two do not mention it.")


def test_the_strictest_clash_is_named_and_the_others_are_counted() -> None:
    told = summed_up(
        Told(0, 1, Relation.CONFLICT, ("aliens", "residents"), Strength.FRAMING),
        Told(2, 3, Relation.CONFLICT, ("9–4", "9–3"), Strength.STRICT))

    assert told == ("People confirmed no agreement between outlets. The outlets clash in two pairs,"
                    " above all on the council vote: Radio says 9–4, Echo says 9–3.")


def test_words_are_quoted_and_figures_are_not() -> None:
    told = summed_up(Told(0, 1, Relation.CONFLICT, ("aliens", "residents")),
                     reason=Reason.TERMINOLOGY, label="People affected")

    assert "differ on the people affected: Post says “aliens”, Mail says “residents”." in told


def test_an_outlet_can_differ_from_itself() -> None:
    told = summed_up(Told(0, 0, Relation.CONFLICT, ("Las Rosas", "Los Rosas")),
                     reason=Reason.NAME_SPELLING, label="Place name")

    assert told.endswith("Post differs from itself on the place name: “Las Rosas” and “Los Rosas”.")


def test_values_that_are_whole_sentences_are_left_to_the_pairs_below() -> None:
    long = ("The mayor said on Tuesday that she would not step down.",
            "She will stay in office until the spring, she said.")

    told = summed_up(Told(0, 1, Relation.AGREE, long), Told(1, 2, Relation.CONFLICT, long),
                     reason=Reason.PARAPHRASE, label="Resignation")

    assert told == ("Two of four outlets agree on the resignation. They differ on the resignation:"
                    " Mail and Radio.")


def test_words_that_run_to_the_left_do_not_turn_the_sentence_around() -> None:
    told = summed_up(Told(0, 1, Relation.CONFLICT, ("بالإجماع", "unanimous")))

    assert "Post says \u2068بالإجماع\u2069, Mail says unanimous." in told


def test_a_settled_pair_counts_as_what_was_settled() -> None:
    settled = replace(
        row(1, Told(0, 1, Relation.RELATED), Reason.DATE), tags=(),
        settlement=ReportedSettlement(reviewer="J", relation=Relation.RELATED, why="",
                                      settled_at=NOON))

    assert summary(SOURCES, [], [], [settled]) == (
        "People confirmed no agreement between outlets. People found no conflict in the pairs that"
        " they reviewed.")

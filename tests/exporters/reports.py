"""Reports made by hand, true to every invariant of the domain: spans stand where they say."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.articles import Dropped
from app.domain.claims import Claim, Modality, Polarity, Span, Speaker, SpeakerKind
from app.domain.facts import Fact, FactValue, Vote
from app.domain.pairs import Finding, Place, Reason, Relation, Strength, Suggestion
from app.domain.reports import (
    Report,
    ReportChoices,
    ReportedArticle,
    ReportedCell,
    ReportedSettlement,
    ReportedTag,
    ReportedTopic,
    ReportRow,
    Tally,
)

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def claim(text: str, quote: str, number: int, *facts: tuple[str, FactValue]) -> Claim:
    """A claim that stands word for word in `text`, with facts that stand inside it."""
    start = text.index(quote)
    return Claim(
        id=number,
        span=Span(start=start, end=start + len(quote), quote=quote),
        paragraph=text[:start].count("\n") + 1,
        facts=tuple(
            Fact(value=value, surface=surface, start=text.index(surface, start),
                 end=text.index(surface, start) + len(surface))
            for surface, value in facts
        ),
    )


def article(number: int, source: str, text: str, *claims: Claim) -> ReportedArticle:
    """An article with its claims."""
    return ReportedArticle(
        id=number, source=source, title=f"{source} on the bridge", file_name=f"{number}.txt",
        published_on=date(2026, 11, 18 + number % 10), sha256=f"{number:064x}", text=text,
        dropped=(Dropped(text="Sign up for more", why="sign-up line"),), claims=claims,
    )


def place(text: str, words: str) -> tuple[Place, ...]:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return (Place(start, start + len(words)),)


def suggestion(relation: Relation, reason: Reason, *, first: tuple[str, str],
               second: tuple[str, str], because: str = "The two give other values.") -> Suggestion:
    """One finding on the given words of both texts (text, words)."""
    finding = Finding(
        reason=reason, relation=relation, strength=Strength.STRICT, because=because,
        what=reason.words, reading="Differs", first_value=first[1], second_value=second[1],
        first_places=place(*first), second_places=place(*second),
    )
    return Suggestion(relation=relation, strength=Strength.STRICT, score=0.9,
                      findings=(finding,), engine="rules 1")


def tag(reviewer: str, relation: Relation, note: str = "") -> ReportedTag:
    """A person's answer."""
    return ReportedTag(reviewer=reviewer, relation=relation, note=note, tagged_at=NOON)


VOTE_A = "Bridge to close\nThe council voted 9–4 on Tuesday to close the bridge for a year."
VOTE_B = "The council closed the bridge by 9 to 3 votes, its clerk said.\nThe bridge is old."
VOTE_C = "Old bridge\nNobody was hurt when the old bridge moved. 𝐓𝐡𝐞 bridge opened in 1931."


def report(**changed: Any) -> Report:  # noqa: ANN401  any field of Report
    """A case of three outlets: a conflict, an agreement, a settled pair, a dispute, one open."""
    articles = (
        article(1, "Morning Post", VOTE_A,
                claim(VOTE_A, "The council voted 9–4 on Tuesday to close the bridge for a year.", 1,
                      ("9–4", Vote(for_=9, against=4))),
                claim(VOTE_A, "Bridge to close", 2)),
        article(2, "Evening Mail", VOTE_B,
                replace(claim(VOTE_B, "The council closed the bridge by 9 to 3 votes", 3,
                              ("9 to 3", Vote(for_=9, against=3))),
                        speaker=Speaker(name="the clerk", kind=SpeakerKind.INDIRECT, verb="said")),
                claim(VOTE_B, "The bridge is old.", 4)),
        article(3, "River Radio", VOTE_C,
                replace(claim(VOTE_C, "Nobody was hurt when the old bridge moved.", 5),
                        polarity=Polarity.NEGATIVE),
                replace(claim(VOTE_C, "𝐓𝐡𝐞 bridge opened in 1931.", 6), modality=Modality.DID)),
    )
    rows = (
        row(1, 1, 3, Relation.CONFLICT,
            suggestion(Relation.CONFLICT, Reason.VOTE_COUNT, first=(VOTE_A, "9–4"),
                       second=(VOTE_B, "9 to 3"), because="9–4 and 9–3 cannot both be right."),
            tag("A", Relation.CONFLICT, "One vote is missing."), tag("B", Relation.CONFLICT)),
        row(2, 4, 5, Relation.AGREE,
            suggestion(Relation.AGREE, Reason.DETAIL, first=(VOTE_B, "old"),
                       second=(VOTE_C, "old bridge")),
            tag("A", Relation.AGREE)),
        row(3, 2, 5, None,
            suggestion(Relation.RELATED, Reason.DETAIL, first=(VOTE_A, "close"),
                       second=(VOTE_C, "moved")),
            tag("A", Relation.RELATED), tag("B", Relation.UNRELATED)),
        replace(
            row(4, 1, 6, Relation.RELATED,
                suggestion(Relation.CONFLICT, Reason.DATE, first=(VOTE_A, "Tuesday"),
                           second=(VOTE_C, "in 1931")),
                tag("A", Relation.CONFLICT), tag("B", Relation.RELATED)),
            settlement=ReportedSettlement(reviewer="C", relation=Relation.RELATED,
                                          why="Two different days.", settled_at=NOON)),
        row(5, 2, 3, None,
            suggestion(Relation.CONFLICT, Reason.TERMINOLOGY, first=(VOTE_A, "close"),
                       second=(VOTE_B, "closed"), because="One closes, one has closed.")),
    )
    made = Report(
        case="Old bridge", engine="rules 1", made_on=date(2026, 11, 20),
        sources=tuple(each.source for each in articles), articles=articles, rows=rows,
        topics=(
            topic("Council vote", Relation.CONFLICT, ("9–4", 1, 1), ("9–3", 2, 3), None),
            topic("Age of the bridge", Relation.AGREE, None, ("old", 1, 4), ("old bridge", 1, 5)),
            topic("Opening", None, None, None, ("1931", 1, 6)),
        ),
        tally=Tally(suggested=5, reviewed=4, by_two=3, settled=1, disputed=1, left_out=1,
                    conflicts=1, agreements=1, related=1, unrelated=0),
        summary="Two of three outlets report the council vote; the third gives no count.",
        choices=ReportChoices(),
    )
    return replace(made, **changed)


def row(number: int, first: int, second: int, relation: Relation | None, suggested: Suggestion,
        *tags: ReportedTag) -> ReportRow:
    """A pair with its tags; tags without a relation make a dispute."""
    return ReportRow(
        number=number, topic=f"Topic {number}", reason=suggested.findings[0].reason,
        first_claim=first, second_claim=second, suggestion=suggested, tags=tags, settlement=None,
        relation=relation, disputed=relation is None and bool(tags),
    )


def topic(label: str, relation: Relation | None,
          *told: tuple[str, int, int] | None) -> ReportedTopic:
    """A topic with a cell for each of the three sources: (value, version, claim) or None."""
    names = ("Morning Post", "Evening Mail", "River Radio")
    cells = tuple(
        ReportedCell(source=name, version=cell[1], value=cell[0], claims=(cell[2],)) if cell
        else ReportedCell(source=name, version=None, value="", claims=())
        for name, cell in zip(names, told, strict=True)
    )
    return ReportedTopic(label=label, reason=Reason.VOTE_COUNT, cells=cells, relation=relation,
                         settled=False)


def finer() -> Report:
    """The report with a first claim that hedges and was put right."""
    made = report()
    first, *others = made.articles
    claim_of_it = replace(first.claims[0], hedges=("nearly",), scope=("all",),
                          condition="if it rains", exception="except on Sundays",
                          speaker=Speaker(name="the clerk", kind=SpeakerKind.INDIRECT,
                                          via="Radio Orby"))
    told = replace(first, claims=(claim_of_it, *first.claims[1:]),
                   corrected=frozenset({claim_of_it.id}))
    return replace(made, articles=(told, *others))

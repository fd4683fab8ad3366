"""Two loose sentences to findings, findings to one suggestion."""

from dataclasses import replace
from datetime import date

from app.domain.pairs import Finding, Place, Relation, Strength, Suggestion
from app.engine import lexicon, weighing
from app.engine.alignment import Alignment, align
from app.engine.comparators import COMPARATORS
from app.engine.sides import Side, loose, read_closely
from app.engine.tokens import WordKind

ENGINE = "rules 3"


def warm_up() -> None:
    """Read every table that a comparison may need, so that the first one is as quick as the
    rest."""
    compare_texts("In May 5 singers of Orby were unable to leave, Lind said.",
                  "In June 6 vocalists of Orby left, Lind said.")


def compare_texts(a: str, b: str, *, a_date: date | None = None,
                  b_date: date | None = None) -> Suggestion:
    """What two loose sentences are to each other; places are offsets into each text."""
    both = aligned_texts(loose(a, published_on=a_date), loose(b, published_on=b_date))
    findings = findings_of(both)
    sure = weighing.score(findings, both)
    return _told(both, findings, sure, weighing.relation(findings, both, sure))


def aligned_texts(first: Side, second: Side) -> Alignment:
    """Two loose sentences aligned; facts and speakers are read only where figures or dates
    differ or somebody speaks, which is where they can say more than the words."""
    both = align(first, second)
    if not (_figures_differ(both) or _days_differ(both) or _somebody_speaks(both)):
        return both
    return replace(both, first=read_closely(first), second=read_closely(second))


_FIGURES = frozenset({WordKind.NUMBER, WordKind.YEAR, WordKind.ORDINAL, WordKind.MONTH,
                      WordKind.WEEKDAY})
_TELLING = frozenset({"unanimous", "unanimously", "dissent", "half", "third", "quarter", "today",
                      "yesterday", "tomorrow", "last", "next"})
_SHARES = frozenset({"half", "third", "quarter", "fifth", "tenth"})
_SAYING = frozenset({"say", "tell", "deny", "decline", "announce", "claim"})


def _figures_differ(both: Alignment) -> bool:
    ours = any(token.kind in _FIGURES or token.norm in _TELLING
               for i, token in enumerate(both.first.tokens) if i not in both.links)
    if any(side.tokens[i].lemma == "point" for side, alone in (
            (both.first, both.only_first), (both.second, both.only_second)) for i in alone):
        return True
    theirs = any(token.kind in _FIGURES or token.norm in _TELLING
                 for j, token in enumerate(both.second.tokens) if j not in both.back)
    shares = not (_SHARES.isdisjoint(both.first.forms) or _SHARES.isdisjoint(both.second.forms))
    return (ours and theirs) or (shares and (ours or theirs))


def _days_differ(both: Alignment) -> bool:
    """One month stands beside other days or years in the two sentences."""
    if lexicon.MONTHS.isdisjoint(both.first.forms):
        return False
    return any(both.first.tokens[i].kind is WordKind.MONTH
               and not _one_holds(_beside(both.first, i), _beside(both.second, j))
               for i, j in both.links.items())


def _one_holds(one: set[float | None], other: set[float | None]) -> bool:
    return one <= other or other <= one


def _beside(side: Side, at: int) -> set[float | None]:
    return {token.value for token in side.tokens[max(0, at - 1):at + 2] if token.value is not None}


def _somebody_speaks(both: Alignment) -> bool:
    return not (_SAYING.isdisjoint(both.first.forms) or _SAYING.isdisjoint(both.second.forms))


def findings_of(both: Alignment) -> tuple[Finding, ...]:
    """Every comparator's opinion."""
    opinions = (compare(both) for compare in COMPARATORS.values())
    return tuple(finding for finding in opinions if finding is not None)


def _told(both: Alignment, findings: tuple[Finding, ...], sure: float,
          relation: Relation) -> Suggestion:
    ordered = weighing.ordered(findings, relation)
    return Suggestion(
        relation=relation,
        strength=ordered[0].strength if ordered else Strength.STRICT,
        score=round(sure, 4), findings=ordered, engine=ENGINE,
        only_first=_places(both.first, both.only_first),
        only_second=_places(both.second, both.only_second),
        aligned=round(both.covered, 4),
    )


def _places(side: Side, indexes: tuple[int, ...]) -> tuple[Place, ...]:
    """Neighbouring words as one place."""
    found: list[Place] = []
    last = -9
    for index in indexes:
        place = side.place(index)
        if index == last + 1:
            found[-1] = Place(found[-1].start, place.end)
        else:
            found.append(place)
        last = index
    return tuple(found)

"""Why the machine suggests what it suggests, told for people; needs no store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.claims import Claim
from app.domain.facts import Day, Fact, FactKind, Named
from app.domain.pairs import Finding, Place, Reason, Relation, Strength, Suggestion
from app.engine.aliases import NONE, Aliases
from app.engine.alignment import align
from app.engine.comparing import compare_texts
from app.engine.keys import keys_of
from app.engine.parts import Part, Standing, parts
from app.engine.sides import Side, loose, read_closely, side_of
from app.models.classifier import Classifier
from app.services.pages.compare import (
    Ground,
    KeyShown,
    ValueRow,
    ValueShown,
    Weighs,
    Why,
    WordsPart,
)
from app.services.pages.shell import TagShown
from app.services.second_opinions import with_opinion

WIDEST = 116
"""Characters of the claims' words that stand beside each other in one row of parts."""

MOST_IN_ROW = 7
_LEAST_WIDE = 12
"""A part is at least as wide as what is said of it ("Same meaning")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How two claims came together; see `Why` for what None means."""

    keys: tuple[KeyShown, ...] = ()
    claims: int | None = None
    one_event: bool | None = None
    compared_at: datetime | None = None


def explain_texts(a: str, b: str, model: Classifier | None = None, *,
                  a_date: date | None = None,
                  b_date: date | None = None) -> tuple[Suggestion, Why]:
    """What the engine makes of two loose sentences, and why; and what the model says."""
    suggestion = with_opinion(compare_texts(a, b, a_date=a_date, b_date=b_date), a, b, model)
    first = read_closely(loose(a, published_on=a_date))
    second = read_closely(loose(b, published_on=b_date))
    shared = sorted(keys_of(first) & keys_of(second))
    met = Met(keys=tuple(KeyShown(words=key.rstrip(": "), is_question=False, claims=None)
                         for key in shared))
    numbers = tuple(range(1, len(suggestion.findings) + 1))
    return suggestion, explain(suggestion, (first, second), met, numbers)


def explain_claims(
    suggestion: Suggestion, first: Claim, second: Claim, met: Met,
    numbers: Sequence[int | None], aliases: Aliases = NONE,
) -> Why:
    """What a suggestion on two claims rests on. `numbers` are the marks of its findings,
    `aliases` the names of the case."""
    return explain(suggestion, (side_of(first), side_of(second)), met, numbers, aliases)


def explain(
    suggestion: Suggestion, sides: tuple[Side, Side], met: Met, numbers: Sequence[int | None],
    aliases: Aliases = NONE,
) -> Why:
    """What a suggestion on two prepared sides rests on. Its findings stand where they were
    found; the words around them are aligned anew."""
    both = align(*sides)
    cut = [_words(_as_people_say(part, sides, aliases), sides, suggestion, numbers)
           for part in parts(both, suggestion.findings)]
    return Why(
        grounds=tuple(_ground(suggestion, finding, number) for finding, number
                      in zip(suggestion.findings, numbers, strict=True)),
        values=tuple(_values(sides[0].claim.facts, sides[1].claim.facts)),
        keys=met.keys, claims=met.claims, one_event=met.one_event, engine=suggestion.engine,
        compared_at=met.compared_at, bands=tuple(map(tuple, _bands(cut))),
    )


def _ground(suggestion: Suggestion, finding: Finding, number: int | None) -> Ground:
    return Ground(
        number=number, reason=finding.reason,
        says=TagShown(relation=finding.relation, suggested=True),
        strength=finding.strength, because=finding.because,
        weighs=_weighs(suggestion, finding),
    )


def _weighs(suggestion: Suggestion, finding: Finding) -> Weighs:
    if finding.reason is Reason.SECOND_OPINION:
        return Weighs.LITTLE
    if finding is suggestion.findings[0] and finding.relation is suggestion.relation:
        return Weighs.DECIDES
    speaks_for = finding.relation is suggestion.relation and finding.strength is Strength.STRICT
    return Weighs.BEARS_OUT if speaks_for else Weighs.LITTLE


def _values(first: Iterable[Fact], second: Iterable[Fact]) -> Iterator[ValueRow]:
    ours, theirs = _by_kind(first), _by_kind(second)
    for kind in FactKind:
        if kind in ours or kind in theirs:
            yield ValueRow(kind=kind, first=ours.get(kind, ()), second=theirs.get(kind, ()))


def _by_kind(facts: Iterable[Fact]) -> dict[FactKind, tuple[ValueShown, ...]]:
    found: dict[FactKind, dict[str, ValueShown]] = {}
    for fact in facts:
        shown = str(fact.value)
        found.setdefault(fact.kind, {}).setdefault(
            shown, ValueShown(kind=fact.kind, shown=shown, origin=_origin(fact)))
    return {kind: tuple(values.values()) for kind, values in found.items()}


def _origin(fact: Fact) -> str:
    value, words = fact.value, f"“{fact.surface}”"
    if isinstance(value, Day) and value.basis:
        told = value.basis.removeprefix(fact.surface).removeprefix(",").strip()
        return f"{words}, counted {told}" if told.startswith("from") else f"{words}: {told}"
    if isinstance(value, Named) and value.holder:
        return f"from {words}, held by {value.holder}"
    return "" if str(value).casefold() == fact.surface.casefold() else f"from {words}"


_RELATIONS = {Standing.SAME_WORDS: Relation.AGREE, Standing.SAME_MEANING: Relation.AGREE,
              Standing.FITS: Relation.AGREE}


def _words(part: Part, sides: tuple[Side, Side], suggestion: Suggestion,
           numbers: Sequence[int | None]) -> WordsPart:
    marked = part.finding is not None and (
        suggestion.findings[part.finding].reason is not Reason.DETAIL)
    only = (*((part.first, place) for place in suggestion.only_first),
            *((part.second, place) for place in suggestion.only_second))
    return WordsPart(
        first=_said(sides[0], part.first), second=_said(sides[1], part.second),
        reading=part.standing.value, relation=_RELATIONS.get(part.standing),
        number=numbers[part.finding] if part.finding is not None and marked else None,
        dotted=part.standing is Standing.ONLY_HERE and any(_touch(*two) for two in only),
    )


def _as_people_say(part: Part, sides: tuple[Side, Side], aliases: Aliases) -> Part:
    """Two names that differ in letters only where people say that they mean the same."""
    if part.finding is not None or part.standing is not Standing.DIFFERS:
        return part
    same = aliases.same(_said(sides[0], part.first), _said(sides[1], part.second))
    return replace(part, standing=Standing.SAME_MEANING) if same else part


def _said(side: Side, place: Place | None) -> str:
    if place is None:
        return ""
    start = side.claim.span.start
    return " ".join(side.text[place.start - start:place.end - start].split())


def _touch(one: Place | None, other: Place) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _bands(cut: Sequence[WordsPart]) -> list[list[WordsPart]]:
    """As few rows as fit the page, and those about as full as each other."""
    rows = _filled(cut, WIDEST)
    narrower = (_filled(cut, widest) for widest in range(WIDEST - 1, _LEAST_WIDE, -1))
    for other in narrower:
        if len(other) != len(rows):
            break
        rows = other
    return rows


def _filled(cut: Iterable[WordsPart], widest: int) -> list[list[WordsPart]]:
    rows: list[list[WordsPart]] = []
    wide = 0
    for part in cut:
        needed = max(len(part.first), len(part.second), _LEAST_WIDE)
        if not rows or wide + needed > widest or len(rows[-1]) == MOST_IN_ROW:
            rows.append([])
            wide = 0
        rows[-1].append(part)
        wide += needed
    return rows

"""Two claims to findings, findings to one suggestion; the claims of a case to pairs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.pairs import Finding, PairKey, Place, Relation, Strength, Suggestion
from app.engine import keys, weighing
from app.engine.alignment import Alignment, align
from app.engine.comparators import COMPARATORS
from app.engine.events import of_one_event
from app.engine.reading import Reading
from app.engine.sides import Side, loose, read_closely, side_of
from app.engine.tokens import WordKind

ENGINE = "rules 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedPair:
    """A pair that the engine proposes; the suggestion's sides stand in the key's order."""

    key: PairKey
    suggestion: Suggestion


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
    if not (_figures_differ(both) or _somebody_speaks(both)):
        return both
    return replace(both, first=read_closely(first), second=read_closely(second))


_FIGURES = frozenset({WordKind.NUMBER, WordKind.YEAR, WordKind.ORDINAL, WordKind.MONTH,
                      WordKind.WEEKDAY})
_TELLING = frozenset({"unanimous", "unanimously", "dissent", "half", "third", "quarter", "today",
                      "yesterday", "tomorrow", "last", "next"})
_SAYING = frozenset({"say", "tell", "deny", "decline", "announce", "claim"})


def _figures_differ(both: Alignment) -> bool:
    ours = any(token.kind in _FIGURES or token.norm in _TELLING
               for i, token in enumerate(both.first.tokens) if i not in both.links)
    if any(side.tokens[i].lemma == "point" for side, alone in (
            (both.first, both.only_first), (both.second, both.only_second)) for i in alone):
        return True
    linked = set(both.links.values())
    return ours and any(token.kind in _FIGURES or token.norm in _TELLING
                        for j, token in enumerate(both.second.tokens) if j not in linked)


def _somebody_speaks(both: Alignment) -> bool:
    return all(any(token.lemma in _SAYING for token in side.tokens)
               for side in (both.first, both.second))


def compare_in_case(first: Side, second: Side) -> Suggestion:
    """What two claims of one case are to each other: findings weighed as the case demands."""
    both = align(first, second)
    findings = findings_of(both)
    sure = weighing.score_in_case(findings, both)
    return _told(both, findings, sure, weighing.relation_in_case(findings, both, sure))


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


_MOST_PER_CLAIM = 6


def suggest_pairs(readings: Sequence[Reading]) -> tuple[SuggestedPair, ...]:
    """The pairs of a case that a person should see, surest conflicts first, capped per claim.

    Claims must carry their ids. Conflicts are barred between articles of different events.
    """
    sides = [
        side_of(claim, article_id=reading.article_id, source_id=reading.source_id,
                published_on=reading.published_on)
        for reading in sorted(readings, key=lambda reading: reading.article_id)
        for claim in reading.claims
    ]
    same_event = of_one_event(readings)
    found = []
    for candidate in keys.candidates(sides):
        first, second = sides[candidate.first], sides[candidate.second]
        if not _may_meet(first, second, same_event):
            continue
        pair = _pair(first, second, candidate.keys)
        if _worth_a_look(pair.suggestion, inside=first.article_id == second.article_id):
            found.append(pair)
    return _capped(found)


def _may_meet(first: Side, second: Side, same_event: frozenset[tuple[int, int]]) -> bool:
    one, other = sorted((first.article_id, second.article_id))
    return one == other or (one, other) in same_event


def _worth_a_look(suggestion: Suggestion, *, inside: bool) -> bool:
    """Between articles: whatever agrees, clashes or is told in loaded words. Inside one article
    only what clashes."""
    if suggestion.relation is Relation.CONFLICT:
        return True
    if inside or suggestion.relation is Relation.UNRELATED:
        return False
    return suggestion.relation is Relation.AGREE or any(
        finding.strength is Strength.FRAMING for finding in suggestion.findings)


def _pair(first: Side, second: Side, shared: tuple[str, ...]) -> SuggestedPair:
    if first.claim.id > second.claim.id:
        first, second = second, first
    suggestion = replace(compare_in_case(first, second), keys=shared)
    return SuggestedPair(key=PairKey.of(first.claim.id, second.claim.id), suggestion=suggestion)


def _capped(pairs: list[SuggestedPair]) -> tuple[SuggestedPair, ...]:
    taken: Counter[int] = Counter()
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-pair.suggestion.score,
                                                -pair.suggestion.aligned, pair.key)):
        if max(taken[pair.key.first], taken[pair.key.second]) < _MOST_PER_CLAIM:
            taken.update(pair.key)
            kept.append(pair)
    return tuple(kept)

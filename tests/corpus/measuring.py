"""How often the engine is right about the corpus: precision and recall, reason by reason.

The engine reads each event as one case, as an import does: `clean`, `read_claims`, then the
questions of the case. A suggested pair is held against a labelled one where claims and quotes
overlap by at least half of the shorter, and where the finding's own words, if it marks any, lie
in the quotes: two sentences may agree on one thing and differ on another.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count

from app.domain.claims import Claim
from app.domain.pairs import Finding, Place, Reason, Relation, Strength, Suggestion
from app.engine.casework.suggesting import Compared
from app.engine.casework.told import CaseWords
from app.engine.claims import read_claims
from app.engine.comparing import ENGINE
from app.engine.reading import Reading
from tests.corpus.labels import Event, Label, Piece, Quoted

Wanted = Callable[["Finding | Suggestion | Label"], bool]
"""Strict conflicts or agreements, told of a finding, a suggestion or a label."""


class Verdict(StrEnum):
    """Whether what the engine says of a pair is what the labels say."""

    TRUE = "true"
    FALSE = "false"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim of a suggested pair, with its article."""

    piece: Piece
    claim: Claim

    def overlaps(self, quoted: Quoted) -> bool:
        """The claim and the quote share half of the shorter of them."""
        if self.piece.name != quoted.article:
            return False
        span = self.claim.span
        shared = min(span.end, quoted.end) - max(span.start, quoted.start)
        return 2 * shared >= min(span.end - span.start, len(quoted.quote))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A pair that the engine suggests; sides in the order of the suggestion's findings."""

    first: Side
    second: Side
    suggestion: Suggestion

    @property
    def is_strict_conflict(self) -> bool:
        return _is_strict_conflict(self.suggestion)

    def turned_to(self, label: Label) -> tuple[Quoted, Quoted] | None:
        """The label's quotes for the first and second claim, None if it is about others."""
        for one, other in ((label.first, label.second), (label.second, label.first)):
            if self.first.overlaps(one) and self.second.overlaps(other):
                return one, other
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A suggested pair with the labels about its two claims and the verdict."""

    suggested: Suggested
    labels: tuple[Label, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A labelled strict conflict or agreement, and whether the engine found it.

    `by` is the reason that the engine gave, None where it found nothing.
    """

    label: Label
    by: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One event: what the engine suggested, judged; what it was to find, sought."""

    event: Event
    conflicts: tuple[Judged, ...]
    agreements: tuple[Judged, ...]
    sought_conflicts: tuple[Sought, ...]
    sought_agreements: tuple[Sought, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one reason. Shares of nothing are 1.

    The labels are meant to hold every strict conflict of an event, so a suggestion that nobody
    has labelled counts as false until somebody has: precision is never flattered.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    sought: int = 0
    found: int = 0
    by_reason: int = 0

    @property
    def precision(self) -> float:
        return _share(self.verdicts[Verdict.TRUE], self.verdicts.total())

    @property
    def recall(self) -> float:
        return _share(self.found, self.sought)


def measure(event: Event) -> Outcome:
    """Let the engine read one event and judge what it says."""
    suggested = suggest(event)
    conflicts = [one for one in suggested if one.is_strict_conflict]
    agreements = [one for one in suggested if one.suggestion.relation is Relation.AGREE]
    return Outcome(
        event=event,
        conflicts=tuple(_judged(one, event, _is_strict_conflict) for one in conflicts),
        agreements=tuple(_judged(one, event, _is_agreement) for one in agreements),
        sought_conflicts=_sought(suggested, event, _is_strict_conflict),
        sought_agreements=_sought(suggested, event, _is_agreement),
    )


def suggest(event: Event) -> list[Suggested]:
    """The pairs that the engine suggests for an event, as it does for an imported case."""
    ids = count(1)
    readings = [_reading(at, piece, ids) for at, piece in enumerate(event.pieces, start=1)]
    sides = {claim.id: Side(piece=piece, claim=claim)
             for piece, reading in zip(event.pieces, readings, strict=True)
             for claim in reading.claims}
    return [Suggested(first=sides[key.first], second=sides[key.second], suggestion=suggestion)
            for key, suggestion in Compared(CaseWords(readings)).suggestions(ENGINE)]


def _reading(at: int, piece: Piece, ids: Iterator[int]) -> Reading:
    claims = read_claims(piece.text, title=piece.title, published_on=piece.day)
    return Reading(
        article_id=at, source_id=at, title=piece.title, published_on=piece.day, text=piece.text,
        claims=tuple(replace(claim, id=one) for claim, one in zip(claims, ids, strict=False)),
    )


def _is_strict_conflict(told: Finding | Suggestion | Label) -> bool:
    return told.relation is Relation.CONFLICT and told.strength is Strength.STRICT


def _is_agreement(told: Finding | Suggestion | Label) -> bool:
    return told.relation is Relation.AGREE


def _judged(suggested: Suggested, event: Event, wanted: Wanted) -> Judged:
    """True if a finding of the wanted sort lies on a label of that sort, false if all labels
    about the two claims say otherwise, unlabelled if there are none."""
    labels = tuple(label for label in event.labels if suggested.turned_to(label))
    if any(wanted(label) and _lies_on(suggested, label, wanted) for label in labels):
        verdict = Verdict.TRUE
    else:
        verdict = Verdict.FALSE if labels else Verdict.UNLABELLED
    return Judged(suggested=suggested, labels=labels, verdict=verdict)


def _sought(all_suggested: Sequence[Suggested], event: Event, wanted: Wanted
            ) -> tuple[Sought, ...]:
    sought = []
    for label in filter(wanted, event.labels):
        findings = [finding for suggested in all_suggested if suggested.turned_to(label)
                    for finding in _on(suggested, label, wanted)]
        reasons = [finding.reason for finding in findings]
        same = label.reason if label.reason in reasons else None
        sought.append(Sought(label=label, by=same or next(iter(reasons), None)))
    return tuple(sought)


def _lies_on(suggested: Suggested, label: Label, wanted: Wanted) -> bool:
    return bool(_on(suggested, label, wanted))


def _on(suggested: Suggested, label: Label, wanted: Wanted) -> list[Finding]:
    """The wanted findings of a suggested pair that are about the words of a label."""
    quotes = suggested.turned_to(label)
    if quotes is None:
        return []
    return [finding for finding in suggested.suggestion.findings
            if wanted(finding)
            and _inside(finding.first_places, quotes[0])
            and _inside(finding.second_places, quotes[1])]


def _inside(places: Sequence[Place], quoted: Quoted) -> bool:
    """A marked word lies in the quote; a finding that marks none is about the whole claim."""
    return not places or any(place.start < quoted.end and quoted.start < place.end
                             for place in places)


def tallies(outcomes: Iterable[Outcome], *, agreements: bool = False) -> dict[Reason, Tally]:
    """Counts by reason over some events: of strict conflicts, or of agreements.

    A suggestion counts under the reason that decides it, a label under its own.
    """
    counted: dict[Reason, Tally] = {}
    for outcome in outcomes:
        judged = outcome.agreements if agreements else outcome.conflicts
        for one in judged:
            reason = one.suggested.suggestion.findings[0].reason
            counted.setdefault(reason, Tally()).verdicts[one.verdict] += 1
        sought = outcome.sought_agreements if agreements else outcome.sought_conflicts
        for label in sought:
            tally = counted.setdefault(label.label.reason, Tally())
            tally.sought += 1
            tally.found += label.by is not None
            tally.by_reason += label.by is label.label.reason
    return {reason: counted[reason] for reason in Reason if reason in counted}


def differences(outcome: Outcome) -> list[bool]:
    """The things on which the articles of an event differ, each with whether one pair at least
    shows it. One thing are labels of one reason that hang together by what they quote: where one
    outlet says 12 and two say 14 there is one difference in two pairs."""
    joined: dict[_Quote, _Quote] = {}

    def first(of: _Quote) -> _Quote:
        while joined.setdefault(of, of) != of:
            of = joined[of]
        return of

    for label in outcome.event.labels:
        if label.is_strict_conflict or label.relation is Relation.AGREE:
            joined[first((label.first, label.reason))] = first((label.second, label.reason))
    seen: dict[_Quote, bool] = {}
    for sought in outcome.sought_conflicts:
        group = first((sought.label.first, sought.label.reason))
        seen[group] = seen.get(group, False) or sought.by is not None
    return list(seen.values())


_Quote = tuple[Quoted, Reason]


def total(counted: Iterable[Tally]) -> Tally:
    """All reasons together."""
    together = Tally()
    for tally in counted:
        together.verdicts.update(tally.verdicts)
        together.sought += tally.sought
        together.found += tally.found
        together.by_reason += tally.by_reason
    return together


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

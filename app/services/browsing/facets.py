"""The filters of the queue with their counts; each group obeys all the others."""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.pairs import Reason, Relation
from app.domain.people import Reviewer
from app.services.browsing.lists import wanted_of
from app.services.pages.queue import Choice, Facet, MyTag, QueueFilter
from app.services.wording import MY_TAG_LABELS
from app.store.pages.facets import Portion, SourceOption
from app.store.pages.listing import Zone
from app.store.session import Store

_ZONES = {
    MyTag.NOT_YET: frozenset({Zone.UNTAGGED, Zone.SKIPPED}),
    MyTag.SKIPPED: frozenset({Zone.SKIPPED}),
    MyTag.TAGGED: frozenset({Zone.TAGGED}),
}

_RELATIONS = (Relation.CONFLICT, Relation.AGREE, Relation.RELATED, Relation.UNRELATED)
"""In the order of the picture: what is looked for first stands first."""


@dataclass(slots=True)
class _Counts:
    """Pairs by each value of a group, as the other groups let them through."""

    zones: Counter[Zone] = field(default_factory=Counter)
    relations: Counter[Relation] = field(default_factory=Counter)
    reasons: Counter[Reason] = field(default_factory=Counter)
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What facets are made of: counts by everything but source, counts by source, the reasons
    that occur at all, and the pairs that this reviewer is asked for; None: never asked."""

    counts: _Counts
    by_source: dict[int, int]
    sources: tuple[SourceOption, ...]
    there: frozenset[Reason]
    assigned: int | None

    @property
    def total(self) -> int:
        """Pairs that all groups let through."""
        return self.counts.total


def groups_of(store: Store, reviewer: Reviewer, wanted: QueueFilter) -> Groups:
    """Everything that the facets count; a pair inside one source counts once for it."""
    counts = store.pages.facets.counts(wanted_of(reviewer, wanted))
    by_source: dict[int, int] = {}
    for row in counts.by_sources:
        if _is_mine(row.zone, wanted.mine):
            for source_id in {row.first_source_id, row.second_source_id}:
                by_source[source_id] = by_source.get(source_id, 0) + row.pairs
    portions = tuple(counts.portions)
    return Groups(
        by_source=by_source, sources=tuple(store.pages.facets.sources_of(wanted.case_id)),
        there=frozenset(portion.reason for portion in portions),
        assigned=_assigned(store, reviewer, wanted),
        counts=_counted(portions, wanted),
    )


def _assigned(store: Store, reviewer: Reviewer, wanted: QueueFilter) -> int | None:
    rows = store.pages.facets.assigned(wanted_of(reviewer, wanted))
    if not rows and not wanted.assigned:
        return None
    return sum(count for zone, count in rows if _is_mine(zone, wanted.mine))


def facets(wanted: QueueFilter, groups: Groups) -> tuple[Facet, ...]:
    """My tag, Assigned, Suggested, Reason, Source.

    Values with 0 stay; reasons that never occur do not, and nor does Assigned for whom nobody
    has asked.
    """
    there, counts = groups.there | set(wanted.reasons), groups.counts
    return (
        Facet(title="My tag", choices=tuple(_mine(word, wanted, counts) for word in MyTag)),
        *(() if groups.assigned is None else (Facet(title="Assigned", choices=(Choice(
            name="assigned", value="1", label="To me", count=groups.assigned,
            chosen=wanted.assigned),)),)),
        Facet(title="Suggested", choices=tuple(
            _suggested(relation, wanted, counts) for relation in _RELATIONS)),
        Facet(title="Reason", choices=tuple(
            _reason(reason, wanted, counts) for reason in Reason if reason in there)),
        Facet(title="Source", choices=tuple(
            _source(source, wanted, groups) for source in groups.sources)),
    )


def _mine(word: MyTag, wanted: QueueFilter, counts: _Counts) -> Choice:
    count = sum(counts.zones[zone] for zone in _ZONES[word])
    return Choice(name="mine", value=word.value, label=MY_TAG_LABELS[word], count=count,
                  chosen=word in wanted.mine)


def _suggested(relation: Relation, wanted: QueueFilter, counts: _Counts) -> Choice:
    return Choice(name="suggested", value=relation.value, label=relation.value.capitalize(),
                  count=counts.relations[relation], chosen=relation in wanted.suggested,
                  relation=relation)


def _reason(reason: Reason, wanted: QueueFilter, counts: _Counts) -> Choice:
    return Choice(name="reason", value=reason.value, label=reason.words,
                  count=counts.reasons[reason], chosen=reason in wanted.reasons)


def _source(source: SourceOption, wanted: QueueFilter, groups: Groups) -> Choice:
    return Choice(name="source", value=str(source.id), label=source.name,
                  count=groups.by_source.get(source.id, 0),
                  chosen=source.id in wanted.source_ids)


def _counted(portions: tuple[Portion, ...], wanted: QueueFilter) -> _Counts:
    """The pairs of each value that all groups but its own let through, and of all of them."""
    counts = _Counts()
    zones = {zone: _is_mine(zone, wanted.mine) for zone in Zone}
    for zone, relation, reason, pairs in portions:
        in_zone = zones[zone]
        in_relation = not wanted.suggested or relation in wanted.suggested
        in_reason = not wanted.reasons or reason in wanted.reasons
        if in_relation and in_reason:
            counts.zones[zone] += pairs
        if in_zone and in_reason:
            counts.relations[relation] += pairs
        if in_zone and in_relation:
            counts.reasons[reason] += pairs
        if in_zone and in_relation and in_reason:
            counts.total += pairs
    return counts


def _is_mine(zone: Zone, mine: tuple[MyTag, ...]) -> bool:
    return not mine or any(zone in _ZONES[word] for word in mine)

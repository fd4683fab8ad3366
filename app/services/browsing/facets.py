"""The filters of the queue with their counts; each group obeys all the others."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """What facets are made of: counts by everything but source, and counts by source."""

    portions: tuple[Portion, ...]
    by_source: dict[int, int]
    sources: tuple[SourceOption, ...]
    total: int


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
        portions=portions, by_source=by_source,
        sources=tuple(store.pages.facets.sources_of(wanted.case_id)),
        total=_count(portions, wanted, lambda _: True),
    )


def facets(wanted: QueueFilter, groups: Groups) -> tuple[Facet, ...]:
    """My tag, Suggested, Reason, Source. Values with 0 stay; reasons that never occur do not."""
    there = {portion.reason for portion in groups.portions} | set(wanted.reasons)
    return (
        Facet(title="My tag", choices=tuple(_mine(word, wanted, groups) for word in MyTag)),
        Facet(title="Suggested", choices=tuple(
            _suggested(relation, wanted, groups) for relation in _RELATIONS)),
        Facet(title="Reason", choices=tuple(
            _reason(reason, wanted, groups) for reason in Reason if reason in there)),
        Facet(title="Source", choices=tuple(
            _source(source, wanted, groups) for source in groups.sources)),
    )


def _mine(word: MyTag, wanted: QueueFilter, groups: Groups) -> Choice:
    count = _count(groups.portions, wanted, lambda each: each.zone in _ZONES[word], but="mine")
    return Choice(name="mine", value=word.value, label=MY_TAG_LABELS[word], count=count,
                  chosen=word in wanted.mine)


def _suggested(relation: Relation, wanted: QueueFilter, groups: Groups) -> Choice:
    count = _count(groups.portions, wanted, lambda each: each.relation is relation,
                   but="suggested")
    return Choice(name="suggested", value=relation.value, label=relation.value.capitalize(),
                  count=count, chosen=relation in wanted.suggested, relation=relation)


def _reason(reason: Reason, wanted: QueueFilter, groups: Groups) -> Choice:
    count = _count(groups.portions, wanted, lambda each: each.reason is reason, but="reasons")
    return Choice(name="reason", value=reason.value, label=reason.words, count=count,
                  chosen=reason in wanted.reasons)


def _source(source: SourceOption, wanted: QueueFilter, groups: Groups) -> Choice:
    return Choice(name="source", value=str(source.id), label=source.name,
                  count=groups.by_source.get(source.id, 0),
                  chosen=source.id in wanted.source_ids)


def _count(
    portions: tuple[Portion, ...], wanted: QueueFilter, is_counted: Callable[[Portion], bool], *,
    but: str = "",
) -> int:
    """Pairs that all groups let through, apart from the group `but`."""
    return sum(each.pairs for each in portions if is_counted(each) and all(compress(
        (_is_mine(each.zone, wanted.mine),
         not wanted.suggested or each.relation in wanted.suggested,
         not wanted.reasons or each.reason in wanted.reasons),
        (but != "mine", but != "suggested", but != "reasons"),
    )))


def _is_mine(zone: Zone, mine: tuple[MyTag, ...]) -> bool:
    return not mine or any(zone in _ZONES[word] for word in mine)

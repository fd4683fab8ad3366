"""Compare many: all claims of a topic, which tell the same, and how the others stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from app.domain.pairs import PairKey, Place, Reason, Relation
from app.domain.people import Reviewer
from app.domain.versions import MOST_VERSIONS, Choices, Line, lines_between
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.pieces import cut, shortened
from app.services.browsing.shells import shell
from app.services.browsing.topic_steps import strip
from app.services.pages.compare_many import (
    CompareManyPage,
    KeptPair,
    SavedVersions,
    SourceGroup,
    SourceRow,
    Typed,
    VersionedClaim,
    VersionLine,
)
from app.services.pages.shell import Event
from app.services.versions import Ground, Plan, field_of, ground_of, plan_of
from app.store.pages.grid import WEIGHTS
from app.store.pages.one_topic import TopicClaimRow, ValueRow, WorkerRow
from app.store.session import Store

MOST_COLUMNS = 3
"""Compared values in columns; more would leave the claims no room."""

FOLDED_FROM = 10
"""From so many sources on, rows stand together by their suggested version."""

LONGEST_VALUE = 48

_FEWEST_OFFERED = 3


def compare_many(
    store: Store, reviewer: Reviewer, topic_id: int, typed: Typed | None = None, *,
    saved: int | None = None, note: str = "", refused: str = "",
    errors: Mapping[str, str] | None = None,
) -> CompareManyPage:
    """All claims of a topic at once, blind to what others tagged. Raises NotFound.

    `typed` is what was chosen and not saved, `saved` the save that was made just before,
    `refused` and `errors` what is wrong with the form that came last.
    """
    ground = ground_of(store, reviewer, topic_id)
    chosen = _chosen(ground, typed or Typed())
    sight = _Sight(ground=ground, chosen=chosen, plan=plan_of(ground, chosen),
                   values=store.pages.one_topic.values(topic_id), errors=errors or {})
    workers = store.pages.one_topic.workers(topic_id)
    others = [worker for worker in workers if worker.reviewer_id != reviewer.id]
    topic, lines = ground.topic, _lines(sight)
    return CompareManyPage(
        shell=shell(store, reviewer), strip=strip(store, reviewer, topic),
        topic_id=topic_id, case_id=topic.case_id, topic=topic.label,
        question=_question(ground), reason=topic.reason,
        suggested=len({claim.version for claim in ground.claims}),
        likely=_weightiest(sight.suggested.values()),
        because=next((value.because for value in sight.values
                      if value.key in ground.key_set), ""),
        columns=sight.columns, groups=_groups(sight), offered=_offered(chosen),
        plus=_used(chosen) + 1, lines=lines, covers=_covers(sight, lines),
        new=len(_new(sight)), left_out=ground.left, kept=_kept(sight),
        missing=len(sight.plan.missing),
        open_pair_id=next((pair.id for key in ground.keys if (
            pair := ground.pairs.get(key)) and pair.mine is None and not pair.is_gone), None),
        version=ground.state, note=note, others_count=len(others),
        may_see=not any(key for key in ground.keys if _is_open(ground, key)),
        history=_history(workers, reviewer), may_tag=reviewer.may_tag,
        saved=_saved(store, reviewer, saved),
        errors=tuple((errors or {}).items()), refused=refused,
    )


@dataclass(frozen=True, kw_only=True)
class _Sight:
    """A topic as it is looked at."""

    ground: Ground
    chosen: Choices
    plan: Plan
    values: Sequence[ValueRow]
    errors: Mapping[str, str]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What is compared most often; first what the topic itself asks."""
        own = Counter(value.what for value in self.values
                      if value.reason is self.ground.topic.reason)
        first = own.most_common(1)[0][0] if own else "Value"
        rest = Counter(value.what for value in self.values
                       if value.what != first and value.reason is not Reason.DETAIL)
        return (first, *(what for what, _ in rest.most_common(MOST_COLUMNS - 1)))

    @cached_property
    def suggested(self) -> dict[PairKey, Relation]:
        """What the machine suggests for the pairs that are there."""
        return {key: pair.suggested for key, pair in self.ground.pairs.items()
                if key in self.ground.key_set and not pair.is_gone}


def _chosen(ground: Ground, typed: Typed) -> Choices:
    start = ground.start
    versions = {claim: typed.versions.get(claim, version)
                for claim, version in start.versions.items()}
    return Choices(versions=versions, lines={**start.lines, **typed.lines})


def _question(ground: Ground) -> str:
    count = len({claim.source_id for claim in ground.claims})
    texts = [claim.span.quote for claim in ground.claims]
    label = ground.topic.label
    about = (f": {label[:1].lower()}{label[1:]}" if label.endswith("?")
             else f" on {wording.subject_of(label, texts)}?")
    if count == 1:
        return f"Do all claims of this source say the same{about}"
    return f"Which of these {wording.number_word(count)} say the same{about}"


def _offered(chosen: Choices) -> tuple[int, ...]:
    """Versions that can be set: three at least, and some more than are used."""
    return tuple(range(1, min(_used(chosen) + 3, MOST_VERSIONS) + 1))


def _used(chosen: Choices) -> int:
    return max(_FEWEST_OFFERED, *chosen.versions.values(), 0)


def _groups(sight: _Sight) -> tuple[SourceGroup, ...]:
    by_source: dict[int, list[TopicClaimRow]] = {}
    for claim in sight.ground.claims:
        by_source.setdefault(claim.source_id, []).append(claim)
    marks, values = _marks(sight), _values(sight)
    rows = [_row(sight, claims, marks, values) for claims in by_source.values()]
    if len(rows) < FOLDED_FROM:
        return (SourceGroup(version=None, rows=tuple(rows)),)
    found: dict[int, list[SourceRow]] = {}
    for row in rows:
        found.setdefault(row.first.suggested, []).append(row)
    return tuple(SourceGroup(version=version, rows=tuple(inside),
                             all_href=_all_in_first(sight, inside))
                 for version, inside in sorted(found.items()))


def _all_in_first(sight: _Sight, rows: Iterable[SourceRow]) -> str:
    versions = {**sight.chosen.versions,
                **{claim.id: 1 for row in rows for claim in (row.first, *row.more)}}
    return f"/topics/{sight.ground.topic.id}/compare?{_query(sight.chosen, versions)}"


def _query(chosen: Choices, versions: Mapping[int, int]) -> str:
    return urlencode([*((f"v-{claim}", version) for claim, version in versions.items()),
                      *((field_of(line), said.value) for line, said in chosen.lines.items())])


def _row(
    sight: _Sight, claims: Sequence[TopicClaimRow], marks: Mapping[int, dict[int, set[Place]]],
    values: Mapping[tuple[int, str], str],
) -> SourceRow:
    def shown(claim: TopicClaimRow) -> VersionedClaim:
        placed = {number: tuple(sorted(places))
                  for number, places in marks.get(claim.id, {}).items()}
        return VersionedClaim(
            id=claim.id, paragraph=claim.paragraph, suggested=claim.version,
            chosen=sight.chosen.versions[claim.id], pieces=cut(claim.span, _apart(placed)),
            href=addresses.of_claim(sight.ground.topic.case_id, claim.article_id, claim.id),
            values=tuple(values.get((claim.id, what), claim.value if n == 0 else "")
                         for n, what in enumerate(sight.columns)))

    first, *more = claims
    return SourceRow(source=first.source, title=first.title, published_on=first.published_on,
                     first=shown(first), more=tuple(map(shown, more)))


def _marks(sight: _Sight) -> dict[int, dict[int, set[Place]]]:
    """By claim and number of the column: the words that the value stands on."""
    found: dict[int, dict[int, set[Place]]] = {}
    for value in sight.values:
        if value.what in sight.columns and value.reason is not Reason.DETAIL:
            number = sight.columns.index(value.what) + 1
            for claim, places in zip(value.key, value.places, strict=True):
                found.setdefault(claim, {}).setdefault(number, set()).update(places)
    return found


def _apart(placed: Mapping[int, tuple[Place, ...]]) -> dict[int, tuple[Place, ...]]:
    """The same without places that overlap: the lower number has the words, the longest first."""
    taken: list[Place] = []
    found: dict[int, tuple[Place, ...]] = {}
    for number, places in sorted(placed.items()):
        free = []
        for place in sorted(places, key=lambda one: one.start - one.end):
            if all(place.end <= other.start or other.end <= place.start for other in taken):
                free.append(place)
                taken.append(place)
        if free:
            found[number] = tuple(sorted(free))
    return found


def _values(sight: _Sight) -> dict[tuple[int, str], str]:
    """By claim and column: what the claim says there."""
    found: dict[tuple[int, str], str] = {}
    for value in sight.values:
        for claim, said in zip(value.key, value.values, strict=True):
            if said:
                found.setdefault((claim, value.what), shortened(said, LONGEST_VALUE))
    return found


def _lines(sight: _Sight) -> tuple[VersionLine, ...]:
    asked = lines_between(sight.chosen, sight.ground.keys)
    words: dict[int, str] = {}
    for claim in sight.ground.claims:
        words.setdefault(sight.chosen.versions[claim.id], shortened(claim.value, LONGEST_VALUE))
    return tuple(_line(sight, line, words) for line in asked)


def _line(sight: _Sight, line: Line, words: Mapping[int, str]) -> VersionLine:
    keys = [key for key in sight.ground.keys if sight.chosen.line_of(key) == line]
    suggested = _weightiest(sight.suggested[key] for key in keys if key in sight.suggested)
    because = next((value.because for value in sight.values if value.key in set(keys)
                    and value.relation is suggested), "")
    field = field_of(line)
    return VersionLine(
        field=field, one=line[0], other=line[1],
        words=f"{words[line[0]]}, or {words[line[1]]}", chosen=sight.chosen.lines.get(line),
        suggested=suggested, because=because, pairs=len(keys),
        tagged=sum(1 for key in keys if (pair := sight.ground.pairs.get(key))
                   and pair.mine is not None),
        is_missing=field in sight.errors)


def _weightiest(suggested: Iterable[Relation]) -> Relation | None:
    return min(suggested, key=WEIGHTS.index, default=None)


def _covers(sight: _Sight, lines: Sequence[VersionLine]) -> str:
    pairs = len(sight.ground.keys)
    if not pairs:
        return ""
    all_pairs = "one pair" if pairs == 1 else f"all {wording.number_word(pairs)} pairs"
    if not lines and len(set(sight.chosen.versions.values())) > 1:
        return f"No pair stands between two versions: {all_pairs} agree"
    if not lines:
        return f"One version: {all_pairs} agree" if pairs > 1 else "One version: the pair agrees"
    choices = wording.number_word(len(lines)).capitalize()
    return (f"{choices} choice covers {all_pairs}" if len(lines) == 1
            else f"{choices} choices cover {all_pairs}")


def _new(sight: _Sight) -> set[PairKey]:
    return {key for key, _ in sight.plan.write} & set(sight.ground.new)


def _kept(sight: _Sight) -> tuple[KeptPair, ...]:
    found = []
    for key in (*sight.plan.kept, *sight.plan.settled):
        pair = sight.ground.pairs[key]
        relation = pair.settled or pair.mine
        if relation is not None:
            found.append(KeptPair(pair_id=pair.id, number=pair.number, relation=relation,
                                  settled=pair.settled is not None))
    return tuple(found)


def _is_open(ground: Ground, key: PairKey) -> bool:
    pair = ground.pairs.get(key)
    return pair is not None and not pair.is_gone and pair.mine is None and pair.settled is None


def _history(workers: Sequence[WorkerRow], reviewer: Reviewer) -> tuple[Event, ...]:
    """Who tagged pairs of the topic, never what."""
    events = (Event(
        who="You" if worker.reviewer_id == reviewer.id else worker.name, letter=worker.letter,
        did=f"tagged {wording.count_of(worker.pairs, 'pair')}"
            + (" and wrote a note" if worker.with_note else ""),
        at=worker.at) for worker in workers)
    return tuple(sorted(events, key=lambda event: event.at))


def _saved(store: Store, reviewer: Reviewer, save_id: int | None) -> SavedVersions | None:
    """What this reviewer saved just before; nothing for a save of somebody else."""
    save = store.version_saves.find(save_id) if save_id is not None else None
    if save is None or save.reviewer_id != reviewer.id:
        return None
    return SavedVersions(
        topic_id=save.topic_id, save_id=save.id, undone=save.is_undone,
        label=store.pages.one_topic.head(save.topic_id).label,
        pairs=len(store.version_saves.tagged(save.id)))

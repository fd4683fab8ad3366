"""What is open while topics are edited: moving claims, merging, making a topic."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from app.domain.arranging import Part, PartKind
from app.domain.pairs import PairKey
from app.domain.topics import Topic
from app.services import wording
from app.services.browsing.pieces import shortened
from app.services.browsing.topic_sight import Opened, Sight
from app.services.pages.topic_edit import (
    LooseClaim,
    MakePanel,
    MergePanel,
    MovePanel,
    MovingClaim,
    Target,
)

MOST_TARGETS = 300
"""Topics offered for a claim; nobody reads a longer list."""

MOST_LOOSE = 50
"""Claims offered for a topic of one's own; more are found by their words."""

_LONGEST_CLAIM = 240


def moving(sight: Sight, opened: Opened) -> MovePanel | None:
    """Each claim of a topic with a choice of where it goes."""
    topic_id = opened.move or opened.split
    if topic_id is None:
        return None
    topic = sight.topics[topic_id]
    rows = sight.store.pages.one_topic.claims(topic_id)
    targets = [Target(id=other.id, label=other.label) for other in sight.topics.values()
               if other.id != topic_id]
    return MovePanel(
        topic_id=topic_id, label=topic.label, revision=sight.revisions.get(topic_id, 0),
        claims=tuple(MovingClaim(
            id=row.id, source=row.source, words=shortened(row.span.quote, _LONGEST_CLAIM),
            going=opened.going.get(row.id, "stay")) for row in rows),
        targets=tuple(sorted(targets, key=lambda one: one.label.casefold())[:MOST_TARGETS]),
        name=opened.name or "", splits=opened.split is not None)


def merging(sight: Sight, opened: Opened) -> MergePanel | None:
    """The topics that are selected, as they are and as they would be."""
    if not opened.merge or len(opened.topics) < 2:  # noqa: PLR2004  one topic is no two
        return None
    ids = tuple(dict.fromkeys(opened.topics))
    before = [sight.topics[one] for one in ids]
    name = opened.name if opened.name is not None else before[0].label
    [after] = [topic for topic in sight.store.topics.as_if(sight.case_id, _merge(ids, name))
               if topic.id == ids[0]]
    rows = tuple(sight.row(topic) for topic in before)
    merged = sight.row(after, of=ids)
    used = [at for at in range(len(sight.columns)) if merged.cells[at].versions]
    only = [replace(row, cells=tuple(row.cells[at] for at in used)) for row in (*rows, merged)]
    return MergePanel(
        rows=rows, name=name, counts=_counts(sight, before, after),
        sources=tuple(sight.columns[at].name for at in used),
        before=tuple(only[:-1]), after=tuple(only[-1:]))


def _merge(ids: tuple[int, ...], name: str) -> list[Part]:
    first, *others = ids
    return [*(Part(kind=PartKind.MERGE, topic_id=other, to_topic_id=first) for other in others),
            Part(kind=PartKind.NAME, topic_id=first, words=name)]


def _counts(sight: Sight, before: Sequence[Topic], after: Topic) -> str:
    """What merging does, in sentences with their counts."""
    pairs = sum(sight.tallies[topic.id].pairs for topic in before if topic.id in sight.tallies)
    stay = wording.count_of(pairs, "pair stays", "pairs stay")
    told = [f"{stay} with {'its' if pairs == 1 else 'their'} tags."]
    new = _meeting(sight, before)
    if new:
        told.append(f"{wording.count_of(new, 'pair')} of claims more can be compared.")
    two = len(_of_two(sight, after) - set().union(*(_of_two(sight, one) for one in before)))
    if two:
        told.append(f"{wording.count_of(two, 'outlet')} now {'gives' if two == 1 else 'give'} "
                    "two values.")
    return " ".join(told)


def _meeting(sight: Sight, before: Sequence[Topic]) -> int:
    """Claims of different topics and sources that nobody set against each other yet."""
    claims = [{answer.claim_id for answer in topic.answers} for topic in before]
    crossed = {PairKey.of(one, other) for ours, theirs in combinations(claims, 2)
               for one in ours for other in theirs
               if one != other and sight.sources.get(one) != sight.sources.get(other)}
    known = sight.store.pages.one_topic.pairs_among(sorted(set().union(*claims)))
    return len(crossed - known)


def _of_two(sight: Sight, topic: Topic) -> set[int]:
    """Sources that tell more than one version of a topic."""
    told: Mapping[int, set[int]] = defaultdict(set)
    for answer in topic.answers:
        told[sight.sources.get(answer.claim_id, 0)].add(answer.version)
    return {source for source, versions in told.items() if len(versions) > 1}


def making(sight: Sight, opened: Opened) -> MakePanel | None:
    """A new topic, with claims to choose from: those in no topic first."""
    if not opened.make:
        return None
    placed = {answer.claim_id for topic in sight.topics.values() for answer in topic.answers}
    names = {column.id: column.name for column in sight.columns}
    chosen, find = set(opened.claims), " ".join(opened.find.split()).casefold()
    found = [claim for claims in sight.store.claims.of_case(sight.case_id).values()
             for claim in claims if claim.id in chosen or find in claim.text.casefold()]
    found.sort(key=lambda claim: (claim.id not in chosen, claim.id in placed, claim.id))
    return MakePanel(
        name=opened.name or "", find=opened.find, more=max(len(found) - MOST_LOOSE, 0),
        claims=tuple(LooseClaim(
            id=claim.id, source=names.get(sight.sources.get(claim.id, 0), ""),
            words=shortened(claim.text, _LONGEST_CLAIM), is_chosen=claim.id in chosen)
            for claim in found[:MOST_LOOSE]))

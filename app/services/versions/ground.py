"""A topic as a reviewer finds it: its claims, the pairs between them, and what they said before."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from app.domain.pairs import PairKey, Relation
from app.domain.people import Reviewer
from app.domain.versions import MOST_VERSIONS, Choices, Line, cross_pairs, lines_between
from app.store.pages.one_topic import BetweenRow, OneTopicRow, TopicClaimRow
from app.store.session import Store

MOST_NEW = 500
"""Where more claims than so many were never set against each other, only pairs that are there
are answered: nobody means to open so many with one press."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a reviewer's choices for a topic stand on.

    `keys` are the pairs that they answer: those of this topic, and every two claims of different
    sources that no pair was made of yet. A pair that belongs to another topic, which both its
    claims answer too, is not among them. `left` counts pairs that could be made and are too
    many. `last` is what the reviewer saved last and did not take back.
    """

    topic: OneTopicRow
    claims: tuple[TopicClaimRow, ...]
    pairs: Mapping[PairKey, BetweenRow]
    keys: tuple[PairKey, ...]
    last: Choices | None
    left: int

    @cached_property
    def new(self) -> tuple[PairKey, ...]:
        """Pairs that would be made: claims never set against each other, or no longer."""
        return tuple(key for key in self.keys
                     if key not in self.pairs or self.pairs[key].is_gone)

    @cached_property
    def start(self) -> Choices:
        """What the page begins with: what I saved last, else the machine's versions; a line has
        my answer only where all my tags between the two versions say the same."""
        versions = {claim.id: min(claim.version, MOST_VERSIONS) for claim in self.claims}
        if self.last is not None:
            versions |= {claim: version for claim, version in self.last.versions.items()
                         if claim in versions}
        bare = Choices(versions=versions, lines={})
        found = {line: answer for line in lines_between(bare, self.keys)
                 if (answer := self._answer(bare, line)) is not None}
        return Choices(versions=versions, lines=found)

    def _answer(self, bare: Choices, line: Line) -> Relation | None:
        if self.last is not None and line in self.last.lines:
            return self.last.lines[line]
        mine = {pair.mine for key, pair in self.pairs.items()
                if key in self.key_set and bare.line_of(key) == line and pair.mine is not None}
        return next(iter(mine)) if len(mine) == 1 else None

    @cached_property
    def key_set(self) -> frozenset[PairKey]:
        """`keys`, for looking up."""
        return frozenset(self.keys)

    @cached_property
    def state(self) -> str:
        """A word that changes with the claims, the pairs, and my answers to them. A page shows
        it, a form sends it back, and an older one is refused."""
        told = [(claim.id, claim.version) for claim in self.claims]
        pairs = [(pair.id, pair.version, pair.mine_given, pair.settled)
                 for pair in self.pairs.values()]
        return f"{crc32(repr((told, pairs)).encode()):08x}"


def ground_of(store: Store, reviewer: Reviewer, topic_id: int) -> Ground:
    """The ground of a topic. Raises NotFound."""
    topic = store.pages.one_topic.head(topic_id)
    claims = tuple(store.pages.one_topic.claims(topic_id))
    between = {pair.key: pair for pair in store.pages.one_topic.between(topic_id, reviewer.id)}
    here = [key for key, pair in between.items()
            if pair.topic_id == topic_id and not pair.is_gone]
    parted = store.corrections.parted(topic.case_id)
    crossed = [key for key in cross_pairs({claim.id: claim.source_id for claim in claims})
               if key not in parted and (key not in between or between[key].is_gone)]
    last = store.version_saves.newest(topic_id, reviewer.id)
    return Ground(
        topic=topic, claims=claims, pairs=between, last=last and last.choices,
        keys=tuple(here + (crossed if len(crossed) <= MOST_NEW else [])),
        left=0 if len(crossed) <= MOST_NEW else len(crossed),
    )

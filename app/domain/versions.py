"""Which claims of a topic tell the same, and how those that do not stand to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from app.domain.pairs import PairKey, Relation

MOST_VERSIONS = 9
"""So many keys set a version, and more than so many nobody tells apart."""

Line = tuple[int, int]
"""Two versions, the lower number first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A reviewer's answer to a whole topic: the version of each claim (by its id, from 1), and
    the relation for each two versions that were told apart."""

    versions: Mapping[int, int]
    lines: Mapping[Line, Relation]

    def line_of(self, key: PairKey) -> Line | None:
        """The two versions of a pair's claims; None if they tell the same."""
        one, other = sorted((self.versions[key.first], self.versions[key.second]))
        return None if one == other else (one, other)

    def relation(self, key: PairKey) -> Relation | None:
        """What this says of a pair: the same version means agree; None: nothing was chosen."""
        line = self.line_of(key)
        return Relation.AGREE if line is None else self.lines.get(line)


def lines_between(choices: Choices, keys: Iterable[PairKey]) -> list[Line]:
    """The lines that these pairs need an answer for, in order."""
    return sorted({line for key in keys if (line := choices.line_of(key)) is not None})


def cross_pairs(sources: Mapping[int, int]) -> Iterator[PairKey]:
    """Every two claims of different sources; `sources` maps claims to theirs."""
    for one, other in combinations(sources, 2):
        if sources[one] != sources[other]:
            yield PairKey.of(one, other)

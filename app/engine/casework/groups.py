"""Things that belong together, whatever the order in which that becomes known."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

One = TypeVar("One", bound=Hashable)


class Groups(Generic[One]):
    """Things, each alone at first; joining two joins their groups. The first thing of a group, in
    the order in which they were given, stands for it."""

    def __init__(self, things: Iterable[One]) -> None:
        self._first = {thing: thing for thing in things}
        self._order = {thing: at for at, thing in enumerate(self._first)}

    def __contains__(self, thing: One) -> bool:
        return thing in self._first

    def of(self, thing: One) -> One:
        """What stands for the group of a thing. Raises KeyError for one that was not given."""
        while self._first[thing] != thing:
            self._first[thing] = self._first[self._first[thing]]
            thing = self._first[thing]
        return thing

    def join(self, one: One, other: One) -> None:
        """From here on the groups of both are one."""
        early, late = sorted((self.of(one), self.of(other)), key=self._order.__getitem__)
        self._first[late] = early

    def all(self) -> list[list[One]]:
        """The groups in order of their first things, each in the order given."""
        found: dict[One, list[One]] = defaultdict(list)
        for thing in self._first:
            found[self.of(thing)].append(thing)
        return list(found.values())

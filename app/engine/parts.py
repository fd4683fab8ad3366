"""Words side by side: an alignment cut into parts that people can read from left to right."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.pairs import Finding, Place, Reason, Relation
from app.engine.alignment import Alignment
from app.engine.facing import BOTH_SIDES
from app.engine.likeness import LinkKind
from app.engine.sides import Side
from app.engine.tokens import WordKind


class Standing(StrEnum):
    """How the words of a part stand to each other, as people read it."""

    SAME_WORDS = "Same words"
    SAME_MEANING = "Same meaning"
    FITS = "Fits"
    DIFFERS = "Differs"
    ONLY_HERE = "Only here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of both sides that belong together, as places in the articles' texts.

    One side is None where the words stand on the other alone. `finding` is the place of the
    finding that compares them in the sequence of findings, None where no finding does.
    """

    first: Place | None
    second: Place | None
    standing: Standing
    finding: int | None = None


def parts(both: Alignment, findings: Sequence[Finding] = ()) -> tuple[Part, ...]:
    """Both claims in parts, in the order of the first, what only the second says put in where
    it stands there. Every word of both claims is in one part."""
    work = _Cutting(both)
    for number, finding in enumerate(findings):
        work.add_finding(number, finding)
    work.add_swaps()
    work.add_links()
    work.add_rest()
    work.add_small_words()
    return tuple(_part(both, cell) for cell in work.in_order())


_MOST_IN_FINDING = 8
"""Words of a finding that is shown as one part; longer ones are told by their words."""

_STANDINGS = {
    LinkKind.EQUAL: Standing.SAME_WORDS, LinkKind.SYNONYM: Standing.SAME_MEANING,
    LinkKind.KIN: Standing.SAME_MEANING, LinkKind.VARIANT: Standing.SAME_MEANING,
    LinkKind.NEAR: Standing.FITS, LinkKind.OPPOSITE: Standing.DIFFERS,
}


@dataclass(slots=True, eq=False)
class _Cell:
    """A part being made: token indexes of both sides."""

    standing: Standing
    first: list[int] = field(default_factory=list)
    second: list[int] = field(default_factory=list)
    finding: int | None = None

    @property
    def is_open(self) -> bool:
        """Small words beside it may join it; the words of a finding stand alone."""
        return self.finding is None


class _Row:
    """One side under the knife: its words, and which cell each belongs to."""

    def __init__(self, side: Side, matched: Iterable[int], *, is_first: bool) -> None:
        self.side = side
        self.is_first = is_first
        self.cells: dict[int, _Cell] = {}
        self.small = {at for at, token in enumerate(side.tokens)
                      if token.kind is WordKind.FUNCTION} - set(matched)

    def of(self, cell: _Cell) -> list[int]:
        """What a cell holds of this side."""
        return cell.first if self.is_first else cell.second

    def take(self, at: int, cell: _Cell) -> None:
        """The word at `at` belongs to the cell."""
        self.of(cell).append(at)
        self.cells[at] = cell

    def give_back(self, cell: _Cell) -> None:
        """The words of the cell belong to none any more."""
        for at in self.of(cell):
            del self.cells[at]
            self.small.add(at)

    def before(self, at: int) -> _Cell | None:
        """The cell before a word; words of grammar that nothing holds do not part them."""
        at -= 1
        while at in self.small and at not in self.cells:
            at -= 1
        return self.cells.get(at)


class _Cutting:
    """The cutting under way."""

    def __init__(self, both: Alignment) -> None:
        self.both = both
        self.cells: list[_Cell] = []
        self.first = _Row(both.first, both.links, is_first=True)
        self.second = _Row(both.second, both.links.values(), is_first=False)

    def add_finding(self, number: int, finding: Finding) -> None:
        """The words that a finding compares, place by place where both sides have as many."""
        if finding.reason is Reason.PARAPHRASE:
            return
        fits = finding.relation is Relation.AGREE
        standing = Standing.FITS if fits else Standing.DIFFERS
        for ours, theirs in _facing(finding.first_places, finding.second_places):
            first = _within(self.both.first, ours)
            second = _within(self.both.second, theirs)
            if first and second and max(len(first), len(second)) <= _MOST_IN_FINDING:
                self._add(standing, first, second, number)

    def add_swaps(self) -> None:
        """Leftovers that stand in one another's place: between matches, or figures and names."""
        for swap in self.both.swaps:
            if swap.kind is WordKind.FUNCTION:
                continue
            if swap.frame == BOTH_SIDES or swap.kind is not WordKind.CONTENT:
                self._add(Standing.DIFFERS, swap.first, swap.second)

    def _add(self, standing: Standing, ours: Sequence[int], theirs: Sequence[int],
             finding: int | None = None) -> None:
        taken = self.first.cells.keys() & set(ours) or self.second.cells.keys() & set(theirs)
        if taken:
            return
        cell = _Cell(standing, finding=finding)
        self.cells.append(cell)
        for at in ours:
            self.first.take(at, cell)
        for at in theirs:
            self.second.take(at, cell)

    def add_links(self) -> None:
        """Words that match; neighbours on both sides that match alike are one part."""
        for i, j in sorted(self.both.links.items()):
            if i in self.first.cells or j in self.second.cells:
                continue
            standing = self._standing(i, j)
            before = self.first.before(i)
            if (before is not None and before is self.second.before(j)
                    and before.is_open and before.standing is standing):
                self.first.take(i, before)
                self.second.take(j, before)
            else:
                self._add(standing, [i], [j])
        for cell in [cell for cell in self.cells if self._is_small(cell)]:
            self.cells.remove(cell)
            self.first.give_back(cell)
            self.second.give_back(cell)

    def _is_small(self, cell: _Cell) -> bool:
        """Words of grammar alone are no part: they go with the words that they stand before."""
        return cell.is_open and all(
            row.side.tokens[at].kind is WordKind.FUNCTION
            for row in (self.first, self.second) for at in row.of(cell))

    def _standing(self, i: int, j: int) -> Standing:
        standing = _STANDINGS[self.both.kinds[i]]
        one, other = self.both.first.tokens[i], self.both.second.tokens[j]
        if standing is Standing.SAME_WORDS and one.lemma != other.lemma:
            return Standing.SAME_MEANING
        return standing

    def add_rest(self) -> None:
        """Words that say something and have no counterpart."""
        for row in (self.first, self.second):
            self._add_alone(row, skip=row.small)
            if not row.cells:
                self._add_alone(row, skip=set())

    def _add_alone(self, row: _Row, *, skip: AbstractSet[int]) -> None:
        for at in range(len(row.side.tokens)):
            if at in row.cells or at in skip:
                continue
            cell = row.before(at)
            if cell is None or cell.standing is not Standing.ONLY_HERE:
                cell = _Cell(Standing.ONLY_HERE)
                self.cells.append(cell)
            row.take(at, cell)

    def add_small_words(self) -> None:
        """Words of grammar without counterpart go with the words that they stand before; they
        join the words of a finding only where they stand beside nothing else."""
        for row in (self.first, self.second):
            for at_all in (False, True):
                _join_small(row, at_all=at_all)

    def in_order(self) -> list[_Cell]:
        """By the first side; a part of the second alone after what it follows there."""
        ordered = sorted((cell for cell in self.cells if cell.first),
                         key=lambda cell: min(cell.first))
        alone = sorted((cell for cell in self.cells if not cell.first),
                       key=lambda cell: min(cell.second))
        for cell in alone:
            before = self.second.cells.get(min(cell.second) - 1)
            at = ordered.index(before) + 1 if before in ordered else 0
            ordered.insert(at, cell)
        return ordered


def _facing(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterable[tuple[Place, Place]]:
    if len(ours) == len(theirs):
        return zip(ours, theirs, strict=True)
    return [(_hull(ours), _hull(theirs))] if ours and theirs else []


def _hull(places: Sequence[Place]) -> Place:
    return Place(min(place.start for place in places), max(place.end for place in places))


def _within(side: Side, place: Place) -> list[int]:
    """The tokens that a place of the article's text touches, with all between them."""
    start, end = (at - side.claim.span.start for at in place)
    touched = [i for i, token in enumerate(side.tokens) if token.start < end and start < token.end]
    return list(range(touched[0], touched[-1] + 1)) if touched else []


def _join_small(row: _Row, *, at_all: bool) -> None:
    loose = [at for at in range(len(row.side.tokens)) if at not in row.cells]
    for at in [*reversed(loose), *loose]:
        for beside in (at + 1, at - 1):
            cell = row.cells.get(beside)
            if at not in row.cells and cell is not None and (at_all or cell.is_open):
                row.take(at, cell)


def _part(both: Alignment, cell: _Cell) -> Part:
    return Part(
        first=both.first.place(*cell.first) if cell.first else None,
        second=both.second.place(*cell.second) if cell.second else None,
        standing=cell.standing, finding=cell.finding,
    )

"""What every reader of facts is given, and what it gives back."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.facts import FactValue
from app.engine.facts.numbers import Quantity
from app.engine.words import Words


class Found(NamedTuple):
    """A value on the words `first` to `last`, both included."""

    value: FactValue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A text in words, its figures in order, and the day that relative dates count from."""

    words: Words
    quantities: list[Quantity]
    published_on: date | None

    def free(self) -> Iterator[Quantity]:
        """The figures that no fact stands on yet."""
        taken = self.words.taken
        for quantity in self.quantities:
            if not taken[quantity.core]:
                yield quantity

    def beside(self, cues: AbstractSet[str]) -> Iterator[Quantity]:
        """The free figures of those sentences where one of these words stands."""
        telling = self.words.sentences_with(cues)
        sentences = self.words.sentences
        if telling:
            for quantity in self.free():
                if sentences[quantity.core] in telling:
                    yield quantity

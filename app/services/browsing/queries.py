"""The queue's filter in the address bar: read from a query string and written back.

Parameters, in their one order: `case`, `topic`, `mine`, `tagged`, `suggested`, `reason`,
`source`, `disputed`, `assigned`, `order`, `size`. What stands at its default is left out, so
equal filters have equal addresses.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qs

from app.domain.errors import Invalid
from app.domain.pairs import Reason, Relation
from app.services.pages.queue import MyTag, QueueFilter, QueueOrder

SIZES = (25, 50, 100)
LARGEST_ID = 2**63 - 1
MOST_SOURCES = 200

_Word = TypeVar("_Word", bound=StrEnum)


def read_filter(given: Mapping[str, Sequence[str]]) -> QueueFilter:
    """The filter that these parameters ask for; names that are not ours are passed over.

    Raises Invalid, with a message by parameter, for values that no page ever wrote.
    """
    reader = _Reader(given)
    wanted = QueueFilter(
        case_id=reader.one_id("case"),
        topic_id=reader.one_id("topic"),
        mine=reader.words("mine", MyTag),
        tagged=reader.words("tagged", Relation),
        suggested=reader.words("suggested", Relation),
        reasons=reader.words("reason", Reason),
        source_ids=reader.ids("source"),
        disputed=reader.is_set("disputed"),
        assigned=reader.is_set("assigned"),
        order=reader.order(),
        size=reader.size(),
    )
    if reader.wrong:
        raise Invalid(reader.wrong)
    return wanted


def read_query(query: str) -> QueueFilter:
    """The filter in a query string, as it is carried along in `q`. Raises Invalid."""
    try:
        return read_filter(parse_qs(query, max_num_fields=500))
    except ValueError as error:
        raise Invalid({"q": "This address holds more than a filter can use."}) from error


def write_filter(wanted: QueueFilter) -> str:
    """The query string of a filter; `read_query` reads the same filter back.

    Words and numbers alone stand in it, so nothing needs quoting.
    """
    return "&".join(f"{name}={value}" for name, value in parameters(wanted))


def parameters(wanted: QueueFilter) -> Iterable[tuple[str, str]]:
    """Names and values of a filter in their one order, for addresses and hidden fields."""
    for name, number in (("case", wanted.case_id), ("topic", wanted.topic_id)):
        if number is not None:
            yield name, str(number)
    yield from (("mine", word.value) for word in wanted.mine)
    yield from (("tagged", word.value) for word in wanted.tagged)
    yield from (("suggested", word.value) for word in wanted.suggested)
    yield from (("reason", word.value) for word in wanted.reasons)
    yield from (("source", str(number)) for number in wanted.source_ids)
    if wanted.disputed:
        yield "disputed", "1"
    if wanted.assigned:
        yield "assigned", "1"
    if wanted.order is not QueueOrder.CONFLICTS:
        yield "order", wanted.order.value
    if wanted.size != SIZES[0]:
        yield "size", str(wanted.size)


class _Reader:
    """Reads parameters and keeps what was wrong with them."""

    def __init__(self, given: Mapping[str, Sequence[str]]) -> None:
        self.given = given
        self.wrong: dict[str, str] = {}

    def _values(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.given.get(name, ()) if value)

    def words(self, name: str, kind: type[_Word]) -> tuple[_Word, ...]:
        values = self._values(name)
        known = {word.value: word for word in kind}
        if not set(values) <= known.keys():
            self.wrong[name] = f"This list cannot be narrowed by that {name}."
        return tuple(word for word in kind if word.value in values)

    def ids(self, name: str) -> tuple[int, ...]:
        values = self._values(name)
        if len(values) > MOST_SOURCES or not all(_is_id(value) for value in values):
            self.wrong[name] = f"There is no such {name}."
            return ()
        return tuple(sorted({int(value) for value in values}))

    def one_id(self, name: str) -> int | None:
        ids = self.ids(name)
        if len(ids) > 1:
            self.wrong[name] = f"Choose one {name}."
        return ids[0] if ids else None

    def is_set(self, name: str) -> bool:
        values = self._values(name)
        if not set(values) <= {"1"}:
            self.wrong[name] = f"This list cannot be narrowed by that {name}."
        return bool(values)

    def order(self) -> QueueOrder:
        found = self.words("order", QueueOrder)
        return found[0] if found else QueueOrder.CONFLICTS

    def size(self) -> int:
        values = self._values("size")
        if not values:
            return SIZES[0]
        if values[-1] not in {str(size) for size in SIZES}:
            self.wrong["size"] = "Choose 25, 50 or 100 rows."
            return SIZES[0]
        return int(values[-1])


def _is_id(value: str) -> bool:
    digits = value.isascii() and value.isdigit() and len(value) <= len(str(LARGEST_ID))
    return digits and 0 < int(value) <= LARGEST_ID

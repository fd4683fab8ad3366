"""Numbers, days and counts as a report words them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from app.domain.pairs import Relation

SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)

RELATIONS = {
    Relation.AGREE: "Agree",
    Relation.CONFLICT: "Conflict",
    Relation.RELATED: "Related",
    Relation.UNRELATED: "Unrelated",
}


def count(number: int, one: str, many: str = "") -> str:
    """A count in figures with its noun: "1 pair", "12 pairs"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelt(number: int, one: str, many: str = "") -> str:
    """A count with small numbers in words: "four outlets", "13 outlets", "no outlets"."""
    told = SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else f"{number:,}"
    return f"{told} {one if number == 1 else many or one + 's'}"


def day(on: date | None) -> str:
    """A day for people, whatever the machine's language: "19 November 2024"."""
    months = ("January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December")
    return f"{on.day} {months[on.month - 1]} {on.year}" if on else "no date"


def listed(parts: list[str]) -> str:
    """Parts in one phrase: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def judged(
    tags: Iterable[Relation], settled: Relation | None = None, *, unresolved: bool = False,
) -> str:
    """What people say of a pair: "Related, settled by an adjudicator. Tagged by 2 people: 1
    agree, 1 related."."""
    given = Counter(tags)
    told = ", ".join(f"{given[relation]} {RELATIONS[relation].lower()}"
                     for relation in Relation if given[relation])
    if settled is None and len(given) > 1:
        open_still = "Left unresolved by an adjudicator. " if unresolved else ""
        return f"{open_still}Tags differ: {told}."
    decided = "" if settled is None else f"{RELATIONS[settled]}, settled by an adjudicator. "
    people = f"{decided}Tagged by {count(given.total(), 'person', 'people')}"
    if len(given) > 1:
        return f"{people}: {told}."
    at_one = given.total() > 1 and settled is None
    return f"{people}, no dispute." if at_one else f"{people}."

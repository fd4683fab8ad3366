"""Numbers, days and counts as a report words them."""

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

"""What somebody typed into the search field, and the filters beside the results."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import urlencode

from app.domain.errors import Invalid
from app.store.search import Sieve

KINDS = ("claims", "articles", "notes")
LONGEST = 1_000
"""Characters; a sentence is a fifth of that."""
LARGEST_ID = 2**63 - 1
MOST_CHOSEN = 200
LEAST = 2
_AFTER = re.compile(r"(?P<tier>[0-9])-(?P<id>[1-9][0-9]{0,17})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search as its address says it. `since` and `until` are as typed, `after` is the last
    result of the page before: its rank and its id."""

    words: str = ""
    kinds: tuple[str, ...] = ()
    case_ids: tuple[int, ...] = ()
    source_ids: tuple[int, ...] = ()
    since: str = ""
    until: str = ""
    open_pair: bool = False
    my_note: bool = False
    only: str = ""
    after: tuple[int, int] | None = None

    @property
    def is_filtered(self) -> bool:
        """Something else must hold than the words."""
        return self.sieve() != Sieve()

    def sieve(self) -> Sieve:
        """The filters, days read. Raises Invalid, by field, for what is no day."""
        wrong: dict[str, str] = {}
        days: dict[str, date | None] = {}
        for name, typed in (("from", self.since), ("to", self.until)):
            days[name] = read_day(typed) if typed else None
            if typed and days[name] is None:
                wrong[name] = "Write a day as 19 November 2024 or 2024-11-19"
        if wrong:
            raise Invalid(wrong)
        return Sieve(case_ids=self.case_ids, source_ids=self.source_ids, since=days["from"],
                     until=days["to"], open_pair=self.open_pair, my_note=self.my_note)

    def shown(self, kind: str) -> bool:
        """This kind is looked for."""
        return kind == self.only if self.only else not self.kinds or kind in self.kinds


def read(given: Mapping[str, Sequence[str]]) -> Asked:
    """The search that these parameters ask for; names that are not ours are passed over.

    Raises Invalid for what no page ever wrote.
    """
    wrong: dict[str, str] = {}
    only = _first(given, "all")
    kinds = tuple(dict.fromkeys(given.get("kind", ())))
    if (only and only not in KINDS) or not set(kinds) <= set(KINDS):
        wrong["kind"] = "Search knows claims, articles and notes."
    after = _AFTER.fullmatch(_first(given, "after")) if _first(given, "after") else None
    if _first(given, "after") and after is None:
        wrong["after"] = "This list has no such page; open it from the start."
    case_ids, source_ids = (_ids(given, name, wrong) for name in ("case", "source"))
    if wrong:
        raise Invalid(wrong)
    return Asked(
        words=" ".join(_first(given, "s").replace("\0", " ").split()), kinds=kinds,
        case_ids=case_ids, source_ids=source_ids, since=_first(given, "from").strip()[:60],
        until=_first(given, "to").strip()[:60], open_pair=bool(_first(given, "open")),
        my_note=bool(_first(given, "noted")), only=only,
        after=(int(after["tier"]), int(after["id"])) if after else None,
    )


def address(asked: Asked) -> str:
    """The address of a search; what stands at its default is left out."""
    told: list[tuple[str, str | int]] = [("s", asked.words)]
    told += [("kind", kind) for kind in asked.kinds]
    told += [("case", number) for number in asked.case_ids]
    told += [("source", number) for number in asked.source_ids]
    told += [(name, value) for name, value in (
        ("from", asked.since), ("to", asked.until), ("open", "1" if asked.open_pair else ""),
        ("noted", "1" if asked.my_note else ""), ("all", asked.only)) if value]
    if asked.after:
        told.append(("after", f"{asked.after[0]}-{asked.after[1]}"))
    return f"/search?{urlencode(told)}"


def without_first_filter(asked: Asked, names: Mapping[str, str]) -> tuple[str, Asked] | None:
    """The filter to take away first, in words, and the search without it; None without filters.

    `names` tells the chosen case and source.
    """
    ways: tuple[tuple[object, str, Asked], ...] = (
        (asked.open_pair, "with an open pair", replace(asked, open_pair=False)),
        (asked.my_note, "with my note", replace(asked, my_note=False)),
        (asked.since, f"from {asked.since}", replace(asked, since="")),
        (asked.until, f"to {asked.until}", replace(asked, until="")),
        (asked.source_ids, names.get("source", ""), replace(asked, source_ids=())),
        (asked.case_ids, names.get("case", ""), replace(asked, case_ids=())),
        (asked.kinds, " and ".join(asked.kinds), replace(asked, kinds=())),
    )
    return next(((words, other) for is_set, words, other in ways if is_set), None)


_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%B %d, %Y",
         "%b %d, %Y", "%B %d %Y")


def read_day(typed: str) -> date | None:
    """A day as people write it, the day before the month where both are figures."""
    for form in _DAYS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def _first(given: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(given.get(name, ())), "")


def _ids(given: Mapping[str, Sequence[str]], name: str, wrong: dict[str, str]) -> tuple[int, ...]:
    told = [value for value in given.get(name, ()) if value]
    if len(told) > MOST_CHOSEN or not all(
            value.isascii() and value.isdecimal() and len(value) < 20  # noqa: PLR2004
            and int(value) <= LARGEST_ID for value in told):
        wrong[name] = f"This is not the number of a {name}."
        return ()
    return tuple(dict.fromkeys(map(int, told)))

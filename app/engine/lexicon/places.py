"""Which country a country's name, a nationality or a town belongs to."""

from functools import cache
from typing import NamedTuple

from app.engine.lexicon.files import rows


class Home(NamedTuple):
    """The country of a word, and whether the word is a country, a nationality or a town."""

    country: str
    sort: str


@cache
def _homes() -> dict[str, Home]:
    found: dict[str, Home] = {}
    for country, rest in rows("places.tsv"):
        people, _, towns = rest.partition("\t")
        found[country] = Home(country, "country")
        found.update({word: Home(country, "people") for word in people.split()})
        found.update({word: Home(country, "town") for word in towns.split()})
    return found


def one_country(one: str, other: str) -> bool:
    """Both words point to one country, and they are not two of its towns."""
    ours, theirs = _homes().get(one), _homes().get(other)
    if ours is None or theirs is None or ours.country != theirs.country:
        return False
    return not ours.sort == theirs.sort == "town"


def two_places(one: str, other: str) -> bool:
    """Two places of which none lies in the other: towns, countries, a town and another
    country. A nationality is no place."""
    ours, theirs = _homes().get(one), _homes().get(other)
    if ours is None or theirs is None or "people" in {ours.sort, theirs.sort}:
        return False
    return one != other and not one_country(one, other)

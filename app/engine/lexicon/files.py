"""Reads the tables that stand beside this module."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a table, without comments and blank ones."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and line[0] != "#")


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Each line of a table as its first column and all the rest, "" where there is no more."""
    for line in lines(name):
        head, _, rest = line.partition("\t")
        yield head, rest

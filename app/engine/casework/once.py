"""What a claim says by its words alone, read once for all claims that have one text."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from app.engine.casework.told import Told
from app.engine.sides import Wording

Read = TypeVar("Read")

_KEPT = 4096
"""Texts of which it is kept what was read: articles of one event lie near to each other."""


def once_a_text(read: Callable[[Told], Read]) -> Callable[[Told], Read]:
    """For readers that look at the words of a claim and at whether it is a title, and at nothing
    else: not at its facts, its speaker or its article."""
    known: dict[tuple[Wording, bool], Read] = {}

    @wraps(read)
    def reads(told: Told) -> Read:
        key = told.side.wording, told.side.claim.in_title
        if key not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[key] = read(told)
        return known[key]

    return reads

"""What routes are given: a store for the length of the request, who asks, and the time."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from app.domain.errors import NotFound
from app.domain.people import Reviewer
from app.services import signing_in
from app.services.browsing.queries import LARGEST_ID
from app.store.session import Database, Store
from app.web import acting

_READS = frozenset({"GET", "HEAD"})


def store(request: Request) -> Iterator[Store]:
    """A store that reads for GET and writes for the rest; kept before the answer leaves."""
    whole: Database = request.app.state.database
    opened = whole.reading() if request.method in _READS else whole.writing()
    with opened as one:
        yield one


StoreDep = Annotated[Store, Depends(store, scope="function")]
"""Declare it after the form: a writing store has the turn to write, which must not wait for a
slow sender."""


def reviewer(request: Request, store: StoreDep) -> Reviewer:
    """Who asks: on loopback, the reviewer of this machine or whom they chose to act as."""
    request.state.people = store.people.active()
    found = signing_in.acting(request.state.people, acting.chosen(request))
    request.state.preferences = store.settings.of(found.id)
    return found


ReviewerDep = Annotated[Reviewer, Depends(reviewer)]


def clock(request: Request) -> Callable[[], datetime]:
    """The time of the app, which a test may set."""
    told: Callable[[], datetime] = request.app.state.clock
    return told


ClockDep = Annotated[Callable[[], datetime], Depends(clock)]


def known_numbers(request: Request) -> None:
    """Refuse numbers in the address that no database counts to: nothing can be there."""
    for value in request.path_params.values():
        if str(value).isdecimal() and int(value) > LARGEST_ID:
            raise NotFound("Nothing has a number that large.")

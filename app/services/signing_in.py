"""Who is here."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.errors import Invalid, SignInNeeded
from app.domain.people import Reviewer, Role
from app.services.typed import keepable
from app.store.audit import Did
from app.store.session import Store

LONGEST_NAME = 100
"""Characters of a person's name; badges and reports show it in one line."""


def local_reviewer(store: Store) -> Reviewer:
    """The reviewer of this machine: the first active person. Raises SignInNeeded."""
    return acting(store.people.active(), None)


def acting(people: Sequence[Reviewer], chosen: int | None) -> Reviewer:
    """Whose part is played on this machine: the chosen one of the active people, else the first.

    Somebody unknown or disabled is nobody's choice. Raises SignInNeeded where there is nobody.
    """
    if not people:
        raise SignInNeeded(
            "Nobody reviews here yet; run `diptych serve` or `diptych import` once.",
        )
    return next((one for one in people if one.id == chosen), people[0])


def ensure_local_reviewer(store: Store, name: str, at: datetime) -> Reviewer:
    """The reviewer of this machine, made under this name if there is none.

    Whoever works alone on a machine decides everything, hence the role of an admin.
    """
    for reviewer in store.people.active():
        return reviewer
    return join(store, name, Role.ADMIN, at=at)


def join(store: Store, name: str, role: Role, *, at: datetime) -> Reviewer:
    """A new person, with a letter of their own for badges and reports."""
    letter = _free_letter(name, store.people.letters())
    reviewer = store.people.add(name, letter, role, at=at)
    store.audit.add(Did.JOINED, at=at, by=reviewer.id, role=role)
    return reviewer


def add_reviewer(
    store: Store, reviewer: Reviewer, name: str, role: Role, *, at: datetime,
) -> Reviewer:
    """A new person, added by somebody who is here. Raises Invalid for a name that cannot stand.

    Names are compared without regard to case and to people who left: their tags stay theirs.
    """
    name = " ".join(keepable("name", name, longest=LONGEST_NAME).split())
    if not any(letter.isalnum() for letter in name):
        raise Invalid({"name": "Write the name of the reviewer."})
    if name.casefold() in {known.casefold() for known in store.people.names()}:
        raise Invalid({"name": "Somebody has this name already; choose another one."})
    letter = _free_letter(name, store.people.letters())
    added = store.people.add(name, letter, role, at=at)
    store.audit.add(Did.JOINED, at=at, by=reviewer.id, role=role, person=added.id)
    return added


def _free_letter(name: str, taken: frozenset[str]) -> str:
    """A letter that ends the name ("Reviewer B"), else its first letter, else its initials, else
    the first letter with a number."""
    words = [word for word in name.split() if word[0].isalpha()] or ["R"]
    own = [words[-1].upper()] if len(words[-1]) == 1 else []
    first = words[0][0].upper()
    initials = first + words[-1][0].upper()
    numbered = (f"{first}{n}" for n in range(2, len(taken) + 3))
    return next(letter for letter in (*own, first, initials, *numbered) if letter not in taken)

"""Who is here."""

from datetime import datetime

from app.domain.errors import SignInNeeded
from app.domain.people import Reviewer, Role
from app.store.audit import Did
from app.store.session import Store


def local_reviewer(store: Store) -> Reviewer:
    """The reviewer of this machine: the first active person. Raises SignInNeeded."""
    for reviewer in store.people.active():
        return reviewer
    raise SignInNeeded("Nobody reviews here yet; run `diptych serve` or `diptych import` once.")


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


def _free_letter(name: str, taken: frozenset[str]) -> str:
    """A letter that ends the name ("Reviewer B"), else its first letter, else its initials, else
    the first letter with a number."""
    words = [word for word in name.split() if word[0].isalpha()] or ["R"]
    own = [words[-1].upper()] if len(words[-1]) == 1 else []
    first = words[0][0].upper()
    initials = first + words[-1][0].upper()
    numbered = (f"{first}{n}" for n in range(2, len(taken) + 3))
    return next(letter for letter in (*own, first, initials, *numbered) if letter not in taken)

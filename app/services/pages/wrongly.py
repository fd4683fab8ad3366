"""Something was read wrongly in one of two claims: the short form beside the reasons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongChoice:
    """What can be put right: "Date, Courier" and what is read there now."""

    value: str
    words: str
    now: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedIn:
    """Another pair of one of the claims, by its number in the case."""

    pair_id: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongForm:
    """The form. `versions` are the states of both claims as the page shows them, `more` how
    many pairs use these claims besides those in `used`."""

    choices: tuple[WrongChoice, ...]
    versions: tuple[int, int]
    used: tuple[UsedIn, ...]
    more: int
    should_be: str = ""
    why: str = ""
    errors: tuple[tuple[str, str], ...] = ()

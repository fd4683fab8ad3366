"""How a reviewer wants to work: keys, look, times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Theme(StrEnum):
    """Light or dark; `system` follows the machine."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Space(StrEnum):
    """How close the rows of tables stand."""

    NORMAL = "normal"
    DENSE = "dense"


class ClaimSize(StrEnum):
    """Size of the claims of a pair, in pixels at the browser's usual size of text."""

    SMALL = "18"
    MEDIUM = "22"
    LARGE = "26"


class Times(StrEnum):
    """In which zone times are told: the case's, the reviewer's, or as the article printed them."""

    CASE = "case"
    MINE = "mine"
    PRINTED = "printed"


class Action(StrEnum):
    """What a single key does; the value is the original key."""

    AGREE = "a"
    CONFLICT = "c"
    RELATED = "r"
    UNRELATED = "u"
    SKIP = "s"
    UNDO = "z"
    NOTE = "n"
    CONTEXT = "e"
    MARKS = "d"
    TOPIC = "m"
    ARTICLES = "o"
    NEXT = "j"
    PREVIOUS = "k"
    SEARCH = "/"
    UNRESOLVED = "x"
    KEYS = "?"

    @property
    def words(self) -> str:
        """What the key does, as the lists of keys say it."""
        return _WORDS[self]


_WORDS = {
    Action.AGREE: "Agree", Action.CONFLICT: "Conflict", Action.RELATED: "Related",
    Action.UNRELATED: "Unrelated", Action.SKIP: "Skip", Action.UNDO: "Undo my last tag",
    Action.NOTE: "Write a note", Action.CONTEXT: "More or less context",
    Action.MARKS: "Difference marks on or off", Action.TOPIC: "All claims on this topic",
    Action.ARTICLES: "Open both articles", Action.NEXT: "Next pair or row",
    Action.PREVIOUS: "Previous pair or row", Action.SEARCH: "Search",
    Action.UNRESOLVED: "Leave unresolved, as adjudicator", Action.KEYS: "This list",
}

RESERVED = {"g": "going to another page"} | {
    str(n): "tags and versions by number" for n in range(1, 10)}
"""Keys that mean something everywhere and cannot be given to an action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a reviewer chose. `keys` holds only what differs from the original, `zone` is the IANA
    name of the reviewer's own time zone ("Europe/Lisbon"; "": none told)."""

    keys_on: bool = True
    keys: Mapping[Action, str] = field(default_factory=lambda: MappingProxyType({}))
    theme: Theme = Theme.SYSTEM
    space: Space = Space.NORMAL
    claim_size: ClaimSize = ClaimSize.MEDIUM
    marks_on: bool = True
    next_after_tag: bool = True
    times: Times = Times.CASE
    zone: str = ""

    def key(self, action: Action) -> str:
        """The key of an action now."""
        return self.keys.get(action, action.value)


ORIGINAL = Preferences()
"""What holds until somebody chooses."""

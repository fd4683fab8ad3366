"""Settings: keys, look and times of one reviewer, and the rules that hold for everybody."""

from dataclasses import dataclass

from app.domain.preferences import Preferences
from app.services.pages.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """An action with its key; `name` is its field, `error` what is wrong with what was typed."""

    name: str
    words: str
    key: str
    original: str
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindRule:
    """What stays hidden until somebody decides, and who may change that."""

    words: str
    detail: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """What the reviewer chose, or typed if it was not taken. `more` are the keys folded away."""

    shell: Shell
    chosen: Preferences
    keys: tuple[KeyLine, ...]
    more: tuple[KeyLine, ...]
    rules: tuple[BlindRule, ...]
    zone: str = ""
    saved: bool = False
    errors: tuple[tuple[str, str], ...] = ()

    @property
    def is_more_wrong(self) -> bool:
        """An error stands among the keys that are folded away."""
        return any(line.error for line in self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGroup:
    """Keys that stand together in the list of keys: what each does, and the keys."""

    title: str
    name: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysPage:
    """The list of keys, as this reviewer has them."""

    shell: Shell
    left: tuple[KeyGroup, ...]
    right: tuple[KeyGroup, ...]
    keys_on: bool

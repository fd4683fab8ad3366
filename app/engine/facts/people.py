"""The persons of one article: one entity across the forms under which it is met."""

import re
from dataclasses import dataclass, field
from itertools import chain

from app.engine.facts.mentions import folded

_INITIAL = re.compile(r"[^\W\d_] ")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class _Bearers:
    """The names met with one surname, folded: by their first letter, those that begin with an
    initial apart; and those of three words or more by their first word.
    """

    written_out: dict[str, set[str]] = field(default_factory=dict)
    initials: dict[str, set[str]] = field(default_factory=dict)
    long: dict[str, set[str]] = field(default_factory=dict)

    def meet(self, key: str, words: list[str]) -> None:
        """Remember a bearer, whose name has these words."""
        kind = self.initials if _INITIAL.match(key) else self.written_out
        kind.setdefault(key[0], set()).add(key)
        if len(words) > len(("first", "last")):
            self.long.setdefault(words[0], set()).add(key)

    def only(self) -> str:
        """The one bearer, "" if there are two. "J. Lind" is no other than "Jonas Lind"."""
        others = (keys for letter, keys in self.initials.items() if letter not in self.written_out)
        found = ""
        for keys in chain(self.written_out.values(), others):
            if found or len(keys) > 1:
                return ""
            found = _one_of(keys)
        return found


@dataclass(slots=True)
class People:
    """Fullest names by every form under which they are met, accents aside.

    A surname alone is the one person of the article with that surname; with two such people it
    stays a surname. Each question is answered without looking through all who bear a surname.
    """

    _full: dict[str, str] = field(default_factory=dict)
    _by_surname: dict[str, _Bearers] = field(default_factory=dict)

    def meet(self, parts: tuple[str, ...]) -> None:
        """Remember a name of two words or more; of two spellings the one with accents."""
        name = spelt(parts)
        key = folded(name)
        if key in self._full:
            if self._full[key].isascii():
                self._full[key] = name
            return
        self._full[key] = name
        words = key.split()
        core = [part for part in parts if part.lower() not in _SUFFIXES and part != "."]
        for length in range(1, len(core)):
            surname = folded(" ".join(core[-length:]))
            self._by_surname.setdefault(surname, _Bearers()).meet(key, words)

    def of(self, parts: tuple[str, ...]) -> str | None:
        """The fullest name for these words; None if nobody, the words if two bear them."""
        name = spelt(parts)
        key = folded(name)
        if len(parts) > 1 and key in self._full:
            return self._longer(parts) or self._written_out(key) or self._full[key]
        known = self._by_surname.get(key)
        if known is None:
            return None
        only = known.only()
        return self._full[only] if only else name

    def _longer(self, parts: tuple[str, ...]) -> str | None:
        """As in "Karen Bass" for "Karen Ruth Bass", when the article gives one such name."""
        if len(parts) != len(("first", "last")):
            return None
        known = self._by_surname.get(folded(parts[-1]))
        return self._the_one(known.long.get(folded(parts[0]))) if known else None

    def _written_out(self, key: str) -> str | None:
        """As in "Jonas Lind" for "J. Lind", when the article gives one such name."""
        if not _INITIAL.match(key):
            return None
        known = self._by_surname.get(key.rsplit(maxsplit=1)[-1])
        return self._the_one(known.written_out.get(key[0])) if known else None

    def _the_one(self, keys: set[str] | None) -> str | None:
        """The full name where there is one key."""
        return self._full[_one_of(keys)] if keys and len(keys) == 1 else None


def _one_of(keys: set[str]) -> str:
    return next(iter(keys))


def spelt(parts: tuple[str, ...]) -> str:
    """The words of a name with one space between them and none before a full stop."""
    return " ".join(parts).replace(" .", ".")

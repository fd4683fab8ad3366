"""The persons of one article: one entity across the forms under which it is met."""

import re
from dataclasses import dataclass, field

from app.engine.facts.mentions import folded

_INITIAL = re.compile(r"[^\W\d_] ")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class People:
    """Fullest names by every form under which they are met, accents aside.

    A surname alone is the one person of the article with that surname; with two such people it
    stays a surname.
    """

    _full: dict[str, str] = field(default_factory=dict)
    _by_surname: dict[str, set[str]] = field(default_factory=dict)

    def meet(self, parts: tuple[str, ...]) -> None:
        """Remember a name of two words or more; of two spellings the one with accents."""
        name = spelt(parts)
        key = folded(name)
        if key in self._full:
            if self._full[key].isascii():
                self._full[key] = name
            return
        self._full[key] = name
        core = [part for part in parts if part.lower() not in _SUFFIXES and part != "."]
        for length in range(1, len(core)):
            self._by_surname.setdefault(folded(" ".join(core[-length:])), set()).add(key)

    def of(self, parts: tuple[str, ...]) -> str | None:
        """The fullest name for these words; None if nobody, the words if two bear them."""
        name = spelt(parts)
        key = folded(name)
        if len(parts) > 1 and key in self._full:
            return self._longer(parts) or self._spelt_out(key) or self._full[key]
        known = self._by_surname.get(key, set())
        if len(known) > 1:
            known = {one for one in known if not self._is_short(one, known)}
        if len(known) == 1:
            return self._full[next(iter(known))]
        return name if known else None

    def _longer(self, parts: tuple[str, ...]) -> str | None:
        """As in "Karen Bass" for "Karen Ruth Bass", when the article gives one such name."""
        if len(parts) != len(("first", "last")):
            return None
        first, last = folded(parts[0]), folded(parts[-1])
        fuller = sorted(
            key
            for key in self._by_surname.get(last, ())
            if key.split()[0] == first and len(key.split()) > len(parts)
        )
        return self._full[fuller[0]] if len(fuller) == 1 else None


    def _spelt_out(self, key: str) -> str | None:
        """As in "Jonas Lind" for "J. Lind", when the article gives one such name."""
        if not _INITIAL.match(key):
            return None
        last = key.rsplit(maxsplit=1)[-1]
        fuller = [one for one in sorted(self._by_surname.get(last, ()))
                  if one[0] == key[0] and not _INITIAL.match(one)]
        return self._full[fuller[0]] if len(fuller) == 1 else None

    def _is_short(self, key: str, known: set[str]) -> bool:
        """The name is an initial's form of another one among those known."""
        return bool(_INITIAL.match(key)) and any(
            one[0] == key[0] and not _INITIAL.match(one) for one in known
        )


def spelt(parts: tuple[str, ...]) -> str:
    """The words of a name with one space between them and none before a full stop."""
    return " ".join(parts).replace(" .", ".")

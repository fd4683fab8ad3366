"""Names that people say mean the same, whatever their letters."""

import re
from collections.abc import Mapping

from app.domain.pairs import Finding, Reason

_Words = tuple[str, ...]
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_ON_NAMES = frozenset({Reason.NAME_SPELLING, Reason.ATTRIBUTION, Reason.TITLE})


class Aliases:
    """The names of a case with what each means; capitals and a possessive do not count.

    A name of several words that differs from its meaning in one word also answers for that
    word alone: where "Ann Lees" means "Ann Leeds", so does "Lees" mean "Leeds".
    """

    def __init__(self, means: Mapping[str, str]) -> None:
        given = {_words(name): _words(meaning) for name, meaning in means.items()}
        single = {name: meaning for pair in given.items() for name, meaning in _one_word(*pair)}
        itself = {meaning: meaning for meaning in given.values()}
        self._means = {name: meaning for name, meaning in (single | itself | given).items() if name}
        self._longest = max(map(len, self._means), default=0)

    def same(self, one: str, other: str) -> bool:
        """Two unlike names mean the same, and somebody said so."""
        if not self._means or _words(one) == _words(other):
            return False
        return self._plain(_words(one)) == self._plain(_words(other))

    def settles(self, finding: Finding) -> bool:
        """The finding says no more than that two such names are unlike."""
        return finding.reason in _ON_NAMES and self.same(
            finding.first_value, finding.second_value)

    def _plain(self, words: _Words) -> _Words:
        """The words with every alias replaced by what it means."""
        plain: list[str] = []
        at = 0
        while at < len(words):
            size = next((size for size in range(self._longest, 0, -1)
                         if words[at:at + size] in self._means), 0)
            plain += self._meaning(words[at:at + size]) if size else words[at:at + 1]
            at += max(size, 1)
        return tuple(plain)

    def _meaning(self, name: _Words) -> _Words:
        """What a name means in the end: a meaning can be an alias itself."""
        seen = {name}
        while (name := self._means[name]) in self._means and name not in seen:
            seen.add(name)
        return name


NONE = Aliases({})


def _words(name: str) -> _Words:
    return tuple(_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(name))


def _one_word(name: _Words, meaning: _Words) -> list[tuple[_Words, _Words]]:
    if len(name) != len(meaning) or len(name) == 1:
        return []
    apart = [pair for pair in zip(name, meaning, strict=True) if pair[0] != pair[1]]
    return [((apart[0][0],), (apart[0][1],))] if len(apart) == 1 else []

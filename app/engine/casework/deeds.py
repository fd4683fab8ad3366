"""Families of acts: which words of the press tell one and the same kind of deed.

The table is `lexicon/acts.tsv`: "crash", "collide" and "derail" are of one family, and so are
"swear in" and "take office". A word may be of several.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from app.engine.lexicon.files import lines
from app.engine.tokens import Token


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("acts.tsv"):
        name, _, words = line.split("\t")
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def once() -> frozenset[str]:
    """The families of acts that are done once about one thing."""
    rows = (line.split("\t") for line in lines("acts.tsv"))
    return frozenset(name for name, often, _ in rows if often == "once")


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Phrases of several words with their families, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, names in _families().items():
        first, *rest = phrase.split("_")
        if rest:
            found.setdefault(first, []).append(((first, *rest), names))
    return found


_DOERS = ("er", "or", "ers", "ors")


@lru_cache(maxsize=32768)
def families(norm: str, base: str) -> frozenset[str]:
    """The families of a word by its form ("founded"), else by its dictionary form."""
    known = _families()
    if norm != base and norm.endswith(_DOERS) and not base.endswith(_DOERS):
        return known.get(norm, frozenset())
    return known.get(norm) or known.get(base, frozenset())


def families_at(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The families of the act that begins with this word: of a phrase before the word alone."""
    for phrase, names in phrases().get(tokens[at].lemma, ()):
        if stretch_of(tokens, at, phrase):
            return names
    return families(tokens[at].norm, tokens[at].lemma)


def stretch_of(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> int:
    """How many words a phrase covers from this one on, 0 where it does not stand there. A
    particle may stand apart from its verb: "paid the money back"."""
    stretch = tokens[at:at + len(phrase)]
    if len(stretch) == len(phrase) and all(
            word in {one.lemma, one.norm} for word, one in zip(phrase, stretch, strict=True)):
        return len(phrase)
    if len(phrase) == _PAIR and phrase[1] in _PARTICLES:
        for place in range(at + 2, min(at + _APART, len(tokens))):
            if tokens[place].norm == phrase[1]:
                return 1
    return 0


_PAIR, _APART = 2, 5
_PARTICLES = frozenset({"back", "again", "off", "down", "out"})

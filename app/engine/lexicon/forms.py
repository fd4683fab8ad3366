"""Inflected forms to lemmas, and how rare a word is."""

import math
from functools import cache, lru_cache

from app.engine.lexicon.files import rows

_KEPT = frozenset({"better", "best", "worse", "worst", "people", "bases", "lives", "left", "found",
                   "ground", "bound", "wound", "media", "data", "saw"})
# Suffix, what stands in its place, shortest stem. Tried in order; the first real word counts.
_RULES = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
          ("zes", "ze"), ("oes", "o"), ("ves", "ve"), ("s", ""), ("ied", "y"), ("ed", "e"),
          ("ed", ""), ("ing", "e"), ("ing", ""), ("er", "e"), ("est", "e"))
_SPELLINGS = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
              ("ise", "ize"), ("yse", "yze"), ("ysed", "yzed"), ("our", "or"), ("oured", "ored"),
              ("ouring", "oring"), ("ours", "ors"), ("oural", "oral"), ("tre", "ter"),
              ("tres", "ters"), ("lled", "led"), ("lling", "ling"), ("ence", "ense"))
_SHORTEST = 3


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for base, forms in rows("irregular.tsv"):
        found.update({form: base for form in forms.split() if form not in _KEPT})
    return found


@cache
def _table() -> dict[str, str]:
    """Each word with its count in tagged texts and its commonest part of speech."""
    table = dict.fromkeys((word for word, _ in rows("wordnet_groups.tsv")), "")
    table.update(rows("wordnet_words.tsv"))
    return table


@cache
def _counts() -> dict[str, int]:
    return {word: int(rest.partition("\t")[0] or 0) for word, rest in _table().items()}


@lru_cache(maxsize=65536)
@lru_cache(maxsize=65536)
def part_of_speech(word: str) -> str:
    """What a dictionary form is most often: n, v, a (adjective) or r (adverb); "" if unknown."""
    rest = _table().get(word)
    if rest is None:
        return ""
    return rest.partition("\t")[2] or "n"


def is_word(word: str) -> bool:
    """An English word in lower case, not only a name."""
    return word in _counts()


@lru_cache(maxsize=65536)
def lemma(norm: str) -> str:
    """The dictionary form of a folded word; unknown words stay as they are."""
    base = _irregular().get(norm) or _by_rule(norm)
    return _one_spelling(base)


def _by_rule(norm: str) -> str:
    counts = _counts()
    if len(norm) <= _SHORTEST or norm in _KEPT or norm.endswith(("ss", "us", "is")):
        return norm
    own = counts.get(norm, -1)
    for suffix, instead in _RULES:
        if not norm.endswith(suffix):
            continue
        stem = norm[: -len(suffix)]
        for base in sorted((stem + instead, stem, stem[:-1] if _doubled(stem) else ""),
                           key=lambda base: -counts.get(base, -1)):
            count = counts.get(base, -1) if len(base) > 1 else -1
            if count >= max(own, 0) or (count >= 0 and suffix == "s"):
                return base
    if own < 0 and norm.endswith("s"):
        return norm[:-1]
    return norm


def _doubled(stem: str) -> bool:
    return len(stem) > _SHORTEST - 1 and stem[-1] == stem[-2] and stem[-1] not in "aeiou"


def _one_spelling(word: str) -> str:
    """British spellings as American ones, where that gives a word."""
    for british, american in _SPELLINGS:
        if word.endswith(british):
            other = word[: -len(british)] + american
            if other in _counts():
                return other
    return word


# 1.1 for a word never met in the tagged texts behind WordNet's counts, 0.45 for the commonest.
_RAREST, _COMMONEST, _SLOPE = 1.1, 0.45, 0.09


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a word says about which story this is, 0.45 to 1.1."""
    return max(_COMMONEST, _RAREST - _SLOPE * math.log1p(_counts().get(word, 0)))

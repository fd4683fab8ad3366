"""The noun that a figure counts: the last of a run of words that can stand before it.

Grammar:
    counted = ["of" ["the"]] {word}{0,4} noun      "12 other school buses" counts buses
            | "of" ["the" owner "'s"] figure counted    "410 of 1,230 jobs"
The run ends at the first plural, at a verb, at a word of grammar. Normal form: the singular in
lower case.
"""

from collections.abc import Container
from functools import cache

import simplemma

from app.engine.listing import listed
from app.engine.verbs import AUXILIARIES, PAST, PRESENT
from app.engine.words import Words

_STOPS = listed("""
    . , ; : ! ? ( ) [ ] “ ” " — – / … to in on at by for from with and or but as is are was
    were be been have has had will would could should can may might must that which who whom
    whose when where while than then so if because since after before until during against
    about into over under between through without within said says say told he she it they we
    you i him them us me his its their our your my this these those there here not no never
    also only just even still already later earlier ago per each every percent % $ £ € a an
    out off up down away back
    below above beneath beyond ever yet again together alone apart instead too per
    voted took take takes died killed remain remained came went made did do does got get left
""")
_IRREGULAR = {
    "people": "people",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "officers": "officer",
    "police": "police",
}
_NOUNS_ED = listed("seed breed bed deed shed sled need speed feed weed steed")
_ACTS = listed("shot hit cut set split beat")
_SKIP = frozenset({"of", "the"})
_LONGEST_RUN = 5


@cache
def lemma(word: str) -> str:
    """The singular of a noun in lower case."""
    if word.endswith("ing"):
        return word
    return _IRREGULAR.get(word) or simplemma.lemmatize(word, lang="en").lower()


def noun_after(words: Words, index: int) -> str:
    """The lemma of what follows at `index`, "" if nothing can be counted there."""
    return counted_noun(words, index)[0]


def counted_noun(
    words: Words, index: int, stop_at: Container[str] = frozenset()
) -> tuple[str, int]:
    """The counted noun of the run of words at `index`, as a lemma, with its last word."""
    at, last = index, -1
    while words.low(at) in _SKIP:
        at += 1
    if at > index:
        at = _past_whole(words, at)
    start = at
    while at - start < _LONGEST_RUN and words.together(index - 1, at):
        low = words.lows[at]
        if low in _STOPS or not low[0].isalpha() or words.taken[at]:
            break
        if (low == "of" or _is_verb(low)) if at > start else (low in PAST and low not in _ACTS):
            break
        last = at
        at += 1
        if is_plural(low) or low in stop_at:
            break
    if last >= 0 and words.lows[last].endswith("ed") and words.lows[last] not in _NOUNS_ED:
        last = last - 1 if last > start else -1
    return (lemma(words.lows[last].removesuffix("'s")), last) if last >= 0 else ("", -1)


def _past_whole(words: Words, at: int) -> int:
    """Where the noun of "of 14,000 members", "of the city's 12,000 workers" begins."""
    beyond = at + 1 if words.low(at).endswith("'s") else at
    return beyond + 1 if words.low(beyond)[:1].isdigit() else at


def _is_verb(low: str) -> bool:
    """A finite verb cannot be counted: "12 people died"."""
    return low in AUXILIARIES or low in PAST or low in PRESENT


@cache
def is_plural(low: str) -> bool:
    """A noun in the plural, which ends a run: "13 other municipalities in California"."""
    if low.endswith("'s"):
        return False
    return low in _IRREGULAR or (low.endswith("s") and lemma(low) != low)

"""What a claim denies: which words stand under a "not", "never", "refused to", "yet to"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.facing import Swap
from app.engine.phrases import Phrases
from app.engine.sides import Side
from app.engine.tokens import WordKind

# Words after "not" or "no" that take the denial back ("not only", "no later than", "no doubt").
_NO_DENIAL = frozenset({"only", "just", "merely", "later", "more", "less", "few", "doubt",
                        "necessarily", "least", "surprise"})
# Words that say nothing of what is denied ("did not become", "never agreed to be").
_LIGHT = frozenset({"become", "get", "agree", "try", "manage", "want", "ever", "able", "appear",
                    "seem", "begin", "start", "currently", "literally", "actually", "ago"})
_DENYING = lexicon.DENIERS | lexicon.NEGATIONS
_REACH = 3
_REMEMBERED = 256
"""Several comparators ask this of one side, one after the other."""

_STOPS = frozenset(",;:.")


@dataclass(frozen=True, slots=True)
class Denied:
    """What one side denies and the other does not say in the same words.

    `words` are the words close under a denier and that denier, `heads` the words right after
    one, `within` all words of the clauses that begin with one, by token index; `deniers` are the
    words that deny.
    """

    words: dict[int, int]
    heads: frozenset[int]
    within: frozenset[int]
    deniers: tuple[int, ...]


_NOTHING = Denied({}, frozenset(), frozenset(), ())


def denied(side: Side, linked: Mapping[int, int]) -> Denied:
    """What stands under the deniers of a side that match nothing of the other side. What is
    denied twice is not denied."""
    own = [i for i in deniers(side) if i not in linked]
    if not own:
        return _NOTHING
    words: dict[int, int] = {}
    heads, within = set[int](), set[int]()
    for denier in own:
        for i in governed(side, denier):
            if words.pop(i, None) is None:
                words[i] = denier
        found = clause(side, denier)
        heads.update(found[:1])
        within.update(found)
    return Denied(words, frozenset(heads), frozenset(within), tuple(own))


def one_denied(both: Alignment, swap: Swap) -> bool:
    """One of two words that face each other is what is denied: "not American" and "French"
    fit."""
    return (_heads_denial(both.first, both.links, swap.first[0])
            != _heads_denial(both.second, both.back, swap.second[0]))


def _heads_denial(side: Side, linked: Mapping[int, int], at: int) -> bool:
    return any(governed(side, denier)[:1] == (at,)
               for denier in deniers(side) if denier not in linked)


@lru_cache(maxsize=_REMEMBERED)
def deniers(side: Side) -> tuple[int, ...]:
    """The words of a claim that deny others; of a phrase its last word."""
    phrases = [words[-1] for words, _ in _phrases().found(side.tokens)] if (
        _phrases().may_stand_in(side.forms)) else []
    if _DENYING.isdisjoint(side.forms):
        return tuple(phrases)
    words = [i for i, token in enumerate(side.tokens)
             if (token.kind is WordKind.NEGATION or token.lemma in lexicon.DENIERS)
             and not _taken_back(side, i)]
    return tuple(sorted({*words, *phrases}))


@cache
def _phrases() -> Phrases[None]:
    return Phrases((phrase, None) for phrase in lexicon.denying_phrases())


def _taken_back(side: Side, i: int) -> bool:
    """"not only", "no doubt"; the "no" of "no-cost"."""
    if side.tokens[i].kind is not WordKind.NEGATION or i + 1 == len(side.tokens):
        return False
    end = side.tokens[i].end
    return side.tokens[i + 1].lemma in _NO_DENIAL or side.text[end:end + 1] == "-"


_KEEPING = frozenset({"prohibit", "ban", "bar", "prevent", "stop", "forbid", "block"})
_OBJECT = 6


def _start(side: Side, denier: int) -> int:
    """Where the denied words begin: after "from" for "prohibits officers from asking"."""
    if side.tokens[denier].lemma in _KEEPING:
        for i in range(denier + 1, min(denier + _OBJECT, len(side.tokens))):
            if side.tokens[i].norm == "from":
                return i + 1
    return denier + 1


def governed(side: Side, denier: int) -> tuple[int, ...]:
    """The words under a denier: up to three that say something of what is denied, to the next
    comma or "but"; a word that says little only where nothing else follows."""
    words = clause(side, denier)
    telling = tuple(i for i in words if side.tokens[i].lemma not in _LIGHT)
    return (telling or words)[:_REACH]


def clause(side: Side, denier: int) -> tuple[int, ...]:
    """All words that say something from a denier to the next comma or "but"."""
    found: list[int] = []
    for i in range(_start(side, denier), len(side.tokens)):
        between = side.text[side.tokens[i - 1].end:side.tokens[i].start]
        if side.tokens[i].norm == "but" or not _STOPS.isdisjoint(between):
            break
        if side.tokens[i].kind is not WordKind.FUNCTION and not _is_nobody(side, denier, i):
            found.append(i)
    return tuple(found)


def _is_nobody(side: Side, denier: int, i: int) -> bool:
    """The "one" of "no one" is nobody and no figure."""
    return i == denier + 1 and side.tokens[i].norm == "one" and side.tokens[denier].norm == "no"

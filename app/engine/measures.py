"""What the words alone say about two claims, beside the findings of the comparators."""

from enum import StrEnum

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.likeness import LinkKind
from app.engine.sides import Side
from app.engine.tokens import Token, WordKind


class Measure(StrEnum):
    """A count or a share that the weighing looks at."""

    SYNONYMS = "synonyms"
    NEAR_WORDS = "near words"
    OTHER_NOUN = "other noun"
    OTHER_VERB = "other verb"
    OTHER_SMALL_WORD = "other small word"
    OTHER_HEAD = "other head"
    LEFT_ON_BOTH = "left over on both"
    LEFT_ON_ONE = "left over on one"
    NAMES_LEFT = "names left over"
    FIGURES_LEFT = "figures left over"
    WORDS_LEFT = "words left over"
    MET = "met"
    MET_BACK = "met back"
    SHARED = "shared"
    COVERED = "covered"
    TOO_LITTLE = "too little shared"
    NAMES_SHARED = "names shared"


_BOTH_SIDES = 2
_LITTLE = 0.5
_FIGURES = frozenset({WordKind.NUMBER, WordKind.YEAR, WordKind.ORDINAL, WordKind.MONTH})
_MOST = {Measure.SYNONYMS: 2.0, Measure.NEAR_WORDS: 2.0, Measure.OTHER_NOUN: 2.0,
         Measure.OTHER_VERB: 1.0, Measure.OTHER_SMALL_WORD: 1.0, Measure.LEFT_ON_BOTH: 4.0,
         Measure.LEFT_ON_ONE: 6.0, Measure.NAMES_LEFT: 3.0, Measure.FIGURES_LEFT: 2.0,
         Measure.WORDS_LEFT: 3.0}


def measures(both: Alignment) -> dict[Measure, float]:
    """All measures of an alignment, each capped. Exchanging the sides changes nothing."""
    found = _of_links(both) | _of_swaps(both) | _of_leftovers(both)
    found[Measure.OTHER_HEAD] = float(_other_head(both))
    found = {name: min(value, _MOST.get(name, value)) for name, value in found.items()}
    found[Measure.MET] = max(both.met_first, both.met_second)
    found[Measure.MET_BACK] = min(both.met_first, both.met_second)
    found[Measure.SHARED] = both.shared
    found[Measure.COVERED] = both.covered
    found[Measure.TOO_LITTLE] = max(0.0, _LITTLE - both.shared)
    found[Measure.NAMES_SHARED] = float(any(
        both.first.tokens[i].kind is WordKind.NAME for i in both.links))
    return found


def _of_links(both: Alignment) -> dict[Measure, float]:
    kinds = list(both.kinds.values())
    return {
        Measure.SYNONYMS: float(kinds.count(LinkKind.SYNONYM) + kinds.count(LinkKind.KIN)),
        Measure.NEAR_WORDS: float(kinds.count(LinkKind.NEAR)),
    }


def _of_swaps(both: Alignment) -> dict[Measure, float]:
    found = dict.fromkeys(
        (Measure.OTHER_NOUN, Measure.OTHER_VERB, Measure.OTHER_SMALL_WORD), 0.0)
    for swap in both.swaps:
        if swap.frame < _BOTH_SIDES:
            continue
        if swap.kind is WordKind.FUNCTION:
            found[Measure.OTHER_SMALL_WORD] += 1
        elif swap.kind is WordKind.CONTENT:
            parts = (lexicon.part_of_speech(both.first.tokens[swap.first[0]].lemma)
                     + lexicon.part_of_speech(both.second.tokens[swap.second[0]].lemma))
            if parts in _PARTS:
                found[_PARTS[parts]] += 1
    return found


_PARTS = {"nn": Measure.OTHER_NOUN, "vv": Measure.OTHER_VERB}


def _of_leftovers(both: Alignment) -> dict[Measure, float]:
    """Words that face nothing; kinds are counted on the side that matched better."""
    ours = [both.first.tokens[i] for i in both.only_first]
    theirs = [both.second.tokens[j] for j in both.only_second]
    weights = sorted((_weight(ours), _weight(theirs)))
    fuller = ours if (both.met_first, both.first.text) > (both.met_second, both.second.text) \
        else theirs
    kinds = [token.kind for token in fuller]
    return {
        Measure.LEFT_ON_BOTH: weights[0], Measure.LEFT_ON_ONE: weights[1],
        Measure.NAMES_LEFT: float(kinds.count(WordKind.NAME)),
        Measure.FIGURES_LEFT: float(sum(kind in _FIGURES for kind in kinds)),
        Measure.WORDS_LEFT: float(kinds.count(WordKind.CONTENT)),
    }


def _weight(words: list[Token]) -> float:
    return sum(token.weight for token in words)


def _other_head(both: Alignment) -> bool:
    """"X is a band" and "X is a dressing": what each says the thing is did not match at all."""
    ours, theirs = _head(both.first), _head(both.second)
    return (ours >= 0 and theirs >= 0 and ours not in both.links
            and theirs not in both.links.values())


_IS = frozenset({"is", "was", "are", "were"})
_ARTICLES = frozenset({"a", "an", "the"})
_BREAKS = frozenset(",.;(")


def _head(side: Side) -> int:
    """The noun after the first "is a", as a token index; -1 without one."""
    start = next((i for i, token in enumerate(side.tokens) if token.norm in _IS), None)
    if start is None:
        return -1
    last = -1
    for i in range(start + 1, len(side.tokens)):
        token = side.tokens[i]
        between = side.text[side.tokens[i - 1].end:token.start]
        if i > start + 1 and not _BREAKS.isdisjoint(between):
            break
        if token.kind is WordKind.FUNCTION and token.norm in _ARTICLES:
            continue
        if token.kind in {WordKind.FUNCTION, WordKind.NEGATION}:
            break
        if last >= 0 and token.norm.endswith("ed"):
            break
        last = i
    return last

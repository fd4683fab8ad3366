"""What the words alone say about two claims, beside the findings of the comparators."""

from app.engine import lexicon
from app.engine.alignment import Alignment
from app.engine.facing import BOTH_SIDES
from app.engine.likeness import LinkKind
from app.engine.sides import Side
from app.engine.tokens import WordKind

_MOST = 2.0  # further synonyms add nothing


def synonyms(both: Alignment) -> float:
    """How many words match by meaning, to 2: whoever rewords tells the same."""
    kinds = list(both.kinds.values())
    return min(_MOST, kinds.count(LinkKind.SYNONYM) + kinds.count(LinkKind.KIN))


def near_words(both: Alignment) -> float:
    """How many words match as one of the other's kind ("car", "vehicle"), to 2."""
    return min(_MOST, list(both.kinds.values()).count(LinkKind.NEAR))


def other_verb(both: Alignment) -> float:
    """1 where one verb stands in another's place: mostly the same told otherwise."""
    return float(any(
        swap.kind is WordKind.CONTENT and swap.frame == BOTH_SIDES
        and _is_verb(both.first, swap.first[0]) and _is_verb(both.second, swap.second[0])
        for swap in both.swaps))


def _is_verb(side: Side, at: int) -> bool:
    return lexicon.part_of_speech(side.tokens[at].lemma) == "v"


def likeness_in_length(both: Alignment) -> float:
    """The weight of the shorter claim's words in that of the longer one's, 0 to 1."""
    short, long = sorted((both.first.weight, both.second.weight))
    return short / long if long else 1.0

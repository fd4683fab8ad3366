"""Whether the words around a date speak of what is to come."""

from app.engine.listing import listed
from app.engine.words import Words

_FUTURE = listed("""
    will expected scheduled set due plans planned next shall would upcoming ahead
""")
_PAST = listed("""
    was were had said voted passed approved took enacted did has have told announced met sued
    signed died fell rose began came went made broke led won lost held
""")
_EDGES = listed(', ; : ( ) “ ” " —')
_TO_COME = frozenset({"is", "are", "due", "set"})
_REACH = 12


def future(words: Words, index: int) -> bool | None:
    """True for a future, False for a past, None if the words near do not say.

    The nearest verb decides, up to a comma or a quotation mark on either side.
    """
    before, after = _edges(words, index)
    for distance in range(1, max(index - before, after - index)):
        for at in (index - distance, index + distance):
            told = _told(words, at) if before < at < after else None
            if told is not None:
                return told
    return None


def _edges(words: Words, index: int) -> tuple[int, int]:
    """The last word before `index` and the first after it that are out of reach."""
    lows, sentences, mine = words.lows, words.sentences, words.sentences[index]
    before, after = index - 1, index + 1
    first, last = max(0, index - _REACH), min(len(lows), index + _REACH + 1)
    while before >= first and sentences[before] == mine and lows[before] not in _EDGES:
        before -= 1
    while after < last and sentences[after] == mine and lows[after] not in _EDGES:
        after += 1
    return before, after


def _told(words: Words, at: int) -> bool | None:
    """What one word says of the tense."""
    low = words.lows[at]
    if low in _FUTURE or (low == "to" and words.low(at - 1) in _TO_COME):
        return True
    return False if low in _PAST or low.endswith("ed") else None

"""Whether the words around a date speak of what is to come."""

from app.engine.listing import listed
from app.engine.verbs import PAST
from app.engine.words import Words

_FUTURE = listed("""
    will expected scheduled set due plans planned next shall would could might must upcoming
    ahead 'll won't
    we'll they'll he'll she'll it'll i'll you'll
""")
_PLANNED = listed("""
    starts begins opens closes resumes returns ends play plays meet meets face faces host hosts
    takes kicks decides expires follows continues continue resume hears leaves
    reopens finishes arrives awaits stays stay
""")
_HAVING = frozenset({"have", "has", "be", "been"})
_PAST = PAST - listed("set cut hit put read beat split shut quit") | listed("""
    was were had did has have met
""")
_LEADING = _FUTURE | {"to"}
_SPEAKING = _FUTURE | _PLANNED | _PAST | {"to"}
_AUXILIARIES = listed("was were had is are has have will would")
_EDGES = listed(', ; : ( ) “ ” " —')
_TO_COME = frozenset({"is", "are", "due", "set"})
_BETWEEN = listed("not also then only soon now all them")
_STAYING = frozenset({"stay", "stays"})
_LEAD = 4
_REACH = 12


def future(words: Words, index: int) -> bool | None:
    """True for a future, False for a past, None if the words near do not say.

    The nearest verb decides, up to a comma or a quotation mark on either side; "until" looks
    ahead unless what lasted until then is over ("was closed until").
    """
    if words.low(index - 1) in {"until", "till"} and words.together(index - 1, index):
        return None if _is_over(words, index) else True
    before, after = _edges(words, index)
    speaking = [at for at, low in enumerate(words.lows[before + 1 : after], before + 1)
                if (low in _SPEAKING or low[-2:] == "ed") and at != index]
    if len(speaking) > 1:
        speaking.sort(key=lambda at: abs(at - index))
    for at in speaking:
        told = _told(words, at)
        if told is not None:
            return told
    return None


def _is_over(words: Words, index: int) -> bool:
    """As in "was closed until": the nearest auxiliary before is a past one."""
    for at in range(index - 1, max(-1, index - _REACH), -1):
        if not words.together(at, index):
            return False
        if words.lows[at] in _AUXILIARIES:
            return words.lows[at] in {"was", "were", "had"}
    return False


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
    """What one word says of the tense: "will have", "to be fined" are still to come."""
    low = words.lows[at]
    if low in _FUTURE or low in _PLANNED or (low == "to" and words.low(at - 1) in _TO_COME):
        return True
    if low not in _PAST and not low.endswith("ed"):
        return None
    if words.low(at - 1) in _STAYING:
        return True
    before = words.lows[max(0, at - _LEAD) : at]
    if _LEADING.isdisjoint(before):
        return False
    led = max(place for place, one in enumerate(before) if one in _LEADING)
    return all(one in _HAVING or one in _BETWEEN for one in before[led + 1 :])

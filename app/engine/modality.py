"""How sure a claim is, and whether it affirms: read off its main verb.

The main verb is the first finite verb that stands in no relative clause; after a verb of saying,
the first one after that. Order: denied, unclear, likely, could, will, did.
"""

from app.domain.claims import Modality, Polarity
from app.engine.listing import listed
from app.engine.verbs import DENYING, NEGATIONS, SAYING, is_finite
from app.engine.words import Words

_LIKELY = listed("""
    likely probably presumably expected apparently seems seem appears appear reportedly
    anticipated projected forecast
""")
_COULD = listed("could may might possibly potentially perhaps maybe would")
_WILL = listed("will shall won't 'll i'll we'll they'll he'll she'll it'll you'll that'll gonna")
_PLANS = listed("""
    set due scheduled planning planned plans plan going poised slated vowed vows promised
    pledged intends intend aims about
""")
_UNCLEAR = listed("unclear uncertain unknown undecided")
_RELATIVE = listed("which who whom whose")
_REFUSED = listed("""
    refused refuses refuse refusing failed fails fail failing declined declines decline
    declining lacks lacked
""")
_DETERMINERS = listed("the a an its his her their this that these those what")
_SUBORDINATE = listed("""
    if though although while when as because since once before after unless whether until
    despite in on at for with by from during following
""")
_HAVING = listed("has have had is are was were be there's")
_WINDOW = 6
_AFTER_NEGATION = listed("only just merely")


def modality(words: Words, first: int, last: int) -> Modality:
    """How sure the words `first` to `last` are of what they assert."""
    lows = words.lows[first : last + 1]
    if any(low in _UNCLEAR for low in lows) or _remains_to_be_seen(lows):
        return Modality.UNCLEAR
    verb = main_verb(words, first, last)
    if verb < 0:
        return Modality.DID
    if words.lows[verb] in DENYING:
        return Modality.DENIED
    group = words.lows[max(first, verb - 1) : min(last, verb + _WINDOW - 1) + 1]
    return _of_group(group[: _verb_group(group)])


def _of_group(group: list[str]) -> Modality:
    """The modality of a verb with its adverbs."""
    seen = set(group)
    if seen & _LIKELY:
        return Modality.LIKELY
    if seen & _COULD:
        return Modality.COULD
    if seen & _WILL or any(low.endswith("'ll") for low in group):
        return Modality.WILL
    planned = any(
        low in _PLANS and "to" in group[at + 1 : at + 3] and not _is_cause(group, at)
        for at, low in enumerate(group)
    )
    return Modality.WILL if planned else Modality.DID


def _is_cause(group: list[str], at: int) -> bool:
    """As in "due to the conflict" is no plan."""
    return group[at] == "due" and group[at + 2 : at + 3] != [] and group[at + 2] in _DETERMINERS


def _verb_group(group: list[str]) -> int:
    """How many words belong to the verb: up to the next comma or quotation mark."""
    for at, low in enumerate(group):
        if at and low in {",", ";", "“", "”", '"', ".", "that", "which", "and", "but"}:
            return at
    return len(group)


def _remains_to_be_seen(lows: list[str]) -> bool:
    """As in "remains to be seen", "is yet to be", "it is not known"."""
    return any(
        (low == "remains" and lows[at + 1 : at + 4] == ["to", "be", "seen"])
        or (low == "not" and lows[at + 1 : at + 2] in (["known"], ["clear"]))
        for at, low in enumerate(lows)
    )


def main_verb(words: Words, first: int, last: int) -> int:
    """The word of the main verb, -1 if there is none."""
    skipping = _opens_aside(words, first, last)
    for at in range(first, last + 1):
        low = words.lows[at]
        if low in _RELATIVE or (low == "that" and at > first and words.lows[at - 1] not in SAYING):
            skipping = True
        elif low == ",":
            skipping = False
        elif not skipping and is_finite(words, at):
            return at
    return -1


def _opens_aside(words: Words, first: int, last: int) -> bool:
    """The words open with a condition, a time or a place that a comma ends."""
    opener = next(
        (at for at in range(first, min(first + 3, last + 1)) if words.lows[at][0].isalpha()), first
    )
    return words.lows[opener] in _SUBORDINATE and "," in words.lows[opener : last + 1]


def polarity(words: Words, first: int, last: int) -> Polarity:
    """Whether the main verb stands under a negation."""
    verb = main_verb(words, first, last)
    start, stop = (first, last) if verb < 0 else (max(first, verb - 4), min(last, verb + 3))
    for at in range(start, stop + 1):
        low = words.lows[at]
        if (
            low in NEGATIONS
            and words.low(at + 1) not in _AFTER_NEGATION
            and not _is_aside(words, at, verb)
        ):
            return Polarity.NEGATIVE
        if low in _REFUSED and at == verb:
            return Polarity.NEGATIVE
        if at > verb >= 0 and low in {",", "that", "which", "but"}:
            break
    return Polarity.POSITIVE


def _is_aside(words: Words, at: int, verb: int) -> bool:
    """As in "more, not less": a negation that stands apart from the verb."""
    low = words.lows[at]
    if low == "without" or (low in {"not", "no"} and words.low(at - 1) == ","):
        return True
    return low == "no" and at > verb >= 0 and not (words.lows[verb] in _HAVING and at == verb + 1)

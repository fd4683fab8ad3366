"""How sure a claim is, and whether it affirms: read off its main verb.

The main verb is the first finite verb that stands in no relative clause; after a verb of saying,
the first one after that. Order: denied, unclear, likely, could, should, will, did. A promise ("has
vowed", "can guarantee") is a "will", a demand ("should", "must", "urged") a "should". A negation
in the complement ("tells officers not to ask") counts; in a relative clause it does not.
"""

from app.domain.claims import Modality, Polarity
from app.engine.listing import listed
from app.engine.verbs import AUXILIARIES, DENYING, NEGATIONS, SAYING, is_finite
from app.engine.words import Words

_LIKELY = listed("""
    likely probably presumably expected apparently seems seem appears appear reportedly
    anticipated projected forecast
""")
_COULD = listed("could may might possibly potentially perhaps maybe would")
_WILL = listed("will shall won't 'll i'll we'll they'll he'll she'll it'll you'll that'll gonna")
_PLANS = listed("""
    set due scheduled planning planned plans plan going poised slated intends intend aims about
    committed commits agreed
""")
_PROMISED = listed("""
    vowed vows vow promised promises pledged pledges guarantee guarantees guaranteed
""")
_SHOULD = listed("should must ought shouldn't mustn't")
_NEEDS = listed("needs need has have")
_DEMANDING = listed("urged urges demanded demands")
_UNCLEAR = listed("unclear uncertain unknown undecided")
_SIGNS = _LIKELY | _COULD | _SHOULD | _NEEDS | _WILL | _PROMISED | _PLANS | NEGATIONS
_IFS = listed("if unless provided were")
_TRIED = ("be reached", "be contacted", "be verified", "be confirmed", "be determined",
          "be identified", "be independently", "immediately", "independently", "agree", "confirm",
          "reach", "verify", "say")
_SEEN = listed("seen known clear")
_RELATIVE = listed("which who whom whose")
_TURNS = _RELATIVE | {"that", ","}
_REFUSED = listed("""
    refused refuses refuse refusing failed fails fail failing declined declines decline
    declining lacks lacked
""")
_DENIALS = NEGATIONS | _REFUSED
_TELLING_SIGNS = _SIGNS | _UNCLEAR | _SEEN | _DENIALS | DENYING
"""A claim with none of these words affirms what it tells as done."""

_DETERMINERS = listed("the a an its his her their this that these those what")
_SUBORDINATE = listed("""
    if though although while when as because since once before after unless whether until
    despite in on at for with by from during following
""")
_HAVING = listed("has have had is are was were be there's")
_TELLING = listed("told tells assured informed reminded warned warns")
_WINDOW = 6
_COMPLEMENT = 10
_RULES = listed("policy rule order law directive ordinance measure regulation guideline guidelines")
_ENDS_COMPLEMENT = listed(', ; : ( ) “ ” " that which who whom whose but because if')
_ENDS_GROUP = listed(', ; “ ” " . that which and but')
_AFTER_NEGATION = listed("only just merely")


def mood(
    words: Words, first: int, last: int, verb_of_saying: str = ""
) -> tuple[Modality, Polarity]:
    """How sure the words `first` to `last` are of what they assert, and whether they affirm.

    `verb_of_saying` is the verb by which somebody else is said to assert them.
    """
    lows = words.lows[first : last + 1]
    if _TELLING_SIGNS.isdisjoint(lows):
        return _by_saying(verb_of_saying) or Modality.DID, Polarity.POSITIVE
    verb = main_verb(words, first, last)
    if "may" in lows:  # the month is no verb
        lows = [word if word == "May" else low
                for word, low in zip(words.words[first : last + 1], lows, strict=True)]
    told = _modality(lows, verb - first, verb_of_saying)
    if _DENIALS.isdisjoint(lows):
        return told, Polarity.POSITIVE
    return told, _polarity(words, first, last, verb)


def _modality(lows: list[str], verb: int, verb_of_saying: str) -> Modality:
    """How sure a claim in these words is, whose main verb is at `verb`, below 0 if it has none."""
    told = _by_saying(verb_of_saying)
    if told is not None:
        return told
    if not _UNCLEAR.isdisjoint(lows) or _remains_to_be_seen(lows):
        return Modality.UNCLEAR
    if verb < 0:
        return Modality.DID
    return _of_verb(lows, verb, verb_of_saying)


def _by_saying(verb_of_saying: str) -> Modality | None:
    """What the verb by which somebody is said to assert it tells by itself."""
    if verb_of_saying in DENYING:
        return Modality.DENIED
    return Modality.SHOULD if verb_of_saying in _DEMANDING else None


def _of_verb(lows: list[str], verb: int, verb_of_saying: str) -> Modality:
    """How sure the main verb at `verb` makes the claim."""
    if lows[verb] in DENYING:
        return Modality.DENIED
    group = lows[max(0, verb - 1) : verb + _WINDOW]
    if not _SIGNS.isdisjoint(group):
        group = group[: _verb_group(group)]
    if _SIGNS.isdisjoint(group):
        return Modality.DID
    if "would" in group and verb_of_saying and _is_announced(lows, group):
        return Modality.WILL
    return _of_group(group)


def _is_announced(lows: list[str], group: list[str]) -> bool:
    """As in "said that it would go to court": a plan, unless it hangs on a condition."""
    after = group[group.index("would") + 1 :][:1]
    return _IFS.isdisjoint(lows) and after not in (["have"], ["like"], ["be"], ["rather"])


def _of_group(group: list[str]) -> Modality:
    """The modality of a verb with its adverbs."""
    seen = set(group)
    if seen & _LIKELY:
        return Modality.LIKELY
    if seen & _COULD and not _was_unable(group):
        return Modality.COULD
    if seen & _SHOULD or (seen & _NEEDS and _has_to(group)):
        return Modality.SHOULD
    if seen & _WILL:
        return Modality.WILL
    if seen & _PROMISED and not seen & NEGATIONS:
        return Modality.WILL
    planned = seen & _PLANS and any(
        low in _PLANS and "to" in group[at + 1 : at + 3] and not _is_cause(group, at)
        for at, low in enumerate(group)
    )
    return Modality.WILL if planned else Modality.DID


def _was_unable(group: list[str]) -> bool:
    """As in "could not be reached", "couldn't agree": tried, and it did not come about."""
    text = " ".join(group)
    return any(f"{could} {tried}" in text for could in ("could not", "couldn't")
               for tried in _TRIED)


def _has_to(group: list[str]) -> bool:
    """As in "has to close", "needs to act"; "had to" is done."""
    return any(low in _NEEDS and group[at + 1 : at + 2] == ["to"] for at, low in enumerate(group))


def _is_cause(group: list[str], at: int) -> bool:
    """As in "due to the conflict" is no plan."""
    return group[at] == "due" and group[at + 2 : at + 3] != [] and group[at + 2] in _DETERMINERS


def _verb_group(group: list[str]) -> int:
    """How many words belong to the verb: up to the next comma or quotation mark."""
    for at, low in enumerate(group):
        if low in _ENDS_GROUP and at:
            return at
    return len(group)


def _remains_to_be_seen(lows: list[str]) -> bool:
    """As in "remains to be seen", "is yet to be", "it is not known"."""
    if _SEEN.isdisjoint(lows):
        return False
    return any(
        (low == "remains" and lows[at + 1 : at + 4] == ["to", "be", "seen"])
        or (low == "not" and lows[at + 1 : at + 2] in (["known"], ["clear"]))
        for at, low in enumerate(lows)
    )


def main_verb(words: Words, first: int, last: int) -> int:
    """The word of the main verb, -1 if there is none."""
    lows = words.lows
    skipping = _opens_aside(lows, first, last)
    for at in range(_after_listener(words, first), last + 1):
        low = lows[at]
        if low not in _TURNS:
            if not skipping and is_finite(words, at):
                return at
        elif low == ",":
            skipping = False
        elif low != "that" or (at > first and lows[at - 1] not in SAYING):
            skipping = True
    return -1


def _after_listener(words: Words, first: int) -> int:
    """What is told begins after "that": "told KTTV this week that he can"."""
    if first == 0 or words.lows[first - 1] not in _TELLING:
        return first
    ahead = words.lows[first : first + _WINDOW]
    return first + ahead.index("that") + 1 if "that" in ahead else first


def _opens_aside(lows: list[str], first: int, last: int) -> bool:
    """The words open with a condition, a time or a place that a comma ends."""
    opening = lows[first : min(first + 3, last + 1)]
    if _SUBORDINATE.isdisjoint(opening):
        return False
    opener = next((low for low in opening if low[0].isalpha()), "")
    return opener in _SUBORDINATE and "," in lows[first : last + 1]


def _polarity(words: Words, first: int, last: int, verb: int) -> Polarity:
    """Whether the main verb stands under a negation."""
    promised = _promised(words, verb, last)
    if promised:
        return _polarity(words, promised, last, main_verb(words, promised, last))
    start, stop = (first, last) if verb < 0 else (max(first, verb - 4), min(last, verb + 3))
    for at in range(start, stop + 1):
        low = words.lows[at]
        if (
            low in NEGATIONS
            and words.low(at + 1) not in _AFTER_NEGATION
            and not _is_aside(words, at, verb)
        ):
            return Polarity.NEGATIVE
        if low in _REFUSED and _heads(words, verb, at):
            return Polarity.NEGATIVE
        if at > verb >= 0 and low in {",", "that", "which", "but"}:
            break
    return Polarity.NEGATIVE if _negated_complement(words, verb, last) else Polarity.POSITIVE


def _promised(words: Words, verb: int, last: int) -> int:
    """Where what is promised begins: "can guarantee that he will not"; 0 if nothing is."""
    for at in range(verb, min(last, verb + 4)) if verb >= 0 else ():
        if words.lows[at] in NEGATIONS:
            return 0
        if words.lows[at] in _PROMISED and words.low(at + 1) == "that":
            return at + 2 if at + 2 <= last else 0
    return 0


def _heads(words: Words, verb: int, at: int) -> bool:
    """The word at `at` is the main verb, or only auxiliaries and adverbs stand between them."""
    between = words.lows[verb:at] if verb >= 0 else ["-"]
    return at >= verb and all(low in AUXILIARIES or low.endswith("ly") for low in between)


def _negated_complement(words: Words, verb: int, last: int) -> bool:
    """As in "tells officers not to ask", "decided not to run"; never past a comma."""
    if verb < 0:
        return False
    for at in range(verb + 1, min(last, verb + _COMPLEMENT)):
        low = words.lows[at]
        if low in _ENDS_COMPLEMENT and words.lows[at - 1] not in _RULES:
            return False
        if low == "not" and words.low(at + 1) == "to" and at < last - 1:
            return True
    return False


def _is_aside(words: Words, at: int, verb: int) -> bool:
    """As in "more, not less": a negation that stands apart from the verb."""
    low = words.lows[at]
    if low == "without" or (low in {"not", "no"} and words.low(at - 1) == ","):
        return True
    return low == "no" and at > verb >= 0 and not (words.lows[verb] in _HAVING and at == verb + 1)

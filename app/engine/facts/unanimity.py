"""Votes of one mind: "unanimously", "without dissent", "with no dissenting votes"."""

from app.domain.facts import Vote
from app.engine.facts.scene import Found
from app.engine.listing import listed
from app.engine.words import Words

# Words of a vote, words that stand near one, and words that tell a side by themselves.
STRONG = listed("vote votes voted voting tally ballot ballots")
VOTING = STRONG | listed("""
    passed pass passes passing approved approve approves approving adopted adopt rejected reject
    rejects rejecting ratified ruled ruling council senate house board committee commission panel
    assembly parliament court justices decision margin motion ordinance resolution bill confirmed
    confirm against favour favor repealed enacted backed upheld overturned defeated
""")
BESIDE = frozenset({"against", "opposed"})
_DISSENT = frozenset({"dissent", "opposition"})
_DISSENTING = frozenset({"dissenting", "opposing"})
_A_SINGLE = frozenset({"a", "any", "single", "one"})
_NOT_AGAINST = _A_SINGLE | _DISSENT | _DISSENTING
_DISSENTED = frozenset({"vote", "votes"}) | {"voice", "voices"}
_AGREED = frozenset({"unanimous", "unanimously", "without", "no"})
_NOT_QUITE = frozenset({"not", "nearly", "almost", "non"})
_OPINIONATED = listed("analysts economists experts critics reviewers commentators forecasters "
                      "pollsters polls witnesses residents scientists")
_AROUND = (12, 8)
_BEFORE = 5


def unanimous(words: Words) -> list[Found]:
    """As in "unanimously", "without dissent", "with no dissenting votes"."""
    found = []
    for index in words.where(_AGREED):
        low, last = words.lows[index], -1
        if low in {"unanimous", "unanimously"}:
            last = index if words.low(index - 1) not in _NOT_QUITE and not _is_opinion(
                words, index) else -1
        elif (
            low in {"without", "no"} and words.low(index + 1) in _NOT_AGAINST
        ):
            last = _dissent(words, index + 1) if votes_near(words, index) else -1
        if last >= 0:
            words.take(index, last)
            found.append(Found(Vote(unanimous=True), index, last))
    return found


def _is_opinion(words: Words, index: int) -> bool:
    """As in "analysts had been unanimous": they were of one mind and cast no vote."""
    return not _OPINIONATED.isdisjoint(words.lows[max(0, index - _BEFORE):index])


def _dissent(words: Words, at: int) -> int:
    """The last word of "a single dissenting vote", "dissent"; -1 if it is something else."""
    beyond = at + len(_A_SINGLE)
    while at < beyond and words.low(at) in _A_SINGLE:
        at += 1
    if words.low(at) in _DISSENTING and words.low(at + 1) in _DISSENTED:
        return at + 1
    return at if words.low(at) in _DISSENT else -1


def votes_near(words: Words, index: int) -> bool:
    """A word of voting stands around."""
    before, after = _AROUND
    near = words.lows[max(0, index - before) : index + after]
    return any(low in VOTING and low not in BESIDE for low in near)

"""Votes: how many for, against, abstaining, absent.

Grammar, all inside one sentence:
    tally      = figure ("to" | "-" | "–") figure [("-" | "–" | "to") figure]   third: abstaining
                 beside a word of voting ("voted 4 to 1", "a 13–0 vote", "by 5-4", "thirteen to nil")
    unanimous  = "unanimous" | "unanimously" | "without dissent" | "with no dissent(ing votes)"
               | "no one voted against" | "all" figure ... "voted" ("for" | "in favour")
    partial    = figure [members] "voted" ["for" | "in favour" | "yes" | "against" | "no"]
               | "with" figure ("abstaining" | "absent" | "against" | "abstentions") | figure "abstained"
Left alone: a score ("won 4-1"), a range ("4 to 6 weeks"), a ratio, odds, a time, a page.
A partial tally joins the tally of its sentence.
"""

from dataclasses import replace

from app.domain.facts import Vote
from app.engine.facts.figures import SPELT, figure
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_DASHES = frozenset("-–—−‑‒")
_VOTING = listed("""
    vote votes voted voting passed pass passes passing approved approve approves approving
    adopted adopt rejected reject rejects rejecting ratified tally ruled ruling council senate
    house board committee commission panel assembly parliament court justices decision margin
    motion ordinance resolution bill confirmed confirm ballot against favour favor repealed
    enacted backed upheld overturned defeated
""")
_STRONG = listed("vote votes voted voting tally ballot ballots")
_SPORT = listed("""
    won win wins winning lost lose loses losing beat beats beating drew draw victory defeat
    lead leads led score scored goal goals match game games season league cup team half-time
    halftime final finals innings set sets odds ratio series record trailed trailing
""")
_SIDES = {
    "for": "for_",
    "yes": "for_",
    "aye": "for_",
    "ayes": "for_",
    "yeas": "for_",
    "favour": "for_",
    "favor": "for_",
    "against": "against",
    "no": "against",
    "nay": "against",
    "nays": "against",
    "opposed": "against",
    "dissenting": "against",
    "dissented": "against",
    "dissent": "against",
    "abstained": "abstain",
    "abstaining": "abstain",
    "abstain": "abstain",
    "abstention": "abstain",
    "abstentions": "abstain",
    "absent": "absent",
    "recused": "abstain",
}
_MEMBERS = frozenset(SPELT) | listed("""
    members member councillors councilors councilmembers council councilmen senators lawmakers
    legislators delegates mps justices judges commissioners trustees supervisors directors of
    the them others other republicans democrats people who were was with colleagues deputies
    votes vote voters representatives jurors in countries nations states
""")
_VOTED = frozenset({"voted", "voting"})
_BESIDE = frozenset({"against", "opposed"})
_ALONE = listed("abstained abstaining abstentions abstention dissented dissenting recused")
_REACH = 8
_LONGEST_BODY = 5
_LONGEST = 1000


def read(scene: Scene) -> list[Found]:
    """The votes of a text; a partial tally is joined to the tally of its sentence."""
    found = [*_tallies(scene), *_unanimous(scene.words), *_partial(scene)]
    return _joined(scene.words, sorted(found, key=lambda one: one.first))


def _tallies(scene: Scene) -> list[Found]:
    """As in "4 to 1", "13-0", "9-0-2" beside a word of voting."""
    found = []
    for quantity in scene.free():
        tally = _tally(scene.words, quantity)
        if tally is not None:
            scene.words.take(tally.first, tally.last)
            found.append(tally)
    return found


def _tally(words: Words, quantity: Quantity) -> Found | None:
    """The tally that begins at this figure, if it is one."""
    sides, last = _sides(words, quantity.core)
    if len(sides) not in {2, 3} or last is None:
        return None
    if not _is_vote(words, quantity.core, last):
        return None
    vote = Vote(for_=sides[0], against=sides[1], abstain=sides[2] if len(sides) > 2 else None)  # noqa: PLR2004
    return Found(vote, quantity.core, last)


def _sides(words: Words, index: int) -> tuple[list[int], int | None]:
    """The figures joined by "to" or a dash from `index` on, and the last word."""
    sides: list[int] = []
    last: int | None = None
    at = index
    while at < len(words) and len(sides) < 4:  # noqa: PLR2004  four figures are no tally
        one = figure(words, at)
        if one is None or one[0] != int(one[0]) or one[0] > _LONGEST:
            break
        sides.append(int(one[0]))
        last = one[1]
        join = words.low(last + 1)
        glued = join in _DASHES and words.touches(last + 1) and words.touches(last + 2)
        if glued and words.lows[last + 2] == "to":
            at = last + 4
        elif glued or (join == "to" and len(sides) == 1):
            at = last + 2
        else:
            break
    return sides, last


def _is_vote(words: Words, first: int, last: int) -> bool:
    """A word of voting stands near, and no word of sport stands nearer."""
    if words.low(last + 1) in {
        "percent",
        "%",
        "per",
        "years",
        "days",
        "weeks",
        "months",
        "hours",
        "minutes",
        "year-old",
        "feet",
        "miles",
        "inches",
        "million",
        "billion",
        "thousand",
        "people",
        "km",
        "points",
    }:
        return False
    sentence = words.sentences[first]
    for distance in range(1, _REACH + 1):
        for at in (first - distance, last + distance):
            if not (0 <= at < len(words)) or words.sentences[at] != sentence:
                continue
            low = words.lows[at]
            if low in _STRONG or (low in _VOTING and low not in _SPORT):
                return True
            if low in _SPORT:
                return False
    return False


def _unanimous(words: Words) -> list[Found]:
    """As in "unanimously", "without dissent", "with no votes against"."""
    found = []
    for index, low in enumerate(words.lows):
        last = index
        if low in {"unanimous", "unanimously"}:
            if words.low(index + 1) in {"vote", "decision", "approval", "support"}:
                last = index
        elif (
            low in {"without", "no"}
            and words.low(index + 1) in {"dissent", "dissenting", "opposition"}
            and _votes_near(words, index)
        ):
            last = index + (2 if words.low(index + 1) == "dissenting" else 1)
        else:
            continue
        if words.low(index - 1) not in {"not", "nearly", "almost", "non"}:
            last = min(last, len(words) - 1)
            words.take(index, last)
            found.append(Found(Vote(unanimous=True), index, last))
    return found


def _votes_near(words: Words, index: int) -> bool:
    near = words.lows[max(0, index - 12) : index + 8]
    return any(low in _VOTING for low in near)


def _partial(scene: Scene) -> list[Found]:
    """As in "three voted against", "two members abstained", "with one absent"."""
    words = scene.words
    found = []
    for quantity in scene.free():
        if not (quantity.is_point and quantity.is_whole) or quantity.vague:
            continue
        one = _side_after(words, quantity)
        if one is not None:
            words.take(one.first, one.last)
            found.append(one)
    return found


def _side_after(words: Words, quantity: Quantity) -> Found | None:
    """The side that the figure's members took."""
    at = quantity.end + 1
    while at - quantity.end <= _LONGEST_BODY and words.low(at) in _MEMBERS:
        at += 1
    voted = words.low(at) in _VOTED
    if voted:
        at += 2 if words.low(at + 1) == "in" else 1
    low = words.low(at)
    if low not in _SIDES or not words.together(quantity.core, at):
        return None
    if not (voted or low in _ALONE or _stands_by(words, quantity, at)):
        return None
    return Found(_one_side(_SIDES[low], int(quantity.low)), quantity.core, at)


def _stands_by(words: Words, quantity: Quantity, at: int) -> bool:
    """As in "two against", "one member absent", near a word of voting."""
    direct = at == quantity.end + 1 or words.lows[at - 1] in {"vote", "votes"}
    return (words.lows[at] == "absent" or (direct and words.lows[at] in _BESIDE)) and _votes_near(
        words, at
    )


def _one_side(side: str, figure_: int) -> Vote:
    """A vote that says one side only."""
    return {
        "for_": Vote(for_=figure_),
        "against": Vote(against=figure_),
        "abstain": Vote(abstain=figure_),
        "absent": Vote(absent=figure_),
    }[side]


def _joined(words: Words, found: list[Found]) -> list[Found]:
    """Abstaining and absent members of the same sentence join its tally."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and isinstance(last.value, Vote)
            and isinstance(one.value, Vote)
            and words.sentences[last.first] == words.sentences[one.first]
            and _fits(last.value, one.value)
        ):
            joined[-1] = Found(_merged(last.value, one.value), last.first, one.last)
        else:
            joined.append(one)
    return joined


def _fits(tally: Vote, more: Vote) -> bool:
    """No side is told twice, and the second is not a tally of its own."""
    mine = (tally.for_, tally.against, tally.abstain, tally.absent)
    theirs = (more.for_, more.against, more.abstain, more.absent)
    twice = any(a is not None and b is not None for a, b in zip(mine, theirs, strict=True))
    return not twice and not (more.unanimous and tally.against)


def _merged(tally: Vote, more: Vote) -> Vote:
    def pick(one: int | None, other: int | None) -> int | None:
        return other if one is None else one

    return replace(
        tally,
        for_=pick(tally.for_, more.for_),
        against=pick(tally.against, more.against),
        abstain=pick(tally.abstain, more.abstain),
        absent=pick(tally.absent, more.absent),
        unanimous=tally.unanimous or more.unanimous,
    )

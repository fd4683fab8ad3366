"""Votes: how many for, against, abstaining, absent.

Grammar, all inside one sentence:
    tally     = side join side [join side]        join: "to" | "-" | "–"; the third side abstains;
                beside a word of voting ("voted 4 to 1", "a 13–0 vote", "by 4 votes to 1")
    side      = figure ["votes"] | "none" | "nil"
              | "all" figure [members] "voted for"         nobody against
    unanimous = "unanimous" | "unanimously" | ("without" | "no") ["a single"] "dissent" | ...
    partial   = figure [members] "voted" ("for" | "in favour" | "yes" | "against" | "no")
              | the names of those who voted (voters.py)
              | figure [members] ("abstained" | "abstentions" | "absent" | "dissented")
Left alone: a score ("won 4-1"), a range ("4 to 6 weeks"), a ratio, odds, a time, a page.
A partial tally joins the tally of its sentence. Normal form: figures by side, None where the words
do not say. Equal: the same sides. Compatible: no side is told twice with other figures; unanimous
fits any tally with nobody against, whoever was absent.
"""

from dataclasses import replace

from app.domain.facts import Vote
from app.engine.facts.calendar import MONTHS
from app.engine.facts.figures import SPELT, figure
from app.engine.facts.nouns import counted_noun, is_plural
from app.engine.facts.numbers import Quantity
from app.engine.facts.scene import Found, Scene
from app.engine.facts.unanimity import BESIDE, STRONG, VOTING, unanimous, votes_near
from app.engine.facts.voters import named
from app.engine.listing import listed
from app.engine.words import Words

_DASHES = frozenset("-–—−‑‒")
_VOTES = frozenset({"vote", "votes"})
_VOTED = frozenset({"voted", "voting"})
_NOBODY = frozenset({"none", "nil", "nobody"})
_SPORT = listed("""
    won win wins winning lost lose loses losing beat beats beating drew draw victory defeat lead
    leads led score scored goal goals match game games season league cup team half-time halftime
    final finals innings set sets odds ratio series record trailed trailing
""")
_BODIES = STRONG | {"members", "seats"}
_PASSIVE = listed("was were been be is are narrowly")
_COUNTED = listed("""
    percent % per years days weeks months hours minutes year-old feet miles inches million billion
    thousand people km points metres degrees members seats
""") | frozenset(MONTHS)
_SIDES = {
    **dict.fromkeys(["for", "yes", "aye", "ayes", "yeas", "favour", "favor"], "for_"),
    **dict.fromkeys(
        ["against", "no", "nay", "nays", "opposed", "dissenting", "dissented", "dissent"], "against"
    ),
    **dict.fromkeys(
        ["abstained", "abstaining", "abstain", "abstention", "abstentions", "recused"], "abstain"
    ),
    "absent": "absent",
}
_ALONE = listed("abstained abstaining abstentions abstention dissented dissenting recused")
_MEMBERS = frozenset(SPELT) | listed("""
    members member councillors councilors councilmembers council councilmen senators lawmakers
    legislators delegates mps justices judges commissioners trustees supervisors directors of
    the them others other republicans democrats people who were was with colleagues deputies
    votes vote voters representatives jurors in countries nations states jury panel board
    committee commission assembly parliament senate court bench cabinet
""")
_REACH = 8
_LONGEST_BODY = 5
_LARGEST_BODY = 1000
_MOST_SIDES = 3



def read(scene: Scene) -> list[Found]:
    """The votes of a text; a partial tally is joined to the tally of its sentence."""
    found = [*_tallies(scene), *unanimous(scene.words), *_partial(scene)]
    for one in named(scene.words):
        scene.words.take(one.first, one.last)
        found.append(one)
    return _joined(scene.words, sorted(found, key=lambda one: one.first))


def _tallies(scene: Scene) -> list[Found]:
    """As in "4 to 1", "13-0", "9-0-2" beside a word of voting."""
    found = []
    for quantity in scene.beside(VOTING):
        tally = _tally(scene.words, quantity.core)
        if tally is not None:
            scene.words.take(tally.first, tally.last)
            found.append(tally)
    return found


def _tally(words: Words, first: int) -> Found | None:
    """The tally that begins at the word `first`, if it is one."""
    sides: list[int] = []
    at, last = first, first
    named = False
    while len(sides) <= _MOST_SIDES and (at > 0 or not sides):
        side = _side(words, at, is_first=not sides)
        if side is None:
            break
        sides.append(side[0])
        last = side[1]
        named = named or words.lows[last] in _VOTES
        at = _next_side(words, last, is_first=len(sides) == 1)
    if len(sides) not in {2, _MOST_SIDES} or _counts_things(words, last):
        return None
    if not (named or _is_vote(words, first, last)) or not words.together(first, last):
        return None
    abstain = sides[2] if len(sides) == _MOST_SIDES else None
    return Found(Vote(for_=sides[0], against=sides[1], abstain=abstain), first, last)


def _counts_things(words: Words, last: int) -> bool:
    """As in "40 to 50 new homes": a noun in the plural follows that is no word of voting."""
    noun, at = counted_noun(words, last + 1)
    low = words.lows[at] if at >= 0 else ""
    return bool(noun) and is_plural(low) and low not in _BODIES


def _side(words: Words, at: int, *, is_first: bool) -> tuple[int, int] | None:
    """The votes of one side and their last word."""
    if at >= len(words):
        return None
    if not is_first and words.lows[at] in _NOBODY:
        return 0, at
    one = figure(words, at)
    if one is None or not one[0].is_integer() or one[0] > _LARGEST_BODY:
        return None
    has_votes = is_first and words.low(one[1] + 1) in _VOTES and words.low(one[1] + 2) == "to"
    return int(one[0]), one[1] + has_votes


def _next_side(words: Words, last: int, *, is_first: bool) -> int:
    """Where the next side of the tally begins, -1 if none does."""
    join = words.low(last + 1)
    if join in _DASHES and words.touches(last + 1) and words.touches(last + 2):
        return last + 4 if words.lows[last + 2] == "to" else last + 2
    return last + 2 if join == "to" and is_first else -1


def _is_vote(words: Words, first: int, last: int) -> bool:
    """A word of voting stands near, and no word of sport stands nearer."""
    if words.low(last + 1) in _COUNTED or not words.together(first, last):
        return False
    sentence = words.sentences[first]
    for distance in range(1, _REACH + 1):
        for at in (first - distance, last + distance):
            if not (0 <= at < len(words)) or words.sentences[at] != sentence:
                continue
            low = words.lows[at]
            played = low == "defeated" and words.low(at - 1) not in _PASSIVE
            if low in VOTING and not played:
                return True
            if low in _SPORT or played:
                return False
    return False


def _partial(scene: Scene) -> list[Found]:
    """As in "three voted against", "two members abstained", "with one absent"."""
    found = []
    for quantity in scene.beside(_SIDES.keys()):
        if quantity.vague or not (quantity.is_point and quantity.is_whole):
            continue
        one = _side_after(scene.words, quantity)
        if one is not None:
            scene.words.take(one.first, one.last)
            found.append(one)
    return found


def _side_after(words: Words, quantity: Quantity) -> Found | None:
    """The side that the figure's members took."""
    at = quantity.end + 1
    while at - quantity.end <= _LONGEST_BODY and words.low(at) in _MEMBERS:
        at += 1
    at += words.low(at) == "in" and words.low(at + 1) in {"favour", "favor"}
    voted = words.low(at) in _VOTED
    if voted:
        at += 2 if words.low(at + 1) == "in" else 1
    low = words.low(at)
    if low not in _SIDES or not words.together(quantity.core, at):
        return None
    if not (voted or low in _ALONE or _stands_by(words, quantity, at)):
        return None
    vote = _one_sided(_SIDES[low], int(quantity.low))
    if words.low(quantity.first - 1) == "all" and vote.for_ is not None:
        return Found(replace(vote, against=0, unanimous=True), quantity.first - 1, at)
    return Found(vote, quantity.core, at)


def _one_sided(side: str, votes: int) -> Vote:
    """A vote that tells of one side only."""
    told = {side: votes}
    return Vote(
        for_=told.get("for_"),
        against=told.get("against"),
        abstain=told.get("abstain"),
        absent=told.get("absent"),
    )


def _stands_by(words: Words, quantity: Quantity, at: int) -> bool:
    """As in "two against", "one member absent", near a word of voting."""
    direct = at == quantity.end + 1 or words.lows[at - 1] in _VOTES
    sided = words.lows[at] in {"absent", "favour", "favor"} or (
        direct and words.lows[at] in BESIDE)
    return sided and votes_near(words, at)


def _joined(words: Words, found: list[Found]) -> list[Found]:
    """Abstaining and absent members of the same sentence join its tally."""
    joined: list[Found] = []
    for one in found:
        both = _both(words, joined[-1], one) if joined else None
        if both is None:
            joined.append(one)
        else:
            joined[-1] = both
    return joined


def _both(words: Words, left: Found, right: Found) -> Found | None:
    """Two votes of one sentence as one, None when they are two."""
    tally, more = left.value, right.value
    if not (isinstance(tally, Vote) and isinstance(more, Vote)):
        return None
    if words.sentences[left.first] != words.sentences[right.first] or not _fits(tally, more):
        return None
    return Found(_merged(tally, more), left.first, right.last)


def _fits(tally: Vote, more: Vote) -> bool:
    """No side is told twice, and no side voted against a unanimous vote."""
    told = zip(_told(tally), _told(more), strict=True)
    against = bool(tally.against) or bool(more.against)
    if any(one is not None and other is not None for one, other in told):
        return False
    return not (against and (tally.unanimous or more.unanimous))


def _told(vote: Vote) -> tuple[int | None, ...]:
    return vote.for_, vote.against, vote.abstain, vote.absent


def _merged(tally: Vote, more: Vote) -> Vote:
    """Both votes in one: what the first leaves open the second may say."""
    sides = [
        other if one is None else one for one, other in zip(_told(tally), _told(more), strict=True)
    ]
    return Vote(
        for_=sides[0],
        against=sides[1],
        abstain=sides[2],
        absent=sides[3],
        unanimous=tally.unanimous or more.unanimous,
    )

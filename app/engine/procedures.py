"""How far a procedure has come, by a claim's own words: a law's way, a criminal case, a plan.

A step is *told* when it is behind us ("was signed"), *ahead* when the words place it in the
future or make it depend on something ("before it is enacted", "can sign", "a second vote is
due"). A step that is denied ("has not been signed") is neither. Steps of a law need the name of a
measure in the same sentence; "charged" needs a court ("charged with").
"""

from bisect import bisect_left

from app.domain.claims import Stage
from app.engine.listing import listed
from app.engine.marking import Mark, Phrasebook
from app.engine.verbs import NEGATIONS, is_finite
from app.engine.words import Words

_LAW = {
    Stage.ANNOUNCED: "announce announces announced announcing",
    Stage.PROPOSED: "propose proposes proposed proposing floated proposal",
    Stage.DRAFTED: "draft drafts drafted drafting",
    Stage.INTRODUCED: "introduce introduces introduced introducing tabled",
    Stage.PASSED: "pass passes passed passing approve approves approved adopt adopts adopted "
    "ratify ratified approval passage",
    Stage.SIGNED: "sign signs signed signing signature",
    Stage.VETOED: "veto vetoes vetoed vetoing",
    Stage.IN_FORCE: "enact enacts enacted codified",
    Stage.REPEALED: "repeal repeals repealed repealing rescinded scrapped revoked",
    Stage.STRUCK_DOWN: "overturn overturns overturned invalidated",
}
_LAW_PHRASES = {
    Stage.FIRST_VOTE: "first vote;first reading;preliminary vote;initial vote",
    Stage.FINAL_VOTE: "second vote;final vote;second reading;third reading;final reading;"
    "last vote;second and final vote;third and final reading;"
    "second and final reading;another vote;one last time;one more vote;final approval;"
    "final passage",
    Stage.IN_FORCE: "take effect;takes effect;took effect;taking effect;go into effect;"
    "goes into effect;went into effect;come into force;comes into force;came into force;"
    "become law;becomes law;became law;in force;signed into effect",
    Stage.STRUCK_DOWN: "strike down;strikes down;struck down",
}
_CRIME = {
    Stage.SUSPECTED: "suspected",
    Stage.ARRESTED: "arrested detained apprehended",
    Stage.CHARGED: "indicted indictment arraigned",
    Stage.CONVICTED: "convicted conviction",
    Stage.ACQUITTED: "acquitted acquittal",
    Stage.SENTENCED: "sentenced jailed imprisoned",
}
_CRIME_PHRASES = {
    Stage.ARRESTED: "taken into custody;took into custody;in custody",
    Stage.CHARGED: "charged with;charged in;charged over;was charged;were charged;been charged;"
    "face charges;faces charges;facing charges;be charged",
    Stage.ON_TRIAL: "on trial;stand trial;stands trial;stood trial;standing trial;goes on trial",
    Stage.CONVICTED: "found guilty;find guilty;pleaded guilty;pled guilty;plead guilty",
    Stage.ACQUITTED: "found not guilty;cleared of",
}
_LAW_STAGES = frozenset(_LAW) | frozenset(_LAW_PHRASES)
_OF_MEASURES = _LAW_STAGES - {Stage.FIRST_VOTE, Stage.FINAL_VOTE}
_BOOK = Phrasebook(
    [(word, stage) for table in (_LAW, _CRIME) for stage, told in table.items()
     for word in told.split()]
    + [(phrase, stage) for table in (_LAW_PHRASES, _CRIME_PHRASES)
       for stage, told in table.items() for phrase in told.split(";")]
)  # fmt: skip
_MEASURES = listed("""
    ordinance ordinances measure measures bill bills law laws legislation act motion resolution
    statute proposal rule rules ban amendment tax policy treaty budget directive order decree levy
    regulation regulations charter referendum plan deal agreement cap fee reform package code
    moratorium accord pact budgets reforms taxes levies
""")
_AHEAD = listed("""
    will would shall can may might could must should to before until unless if likely expected due
    scheduled needed required needs pending set 'll won't i'll we'll they'll he'll she'll
    possible possibly potential potentially
""")
_DONE = listed("was were has have had hasn't haven't hadn't")
_AHEAD_AFTER = listed("""
    follows follow awaits needed due expected scheduled required pending will must could likely
""")
_NOUNS = listed("vote reading time approval passage signature indictment conviction acquittal")
_ENDS = listed(', ; : ( ) “ ” " — but and that which who')
_LED = listed("voted agreed moved rushed managed proceeded")
_TOLD_FORMS = listed("took went came became struck taken")
_LOOK_BACK, _LOOK_ON, _VOTED_WITHIN = 5, 6, 16
_LED_WITHIN = 3


class Proceeding:
    """The steps of procedures of a whole text, handed out claim by claim."""

    def __init__(self, words: Words) -> None:
        marks = _BOOK.marks(words)
        named = {words.sentences[at] for at in words.where(_MEASURES)}
        self._told = [
            (mark.first, (Stage(mark.what), is_done)) for mark in marks
            if mark.what not in _OF_MEASURES or words.sentences[mark.first] in named
            if (is_done := _is_told(words, mark)) is not None
        ]  # fmt: skip
        self._starts = [at for at, _ in self._told]

    def of(self, first: int, last: int) -> tuple[tuple[Stage, ...], tuple[Stage, ...]]:
        """The stages that the claim tells as done, and those that it tells as still ahead."""
        start, stop = bisect_left(self._starts, first), bisect_left(self._starts, last + 1)
        if start == stop:
            return (), ()
        told = [one for _, one in self._told[start:stop]]
        done = dict.fromkeys(stage for stage, is_done in told if is_done)
        ahead = dict.fromkeys(stage for stage, is_done in told if not is_done)
        return tuple(done), tuple(ahead)


def _is_told(words: Words, mark: Mark) -> bool | None:
    """True for a step that is behind us, False for one ahead, None for one that is denied."""
    for at in range(mark.first - 1, max(-1, mark.first - 1 - _LOOK_BACK), -1):
        low = words.lows[at]
        if low in _ENDS or words.sentences[at] != words.sentences[mark.first]:
            break
        if low in NEGATIONS:
            return None
        if low in _DONE:
            return True
        if low in _AHEAD:
            return low == "to" and _led(words, at)
    if words.lows[mark.last] in _NOUNS:
        on = words.lows[mark.last + 1 : mark.last + 1 + _LOOK_ON]
        return not any(low in _AHEAD_AFTER for low in on)
    return _is_past(words, mark)


def _led(words: Words, at: int) -> bool:
    """As in "voted unanimously to pass", "voted 5-4 on Monday to strike down": it was done."""
    for place in range(at - 1, max(-1, at - _VOTED_WITHIN), -1):
        low = words.lows[place]
        if low in _LED and words.together(place, at):
            return low == "voted" or at - place <= _LED_WITHIN
        if words.words[place].islower() and is_finite(words, place):
            return False
    return False


def _is_past(words: Words, mark: Mark) -> bool:
    """The words tell of something done: a past form, a noun, or a present of headlines."""
    low = words.lows[mark.first]
    if low.endswith("ed") or low in _TOLD_FORMS or low in {"found", "in", "on"}:
        return True
    before = words.low(mark.first - 1)
    return not (low.endswith("s") and _after(words, mark.first)) and before not in _AHEAD


def _after(words: Words, at: int) -> bool:
    """As in "after Bass signs it", "once it takes effect": still to come."""
    near = words.lows[max(0, at - _LOOK_BACK) : at]
    return any(low in {"after", "once", "when"} for low in near)

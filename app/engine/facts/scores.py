"""Scores of matches: two figures beside a word of sport. They are never votes or counts.

Grammar:
    score   = figure ("-" | "–") figure | figure "to" figure        beside a word of sport
    outcome = "won" ("won", "beat", "a 2-1 win"), "lost" ("lost", "fell"), "drew" ("drew", "tied")
Normal form: both figures in the order told, and how the side that the sentence speaks of came
off. Equal: the same figures and outcome. Compatible: "won 2-1" and "lost 1-2" of the two sides of
one match. The nearest such word decides; a word of voting that is nearer makes it a vote. Left
alone: odds ("10-1 odds"), ranges ("2-3 weeks"), polls, years, times, phone numbers.
"""

from app.domain.facts import Score
from app.engine.facts.nouns import is_plural
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_WON = listed("""
    won win wins winning beat beats beating victory defeated defeats thrashed edged downed
    triumphed triumph thumped overcame clinched victorious
""")
_LOST = listed("lost lose loses losing loss fell defeat beaten slumped trailing trailed")
_DREW = listed("drew draw draws drawn tied tie level levelled stalemate")
_SPORT = _WON | _LOST | _DREW | listed("""
    lead leads led leading score scored scores goal goals match matches game games half-time
    halftime final finals innings set sets series aggregate penalties kick-off playoff season
    league cup half quarter advantage extra-time fulltime full-time equalised equalized equaliser
    equalizer finished overtime
""")
_NO_SCORE = listed("""
    odds ratio shot favourite favorite chance bet vote votes voted poll polls tally majority
""")
_UNITS = listed("""
    percent % per years days weeks months hours minutes year-old feet miles inches million
    billion thousand people km points metres degrees p.m. a.m. pm am members votes majority
""")
_AFTER_SCORE = (["after", "extra", "time"], ["at", "half", "time"], ["at", "full", "time"],
                ["after", "90", "minutes"], ["at", "the", "break"])
_NUMBERED = listed("""
    page pages section sections chapter chapters verse verses line lines route routes item items
    paragraph paragraphs clause article articles flight room
""")
_REACH = 9
_HIGHEST = 250


def read(scene: Scene) -> list[Found]:
    """The scores of a text."""
    found = []
    words = scene.words
    for quantity in scene.beside(_SPORT | {"time", "break"}):
        if quantity.spelt or _counts(words, quantity.core, quantity.end):
            continue
        sides = _sides(words, quantity.core)
        if sides is None:
            continue
        is_score, outcome = _told(words, quantity.core, sides)
        is_score = is_score or words.lows[quantity.core + 3 : quantity.core + 6] in _AFTER_SCORE
        if is_score and words.is_free(quantity.core, quantity.core + 2):
            first, second = (int(words.lows[at]) for at in (quantity.core, quantity.core + 2))
            words.take(quantity.core, quantity.core + 2)
            value = Score(first=first, second=second, outcome=outcome)
            found.append(Found(value, quantity.core, quantity.core + 2))
    return found


def _counts(words: Words, first: int, last: int) -> bool:
    """The figures number or count something: "pages 2-3", "2-3 kilos"."""
    following = words.low(last + 1)
    plural = is_plural(following) and following not in _SPORT
    return plural or following in _UNITS or words.low(first - 1) in _NUMBERED


def _sides(words: Words, at: int) -> int | None:
    """How far a word of sport may stand: "2-1" within reach, "2 to 1" right beside; else None."""
    if not (_is_side(words.low(at)) and _is_side(words.low(at + 2))):
        return None
    join = words.low(at + 1)
    glued = words.touches(at + 1) and words.touches(at + 2) and not words.touches(at)
    if join in {"-", "–", "−", "‑"} and glued and words.low(at + 3) not in {"-", "–"}:
        return _REACH
    return 1 if join == "to" and words.together(at, at + 2) else None


def _is_side(low: str) -> bool:
    return low.isascii() and low.isdecimal() and len(low) <= len(str(_HIGHEST)) and (
        int(low) <= _HIGHEST)


def _told(words: Words, at: int, reach: int) -> tuple[bool, str]:
    """Whether a word of sport is near, and how the match came out by the nearest that says so."""
    is_score = False
    for distance in range(1, reach + 1):
        for place in (at - distance, at + 2 + distance):
            low = words.low(place) if words.together(min(at, place), max(at, place)) else ""
            if low in _NO_SCORE:
                return is_score, ""
            is_score = is_score or low in _SPORT
            for outcome, told in (("won", _WON), ("lost", _LOST), ("drew", _DREW)):
                if low in told:
                    return True, outcome
    return is_score, ""

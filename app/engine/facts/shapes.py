"""What the shape of a name and its neighbours say about its kind."""

from functools import lru_cache

from app.domain.facts import FactKind
from app.engine.facts import titles
from app.engine.facts.gazetteer import (
    NATIONALITIES,
    NOT_ORGANISATIONS,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PLACE_HEADS,
    PLACE_LEADS,
    PLACES,
    STATE_SHORT,
    TITLES,
)
from app.engine.facts.given_names import FIRST_NAMES
from app.engine.facts.mentions import folded
from app.engine.facts.runs import Run, written
from app.engine.listing import listed
from app.engine.words import Words

_ACTS = listed("""
    act constitution treaty accord accords amendment statute decree protocol convention
""")
_IN = listed("in near at from outside to across toward towards around throughout")
_CHANNELS = listed("radio channel tv television")
_HELD = listed("""
    shares share stake stakes stock stocks investors investor interest confidence trust faith
    investment sold given
""")
_GOING = listed("""
    went go goes going gone travel travelled traveled travels travelling flew fly flown flights
    flight moved move moves moving came come comes return returned returns returning road way trip
    visit visits journey drove drive driven train trains bus ferry ran sailed fled walked sent
    deported extradited extended route bridge border brought taken headed north south east west
    close next ship shipped arrived mission tour march marched
""")
_SAYING = listed("""
    said says told added stated noted announced argued claimed declared warned explained insisted
    wrote tweeted posted confirmed testified
""")
_BEFORE_SAID = frozenset({"”", '"', "’", "'", ",", "—"})
_ROYAL = listed("king queen prince princess bishop duke")
_PROGRAMME_OWNERS = listed("msnbc's cnn's nbc's abc's cbs's bbc's npr's pbs's cnbc's")
_OF_PLACES = listed("city town village county state suburb port council island")
_STANDING = frozenset({"l.a.", "d.c.", "n.y.", "u.n.", "e.u.", "n.j.", "s.f.", "u.s.s.r."})
_HEADS_OF_PLACES = PLACE_HEADS - {"park", "lake", "hills", "street", "island"}
"""Words that end the name of a place and are no surname."""

_NOT_IN_PERSONS = NATIONALITIES | ORGANISATION_HEADS | _ACTS | {"of"}
_NO_INITIALS = PLACES | _STANDING
_LONGEST_PERSON = 5
_LONGEST_ACRONYM = 6
_PAIR = 2


@lru_cache(maxsize=8192)
def by_itself(parts: tuple[str, ...]) -> FactKind | None:
    """What the words of a name tell wherever it stands: a law, a place, an organisation."""
    low = written(parts)[1]
    if _is_act(parts):
        return FactKind.LAW
    if low in PLACES or without_city(low) in PLACES or _is_royal_place(parts):
        return FactKind.PLACE
    return FactKind.ORGANISATION if _is_organisation(parts, low) else None


def _is_act(parts: tuple[str, ...]) -> bool:
    """As in "Voting Rights Act", "Constitution of ..."."""
    return len(parts) > 1 and (parts[-1].lower() in _ACTS or parts[0].lower() == "constitution")


def is_programme(words: Words, run: Run) -> bool:
    """The owner of a programme stands before it: "MSNBC's Morning Show"."""
    return words.low(run.first - 1) in _PROGRAMME_OWNERS


def _is_organisation(parts: tuple[str, ...], low: str) -> bool:
    """The list or the shape says so."""
    if low in ORGANISATIONS:
        return True
    lows = [part.lower().removesuffix("'s") for part in parts]
    if len(lows) == 1:
        return is_acronym(parts[0]) and low not in PLACES
    if lows[0] in _CHANNELS:
        return True
    link = next((at for at, low in enumerate(lows) if low in {"of", "for"}), 0)
    if link:
        return lows[link - 1] in ORGANISATION_HEADS
    return lows[-1] in ORGANISATION_HEADS and lows[-1] not in PLACE_HEADS


def is_acronym(word: str) -> bool:
    """Two to six capitals; not an abbreviation of something else."""
    plain = word.replace(".", "")
    return (
        1 < len(plain) <= _LONGEST_ACRONYM
        and plain.isupper()
        and plain.isalpha()
        and word.lower() not in NOT_ORGANISATIONS
    )


@lru_cache(maxsize=8192)
def can_be_person(parts: tuple[str, ...]) -> bool:
    """One to five words, none of them of a place, an organisation or a nation."""
    low = " ".join(parts).lower()
    if len(parts) > _LONGEST_PERSON or low in PLACES:
        return False
    lows = low.split(" ")
    return lows[-1] not in _HEADS_OF_PLACES and _NOT_IN_PERSONS.isdisjoint(lows[1:])


def is_person(words: Words, run: Run, alone: set[str]) -> bool:
    """Two words or more that bear a sign of a person."""
    parts = run.parts
    if len(parts) < _PAIR or not can_be_person(parts) or begins_as_place(parts):
        return False
    first, last = parts[0].lower(), parts[-1].lower()
    if first in _CHANNELS or first in _STANDING or (
        first in PLACES and first not in FIRST_NAMES
    ):
        return False
    if first in FIRST_NAMES or len(first) == 1 or _are_initials(parts[0]):
        return True
    if first in NATIONALITIES or first in {"national", "state", "city"}:
        return False
    if folded(parts[-1]) in alone and last not in PLACES:
        return True
    return _sign_before(words, run.first) or _sign_after(words, run.last) or (
        not run.possessive and titles.after(words, run.last) is not None
    )


def _are_initials(word: str) -> bool:
    """As in "J.D." of "J.D. Reed"; "U.S." and its like stand for places."""
    return "." in word and word.isupper() and word.lower() not in _NO_INITIALS


def _sign_before(words: Words, first: int) -> bool:
    """A title stands before, or a verb of saying that follows what was said."""
    if titles.before(words, first) < first:
        return True
    return words.low(first - 1) in _SAYING and words.low(first - 2) in _BEFORE_SAID


def _sign_after(words: Words, last: int) -> bool:
    """An age, a party mark, "who" or a verb of saying follows."""
    one, two, three = words.low(last + 1), words.low(last + 2), words.low(last + 3)
    if one == "(":
        return two in {"d", "r", "i"} and three in {")", "-", "–"}
    if one == ",":
        is_age = two.isdecimal() and len(two) == _PAIR and three == ","
        return is_age or two in {"who", "whose"}
    return one in _SAYING


def begins_as_place(parts: tuple[str, ...]) -> bool:
    """As in "Los ...", "San ...", "Lake ..."."""
    return parts[0].lower() in PLACE_LEADS


def is_place(words: Words, run: Run) -> bool:
    """The shape or the words before and after say so."""
    lows = [part.lower() for part in run.parts]
    if len(lows) > 1 and (lows[-1] in PLACE_HEADS or lows[0] in PLACE_LEADS):
        return lows[-1] not in NATIONALITIES
    before = words.low(run.first - 1)
    if before == "of":
        return words.low(run.first - 2) in _OF_PLACES
    state = words.low(run.last + 2)
    if words.low(run.last + 1) == "," and (state in PLACES or state in STATE_SHORT):
        return True
    if run.opens or run.possessive or before not in _IN or len(lows) > _PAIR or (
        _is_receiver(before, words.low(run.first - 2))
    ):
        return False
    return lows[0] not in NATIONALITIES and lows[0] not in TITLES and run.parts[0].isalpha()


def _is_receiver(before: str, earlier: str) -> bool:
    """As in "sold to", "shares in": what follows is no place that one goes to or is in."""
    return earlier in _HELD or (before == "to" and earlier not in _GOING)


def _is_royal_place(parts: tuple[str, ...]) -> bool:
    """As in "King Street", "Queen Street"."""
    return len(parts) == _PAIR and parts[0].lower() in _ROYAL and parts[1].lower() in PLACE_HEADS


def without_city(low: str) -> str:
    """A name in lower case without "City of" before it."""
    return low.removeprefix("city of ").removeprefix("town of ").removeprefix("state of ")

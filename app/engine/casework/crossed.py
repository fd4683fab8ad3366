"""One matter told both ways: open here, closed there; warned of, out of the blue.

Two claims of one event that tell a matter of the table (`ways.py`) in the two ways clash where they
tell it of the same people or things and of the same time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.matters import signs
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.persons import people
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best, opposed
from app.engine.casework.told import CaseWords, Told
from app.engine.casework.ways import Way, ways
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind, fold, tokens

_MOST_MET = 24
_LIKE = 0.8


def ask(case: CaseWords) -> list[Question]:
    """One question a matter that two claims of an event tell both ways."""
    return questions(_met(case), reason=Reason.NEGATION, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    name: str = pairs[0][0].meant.matter.name
    return name[:1].upper() + name[1:]


def _met(case: CaseWords) -> Iterator[Met]:
    """Claims meet under the matter, each with the latest few that tell it the other way."""
    held: dict[tuple[int, str, bool], list[Answered]] = defaultdict(list)
    previous: Told | None = None
    for told in case.told:
        lead, previous = previous, told
        if signs().isdisjoint(told.forms) and signs().isdisjoint(told.words):
            continue
        event = case.event(told)
        for way in ways(told):
            one = _answered(way, lead if lead and lead.article == told.article else None)
            for other in held.get((event, way.matter.name, not way.one_way), ())[-_MOST_MET:]:
                found = _compare(case, other, one)
                if found is not None:
                    yield other, one, found
            held[event, way.matter.name, way.one_way].append(one)


def _answered(way: Way, lead: Told | None) -> Answered:
    """The way as an answer; without a subject of its own, or with a pronoun, it is told of what
    the claim before speaks of."""
    speaker = way.told.side.claim.speaker
    if way.pronoun in _OWN and speaker is not None:
        way = way._replace(carried=tokens(speaker.name))
    elif lead is not None and not way.carried and (way.pronoun or not way.subject):
        way = way._replace(carried=tuple([
            token for token in lead.side.tokens if token.lemma in lead.words]))
    return aspects.spoken(way.told, way.start, way.end, way)


_OWN = frozenset({"i", "we", "my", "our"})


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    ours: Way = one.meant
    theirs: Way = other.meant
    if (not _may_meet(case, one.told, other.told) or not _of_one_day(ours, theirs)
            or not _of_one(case, ours, theirs)):
        return None
    return aspects.clash(one, other, reason=Reason.NEGATION, what=ours.matter.name.capitalize(),
                         reading="Told both ways",
                         because=f"{aspects.both(one, other)} cannot both be: "
                                 f"{ours.matter.name}.")


def _may_meet(case: CaseWords, one: Told, other: Told) -> bool:
    if one.article == other.article and not _are_two_voices(one, other):
        return False
    ours, theirs = (_past_years(told) for told in (one, other))
    return (case.one_event(one, other) and (ours == theirs or not ours.isdisjoint(theirs))
            and elsewhere(one) == elsewhere(other))


def _past_years(told: Told) -> frozenset[int]:
    """The past years that a claim tells of, months left out."""
    return frozenset([year for year in told.years if year < _MONTHS])


_MONTHS = 10_000


def _are_two_voices(one: Told, other: Told) -> bool:
    """Two claims of one article by two speakers; what an article itself tells is no dispute."""
    ours, theirs = one.side.claim.speaker, other.side.claim.speaker
    return ours is not None and theirs is not None and ours.name != theirs.name


_SINCE = frozenset({"now", "since", "again", "later", "meanwhile", "initially", "originally",
                    "previously", "earlier", "formerly", "once", "anymore", "longer"})
_ALWAYS = frozenset({"throughout", "never", "always", "ever"})


def _of_one_day(ours: Way, theirs: Way) -> bool:
    """Both hold of one time, as far as the matter may change."""
    changes = ours.matter.changes
    mine, yours = ours.told.days(), theirs.told.days()
    shared = _name_one_weekday(ours.told, theirs.told) or any(
        first <= last and start <= end for start, last, _ in mine for first, end, _ in yours)
    if changes == "stance":
        return ours.told.forms.isdisjoint(_SINCE) and theirs.told.forms.isdisjoint(_SINCE)
    if mine and yours and not shared and changes != "fixed":
        return False
    if changes == "fixed" or not (ours.told.forms | theirs.told.forms).isdisjoint(_ALWAYS):
        return True
    if ours.ahead != theirs.ahead and not shared:
        return changes == "onward" and (ours if ours.ahead else theirs).one_way
    if shared or ours.told.published_on == theirs.told.published_on:
        return ours.told.forms.isdisjoint(_SINCE) and theirs.told.forms.isdisjoint(_SINCE)
    return changes == "onward" and not _has_gone_on(ours, theirs)


def _name_one_weekday(one: Told, other: Told) -> bool:
    """Both say "on Monday", and were published in one week."""
    if one.published_on is None or other.published_on is None or (
            abs((one.published_on - other.published_on).days) >= _WEEK):
        return False
    return any(a.kind is WordKind.WEEKDAY and a.norm in other.forms for a in one.side.tokens)


_WEEK = 7


def _has_gone_on(ours: Way, theirs: Way) -> bool:
    """The later article tells the later of the two states, or a day is unknown."""
    one, other = ours.told.published_on, theirs.told.published_on
    if one is None or other is None:
        return True
    later = ours if one > other else theirs
    return not later.one_way


_BODIES = listed("company firm group chain club council government police union plant operator "
                 "bank board association")
_PERSONS = listed("minister mayor coach driver officer owner suspect man woman president chief "
                  "chairman chairwoman director manager player")


def _of_one(case: CaseWords, ours: Way, theirs: Way) -> bool:
    """Both are told of the same people or things."""
    shares = ours.matter.shares
    few = (ours.some and not theirs.whole) or (theirs.some and not ours.whole)
    if _are_others(ours, theirs) or (few and shares in _OF_EACH):
        return False
    if shares in {"doer", "both"}:
        return _of_one_doer(ours, theirs) and (
            shares == "doer" or _share(ours.rest, theirs.rest))
    if shares == "what":
        return _share(_what(ours), _what(theirs))
    if shares in _WAIVED and (_is_of_nobody(ours) or _is_of_nobody(theirs)):
        return True
    if shares == "whom":
        return _share(_whom(ours), _whom(theirs))
    return _shared(case, ours, theirs) > (ours.act == theirs.act) or (
        shares == "lone" and not (_before(ours) and _before(theirs)))


_OF_EACH = frozenset({"thing", "doer", "all", "whom", "what"})
"""What may be so of some and otherwise of others."""

_WAIVED = frozenset({"lone", "all", "whom"})
"""What may be told in quite other words where one side is told of nobody or never."""


def _is_of_nobody(way: Way) -> bool:
    return way.none and not _names(way.subject)


def _what(way: Way) -> tuple[Token, ...]:
    """What it is done to."""
    return way.rest if way.rest and not way.passive else (*way.subject, *way.carried)


def _whom(way: Way) -> tuple[Token, ...]:
    return (*way.subject, *way.rest) if way.subject else (*way.rest, *way.carried)


def _before(way: Way) -> tuple[Token, ...]:
    return way.subject or way.carried


def _all(way: Way) -> tuple[Token, ...]:
    return (*way.subject, *way.rest, *way.carried)


def _names(words: Iterable[Token]) -> set[str]:
    return {word.lemma for word in words if word.kind is WordKind.NAME}


def _are_others(ours: Way, theirs: Way) -> bool:
    """Each has names of its own before it, none in common or a first name each; or one is told
    of the northern and one of the southern bridge."""
    mine, yours = ours.names, theirs.names
    if any(way.none and "itself" in way.told.forms for way in (ours, theirs)):
        return True
    if mine and yours and (not mine & yours or (mine - yours and yours - mine)):
        return True
    return any(opposed(a, b) for a in ours.subject for b in theirs.subject)


def _of_one_doer(ours: Way, theirs: Way) -> bool:
    mine = (*ours.subject, *ours.carried)
    yours = (*theirs.subject, *theirs.carried)
    if _share(mine, yours) or (
            ours.pronoun == theirs.pronoun != "" and not ours.subject and not theirs.subject):
        return True
    return _may_be(mine, yours, theirs.told) or _may_be(yours, mine, ours.told)


def _may_be(general: tuple[Token, ...], named: tuple[Token, ...], there: Told) -> bool:
    """"The company" may be who is named there, "the mayor" too: a body no person, a person no
    body, and nobody whom the claim itself names."""
    names = _names(named)
    if not general or _names(general) or not names:
        return False
    persons = {name for person in people(there) for name in person.name}
    is_person = not persons.isdisjoint(fold(name) for name in names)
    kinds = _PERSONS if is_person else _BODIES
    return any(word.lemma in kinds for word in general)


def _shared(case: CaseWords, ours: Way, theirs: Way) -> int:
    """How many words of what both are told of are the same; a name that half of the articles
    have says nothing."""
    held = [word for word in _all(theirs)
            if word.kind is not WordKind.NAME or word.lemma not in case.central]
    found = sum(best(word, held)[0] >= _LIKE for word in set(_all(ours)))
    return found + len(_names(ours.rest) & _names(theirs.rest) & case.central)


def _share(ours: Iterable[Token], theirs: Iterable[Token]) -> bool:
    held = list(theirs)
    return any(best(word, held)[0] >= _LIKE for word in ours)

"""Persons, organisations, places, titles and named acts: one entity across its forms.

The rules, in this order, for a run of capitals:
    law           ends in "Act", "Constitution", "Treaty", ... and has two words or more
    organisation  ends in a word of organisations ("Council", "Department"), or "Party of ...",
                  or stands in the list, or is an acronym of two to six capitals
    person        follows a title; or begins with a first name; or its last word stands alone
                  elsewhere; or is followed by an age, a party mark, "who" or a verb of saying
    place         stands in the list, ends in "County", begins with "Los", "San", follows "in"
Normal form: the fullest name that the article gives to whom it means, accents kept. Equal: the
same letters, accents and case aside. Compatible: a surname or an initial of the one bearer of it,
another romanisation. Left alone: capitals that open a sentence, title case, days and months.
"""

from app.domain.facts import FactKind, Named
from app.engine.facts import titles
from app.engine.facts.gazetteer import NATIONALITIES, ORGANISATION_HEADS, PLACE_HEADS, PLACES
from app.engine.facts.mentions import Mention, folded
from app.engine.facts.people import People, spelt
from app.engine.facts.runs import Run, runs
from app.engine.facts.scene import Found, Scene
from app.engine.facts.shapes import (
    begins_as_place,
    by_itself,
    can_be_person,
    is_acronym,
    is_person,
    is_place,
    is_programme,
    without_city,
)
from app.engine.words import Words

_LONGEST_SHORT = 4
_GOVERNMENT = frozenset({"administration", "campaign", "government", "cabinet"})


def mentions(scene: Scene) -> list[Mention]:
    """Every name of a text, in order, none on words that another fact stands on."""
    words = scene.words
    all_runs = runs(words)
    alone = {folded(run.parts[0]) for run in all_runs if len(run.parts) == 1}
    people = People()
    kinds = [_kind(words, run, alone, people) for run in all_runs]
    found: list[Mention] = []
    for run, kind in zip(all_runs, kinds, strict=True):
        both = (_seat(run, kind), _mention(words, run, kind, people))
        found.extend(mention for mention in both if mention is not None)
    return found


def _kind(words: Words, run: Run, alone: set[str], people: People) -> FactKind | None:
    """The kind of a run, None while open; a person's full name is remembered."""
    told = by_itself(run.parts)
    if told is not None or is_programme(words, run):
        return told or FactKind.ORGANISATION
    cut = titles.split(run)
    name = cut.rest if cut.title else run.parts
    if _is_shouted(run.parts):
        return None
    if cut.title or is_person(words, run, alone):
        if len(name) > 1 and can_be_person(name):
            people.meet(name)
        return FactKind.PERSON if name else FactKind.TITLE
    return FactKind.PLACE if is_place(words, run) else None


def _is_shouted(parts: tuple[str, ...]) -> bool:
    """As in "TOURIST TAX SHOCK": capitals that say nothing of a name."""
    if len(parts) == 1 or not parts[0].isupper():
        return False
    longest = max(len(part) for part in parts)
    return longest > _LONGEST_SHORT and all(part.isupper() for part in parts)


def _seat(run: Run, kind: FactKind | None) -> Mention | None:
    """The place or body before a title: "New York" of "New York Mayor Eric Adams"."""
    before = titles.split(run).before if kind is FactKind.PERSON else ()
    limited = before[:1] and before[0].lower() in titles.LIMITS
    before = before[1:] if limited else before
    low = " ".join(before).lower()
    if not before or low in NATIONALITIES:
        return None
    last = before[-1].lower()
    seat: FactKind | None = None
    if is_acronym(before[-1]) or last in ORGANISATION_HEADS:
        seat = FactKind.ORGANISATION
    if low in PLACES or begins_as_place(before) or last in PLACE_HEADS:
        seat = FactKind.PLACE
    first = run.first + bool(limited)
    return Mention(first, first + len(before) - 1, seat, " ".join(before)) if seat else None


def _mention(words: Words, run: Run, kind: FactKind | None, people: People) -> Mention | None:
    """A run as a mention, its person joined to the fullest name."""
    following = words.low(run.last + 1).removesuffix("'s")
    if following in _GOVERNMENT and kind in {None, FactKind.PERSON} and not run.possessive:
        name = f"{run.parts[-1]} {following}"
        return Mention(run.first, run.last + 1, FactKind.ORGANISATION, name)
    if kind in {FactKind.PERSON, FactKind.LAW}:
        return _act(words, run) if kind is FactKind.LAW else _person(words, run, people)
    known = people.of(run.parts) if kind in {None, FactKind.PLACE} else None
    if known is not None and run.low not in PLACES:
        return _with_office(words, run, known)
    if kind is None:
        return _with_title_before(words, run)
    if kind is FactKind.TITLE:
        return None
    bare = kind is FactKind.PLACE and run.low not in PLACES and without_city(run.low) != run.low
    return Mention(run.first, run.last, kind, " ".join(run.parts[2:]) if bare else run.text)


def _act(words: Words, run: Run) -> Mention:
    """A named act with the year that tells it from others: "Water Act of 1991"."""
    at = run.last + 1 + (words.low(run.last + 1) == "of")
    year = words.low(at)
    if len(year) == len("1991") and year.isdecimal() and words.together(run.last, at):
        return Mention(run.first, at, FactKind.LAW, f"{run.text} {year}")
    return Mention(run.first, run.last, FactKind.LAW, run.text)


def _with_title_before(words: Words, run: Run) -> Mention | None:
    """A surname that only a lower-case title gives away ("mayor Lind")."""
    titled = titles.before(words, run.first) < run.first
    if not titled or not can_be_person(run.parts) or run.low in NATIONALITIES:
        return None
    return _with_office(words, run, run.text)


def _person(words: Words, run: Run, people: People) -> Mention | None:
    """A person, with the title that stands in the run, before it or after it."""
    cut = titles.split(run)
    if not cut.rest or not cut.title:
        return _with_office(words, run, people.of(run.parts) or run.text)
    if not can_be_person(cut.rest):
        return None
    name = people.of(cut.rest) or spelt(cut.rest)
    last_title = run.last - len(cut.rest)
    first_title = last_title - len(cut.title) + 1
    if not cut.before:
        first_title = titles.leads(words, titles.before(words, first_title))
        office = titles.spelt_office(words, first_title, last_title)
    else:
        limit = titles.limit_of(words, run)
        office = " ".join([*limit, *words.lows[first_title : last_title + 1]]).replace(" .", "")
        first_title = run.first - (words.lows[run.first] not in limit) if limit else first_title
    return Mention(last_title + 1, run.last, FactKind.PERSON, name, office, first_title, last_title)


def _with_office(words: Words, run: Run, name: str) -> Mention:
    """A person with a lower-case title before or in apposition after."""
    first = titles.before(words, run.first)
    if first < run.first:
        office = titles.spelt_office(words, first, run.first - 1)
        return Mention(run.first, run.last, FactKind.PERSON, name, office, first, run.first - 1)
    place = None if run.possessive else titles.after(words, run.last)
    if place is None:
        return Mention(run.first, run.last, FactKind.PERSON, name)
    office = " ".join(words.lows[place[0] : place[1] + 1])
    return Mention(run.first, run.last, FactKind.PERSON, name, office, *place)


def facts_of(mentioned: list[Mention]) -> list[Found]:
    """The mentions as facts: the name, and the title with its holder."""
    found = []
    for one in mentioned:
        found.append(Found(Named(of_kind=one.kind, name=one.name), one.first, one.last))
        if one.office:
            title = Named(of_kind=FactKind.TITLE, name=one.office, holder=one.name)
            found.append(Found(title, one.office_first, one.office_last))
    return found

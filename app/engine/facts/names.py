"""Persons, organisations, places, titles and named acts: one entity across its forms.

The rules, in this order, for a run of capitals:
    law           ends in "Act", "Constitution", "Treaty", ... and has two words or more
    organisation  ends in a word of organisations ("Council", "Department"), or "Party of ...",
                  or stands in the list, or is an acronym of two to six capitals
    person        follows a title; or begins with a first name; or its last word stands alone
                  elsewhere; or is followed by an age, a party mark, "who" or a verb of saying
    place         stands in the list, ends in "County", begins with "Los", "San", follows "in"
A surname alone is the one person of the article with that surname; with two such people it stays
a surname. Accents stay in the surface and are ignored in comparing.
"""

from dataclasses import dataclass, field

from app.domain.facts import FactKind, Named
from app.engine.facts import titles
from app.engine.facts.gazetteer import (
    FIRST_NAMES,
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
from app.engine.facts.mentions import Mention, folded
from app.engine.facts.runs import Run, runs
from app.engine.facts.scene import Found, Scene
from app.engine.listing import listed
from app.engine.words import Words

_ACTS = listed("""
    act constitution treaty accord accords amendment statute decree protocol convention
""")
_IN = listed("in near at from outside to across toward towards around throughout")
_GOVERNMENT = listed("administration campaign government cabinet")
_SAYING = listed("""
    said says told added stated noted announced argued claimed declared warned explained
    insisted wrote tweeted posted confirmed testified
""")
_PROGRAMME_OWNERS = listed("msnbc's cnn's nbc's abc's cbs's bbc's npr's pbs's cnbc's")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST_PERSON = 5


@dataclass(slots=True)
class People:
    """The persons of one text: fullest names by every form under which they are met."""

    full: dict[str, str] = field(default_factory=dict)
    by_surname: dict[str, set[str]] = field(default_factory=dict)

    def meet(self, parts: tuple[str, ...]) -> None:
        """Remember a name of two words or more, with its surnames."""
        name = " ".join(parts).replace(" .", ".")
        key = folded(name)
        if key in self.full:
            if self.full[key].isascii() and not name.isascii():
                self.full[key] = name
            return
        self.full[key] = name
        core = [part for part in parts if part.lower().rstrip(".") not in _SUFFIXES and part != "."]
        for length in range(1, len(core)):
            self.by_surname.setdefault(folded(" ".join(core[-length:])), set()).add(key)

    def of(self, parts: tuple[str, ...]) -> str | None:
        """The fullest name for these words; None if nobody, the words if two bear them."""
        name = " ".join(parts).replace(" .", ".")
        key = folded(name)
        known = self.by_surname.get(key, set())
        if len(parts) > 1 and key in self.full:
            return self._longer(parts) or self.full[key]
        if len(known) == 1:
            return self.full[next(iter(known))]
        return name if known else None

    def _longer(self, parts: tuple[str, ...]) -> str | None:
        """As in "Karen Bass" is "Karen Ruth Bass" when the article gives one such name."""
        first, last = folded(parts[0]), folded(parts[-1])
        fuller = {
            key
            for key in self.by_surname.get(last, ())
            if key.split()[0] == first and len(key.split()) > len(parts)
        }
        return self.full[fuller.pop()] if len(fuller) == 1 and len(parts) == 2 else None  # noqa: PLR2004


def mentions(scene: Scene) -> list[Mention]:
    """Every name of a text, in order, none on words that another fact stands on."""
    words = scene.words
    all_runs = runs(words)
    alone = {folded(run.parts[0]) for run in all_runs if len(run.parts) == 1}
    people = People()
    sorted_runs = [(run, _sort(words, run, alone, people)) for run in all_runs]
    return [
        mention
        for run, kind in sorted_runs
        for mention in (_seat(run, kind), _mention(words, run, kind, people))
        if mention is not None
    ]


def _sort(words: Words, run: Run, alone: set[str], people: People) -> FactKind | None:
    """The kind of a run, None while open; a person's full name is remembered."""
    if _is_act(run):
        return FactKind.LAW
    cut = titles.split(run)
    if _is_organisation(run) and not (
        cut.title
        and cut.rest
        and cut.rest[0].lower() in FIRST_NAMES
        and cut.rest[-1].lower() not in ORGANISATION_HEADS
    ):
        return FactKind.ORGANISATION
    if words.low(run.first - 1) in _PROGRAMME_OWNERS:
        return FactKind.ORGANISATION
    if run.low in PLACES or _bare(run) in PLACES:
        return FactKind.PLACE
    if cut.title:
        titled = cut.rest
        if len(titled) > 1 and _can_be_person(titled):
            people.meet(titled)
        return FactKind.PERSON if titled else FactKind.TITLE
    if _is_person(words, run, alone):
        people.meet(run.parts)
        return FactKind.PERSON
    return FactKind.PLACE if _is_place(words, run) else None


def _bare(run: Run) -> str:
    """The low text without "City of" before it."""
    return run.low.removeprefix("city of ").removeprefix("town of ").removeprefix("state of ")


def _is_act(run: Run) -> bool:
    lows = [part.lower() for part in run.parts]
    return len(lows) > 1 and (lows[-1] in _ACTS or lows[0] == "constitution")


def _is_organisation(run: Run) -> bool:
    """The shape or the list says so."""
    low = run.low
    if low in ORGANISATIONS:
        return True
    lows = [part.lower().removesuffix("'s") for part in run.parts]
    if "of" in lows or "for" in lows:
        at = lows.index("of" if "of" in lows else "for")
        return lows[at - 1] in ORGANISATION_HEADS
    if len(lows) > 1:
        return lows[-1] in ORGANISATION_HEADS and lows[-1] not in PLACE_HEADS
    return _is_acronym(run.parts[0]) and low not in PLACES


def _is_acronym(word: str) -> bool:
    """Two to six capitals; not an abbreviation of something else."""
    plain = word.replace(".", "")
    return (
        2 <= len(plain) <= 6
        and plain.isupper()
        and plain.isalpha()
        and word.lower() not in NOT_ORGANISATIONS
    )


def _can_be_person(parts: tuple[str, ...]) -> bool:
    """One to five words, none of them of a place, an organisation or a nation."""
    lows = [part.lower() for part in parts]
    return (
        len(parts) <= _LONGEST_PERSON
        and " ".join(lows) not in PLACES
        and not any(
            low in NATIONALITIES or low in ORGANISATION_HEADS or low in _ACTS or low == "of"
            for low in lows[1:]
        )
        and lows[-1] not in PLACE_HEADS - {"park", "lake", "hills", "street", "island"}
    )


def _is_person(words: Words, run: Run, alone: set[str]) -> bool:
    """Two words or more that bear a sign of a person."""
    parts = run.parts
    if len(parts) < 2 or not _can_be_person(parts) or _begins_as_place(parts):  # noqa: PLR2004
        return False
    if parts[0].lower() in FIRST_NAMES or len(parts[0]) == 1:
        return parts[-1].lower() not in PLACE_HEADS or parts[-1].lower() in {
            "park",
            "lake",
            "hills",
        }
    if parts[0].lower() in NATIONALITIES or parts[0].lower() in {"national", "state", "city"}:
        return False
    if folded(parts[-1]) in alone and parts[-1].lower() not in PLACES:
        return True
    return _sign_after(words, run.last) or titles.before(words, run.first) < run.first


def _begins_as_place(parts: tuple[str, ...]) -> bool:
    return parts[0].lower() in PLACE_LEADS - {"le", "la"}


def _sign_after(words: Words, last: int) -> bool:
    """An age, a party mark, "who" or a verb of saying follows."""
    one, two, three = words.low(last + 1), words.low(last + 2), words.low(last + 3)
    if one in _SAYING:
        return True
    if one == "(":
        return two in {"d", "r", "i"} and three in {")", "-", "–"}
    return one == "," and (
        two in {"who", "whose"} or (two.isdecimal() and len(two) == 2 and three == ",")
    )


def _is_place(words: Words, run: Run) -> bool:
    """The shape or the words before say so."""
    lows = [part.lower() for part in run.parts]
    if len(lows) > 1 and (lows[-1] in PLACE_HEADS or lows[0] in PLACE_LEADS):
        return lows[-1] not in NATIONALITIES
    before = words.low(run.first - 1)
    if before == "of":
        return words.low(run.first - 2) in {
            "city",
            "town",
            "village",
            "county",
            "state",
            "suburb",
            "port",
            "council",
            "island",
        }
    if words.low(run.last + 1) == "," and words.low(run.last + 2) in PLACES | STATE_SHORT:
        return True
    return (
        before in _IN
        and not run.opens
        and len(lows) <= 2
        and lows[0] not in NATIONALITIES
        and lows[0] not in TITLES
        and run.parts[0].isalpha()
        and not run.possessive
    )


def _seat(run: Run, kind: FactKind | None) -> Mention | None:
    """The place or body before a title: "New York" of "New York Mayor Eric Adams"."""
    before = titles.split(run).before if kind is FactKind.PERSON else ()
    low = " ".join(before).lower()
    if not before or low in NATIONALITIES:
        return None
    is_place = low in PLACES or _begins_as_place(before) or before[-1].lower() in PLACE_HEADS
    is_body = _is_acronym(before[-1]) or before[-1].lower() in ORGANISATION_HEADS
    if not (is_place or is_body):
        return None
    kind = FactKind.PLACE if is_place else FactKind.ORGANISATION
    return Mention(run.first, run.first + len(before) - 1, kind, " ".join(before))


def _mention(words: Words, run: Run, kind: FactKind | None, people: People) -> Mention | None:
    """A run as a mention, its person joined to the fullest name."""
    following = words.low(run.last + 1)
    known = people.of(run.parts) if kind in {None, FactKind.PERSON, FactKind.PLACE} else None
    if following in _GOVERNMENT and kind in {None, FactKind.PERSON} and not run.possessive:
        name = f"{run.parts[-1]} {following}"
        return Mention(run.first, run.last + 1, FactKind.ORGANISATION, name)
    if kind is FactKind.PERSON:
        return _person(words, run, people)
    if known is not None and run.low not in PLACES:
        return _with_office(words, run, known)
    if kind is FactKind.TITLE:
        return None
    if kind is None:
        return _with_title_before(words, run)
    name = run.text
    if kind is FactKind.PLACE and run.low not in PLACES and _bare(run) != run.low:
        name = " ".join(run.parts[2:])
    return Mention(run.first, run.last, kind, name)


def _with_title_before(words: Words, run: Run) -> Mention | None:
    """A surname that only a lower-case title gives away ("mayor Lind")."""
    if (
        titles.before(words, run.first) == run.first
        or not _can_be_person(run.parts)
        or run.low in NATIONALITIES
    ):
        return None
    return _with_office(words, run, run.text)


def _person(words: Words, run: Run, people: People) -> Mention | None:
    """A person, with the title that stands in the run, before it or after it."""
    cut = titles.split(run)
    if not cut.rest or not cut.title:
        return _with_office(words, run, people.of(run.parts) or run.text)
    if not _can_be_person(cut.rest):
        return None
    name = people.of(cut.rest) or " ".join(cut.rest)
    last_title = run.last - len(cut.rest)
    first_title = last_title - len(cut.title) + 1
    office = " ".join(cut.title).replace(" .", "").lower()
    return Mention(
        last_title + 1,
        run.last,
        FactKind.PERSON,
        name,
        office,
        titles.before(words, first_title) if not cut.before else first_title,
        last_title,
    )


def _with_office(words: Words, run: Run, name: str) -> Mention:
    """A person with a lower-case title before or in apposition after."""
    first = titles.before(words, run.first)
    if first < run.first:
        office = " ".join(words.lows[first : run.first])
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

"""Is it the same name: spellings of one person or place that differ by a slip or an accent."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.domain.facts import Fact, FactKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.questions import Answered, Question, finding
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import fold

_SHORTEST = 3
_COMMON = frozenset({"city", "county", "state", "council", "department", "party", "street",
                     "river", "north", "south", "east", "west", "new", "san", "saint", "lake"})


class _Spelt(NamedTuple):
    """A name as one claim spells it."""

    words: tuple[str, ...]
    kind: FactKind
    title: str


def ask(case: CaseWords) -> list[Question]:
    """One question a name that is spelt two ways in articles of one event."""
    mentions = [answer for told in case.told for answer in _mentions(told)]
    by_rest: dict[tuple[str, ...], list[Answered]] = defaultdict(list)
    for answer in mentions:
        for key in _rests(answer.meant):
            by_rest[key].append(answer)
    groups: list[set[str]] = []
    for answers in by_rest.values():
        for names in _variants(answers):
            if case.aliases.same(*names):
                continue
            mine = [group for group in groups if group & names]
            groups = [group for group in groups if group not in mine]
            groups.append(set(names).union(*mine))
    return [_question(case, tuple(one for one in mentions if one.value in group))
            for group in sorted(groups, key=sorted)]


def _mentions(told: Told) -> list[Answered]:
    found = []
    start = told.side.claim.span.start
    for fact in told.facts(FactKind.PERSON, FactKind.PLACE):
        words = tuple(fact.surface.replace("’s", "").replace("'s", "").split())
        title = _office(told, fact) if fact.kind is FactKind.PERSON else ""
        if words and fact.start >= start:
            found.append(Answered(
                told=told, value=" ".join(words), meant=_Spelt(words, fact.kind, title),
                places=(Place(fact.start, fact.start + len(" ".join(words))),)))
    return found


_APPOSED = 6
_TRADE = re.compile(r"\b([A-Za-z][a-z]{3,}(?:er|or|ist|ian|man|chief|head|mayor|chair)) $")
_TRADE_AFTER = re.compile(r"^, (?:who (?P<verb>chair|head|lead|run|own)|(?:the|a|an|its) "
                          r"(?:[\w’'-]+ ){0,3}?(?P<trade>[a-z]{4,}(?:er|or|ist|ian|head|chair)))\b")


def _office(told: Told, fact: Fact) -> str:
    """The office or the trade that stands next to a name."""
    offices = (str(one.value) for one in told.facts(FactKind.TITLE)
               if 0 <= fact.start - one.end <= 1 or 0 <= one.start - fact.end <= _APPOSED)
    return next(offices, "") or _trade(told, fact)


def _trade(told: Told, fact: Fact) -> str:
    """What somebody is by trade, where it stands next to the name: "geologist Tamas Weil"."""
    base, text = told.side.claim.span.start, told.side.text
    before = _TRADE.search(text[max(0, fact.start - base - 24):fact.start - base])
    if before is not None:
        return before[1]
    after = _TRADE_AFTER.match(text[fact.end - base:])
    return (after["verb"] or after["trade"]) if after else ""


def _rests(spelt: _Spelt) -> list[tuple[str, ...]]:
    """Keys under which two spellings meet: the surname or all words without accents, all but
    one word, one letter less in a lone name, the sound of a name from another alphabet."""
    folded = tuple(map(fold, spelt.words))
    if spelt.kind is not FactKind.PERSON:
        keys = [("=", *folded)]
        if len(folded) == 1 and len(folded[0]) >= _LONG:
            keys += [("-", folded[0][:at] + folded[0][at + 1:])
                     for at in range(1, len(folded[0]))] + [("-", folded[0])]
    else:
        keys = [("=", *folded[-1:])]
        if len(folded) > 1:
            keys += [("~", sound(folded[-1])), ("^", folded[0], folded[-1][:_LIKE_START])]
    if len(folded) > 1:
        keys += [(str(at), *folded[:at], "", *folded[at + 1:]) for at in range(len(folded))
                 if set(folded[:at] + folded[at + 1:]) - _COMMON]
    return keys


_LONG, _LIKE_START = 5, 4


def _variants(answers: list[Answered]) -> list[frozenset[str]]:
    spellings: dict[str, Answered] = {}
    for answer in answers:
        spellings.setdefault(answer.value, answer)
    return [frozenset({one, other}) for one, other in combinations(sorted(spellings), 2)
            if _one_name(spellings[one].meant, spellings[other].meant)]


def _one_name(one: _Spelt, other: _Spelt) -> str:
    """How two spellings of one name differ, "" where they are two names: an accent, a letter,
    an initial, another alphabet, or the given name of one bearer of an office."""
    if one.kind is not other.kind:
        return ""
    person = one.kind is FactKind.PERSON
    if person and _accent_apart(one.words[-1], other.words[-1]):
        return "an accent"
    if person and _transliterated(one.words, other.words):
        return "another alphabet"
    if len(one.words) != len(other.words):
        return ""
    apart = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(apart) != 1:
        return ""
    return _of_one_word(one, other, *apart[0])


def _of_one_word(one: _Spelt, other: _Spelt, a: str, b: str) -> str:
    if _accent_apart(a, b):
        return "an accent"
    person = one.kind is FactKind.PERSON
    if person and _is_initial(a) and _is_initial(b):
        return "the initial"
    if person and (a, b) == (one.words[0], other.words[0]):
        near = OSA.distance(fold(a), fold(b)) <= _NEAR_GIVEN and a[0] == b[0]
        return "the first name" if near and _one_office(one, other) else ""
    ours, theirs = fold(a), fold(b)
    if min(len(a), len(b)) >= _SHORTEST and _slip(ours, theirs):
        lone = len(one.words) == 1
        return "one letter" if not lone or (len(a) >= _LONG and ours[0] == theirs[0]) else ""
    if person and ours[:_LIKE_START] == theirs[:_LIKE_START] and OSA.distance(ours, theirs) == 2:  # noqa: PLR2004  two letters
        return "two letters"
    return ""


_NEAR_GIVEN = 2


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def _one_office(one: _Spelt, other: _Spelt) -> bool:
    """Both bear one office ("Mayor", "geologist"): two holders are hardly so alike."""
    return bool(one.title and other.title
                and one.title.split()[-1].casefold() == other.title.split()[-1].casefold())


_SOUNDS = (("shch", "s"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("ts", "c"),
           ("ph", "f"), ("gh", "g"), ("ck", "k"), ("dj", "j"), ("dzh", "j"), ("iy", "i"),
           ("yi", "i"), ("ii", "i"), ("ij", "i"), ("yy", "i"), ("y", "i"), ("j", "i"), ("w", "v"),
           ("q", "k"), ("x", "ks"), ("h", "g"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_GIVEN = tuple(frozenset(group.split()) for group in (
    "oleksandr alexander aleksandr olexandr alexandr aleksander",
    "sergei sergey serhiy serhii sergii", "mohammed muhammad mohamed mohammad muhammed mohamad",
    "volodymyr vladimir wolodymyr", "dmytro dmitry dmitri dmitriy", "mykola nikolai nikolay",
    "yevgeny evgeny yevgeni yevhen evgeni eugene", "andriy andrei andrey andrii",
    "yuri yury yuriy yurii", "kyrylo kirill kiril", "mikhail mykhailo michail",
    "oleksiy alexei aleksei alexey oleksii", "pavlo pavel", "petro pyotr petr",
    "olena elena yelena", "ahmed ahmad ahmet", "hussein hossein husain husayn",
    "yusuf youssef yousef yosef", "abdullah abdallah", "khaled khalid", "omar umar",
    "mahmoud mahmud", "ali aly", "hassan hasan", "ibrahim ebrahim",
))


def sound(word: str) -> str:
    """A folded name as it sounds across alphabets: "hrytsenko" and "gritsenko" are one."""
    for letters, one in _SOUNDS:
        word = word.replace(letters, one)
    return "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])


def _transliterated(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Two romanisations of one name: given names of one group, surnames of one sound, and not
    both the same."""
    if len(ours) < 2 or len(theirs) < 2:  # noqa: PLR2004  a given name and a surname
        return False
    one, other = fold(ours[0]), fold(theirs[0])
    group = next((group for group in _GIVEN if one in group), frozenset())
    if other not in group or (one == other and ours[-1] == theirs[-1]):
        return False
    return sound(fold(ours[-1])) == sound(fold(theirs[-1]))


def _accent_apart(one: str, other: str) -> bool:
    return one != other and fold(one) == fold(other) and one.casefold() != other.casefold()


def _slip(one: str, other: str) -> bool:
    """One letter more, less, other or moved."""
    return one != other and OSA.distance(one, other) == 1 and not (
        one + "s" == other or other + "s" == one)


def _question(case: CaseWords, answers: tuple[Answered, ...]) -> Question:
    if len({fold(one.meant.words[-1]) for one in answers}) == 1 and len(
            {one.meant.words[-1] for one in answers}) > 1 and not _apart_before(answers):
        answers = tuple(_by_surname(one) for one in answers)
    return Question(label=_label(answers), reason=Reason.NAME_SPELLING, answers=answers,
                    compare=lambda one, other: _compare(case, one, other), inside=True)


def _apart_before(answers: tuple[Answered, ...]) -> bool:
    """Given names or initials differ too."""
    full = {tuple(map(fold, one.meant.words[:-1])) for one in answers if len(one.meant.words) > 1}
    return len(full) > 1


def _by_surname(answer: Answered) -> Answered:
    """Only the surname is spelt two ways, so it alone is the answer."""
    surname, place = answer.meant.words[-1], answer.places[0]
    return replace(answer, value=surname, meant=answer.meant._replace(words=(surname,)),
                   places=(place._replace(start=place.end - len(surname)),))


def _label(answers: tuple[Answered, ...]) -> str:
    titles = Counter(one.meant.title for one in answers if one.meant.title)
    if titles:
        return f"{titles.most_common(1)[0][0].capitalize()}’s name"
    if answers[0].meant.kind is FactKind.PLACE:
        text = " ".join(one.told.side.text.casefold() for one in answers)
        return "City name" if "city" in text or "council" in text else "Place name"
    return f"{Counter(one.value.split()[-1] for one in answers).most_common(1)[0][0]}’s name"


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """One name is spelt two ways: a letter or an accent apart, in articles of one event."""
    apart = _one_name(one.meant, other.meant)
    if not apart or not case.one_event(one.told, other.told):
        return None
    same = one.told.article == other.told.article
    if apart == "the first name" and same:
        return None
    said = f"“{one.value}” and “{other.value}”"
    if apart == "another alphabet":
        return finding(one, other, reason=Reason.NAME_SPELLING, relation=Relation.AGREE,
                       strength=Strength.STRICT, what="Name", reading="Another romanisation",
                       because=f"{said} write one name from another alphabet.")
    inside = " Both stand in the same article." if same else ""
    subject = apart[:1].upper() + apart[1:]
    return finding(
        one, other, reason=Reason.NAME_SPELLING, relation=Relation.CONFLICT,
        strength=Strength.TENSION if apart == "an accent" else Strength.STRICT, what="Name",
        reading=f"{subject} {'differ' if apart == 'two letters' else 'differs'}",
        because=f"{said} differ by {apart}.{inside}",
    )

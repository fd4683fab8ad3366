"""Is it the same name: spellings of one person or place that differ by a slip or an accent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, combinations

from app.domain.facts import FactKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.bearers import Spelt, named
from app.engine.casework.questions import Answered, Question, finding
from app.engine.casework.spellings import apart, is_slip_of, near_given, sound
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import WordKind, fold

_COMMON = frozenset({"city", "county", "state", "council", "department", "party", "street",
                     "river", "north", "south", "east", "west", "new", "san", "saint", "lake"})
_KIN = frozenset({"brother", "sister", "wife", "husband", "son", "daughter", "father", "mother",
                  "widow", "twin", "cousin", "family", "relation", "uncle", "aunt", "nephew",
                  "niece", "couple", "namesake"})
"""Words that tell of two people with one surname."""

_LONG, _LIKE_START = 5, 4
_MOST_HELD = 40
"""Spellings that meet under one key; a key of more says nothing."""


def ask(case: CaseWords) -> list[Question]:
    """One question a name that is spelt two ways in articles of one event."""
    mentions = [answer for told in case.told for answer in named(told)]
    mentions += _also_named(case, mentions)
    of_name: dict[tuple[tuple[str, ...], FactKind], list[Answered]] = defaultdict(list)
    for answer in mentions:
        of_name[answer.meant.words, answer.meant.kind].append(answer)
    by_key: dict[tuple[str, ...], list[Answered]] = defaultdict(list)
    for held in of_name.values():
        for key in _keys(held[0].meant):
            by_key[key] += held
    at_value: dict[str, list[int]] = defaultdict(list)
    for at, answer in enumerate(mentions):
        at_value[answer.value].append(at)
    return [_question(case, tuple(mentions[at] for at in sorted(
                chain.from_iterable(at_value[name] for name in group))))
            for group in sorted(_joined(names for answers in by_key.values()
                                        for names in _variants(case, answers)), key=sorted)]


def _joined(pairs: Iterable[frozenset[str]]) -> Iterable[set[str]]:
    """Names that hang together, two by two."""
    groups: dict[str, set[str]] = {}
    for names in pairs:
        whole = set().union(names, *(groups.get(name, ()) for name in names))
        groups.update(dict.fromkeys(whole, whole))
    return {id(group): group for group in groups.values()}.values()


def _also_named(case: CaseWords, mentions: list[Answered]) -> Iterator[Answered]:
    """Names that some claim has told, where no fact of another holds them: "Arden last saw a
    slide" after "in Arden", "Pia Lorente was never there" after "said Pia Lorente"."""
    known = {one.meant.words: one for one in mentions
             if (len(one.meant.words) > 1 and one.meant.kind is FactKind.PERSON)
             or (one.meant.kind is FactKind.PLACE and len(one.value) >= _LONG)}
    firsts = {words[0] for words in known}
    for told in case.told:
        forms = [token.form for token in told.side.tokens]
        for at in [at for at, form in enumerate(forms) if form in firsts]:
            for size in (3, 2, 1):
                answer = known.get(tuple(forms[at:at + size]))
                if answer is None:
                    continue
                place = told.side.place(at, min(at + size, len(forms)) - 1)
                if _is_free(told, place):
                    yield replace(answer, told=told, places=(place,))
                    break


def _is_free(told: Told, place: Place) -> bool:
    """No name that is a fact stands there."""
    return not any(fact.start < place.end and place.start < fact.end
                   for fact in told.side.claim.facts if fact.kind is not FactKind.QUOTE)


def _keys(spelt: Spelt) -> Iterable[tuple[str, ...]]:
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


def _variants(case: CaseWords, answers: list[Answered]) -> list[frozenset[str]]:
    bearers: dict[str, list[Answered]] = {}
    for answer in answers:
        bearers.setdefault(answer.value, []).append(answer)
    spellings = sorted(bearers)[:_MOST_HELD]
    return [frozenset({one, other}) for one, other in combinations(spellings, 2)
            if _one_name(bearers[one], bearers[other]) and not case.aliases.same(one, other)]


def _one_name(ours: list[Answered], theirs: list[Answered]) -> str:
    """How two spellings of one name differ, "" where they are two names. Two given names are
    of one person only where no article tells of both, and both do the same."""
    one, other = ours[0].meant, theirs[0].meant
    if one.kind is not other.kind:
        return ""
    kind = apart(one.words, other.words, person=one.kind is FactKind.PERSON,
                 title=one.kind is FactKind.QUOTE)
    if kind == "the first name" and not _one_bearer(ours, theirs):
        return ""
    return kind


def _one_bearer(ours: list[Answered], theirs: list[Answered]) -> bool:
    articles = {one.told.article for one in ours} & {one.told.article for one in theirs}
    if articles:
        return False
    if is_slip_of(ours[0].meant.words[0], theirs[0].meant.words[0]):
        return True
    if any(one.told.forms & _KIN for one in (*ours, *theirs)):
        return False
    if _other_offices(ours, theirs):
        return False
    given, other = ours[0].meant.words[0], theirs[0].meant.words[0]
    return near_given(given, other) or any(_one_office(one.meant, two.meant) or _one_deed(one, two)
               for one in ours for two in theirs)


def _offices(answers: list[Answered]) -> set[str]:
    return {word for one in answers for word in _office_words(one.meant)}


def _office_words(spelt: Spelt) -> set[str]:
    return {fold(word)[:_LIKE_START] for word in spelt.title.split()
            if len(word) >= _LIKE_START}


def _other_offices(ours: list[Answered], theirs: list[Answered]) -> bool:
    """Both bear offices, and none in common: police ranks may differ, for one name is near."""
    one, other = _offices(ours), _offices(theirs)
    return bool(one and other) and not one & other and not (one | other) & _RANKS


_RANKS = frozenset({"insp", "supe", "serg", "capt", "lieu", "chie", "offi", "dete"})


def _one_office(one: Spelt, other: Spelt) -> bool:
    """Both bear one office that few hold ("Mayor", "geologist")."""
    ours, theirs = one.title.split()[-1:], other.title.split()[-1:]
    return (bool(ours) and [fold(word) for word in ours] == [fold(word) for word in theirs]
            and fold(ours[0]) not in _MANY_HOLD)


_MANY_HOLD = frozenset({"member", "councillor", "councilor", "councilman", "councilwoman",
                        "officer", "senator", "lawmaker", "representative", "deputy", "resident",
                        "player", "worker", "teacher", "driver", "voter", "supporter"})
_SAME_DEED = 2
_SAYING = frozenset({"say", "speak", "tell", "add"})


def _one_deed(one: Answered, other: Answered) -> bool:
    """What the claims tell of the two is much the same: two words of weight in common beside
    the name, not names only."""
    without = {fold(word) for side in (one, other)
               for word in (*side.meant.words, *side.meant.title.split())}
    shared = (one.told.words & other.told.words) - without - _SAYING
    return len(shared) >= _SAME_DEED and any(token.kind is WordKind.CONTENT
                                             for token in one.told.side.tokens
                                             if token.lemma in shared)


def _question(case: CaseWords, answers: tuple[Answered, ...]) -> Question:
    if len({fold(one.meant.words[-1]) for one in answers}) == 1 and len(
            {one.meant.words[-1] for one in answers}) > 1 and not _apart_before(answers):
        answers = tuple(_by_surname(one) for one in answers)
    bearers: dict[str, list[Answered]] = {}
    for answer in answers:
        bearers.setdefault(answer.value, []).append(answer)
    return _Mentions(label=_label(answers), reason=Reason.NAME_SPELLING, answers=answers,
                     compare=lambda one, other: _compare(case, one, other, bearers),
                     inside=True)


class _Mentions(Question):
    """A person's name in its mentions: each may be the one that has to be put right."""

    def compared(self) -> Iterator[tuple[Answered, Answered, Finding]]:
        """Every two mentions in two spellings, few of one spelling in one article; of one
        article the first two only, and of an accent the first in each of two articles."""
        told: set[tuple[int, int, str, str]] = set()
        for one, other in combinations(_few(self.answers), 2):
            same = one.told.article == other.told.article
            low, high = sorted((one.value, other.value))
            key = (one.told.article, other.told.article, low, high)
            if one.value == other.value or one.told.id == other.told.id or key in told:
                continue
            found = self.compare(one, other)
            if found is not None and not (same and found.relation is not Relation.CONFLICT):
                if same or found.strength is not Strength.STRICT or (
                        found.relation is not Relation.CONFLICT):
                    told.add(key)
                yield one, other, found


def _few(answers: tuple[Answered, ...]) -> list[Answered]:
    taken: Counter[tuple[int, str]] = Counter()
    kept = []
    for one in answers:
        key = (one.told.article, one.value)
        taken[key] += 1
        if taken[key] <= (_FEW if one.meant.kind is FactKind.PERSON else 1):
            kept.append(one)
    return kept[:_MOST_HELD]


_FEW = 3


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


def _compare(case: CaseWords, one: Answered, other: Answered,
             bearers: dict[str, list[Answered]]) -> Finding | None:
    """One name is spelt two ways: a letter or an accent apart, in articles of one event."""
    kind = _one_name(bearers[one.value], bearers[other.value])
    if not kind or not case.one_event(one.told, other.told):
        return None
    same = one.told.article == other.told.article
    if not same and kind not in {"an accent", "another alphabet"} and _is_told_inside(
            one, other, bearers):
        return None
    if one.meant.words[-1] == other.meant.words[-1] and (_is_short(one) or _is_short(other)):
        return None
    return _told(one, other, kind, same=same)


def _is_told_inside(one: Answered, other: Answered, bearers: dict[str, list[Answered]]) -> bool:
    """One of the articles has both spellings in its text, so that its slip is told there; a name
    that a headline misspells is misspelt against all others."""
    for ours, theirs in ((one, other), (other, one)):
        has = any(held.told.article == ours.told.article for held in bearers[theirs.value])
        if has and not ours.told.side.claim.in_title:
            return True
    return False


def _is_short(one: Answered) -> bool:
    """The claim itself has the surname alone, which is spelt alike."""
    place = one.places[0]
    return place.end - place.start < len(one.value)


def _told(one: Answered, other: Answered, kind: str, *, same: bool) -> Finding:
    said = f"“{one.value}” and “{other.value}”"
    if kind == "another alphabet":
        return finding(one, other, reason=Reason.NAME_SPELLING, relation=Relation.AGREE,
                       strength=Strength.STRICT, what="Name", reading="Another romanisation",
                       because=f"{said} write one name from another alphabet.")
    where = " Both stand in the same article." if same else ""
    subject = kind[:1].upper() + kind[1:]
    return finding(
        one, other, reason=Reason.NAME_SPELLING, relation=Relation.CONFLICT,
        strength=Strength.TENSION if kind == "an accent" else Strength.STRICT, what="Name",
        reading=f"{subject} {'differ' if kind == 'two letters' else 'differs'}",
        because=f"{said} differ by {kind}.{where}",
    )

"""How many, how much, how old: figures that answer one question about one thing."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator

from app.domain.pairs import Reason
from app.engine.casework import ages
from app.engine.casework.amounts import Asked, figures
from app.engine.casework.labels import shared_label
from app.engine.casework.looks import stem
from app.engine.casework.measuring import compare_amounts
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.rivals import Rivals
from app.engine.casework.roles import ROLES
from app.engine.casework.sameness import in_order, same_thing
from app.engine.casework.things import MEASURES, PERSONS, Figures, nouns
from app.engine.casework.told import CaseWords
from app.engine.casework.units import UNITS
from app.engine.tokens import WordKind

_MOST = 15
"""Figures of one article that are held against those of others: it may tell several things."""


def ask(case: CaseWords) -> list[Question]:
    """One question a thing that two claims count or measure, and one a person whose age they
    tell."""
    answers = [answer for told in case.told for answer in figures(told)]
    known = Figures(answers)
    groups = grouped(answers, lambda one, other: same_thing(case, one, other, known),
                     lambda one: _keys(case, one))
    return [_question(case, part, known) for group in groups for part in by_place(group)
            ] + ages.ask(case)


_MANY, _FEWEST = 24, 3
"""Answers that a question may hold undivided; places that make it worth dividing."""


def by_place(group: list[Answered]) -> list[list[Answered]]:
    """Figures of one thing for many places ("homes damaged", town by town), place by place.

    A question sets only some of its answers against each other; where one thing is counted for
    three places or more, each by two articles, every place gets a question of its own, and so do
    the claims that name none of them or several.
    """
    if len(group) <= _MANY:
        return [group]
    named = [_places(answer) for answer in group]
    told: dict[str, set[int]] = defaultdict(set)
    for answer, names in zip(group, named, strict=True):
        for name in names:
            told[name].add(answer.told.article)
    held = Counter(name for names in named for name in names)
    parting = {name for name, articles in told.items()
               if len(articles) > 1 and held[name] * _FEWEST <= len(group)}
    if len(parting) < _FEWEST:
        return [group]
    parts: dict[str, list[Answered]] = defaultdict(list)
    for answer, names in zip(group, named, strict=True):
        own = names & parting
        parts[min(own) if len(own) == 1 else ""].append(answer)
    return [part for part in parts.values() if len(part) > 1]


def _places(answer: Answered) -> frozenset[str]:
    """Names that a claim holds; a figure's town may be unknown to any list of places."""
    return frozenset(token.norm for token in answer.told.side.tokens
                     if token.kind is WordKind.NAME and token.form[:1].isupper())


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    """Where a figure may meet others of its kind: its role, its noun, or a word next to it."""
    event, asked = case.event(one.told), one.meant
    if asked.role:
        yield event, asked.measure, asked.role
    if asked.thing and asked.measure == "count":
        yield from _nouns(event, asked)
        return
    for word in one.told.words:
        if case.is_rare(word):
            yield event, asked.measure, stem(word)
    if asked.measure != "count":
        yield event, asked.measure, "digits", in_order(asked.amount.low)
    if asked.measure in MEASURES:
        yield event, asked.measure


def _nouns(event: int, asked: Asked) -> Iterator[Hashable]:
    """Under the noun that is counted; people also under the digits, for they go by many."""
    if not asked.role:
        yield from ((event, asked.measure, noun) for noun in nouns(asked.thing))
    if asked.thing in PERSONS:
        yield event, "people", in_order(asked.amount.low)


_MEASURED = {"money": "Amount", "percent": "Share", "duration": "Duration", "area": "Area",
             "length": "Length", "weight": "Weight", "speed": "Speed", "volume": "Volume",
             "power": "Power", "age": "Age"}
"""What a figure is called where the claims share no words that could name it."""


def _question(case: CaseWords, group: list[Answered], known: Figures) -> Question:
    rivals = Rivals(case, group, known)
    labels = {role: label for role, label, _ in ROLES}
    role, thing = group[0].meant.role, group[0].meant.thing
    fallback = thing.capitalize() or _MEASURED.get(group[0].meant.measure, "Figure")
    if not role and thing and group[0].meant.measure == "count":
        label = _plural(group)
    else:
        label = labels.get(role) or shared_label(case, group, fallback, without=UNITS)
    return Question(
        label=label, reason=Reason.NUMBER, answers=tuple(group), inside=True, most=_MOST,
        compare=lambda one, other: (
            compare_amounts(one, other, rivals.are_firm)
            if same_thing(case, one, other, known) else None))


def _plural(group: list[Answered]) -> str:
    """The thing counted in the words of an article: "Homes"."""
    words = min((one.value.split()[-1] for one in group if not one.value[-1:].isdecimal()),
                key=lambda word: (not word.endswith("s"), len(word)), default="figure")
    return words.capitalize()

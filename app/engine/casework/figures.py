"""How many, how much, how large: figures that answer one question about one thing."""

from collections.abc import Hashable, Iterator

from app.domain.pairs import Reason
from app.engine.casework.amounts import figures
from app.engine.casework.labels import shared_label
from app.engine.casework.measuring import compare_amounts
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.roles import ROLES
from app.engine.casework.sameness import MEASURES, Figures, is_firm, nouns, same_thing, stem
from app.engine.casework.told import CaseWords
from app.engine.casework.units import UNITS

_MOST = 6
"""Figures of one article that are held against those of others: it may tell several things."""


def ask(case: CaseWords) -> list[Question]:
    """One question a thing that two claims count or measure."""
    answers = [answer for told in case.told for answer in figures(told)]
    known = Figures(answers)
    groups = grouped(answers, lambda one, other: same_thing(case, one, other, known),
                     lambda one: _keys(case, one))
    return [_question(case, group, known) for group in groups]


def _keys(case: CaseWords, one: Answered) -> Iterator[Hashable]:
    """Where a figure may meet others of its kind: its role, its noun, or a word next to it."""
    event, asked = case.event(one.told), one.meant
    if asked.role:
        yield event, asked.measure, asked.role
    if asked.thing and asked.measure == "count":
        if not asked.role:
            for noun in nouns(asked.thing):
                yield event, asked.measure, noun
        return
    for word in one.told.words:
        if case.is_rare(word):
            yield event, asked.measure, stem(word)
    if asked.measure in MEASURES:
        yield event, asked.measure


def _question(case: CaseWords, group: list[Answered], known: Figures) -> Question:
    labels = {role: label for role, label, _ in ROLES}
    role, thing = group[0].meant.role, group[0].meant.thing
    fallback = thing.capitalize() or "Figure"
    if not role and thing and group[0].meant.measure == "count":
        label = _plural(group)
    else:
        label = labels.get(role) or shared_label(case, group, fallback, without=UNITS)
    return Question(
        label=label, reason=Reason.NUMBER, answers=tuple(group), inside=True, most=_MOST,
        compare=lambda one, other: (
            compare_amounts(one, other, firm=is_firm(case, one, other, known))
            if same_thing(case, one, other, known) else None))


def _plural(group: list[Answered]) -> str:
    """The thing counted in the words of an article: "Homes"."""
    words = min((one.value.split()[-1] for one in group if not one.value[-1:].isdecimal()),
                key=lambda word: (not word.endswith("s"), len(word)), default="figure")
    return words.capitalize()

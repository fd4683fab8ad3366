"""What comes next, and is it law yet: steps of one procedure."""

import re
from datetime import date

from app.domain.claims import Stage
from app.domain.facts import FactKind
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.happenings import bare_place, same_place
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.told import CaseWords, Told, place_of
from app.engine.casework.votes import compare_days
from app.engine.listing import listed
from app.engine.tokens import WordKind

_STEPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("final vote held", re.compile(
        r"\b(?:was the (?:second|final|last) (?:vote|reading)|(?:g[ai]ves?|given|won|wins)\b"
        r"[^.;]{0,40}\bfinal (?:approval|passage)|final approval (?:was|came)|"
        r"only needs the signature|\bno (?:further|second|other|more|additional) (?:vote|reading)|"
        r"becomes? law (?:after|once|when|as soon as)\b[^.;]{0,40}\bsigns?|"
        r"vote\b[^.;]{0,40}\b(?:was|is) final\b)")),
    ("another vote due", re.compile(
        r"\b(?:second(?: and (?:final|last))?|another|"
        r"one (?:more|last|final)|a (?:last|final|further)) (?:vote|reading)\b"
        r"|\bvote (?:again )?on (?:it|the \w+) (?:one )?(?:last|more|final) time\b")),
    ("in force", re.compile(
        r"\b(?:effective (?:at once|immediately)|takes? effect (?:at once|immediately)|"
        r"is now (?:law|in force)|went into (?:effect|force))\b")),
    ("to be signed", re.compile(
        r"\b(?:will|likely|expected|set|due|poised) (?:to )?(?:be )?(?:likely )?(?:be )?"
        r"(?:sign|signed)\b")),
    ("enacted", re.compile(r"\benacted\b(?! (?:before|in \d))")),
)
"""Steps by the words that tell them; the first that fits counts."""

_CLASH: dict[frozenset[str], Strength] = {
    frozenset({"final vote held", "another vote due"}): Strength.STRICT,
    frozenset({"in force", "another vote due"}): Strength.STRICT,
    frozenset({"in force", "to be signed"}): Strength.STRICT,
    frozenset({"enacted", "another vote due"}): Strength.TENSION,
    frozenset({"enacted", "to be signed"}): Strength.TENSION,
    frozenset({"to be signed", "another vote due"}): Strength.TENSION,
}
_SOON = 10
"""Days between two articles within which they tell of the same stage of one procedure."""

_AHEAD = re.compile(r"\b(?:vote|reading)\b")
_SIGNS = listed("vote reading final signature effect effective law force sign signed enacted")
"""Words of which one stands in every claim that tells a step."""


def ask(case: CaseWords) -> list[Question]:
    """What the next step is, and on which day, where articles of one event tell it."""
    claims = [told for told in case.told if not _SIGNS.isdisjoint(told.forms)]
    answers = [answer for told in claims if (answer := _answer(told)) is not None]
    groups = grouped(answers, lambda one, other: _one_procedure(case, one.told, other.told),
                     lambda one: [case.event(one.told)])
    questions = [
        Question(label="Next step", reason=Reason.EVENT_ORDER, answers=tuple(group),
                 compare=_compare) for group in groups
    ]
    days = [answer for told in claims if (answer := _day_ahead(told)) is not None]
    ahead = grouped(days, lambda one, other: _one_procedure(case, one.told, other.told),
                    lambda one: [case.event(one.told)])
    return [*questions, *_reached(case), *(
        Question(label="Day of the next vote", reason=Reason.DATE, answers=tuple(group),
                 compare=compare_days) for group in ahead)]


def _reached(case: CaseWords) -> list[Question]:
    """One question a step that one claim tells as taken and another as still to come."""
    answers = [Answered(told=told, value=_gist(told), places=(_whole(told),),
                        meant=(frozenset(told.side.claim.stages) - _MANY,
                               frozenset(told.side.claim.stages_ahead) - _MANY))
               for told in case.told if told.side.claim.stages or told.side.claim.stages_ahead]
    groups = grouped(
        answers, lambda one, other: _on_one_step(case, one, other),
        lambda one: [(case.event(one.told), stage) for both in one.meant for stage in both])
    return [Question(label="Step taken or not", reason=Reason.EVENT_ORDER, answers=tuple(group),
                     compare=lambda one, other: _compare_reached(case, one, other), open=True)
            for group in groups]


_MANY = frozenset({Stage.ANNOUNCED, Stage.PROPOSED, Stage.PASSED, Stage.SUSPECTED})
"""Steps that may be taken more than once."""

_GIST = 60


def _gist(told: Told) -> str:
    return told.side.text[:_GIST].rsplit(" ", 1)[0]


def _whole(told: Told) -> Place:
    span = told.side.claim.span
    return Place(span.start, span.end)


def _on_one_step(case: CaseWords, one: Answered, other: Answered) -> bool:
    """One step of one thing: the claims share two words of weight, or a name."""
    if (one.told.id == other.told.id or not case.one_event(one.told, other.told)
            or not one.told.of_one_time(other.told)):
        return False
    shared = case.shared(one.told, other.told)
    return len(shared) > 1 or bool(
        shared & {token.lemma for token in one.told.side.tokens if token.kind is WordKind.NAME})


def _compare_reached(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """The step lies behind here and ahead there, though not in the order of time."""
    if not _on_one_step(case, one, other):
        return None
    if not (one.meant[0] & other.meant[1] or one.meant[1] & other.meant[0]):
        return None
    done, ahead = (one, other) if one.meant[0] & other.meant[1] else (other, one)
    ours, theirs = done.told.published_on, ahead.told.published_on
    if ours is not None and theirs is not None and ours > theirs:
        return None
    return finding(one, other, reason=Reason.EVENT_ORDER, relation=Relation.CONFLICT,
                   strength=Strength.STRICT, what="Step", reading="Taken or to come",
                   because="One tells a step as taken, the other as still to come.")


def _answer(told: Told) -> Answered | None:
    """The first step that the claim tells, with each place where it tells it."""
    text, start = told.side.text.casefold(), told.side.claim.span.start
    for step, words in _STEPS:
        places = tuple(Place(start + match.start(), start + match.end())
                       for match in words.finditer(text)
                       if not _hypothetical(text, match.start(), step))
        if places:
            return Answered(told=told, value=step.capitalize(), places=places, meant=step)
    return None


def _hypothetical(text: str, at: int, step: str) -> bool:
    """The step stands under a "before" or "if": it has not been taken."""
    before = text[max(0, at - 30):at]
    return step in {"in force", "enacted"} and any(
        word in before.split() for word in ("before", "if", "once", "until", "for"))


def _day_ahead(told: Told) -> Answered | None:
    """A vote or reading on a day after the article's own date."""
    if not _AHEAD.search(told.side.text):
        return None
    for first, last, fact in told.days():
        if told.published_on is None or first > told.published_on:
            return Answered(told=told, value=str(fact.value), places=(place_of(fact),),
                            meant=(first, last))
    return None


def _one_procedure(case: CaseWords, one: Told, other: Told) -> bool:
    ours, theirs = _where(one), _where(other)
    return (case.one_event(one, other) and _close(one.published_on, other.published_on)
            and (not ours or not theirs or same_place(ours, theirs)))


def _where(told: Told) -> str:
    """The place that a claim names, "" for none."""
    named = [bare_place(str(fact.value)) for fact in told.facts(FactKind.PLACE)]
    return named[0] if named else ""


def _close(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _SOON


def _compare(one: Answered, other: Answered) -> Finding | None:
    """Two articles tell the same next step, or steps that cannot both be next."""
    ours, theirs = _words(one), _words(other)
    if one.meant == other.meant:
        return finding(one, other, reason=Reason.EVENT_ORDER, relation=Relation.AGREE,
                       strength=Strength.STRICT, what="Next step", reading="Same step",
                       because=f"“{ours}” and “{theirs}” tell the same step.")
    strength = _CLASH.get(frozenset({one.meant, other.meant}))
    if strength is None:
        return None
    strict = strength is Strength.STRICT
    return finding(
        one, other, reason=Reason.EVENT_ORDER, strength=strength, what="Next step",
        relation=Relation.CONFLICT, reading="Another step",
        because=(f"“{ours}” and “{theirs}” cannot both be where the procedure stands." if strict
                 else f"“{ours}” and “{theirs}” leave different impressions of what comes next."),
    )


def _words(answer: Answered) -> str:
    start = answer.told.side.claim.span.start
    place = answer.places[0]
    return answer.told.side.text[place.start - start:place.end - start]

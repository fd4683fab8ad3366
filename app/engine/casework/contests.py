"""Who won, and who is ahead: scores of one match, polls of one race."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.aspects import Aspect
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import fold

_TEAM = r"(?P<{}>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}})"
_SCORE = r"(?P<score>\d{1,3}[-–]\d{1,3})"
_OTHER = _TEAM.format("other")
_WON = re.compile(
    _TEAM.format("one") + r"(?: \w+){0,3}? (?P<verb>won|win|wins|beat|beats|defeated|defeat|lost|"
    r"lose|loses|were beaten|was beaten|were defeated|drew|thrashed|edged)\b"
    rf"(?:(?: the| a)?(?: \w+){{0,5}}? (?:by beating |against |to |with |over |by )?{_OTHER})?"
    rf"[^.;]{{0,30}}?\b{_SCORE}(?P<penalties>[^.;]{{0,12}}penalt)?"
    rf"(?:[^.;]{{0,20}}?\b(?:against|over|to|by|with) {_OTHER.replace('other', 'late')})?")
_LOSING = frozenset({"lost", "lose", "loses", "were beaten", "was beaten", "were defeated"})
_AHEAD = re.compile(r"\b(?:leads?|leading|is ahead|ahead|in the lead|in front|on course to win)\b")
_LEVEL = re.compile(r"\b(?:tied?|is level|level with|neck and neck|too close to call|dead heat|"
                    r"statistical tie)\b")
_POLLED = listed("poll polls survey surveys race polling pollster")


class _Result(NamedTuple):
    winner: str
    loser: str
    score: tuple[int, int]
    penalties: bool


def ask(case: CaseWords) -> list[Question]:
    """One question a match, and one a race that is polled."""
    answers = [one for told in case.told if "-" in told.side.text or "–" in told.side.text
               for one in _results(told)]
    groups = grouped(answers, lambda one, other: _one_match(case, one, other),
                     lambda one: [(case.event(one.told), team)
                                  for team in (one.meant.winner, one.meant.loser) if team])
    return [Question(label="Result", reason=Reason.NUMBER, answers=tuple(group),
                     compare=_compare_results) for group in groups] + aspects.ask(case, _POLLS)


def _results(told: Told) -> Iterator[Answered]:
    match = _WON.search(told.side.text)
    if match is None:
        return
    one, other = _team(match["one"]), _team(match["other"] or match["late"] or "")
    high, low = sorted(map(int, re.split("[-–]", match["score"])), reverse=True)
    if match["verb"] in _LOSING:
        one, other = other, one
    yield aspects.answer(told, match, _Result(one, other, (high, low), bool(match["penalties"])),
                         group="score")


def _team(name: str) -> str:
    words = fold(name).split()
    return words[0].removesuffix("'s") if words else ""


def _one_match(case: CaseWords, one: Answered, other: Answered) -> bool:
    return (one.told.id != other.told.id and case.one_event(one.told, other.told)
            and one.told.of_one_time(other.told) and _meet(one.meant, other.meant) is not None)


def _meet(ours: _Result, theirs: _Result) -> bool | None:
    """Whether two results name the same winner; None where they are not of one match."""
    if ours.penalties != theirs.penalties:
        return None
    if (ours.winner and ours.winner == theirs.winner) or (
            ours.loser and ours.loser == theirs.loser):
        return True
    crossed = {ours.winner, ours.loser} & {theirs.winner, theirs.loser} - {""}
    return False if crossed else None


def _compare_results(one: Answered, other: Answered) -> Finding | None:
    """Another winner or another score of one match."""
    same = _meet(one.meant, other.meant)
    if same is None:
        return None
    said = aspects.both(one, other)
    if same and one.meant.score == other.meant.score:
        return aspects.accord(one, other, reason=Reason.NUMBER, what="Result",
                              reading="Same result", because=f"{said} are the same result.")
    if not same:
        return aspects.clash(one, other, reason=Reason.NUMBER, what="Result",
                             reading="Another winner",
                             because=f"{said}: the two name different winners.")
    return aspects.clash(one, other, reason=Reason.NUMBER, what="Result",
                         reading="Another score",
                         because=f"{said} cannot both be the score.")


def _polls(told: Told) -> Iterator[Answered]:
    level = _LEVEL.search(told.side.text)
    ahead = _AHEAD.search(told.side.text)
    match = level or ahead
    if match is not None:
        yield aspects.answer(told, match, "level" if level else "ahead",
                             own={"lead", "ahead", "level", "tie", "margin", "point", "close",
                                  "find", "show"})


def _compare_polls(one: Answered, other: Answered) -> Finding | None:
    """One calls a lead what the other calls a tie."""
    if one.meant == other.meant:
        return None
    return aspects.clash(one, other, reason=Reason.NUMBER, strength=Strength.TENSION,
                         what="Who is ahead", reading="Lead or tie",
                         because=f"{aspects.both(one, other)}: a lead inside the margin of error "
                                 "is none.")


_POLLS = Aspect(label="Who is ahead", reason=Reason.NUMBER, read=_polls, signs=_POLLED,
                compare=_compare_polls, least=0.4)

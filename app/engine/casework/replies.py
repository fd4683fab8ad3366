"""Did they deny it, or say nothing: what the accused are reported to have replied."""

import re
from collections.abc import Iterator

from app.domain.pairs import Finding, Reason
from app.engine.casework import aspects
from app.engine.casework.questions import Answered, Question, grouped
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed

_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|rejects?|rejected|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed))\b",
    re.IGNORECASE)
_SILENT = re.compile(
    r"\b(?:(?:declin|refus)(?:es|ed) to (?:comment|answer|respond)|(?:could|can) ?not "
    r"(?:immediately )?be reached|(?:did|does|has|had)(?: not|n't|n’t) (?:immediately )?"
    r"(?:repl|respond|return|answer|comment)\w*|(?:made|gave|had|offered) no comment|"
    r"no comment|(?:was|were) not available for comment)\b", re.IGNORECASE)
_SIGNS = listed("deny denies denied reject rejects rejected dismisses dismissed refutes refuted "
                   "disputes disputed comment reached reply replied respond responded return "
                   "returned answer")
_CLAIMS = re.compile(r"\b(?:claims?|allegations?|accusations?|charges?|reports?|that|any|having|"
                     r"it|wrongdoing|being|breaking)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:would|will|plans?|planning|intends?)\b", re.IGNORECASE)
_VERBS = listed("deny reject dismiss refute dispute decline refuse comment reach reply respond "
                   "return answer claim allegation accusation report say")


def ask(case: CaseWords) -> list[Question]:
    """One question somebody who denied in one article and was silent in another."""
    answers = [one for told in case.told if not _SIGNS.isdisjoint(told.forms)
               for one in _read(told)]
    groups = grouped(answers, lambda one, other: _one_party(case, one, other),
                     lambda one: [(case.event(one.told), word) for word in one.own])
    return [Question(label="Reply", reason=Reason.MODALITY, answers=tuple(group), open=True,
                     compare=lambda one, other: _compare(case, one, other)) for group in groups]


def _read(told: Told) -> Iterator[Answered]:
    text = told.side.text
    silent = _SILENT.search(text)
    if silent is not None:
        yield _answered(told, silent, "silent")
        return
    denied = _DENIED.search(text)
    if denied is not None and _CLAIMS.search(text, denied.end()) and not _PLANNED.search(
            text, denied.end()):
        yield _answered(told, denied, "denied")


def _answered(told: Told, match: re.Match[str], meant: str) -> Answered:
    """The answer; its own words are those of the subject, before the verb."""
    subject = {token.lemma for token in told.side.tokens
               if token.start < match.start() and token.lemma in told.words}
    found = aspects.answer(told, match, meant)
    return Answered(told=told, value=found.value, places=found.places, meant=meant,
                    own=frozenset(subject) - _VERBS)


def _one_party(case: CaseWords, one: Answered, other: Answered) -> bool:
    shared = one.own & other.own
    return (one.told.id != other.told.id and case.one_event(one.told, other.told)
            and any(map(case.is_rare, shared)) and case.overlap(one.own, other.own)[0] >= 0.5)  # noqa: PLR2004  half of the subject


def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """A denial is an answer; silence is none."""
    if one.meant == other.meant or not _one_party(case, one, other):
        return None
    denial, silence = (one, other) if one.meant == "denied" else (other, one)
    return aspects.clash(one, other, reason=Reason.MODALITY, what="Reply",
                         reading="Answer or silence",
                         because=f"“{denial.value}” is an answer, “{silence.value}” is none.")

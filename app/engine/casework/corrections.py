"""What an article takes back: notes that an earlier version was wrong."""

import re
from dataclasses import replace
from typing import NamedTuple

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed

_NOTE = re.compile(
    r"\b(?:an earlier version|a previous version|earlier versions|(?:article|story|text|report) "
    r"(?:was|has been) corrected|correction:|misstated|misspelled|corrected earlier reports)",
    re.IGNORECASE)
_ABOUT: tuple[tuple[frozenset[Reason], re.Pattern[str]], ...] = (
    (frozenset({Reason.NAME_SPELLING, Reason.TITLE}),
     re.compile(r"\b(?:name|spell|misspelled|title)", re.IGNORECASE)),
    (frozenset({Reason.NUMBER, Reason.VOTE_COUNT}),
     re.compile(r"\b(?:number|figure|how many|count|toll|total|amount|age)", re.IGNORECASE)),
    (frozenset({Reason.DATE, Reason.EVENT_ORDER}),
     re.compile(r"\b(?:date|day|year|time|when|month)", re.IGNORECASE)),
    (frozenset({Reason.DETAIL}),
     re.compile(r"\b(?:street|place|town|city|location|where|road|address)", re.IGNORECASE)),
    (frozenset({Reason.QUOTE_WORDING, Reason.ATTRIBUTION}),
     re.compile(r"\b(?:quot|said|attribut|speaker\b)", re.IGNORECASE)),
)
_SIGNS = frozenset({"version", "versions", "corrected", "correction", "misstated", "misspelled"})


class _Note(NamedTuple):
    """Which kinds of mistakes a note is about, and what it says: its words and its figures."""

    reasons: frozenset[Reason]
    words: frozenset[str]
    figures: frozenset[float]


class Corrections:
    """What each article says that it has put right."""

    def __init__(self, case: CaseWords) -> None:
        self._of: dict[int, list[_Note]] = {}
        for told in case.told:
            if not _SIGNS.isdisjoint(told.forms) and _NOTE.search(told.side.text):
                self._of.setdefault(told.article, []).append(_Note(
                    _reasons(told), told.words - _OF_NOTES, _figures(told)))

    def judge(self, one: Told, other: Told, finding: Finding) -> Finding:
        """A conflict with an article that says what it has corrected is no conflict any more:
        the other one repeats what was wrong. Both stay shown."""
        if finding.relation is not Relation.CONFLICT or not self._of:
            return finding
        if one.article == other.article or not any(
                _is_about(note, one, other, finding.reason)
                for side in (one, other) for note in self._of.get(side.article, ())):
            return finding
        return replace(finding, relation=Relation.RELATED, strength=Strength.TENSION,
                       reading="Corrected since",
                       because=f"{finding.because} One of the articles says that an earlier "
                               "version was wrong about this.")


def _is_about(note: _Note, one: Told, other: Told, reason: Reason) -> bool:
    """The note is about a mistake of this kind, and speaks of what the claims speak of."""
    if reason not in note.reasons:
        return False
    if reason in _WHOSE:
        return True
    return not note.words.isdisjoint(one.words | other.words) or not note.figures.isdisjoint(
        _figures(one) | _figures(other))


_WHOSE = frozenset({Reason.NAME_SPELLING, Reason.TITLE, Reason.QUOTE_WORDING, Reason.ATTRIBUTION})
"""Mistakes about a person, whom a note seldom names as the text does."""

_OF_NOTES = listed("early version article story text report correct correction misstate misspell "
                   "give say state number figure date day time year name place wrong error")


def _figures(told: Told) -> frozenset[float]:
    return frozenset([token.value for token in told.side.tokens if token.value is not None])


def _reasons(told: Told) -> frozenset[Reason]:
    found = [reasons for reasons, words in _ABOUT if words.search(told.side.text)]
    return frozenset().union(*found)

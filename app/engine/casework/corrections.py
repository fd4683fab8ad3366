"""What an article takes back: notes that an earlier version was wrong."""

import re
from dataclasses import replace

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.casework.told import CaseWords, Told

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
     re.compile(r"\b(?:quot|said|attribut|speaker)", re.IGNORECASE)),
)
_SIGNS = frozenset({"version", "versions", "corrected", "correction", "misstated", "misspelled"})


class Corrections:
    """Which kinds of mistakes each article says that it has put right."""

    def __init__(self, case: CaseWords) -> None:
        self._of: dict[int, frozenset[Reason]] = {}
        for told in case.told:
            if not _SIGNS.isdisjoint(told.forms) and _NOTE.search(told.side.text):
                known = self._of.get(told.article, frozenset())
                self._of[told.article] = known | _reasons(told)

    def judge(self, one: Told, other: Told, finding: Finding) -> Finding:
        """A conflict with an article that says what it has corrected is no conflict any more:
        the other one repeats what was wrong. Both stay shown."""
        if finding.relation is not Relation.CONFLICT or not self._of:
            return finding
        put_right = {article: self._of.get(article, frozenset())
                     for article in (one.article, other.article)}
        if one.article == other.article or not any(
                finding.reason in reasons for reasons in put_right.values()):
            return finding
        return replace(finding, relation=Relation.RELATED, strength=Strength.TENSION,
                       reading="Corrected since",
                       because=f"{finding.because} One of the articles says that an earlier "
                               "version was wrong about this.")


def _reasons(told: Told) -> frozenset[Reason]:
    found = [reasons for reasons, words in _ABOUT if words.search(told.side.text)]
    return frozenset().union(*found)

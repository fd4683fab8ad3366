"""Which of an article's figures is the likest: two figures are less surely of one thing where the
other article tells one that is liker."""

from collections import defaultdict
from collections.abc import Sequence

from app.engine.casework.likely import LEAST, OUTDONE
from app.engine.casework.questions import Answered
from app.engine.casework.sameness import may_meet, sureness
from app.engine.casework.things import Figures
from app.engine.casework.told import CaseWords


class Rivals:
    """The figures of one question, by article."""

    def __init__(self, case: CaseWords, group: Sequence[Answered], known: Figures) -> None:
        self._case, self._known = case, known
        self._told: dict[int, list[Answered]] = defaultdict(list)
        self._sure: dict[tuple[int, int], float] = {}
        for one in group:
            self._told[one.told.article].append(one)

    def are_firm(self, one: Answered, other: Answered) -> bool:
        """The two are so surely of one thing that they clash where they differ."""
        sure = self._sureness(one, other)
        if sure < LEAST:
            return False
        outdone = self._is_outdone(one, other, sure) + self._is_outdone(other, one, sure)
        return sure - OUTDONE[outdone] >= LEAST

    def _sureness(self, one: Answered, other: Answered) -> float:
        key = (min(id(one), id(other)), max(id(one), id(other)))
        known = self._sure.get(key)
        if known is None:
            known = self._sure[key] = sureness(self._case, one, other, self._known)
        return known

    def _is_outdone(self, one: Answered, other: Answered, sure: float) -> bool:
        return any(rival is not other and may_meet(self._case, one, rival, self._known)
                   and self._sureness(one, rival) > sure
                   for rival in self._told[other.told.article])

"""What a row of the table of differences holds."""

from datetime import date
from typing import NamedTuple

from app.domain.pairs import Relation, Strength
from tests.engine.casework.telling import DAY, Expected

AGREE, CONFLICT, RELATED = Relation.AGREE, Relation.CONFLICT, Relation.RELATED
STRICT, TENSION, FRAMING = Strength.STRICT, Strength.TENSION, Strength.FRAMING


class Row(NamedTuple):
    """What is expected of each of these pairs of articles."""

    name: str
    expected: Expected
    wordings: tuple[tuple[str, str], ...]
    on: tuple[date, date] = (DAY, DAY)

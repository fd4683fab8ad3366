"""What is done to several pairs with one press, and what makes them one."""

import hashlib
import json
from enum import StrEnum

from app.domain.pairs import Finding


class MadeIn(StrEnum):
    """Where a batch comes from: one finding of many pairs, or rows selected in a list."""

    FINDING = "finding"
    SELECTION = "selection"
    ASSIGNMENT = "assignment"


def finding_name(case_id: int, pair_id: int, deciding: Finding) -> str:
    """The name that all pairs of a case share whose deciding findings say the same.

    They have the same reason and the same two values, whichever side says which. A finding
    without two values (a detail that only one side tells) stands for its pair alone.
    """
    values = sorted([deciding.first_value, deciding.second_value])
    told = [case_id, deciding.reason.value, *values] if all(values) else [case_id, pair_id]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]

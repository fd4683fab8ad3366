"""Putting right what the machine read: claims, and names that mean the same.

Each deed compares the case again in the same call. Tags stay; a pair that comes out another way
shows its reviewers that it has changed.
"""

from app.services.correcting.adding import add_claim, place_of
from app.services.correcting.changes import Change, Spoken
from app.services.correcting.claims import correct_claim, undo
from app.services.correcting.in_pair import Wrongly, correct_in_pair
from app.services.correcting.names import NAMED_KINDS, name_alias, withdraw_alias
from app.services.correcting.proposing import (
    change_of,
    decline_proposal,
    propose_correction,
)
from app.services.correcting.reshaping import ALL_WORDS, leave_out, merge_claims, split_claim
from app.services.correcting.values import NewFact

__all__ = [
    "ALL_WORDS", "NAMED_KINDS", "Change", "NewFact", "Spoken", "Wrongly", "add_claim",
    "change_of", "correct_claim", "correct_in_pair", "decline_proposal", "leave_out",
    "merge_claims", "name_alias", "place_of", "propose_correction", "split_claim", "undo",
    "withdraw_alias",
]

"""Putting right what the machine read: claims, and names that mean the same.

Each deed compares the case again in the same call. Tags stay; a pair that comes out another way
shows its reviewers that it has changed.
"""

from app.services.correcting.changes import Change, Spoken
from app.services.correcting.claims import correct_claim, undo
from app.services.correcting.names import NAMED_KINDS, name_alias, withdraw_alias

__all__ = [
    "NAMED_KINDS", "Change", "Spoken", "correct_claim", "name_alias", "undo", "withdraw_alias",
]

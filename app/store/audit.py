"""What was done, by whom, when: written once, never changed."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert

from app.store.tables import audit


class Did(StrEnum):
    """What an audit row tells. `details` hold what is named in brackets."""

    JOINED = "joined"  # [role, person: if somebody else added them]
    OPENED_CASE = "opened_case"  # [name]
    REQUESTED_IMPORT = "requested_import"  # [job, items]
    CANCELLED_IMPORT = "cancelled_import"  # [job, items]
    IMPORTED = "imported"  # [article, title, source, claims]
    COMPARED = "compared"  # [engine, articles, pairs, new]
    TAGGED = "tagged"  # [relation, again]
    UNDID = "undid"  # [relation: what stands now, took_back: the relation taken back]
    SKIPPED = "skipped"  # []
    UNSKIPPED = "unskipped"  # []
    SETTLED = "settled"  # [relation]
    LEFT_UNRESOLVED = "left_unresolved"  # []
    ASKED_TO_DISCUSS = "asked_to_discuss"  # []
    REOPENED = "reopened"  # []
    CORRECTED = "corrected"  # [correction, claim, what, compared, changed]
    UNDID_CORRECTION = "undid_correction"  # [correction, claim, what, compared, changed]
    NAMED_ALIAS = "named_alias"  # [alias, name, means, kind, compared, changed]
    WITHDREW_ALIAS = "withdrew_alias"  # [alias, name, means, kind, compared, changed]


class Audit:
    """The log of decisions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        did: Did,
        *,
        at: datetime,
        by: int | None = None,
        case_id: int | None = None,
        pair_id: int | None = None,
        **details: Any,  # noqa: ANN401  any JSON
    ) -> None:
        """One row. `by` is the reviewer, None for the system."""
        self._connection.execute(
            insert(audit),
            {"at": at, "reviewer_id": by, "did": did, "case_id": case_id, "pair_id": pair_id,
             "details": details},
        )

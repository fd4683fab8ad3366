"""What was done, by whom, when: written once, never changed."""

from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select

from app.store.tables import audit


class Did(StrEnum):
    """What an audit row tells. `details` hold what is named in brackets."""

    JOINED = "joined"  # [role, person: if somebody else added them]
    OPENED_CASE = "opened_case"  # [name]
    REQUESTED_IMPORT = "requested_import"  # [job, items]
    CANCELLED_IMPORT = "cancelled_import"  # [job, items]
    IMPORTED = "imported"  # [article, title, source, claims]
    COMPARED = "compared"  # [engine, articles, pairs, new]
    TAGGED = "tagged"  # [relation, again, together: if it was one of many]
    UNDID = "undid"  # [relation: what stands now, took_back: the relation taken back]
    SKIPPED = "skipped"  # []
    UNSKIPPED = "unskipped"  # []
    SETTLED = "settled"  # [relation]
    LEFT_UNRESOLVED = "left_unresolved"  # []
    ASKED_TO_DISCUSS = "asked_to_discuss"  # []
    REOPENED = "reopened"  # []
    ASSIGNED = "assigned"  # [person, pairs]
    UNASSIGNED = "unassigned"  # [pairs]
    KEPT_MISFIT = "kept_misfit"  # [pairs, why]
    UNKEPT_MISFIT = "unkept_misfit"  # [pairs]
    CORRECTED = "corrected"  # [correction, claim, what, compared, changed]
    UNDID_CORRECTION = "undid_correction"  # [correction, claim, what, compared, changed]
    PROPOSED = "proposed"  # [proposal, claim]
    DECLINED_PROPOSAL = "declined_proposal"  # [proposal, claim]
    NAMED_ALIAS = "named_alias"  # [alias, name, means, kind, compared, changed]
    WITHDREW_ALIAS = "withdrew_alias"  # [alias, name, means, kind, compared, changed]
    SAVED_VERSIONS = "saved_versions"  # [save, topic, label, pairs, new]
    UNDID_VERSIONS = "undid_versions"  # [save, topic, label, pairs]
    ARRANGED_TOPICS = "arranged_topics"  # [edit, what, labels]
    UNDID_TOPICS = "undid_topics"  # [edit, what, labels]


class LastDeed(NamedTuple):
    """A deed with what its row tells."""

    did: Did
    details: dict[str, Any]


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

    def last(self, case_id: int, *did: Did) -> LastDeed | None:
        """The newest deed of these kinds in a case, if there is one."""
        row = self._connection.execute(
            select(audit.c.did, audit.c.details)
            .where(audit.c.case_id == case_id, audit.c.did.in_(did))
            .order_by(audit.c.id.desc()).limit(1),
        ).one_or_none()
        return None if row is None else LastDeed(Did(row.did), row.details)

"""Who reviews."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do, from least to most."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    ADJUDICATOR = "adjudicator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """A person who works in the store. `letter` stands for the name on badges and in reports."""

    id: int
    name: str
    letter: str
    role: Role = Role.REVIEWER

    @property
    def may_tag(self) -> bool:
        """Viewers read; everybody else tags."""
        return self.role is not Role.VIEWER

    @property
    def may_administer(self) -> bool:
        """Admins see what is summed up over everybody."""
        return self.role is Role.ADMIN

    @property
    def may_settle(self) -> bool:
        """Adjudicators and admins decide where tags of others differ."""
        return self.role in {Role.ADJUDICATOR, Role.ADMIN}

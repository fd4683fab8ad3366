"""Acting as: whose part is played on this machine."""

from dataclasses import dataclass

from app.domain.people import Reviewer, Role
from app.services.pages.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingPage:
    """Everybody who may be chosen, and the form for one more person with what was typed."""

    shell: Shell
    acting_id: int
    people: tuple[Reviewer, ...]
    added: str = ""
    name: str = ""
    role: Role = Role.REVIEWER
    errors: tuple[tuple[str, str], ...] = ()

"""How often each reason is right, for those who administer."""

from dataclasses import dataclass

from app.domain.pairs import Reason
from app.services.pages.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share with its 95% interval, in whole percent."""

    percent: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason. `factor` is what the scores of its pairs count in the order of the queue.

    `confirmed`, `share` and `factor` are None where so few pairs are decided that they would
    tell what somebody answered on one of them.
    """

    reason: Reason
    suggested: int
    decided: int
    confirmed: int | None
    share: Share | None
    factor: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsPage:
    """Every reason that decides a pair. `least` is how many decisions a share needs."""

    shell: Shell
    lines: tuple[ReasonLine, ...]
    least: int

"""How often people confirm what each reason suggests."""

from math import sqrt

from app.domain.errors import NotAllowed
from app.domain.people import Reviewer
from app.services.browsing.shells import shell
from app.services.pages.reasons import ReasonLine, ReasonsPage, Share
from app.store.ranks import UNTRIED, Tally
from app.store.session import Store

LEAST = 8
"""A share of fewer is not shown, only the count (design, principle 10)."""

_Z = 1.959964
"""The 97.5% point of the normal distribution: 95% lie within on both sides."""


def reasons(store: Store, reviewer: Reviewer) -> ReasonsPage:
    """The precision of every reason over all cases. Raises NotAllowed for all but admins.

    The figures are sums over pairs, so that they tell what nobody tagged on any one pair.
    """
    if not reviewer.may_administer:
        raise NotAllowed("Only admins see how often each reason is right.")
    factors = store.ranks.factors()
    return ReasonsPage(
        shell=shell(store, reviewer), least=LEAST,
        lines=tuple(_line(tally, factors.get(tally.reason, UNTRIED))
                    for tally in store.ranks.tallies()),
    )


def _line(tally: Tally, factor: float) -> ReasonLine:
    enough = tally.decided >= LEAST
    return ReasonLine(
        reason=tally.reason, suggested=tally.suggested, decided=tally.decided,
        confirmed=tally.confirmed if enough else None, factor=factor if enough else None,
        share=share(tally.confirmed, tally.decided) if enough else None,
    )


def share(part: int, whole: int) -> Share:
    """A share with Wilson's 95% interval, which never leaves 0 to 100 and holds for few things
    (E. B. Wilson, 1927). `whole` is at least 1."""
    seen, square = part / whole, _Z**2 / whole
    middle = (seen + square / 2) / (1 + square)
    spread = _Z * sqrt(seen * (1 - seen) / whole + square / (4 * whole)) / (1 + square)
    return Share(percent=round(100 * seen), low=round(100 * max(0.0, middle - spread)),
                 high=round(100 * min(1.0, middle + spread)))

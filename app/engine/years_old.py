"""Two ages of one person."""

from app.domain.facts import Age, Fact, FactKind
from app.engine.alignment import Alignment

_BIRTHDAY = 1  # a birthday may lie between two tellings


def two_ages(both: Alignment) -> tuple[Fact, Fact] | None:
    """The only age that each claim tells, of one person or of people without a name, where they
    lie further apart than a birthday."""
    ours, theirs = both.first.facts(FactKind.AGE), both.second.facts(FactKind.AGE)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    one, other = ours[0].value, theirs[0].value
    assert isinstance(one, Age)  # noqa: S101  facts of that kind
    assert isinstance(other, Age)  # noqa: S101
    names = {age.holder.split()[-1] for age in (one, other) if age.holder}
    apart = max(one.low, other.low) - min(one.high, other.high) > _BIRTHDAY
    return (ours[0], theirs[0]) if apart and len(names) <= 1 else None

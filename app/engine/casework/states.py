"""What may be otherwise the next day: states, told in the present or by what does not last."""

from app.engine.casework.told import Told

_IS = frozenset({"are", "is", "have", "has", "remain", "remains", "will"})
_STATES = frozenset({"without", "closed", "shut", "missing", "stranded", "isolated", "infected",
                     "hospital", "quarantine", "still", "open", "left", "homeless", "sheltering",
                     "custody", "waiting", "unaccounted", "critical", "contained", "counted"})
"""Words of what may be otherwise the next day."""


def is_state(told: Told) -> bool:
    """A claim of its article's own day: told in the present, or of what does not last."""
    return not told.forms.isdisjoint(_STATES) or (
        not told.forms.isdisjoint(_IS) and not told.days())

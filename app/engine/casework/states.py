"""What may be otherwise the next day: states, told in the present or by what does not last."""

import re

from app.engine.casework.questions import Answered
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


_GREW = re.compile(r"\b(?:rose|risen|rises|grew|grown|grows|climbed|climbs|swelled|jumped|raised"
                   r")(?: [\w-]+){0,3} to(?: about| at least| nearly)? $|\bnow (?:\w+ )?$",
                   re.IGNORECASE)


def is_growing(one: Answered) -> bool:
    """The words before a figure say that it grew to that: "rose to four", "has now killed four"."""
    start = one.places[0].start - one.told.side.claim.span.start
    return _GREW.search(one.told.side.text[:start]) is not None

"""Whether "he" or "she" can mean a person, by first name, honorific or office.

Three answers: "she", "he", or "" where the name is borne by both or is not known; then either
pronoun may mean the person.
"""

from functools import lru_cache

from app.engine.facts.given_names import EITHER, FIRST_NAMES, HERS
from app.engine.listing import listed

_HER_OFFICES = listed("""
    councilwoman congresswoman chairwoman spokeswoman assemblywoman alderwoman policewoman queen
    princess dame lady mrs ms miss actress sister mother businesswoman forewoman
""")
_HIS_OFFICES = listed("""
    councilman congressman chairman spokesman assemblyman alderman policeman king prince sir lord
    mr father brother pope businessman foreman
""")


@lru_cache(maxsize=8192)
def pronoun_of(name: str, office: str) -> str:
    """"he", "she" or "" for a person by the fullest name and the office."""
    offices = set(office.split())
    if offices & _HER_OFFICES:
        return "she"
    if offices & _HIS_OFFICES:
        return "he"
    parts = name.split(maxsplit=1)
    first = parts[0].lower() if len(parts) > 1 else ""
    if first in EITHER:
        return ""
    if first in HERS:
        return "she"
    return "he" if first in FIRST_NAMES else ""


def can_mean(pronoun: str, said: str) -> bool:
    """A pronoun can mean a person of whom `pronoun_of` says `said`."""
    return not said or pronoun not in {"he", "she"} or said == pronoun

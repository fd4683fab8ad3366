"""The way back to the page that a form was opened from."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_ADDRESS = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of ours: printable ASCII without a backslash, and no other host."""

_LONGEST = 4_000
_SAID = frozenset({"saved", "corrected", "proposed", "moved"})
"""What a page says once."""


def way_back(back: str) -> str:
    """The address to return to; "" if it is not one of ours."""
    return back if len(back) <= _LONGEST and _ADDRESS.fullmatch(back) else ""


def returning(back: str, **told: int) -> str:
    """The address with what it shall tell in its query, and without what it told before."""
    parts = urlsplit(back)
    kept = [one for one in parse_qsl(parts.query, keep_blank_values=True) if one[0] not in _SAID]
    query = urlencode([*kept, *told.items()])
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path}?{query}{fragment}"

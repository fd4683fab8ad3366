"""Times that were taken by a stopwatch: told to the second, they differ by a second."""

_SECOND, _MINUTE = 1 / 86400, 60


def differ(ours: float, theirs: float) -> bool:
    """Two durations (in days) of more than a minute are told to the second, and not the same
    one: "2:08:14", "2:08:41"."""
    return _is_timed(ours) and _is_timed(theirs) and abs(ours - theirs) >= _SECOND / 2


def _is_timed(days: float) -> bool:
    seconds = days / _SECOND
    return seconds > _MINUTE and bool(round(seconds % _MINUTE) % _MINUTE)

"""The letters in which two spellings differ, in bold."""

from difflib import SequenceMatcher

from markupsafe import Markup, escape

_LONGEST = 120
"""Characters compared; no name is longer, and the comparison is quadratic."""


def apart(name: str, other: str) -> Markup:
    """The name with those letters in bold that the other one has not: L<b>a</b>s, L<b>o</b>s."""
    if len(name) > _LONGEST or len(other) > _LONGEST:
        return escape(name)
    same = SequenceMatcher(None, name, other, autojunk=False)
    runs = [(tag == "equal", name[start:end]) for tag, start, end, _, _ in same.get_opcodes()]
    return Markup().join(
        escape(run) if equal else Markup("<b>{}</b>").format(run) for equal, run in runs if run
    )

"""Quotations as facts: the words that stand between quotation marks in a claim.

Grammar: see `app.engine.quotations`. The span lies inside the marks, without the comma or full
stop that closes the sentence around them. Normal form: the words, white space made one space,
words that the reporter put into square brackets left out. A quotation that runs over several
claims gives each its own part. Equal: the same words. Compatible: one is a part of the other and
the cut does not turn its sense. Left alone: apostrophes, feet and inches, minutes and seconds of
arc.
"""

import re
from collections.abc import Iterator, Sequence

from app.domain.facts import Fact, FactKind, Named
from app.engine.quotations import Quotation
from app.engine.sentences import Stretch

_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")
_AROUND = ' \t\n\r\v\f\u00a0,.;:”"'
_CLOSING = ' \t\n\r\v\f\u00a0,.;:”"’'
_BEFORE = _CLOSING + "“‘"


def quotes(
    text: str, quotations: Sequence[Quotation], first: int, stretch: Stretch
) -> Iterator[Fact]:
    """What is quoted in a stretch of the text; `first` is the first quotation that reaches it."""
    start, end = stretch
    for at in range(first, len(quotations)):
        one = quotations[at]
        if one.inner_start >= end:
            break
        opens, closes = max(one.inner_start, start), min(one.inner_end, end)
        surface = text[opens:closes]
        nested = surface.count("‘") == surface.count("’") > 0
        surface = surface.rstrip(_AROUND if nested else _CLOSING)
        opens += len(surface) - len(surface.lstrip(_BEFORE))
        surface = surface.lstrip(_BEFORE)
        name = " ".join((_INSERTED.sub(" ", surface) if "[" in surface else surface).split())
        if len(name) > 1 and (name[0].isalnum() or any(sign.isalnum() for sign in name)):
            value = Named(of_kind=FactKind.QUOTE, name=name)
            yield Fact(value=value, surface=surface, start=opens, end=opens + len(surface))

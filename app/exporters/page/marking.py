"""Which words of a claim carry the compared value."""

from collections.abc import Iterable

from app.domain.claims import Span
from app.domain.pairs import Finding, Place, Suggestion
from app.exporters.page.document import Run


def value_places(suggestion: Suggestion) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where the compared values stand in the first and in the second text.

    The deciding finding says it; where that one has no place on either side, the others do.
    """
    deciding, others = suggestion.findings[:1], suggestion.findings[1:]
    return _places(deciding) if any(_places(deciding)) else _places(others)


def _places(findings: Iterable[Finding]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    found = tuple(findings)
    return (tuple(place for finding in found for place in finding.first_places),
            tuple(place for finding in found for place in finding.second_places))


def runs(span: Span, places: Iterable[Place]) -> tuple[Run, ...]:
    """The claim's words cut at the edges of `places` (code points of the article's text).

    The runs joined give the quote back. What lies outside the claim is cut off; places that
    overlap or touch become one mark.
    """
    cut: list[Run] = []
    done = span.start
    for start, end in _merged(span, places):
        cut += [Run(text=span.quote[done - span.start:start - span.start]),
                Run(text=span.quote[start - span.start:end - span.start], marked=True)]
        done = end
    cut.append(Run(text=span.quote[done - span.start:]))
    return tuple(run for run in cut if run.text)


def _merged(span: Span, places: Iterable[Place]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for place in sorted(places):
        start, end = max(place.start, span.start), min(place.end, span.end)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            earlier = merged.pop()
            start, end = earlier[0], max(end, earlier[1])
        merged.append((start, end))
    return merged

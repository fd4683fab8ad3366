"""Text to claims: what an article asserts, word for word, with speakers and facts."""

from bisect import bisect_left
from datetime import date

from app.domain.claims import Claim, Span
from app.domain.facts import Fact
from app.engine.facts import read_facts
from app.engine.sentences import Stretch, paragraphs, sentences
from app.engine.words import cut

_CONTEXT = 32


def read_claims(text: str, *, title: str = "", published_on: date | None = None,
                ) -> tuple[Claim, ...]:
    """The claims of canonical text, in order, none overlapping another.

    `title` is the headline: where it stands as the first line, its claim is marked `in_title`.
    `published_on` is the article's own day, from which relative dates count; without it they
    stay unresolved. Never raises on any text; takes time linear in its length.
    """
    stretches = paragraphs(text)
    numbered = [(number, sentence) for number, paragraph in enumerate(stretches, start=1)
                for sentence in sentences(text, paragraph)]
    words = cut(text, [sentence for _, sentence in numbered])
    facts, _named = read_facts(words, published_on)
    starts = [fact.start for fact in facts]
    return tuple(
        Claim(span=span(text, stretch), paragraph=number,
              facts=_inside(facts, starts, stretch),
              in_title=bool(title) and number == 1 and text[stretch.start:stretch.end] in title)
        for number, stretch in numbered
    )


def span(text: str, stretch: Stretch) -> Span:
    """A stretch of text with its quote and the words around it."""
    start, end = stretch
    return Span(start=start, end=end, quote=text[start:end],
                before=text[max(0, start - _CONTEXT):start], after=text[end:end + _CONTEXT])


def _inside(facts: list[Fact], starts: list[int], stretch: Stretch) -> tuple[Fact, ...]:
    """The facts that stand wholly inside a stretch."""
    first = bisect_left(starts, stretch.start)
    last = bisect_left(starts, stretch.end)
    return tuple(fact for fact in facts[first:last] if fact.end <= stretch.end)

"""Claims and readings written by hand for the tests of comparing."""

from itertools import count

from app.domain.claims import Claim, Span, Speaker
from app.domain.facts import Fact, FactValue
from app.engine.reading import Reading


def fact(text: str, surface: str, value: FactValue, *, base: int = 0) -> Fact:
    start = base + text.index(surface)
    return Fact(value=value, surface=surface, start=start, end=start + len(surface))


def reading(article: int, *texts: str, values: dict[str, FactValue] | None = None,
            speaker: Speaker | None = None) -> Reading:
    """An article of one sentence a claim; `values` are facts by the words they stand on."""
    ids = count(article * 100)
    claims = []
    at = 0
    for paragraph, text in enumerate(texts, start=1):
        facts = tuple(fact(text, words, value, base=at)
                      for words, value in (values or {}).items() if words in text)
        span = Span(start=at, end=at + len(text), quote=text)
        claims.append(Claim(span=span, paragraph=paragraph, facts=facts, speaker=speaker,
                            id=next(ids)))
        at += len(text) + 1
    return Reading(article_id=article, source_id=article, title="", published_on=None,
                   text="\n".join(texts), claims=tuple(claims))

"""What a reviewer wants put right in a claim, as parts that can be kept and taken back."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.articles import Article
from app.domain.claims import Claim, Span, Speaker, SpeakerKind
from app.domain.corrections import CorrectedPart, What, speaker_json, words_json
from app.domain.errors import Invalid
from app.domain.pairs import Place
from app.engine.claims import read_claims
from app.engine.sentences import paragraphs, sentences
from app.services.correcting.values import (
    LONGEST_VALUE,
    NewFact,
    added_values,
    corrected_values,
)
from app.services.typed import keepable

_MOST_AROUND = 80
"""Words offered on either side of a claim; a claim is a sentence or less."""

CONTEXT = 32
"""Characters around a claim that are kept with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Who is said to have said it; `how` None: the outlet itself."""

    name: str
    how: SpeakerKind | None
    via: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What shall stand in a claim; whatever is None or as it was stays.

    `first` and `last` are numbers of `words_around`, from 1. `values` are what shall be read in
    the facts, in their order, "" to drop one; `added` are facts that it shall have besides.
    `apart_from` is the pair whose claims are not about the same event.
    """

    first: int | None = None
    last: int | None = None
    speaker: Spoken | None = None
    values: Sequence[str] | None = None
    added: Sequence[NewFact] = ()
    is_claim: bool = True
    apart_from: int | None = None


def words_around(text: str, span: Span) -> tuple[Place, ...]:
    """The words that a claim can be made of: its own, those of the sentences that it touches and
    of the next one, inside the paragraph."""
    found = [sentence for part in paragraphs(text)
             if part.start < span.end and span.start < part.end
             for sentence in sentences(text, part)]
    touched = [at for at, one in enumerate(found)
               if one.start < span.end and span.start < one.end]
    start = min((found[at].start for at in touched[:1]), default=span.start)
    end = max((one.end for one in found[:touched[-1] + 2] if touched), default=span.end)
    start, end = min(start, span.start), max(end, span.end)
    words = [Place(start + word.start(), start + word.end())
             for word in re.finditer(r"\S+", text[start:end])]
    own = [at for at, word in enumerate(words) if word.start < span.end and word.end > span.start]
    return tuple(words[max(own[0] - _MOST_AROUND, 0):own[-1] + 1 + _MOST_AROUND])


def words_of(span: Span) -> tuple[Place, ...]:
    """The words of a claim, where they stand in the text."""
    return tuple(Place(span.start + word.start(), span.start + word.end())
                 for word in re.finditer(r"\S+", span.quote))


def numbers_of(words: Sequence[Place], span: Span) -> tuple[int, int]:
    """The numbers, from 1, of the first and the last word of the span."""
    own = [n for n, word in enumerate(words, start=1)
           if word.start < span.end and word.end > span.start]
    return own[0], own[-1]


def parts_of(
    change: Change, claim: Claim, article: Article, others: Sequence[Claim],
) -> tuple[CorrectedPart, ...]:
    """What the change comes to, part by part; nothing where nothing is to change.

    `others` are the claims of the article: no two may have a word in common. Raises Invalid, by
    the field of the form, with all that cannot be used.
    """
    wrong: dict[str, str] = {}
    parts: list[CorrectedPart] = []
    steps: tuple[Callable[[], Iterator[CorrectedPart]], ...] = (
        lambda: _words(change, claim, article, others), lambda: _speaker(change, claim),
        lambda: corrected_values(change.values, claim, article),
        lambda: added_values(change.added, claim, article))
    for read in steps:
        try:
            parts += read()
        except Invalid as error:
            wrong |= error.fields
    if wrong:
        raise Invalid(wrong)
    if not change.is_claim:
        parts.append(CorrectedPart(what=What.NOT_A_CLAIM, before=False, after=True))
    if change.apart_from is not None:
        parts.append(CorrectedPart(what=What.SAME_EVENT, before=True, after=False))
    return tuple(parts)


def _words(
    change: Change, claim: Claim, article: Article, others: Sequence[Claim],
) -> Iterator[CorrectedPart]:
    words = words_around(article.revision.text, claim.span)
    now = numbers_of(words, claim.span)
    first, last = change.first or now[0], change.last or now[1]
    if (first, last) == now:
        return
    if not 1 <= first <= last <= len(words):
        raise Invalid({"last": "The last word stands before the first one. Choose a later one."})
    start = claim.span.start if first == now[0] else words[first - 1].start
    end = claim.span.end if last == now[1] else words[last - 1].end
    for other in others:
        if other.id != claim.id and other.span.start < end and start < other.span.end:
            field = "first" if other.span.start < claim.span.start else "last"
            raise Invalid({field: f"Another claim has some of these words: “{other.text[:60]}”. "
                                  "Say first that it is not a claim, or choose fewer words."})
    after = reread(claim, article, start, end)
    yield CorrectedPart(what=What.BOUNDARY, before=words_json(claim), after=words_json(after))


def reread(claim: Claim, article: Article, start: int, end: int) -> Claim:
    """The claim with other words, and with what the engine reads in them."""
    text, on = article.revision.text, article.published_on
    facts = tuple(fact for read in read_claims(text, title=article.title, published_on=on)
                  for fact in read.facts if start <= fact.start and fact.end <= end)
    span = Span(start=start, end=end, quote=text[start:end],
                before=text[max(start - CONTEXT, 0):start], after=text[end:end + CONTEXT])
    alone = next(iter(read_claims(span.quote, published_on=on)), claim)
    return replace(alone, id=claim.id, span=span, facts=facts, paragraph=claim.paragraph,
                   speaker=claim.speaker, in_title=claim.in_title)


def _speaker(change: Change, claim: Claim) -> Iterator[CorrectedPart]:
    if change.speaker is None:
        return
    name = keepable("speaker", change.speaker.name, longest=LONGEST_VALUE)
    via = keepable("via", change.speaker.via, longest=LONGEST_VALUE)
    how = change.speaker.how
    if how is None and name:
        raise Invalid({"how": "Say how the words are given, or leave the name empty."})
    verb = claim.speaker.verb if claim.speaker else ""
    after = None if how is None else Speaker(name=name, kind=how, verb=verb, via=via)
    if after != claim.speaker:
        yield CorrectedPart(what=What.SPEAKER, before=speaker_json(claim.speaker),
                            after=speaker_json(after))

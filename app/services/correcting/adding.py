"""Claims that no machine found: words of the text that somebody says are one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.articles import Article
from app.domain.claims import Claim, Span
from app.domain.corrections import CorrectedPart, Correction, What, words_json
from app.domain.errors import Invalid
from app.domain.pairs import Place
from app.domain.people import Reviewer
from app.engine.claims import read_claims
from app.engine.sentences import paragraphs, sentences
from app.services.correcting.again import compare_again, demand_part
from app.services.correcting.changes import CONTEXT, reread
from app.services.correcting.claims import LONGEST_REASON
from app.services.correcting.standing import keep, new
from app.services.typed import keepable
from app.store.session import Store

LONGEST_CLAIM = 1_000
"""Characters: more than that is no one assertion."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article that a claim can be made of; `number` counts from 1."""

    number: int
    place: Place
    paragraph: int
    is_taken: bool


def passages(text: str, taken: Sequence[Place]) -> tuple[Passage, ...]:
    """The sentences of a text; one in which a claim has a word is taken. `taken` are the places
    of the claims in their order."""
    starts = [place.start for place in taken]
    found = [(Place(*sentence), number)
             for number, part in enumerate(paragraphs(text), start=1)
             for sentence in sentences(text, part)]
    return tuple(Passage(n, place, number, _is_taken(place, taken, starts))
                 for n, (place, number) in enumerate(found, start=1))


def add_claim(
    store: Store, reviewer: Reviewer, article_id: int, place: Place, *, why: str, at: datetime,
) -> Correction | None:
    """Make a claim of the words at `place`, and compare the case again at once.

    The same words sent twice make one claim: None the second time. Raises Invalid for a place
    outside the text, without words, too long, or that holds words of another claim.
    """
    demand_part(reviewer)
    article = store.articles.get(article_id)
    store.cases.hold(article.case_id)
    place = _trimmed(article.revision.text, place)
    claims = store.claims.of_article(article_id)
    if any((one.span.start, one.span.end) == place for one in claims):
        return None
    for other in claims:
        if other.span.start < place.end and place.start < other.span.end:
            raise Invalid({"sentence": "A claim has some of these words already: "
                                       f"“{other.text[:60]}”. Correct that one."})
    why = keepable("why", why, longest=LONGEST_REASON)
    made = store.claims.add_one(article.revision, _claim(article, place))
    store.corrections.keep_reading(made)
    again = compare_again(store, article.case_id, at, lambda: None, [made.id])
    part = CorrectedPart(what=What.BOUNDARY, before=None, after=words_json(made))
    return keep(store, reviewer, new(made.id, [part], why, replace(again, changed=0)),
                article.case_id, at=at)


def place_of(
    store: Store, article_id: int, sentences_chosen: Sequence[int], words: str,
) -> Place:
    """Where the chosen sentences stand, from the first to the last, or the typed words: their
    first place that no claim has. Raises Invalid."""
    text = store.articles.get(article_id).revision.text
    claims = store.claims.of_article(article_id)
    taken = [Place(claim.span.start, claim.span.end) for claim in claims]
    if words.strip():
        return _found(text, words, taken)
    by_number = {each.number: each for each in passages(text, taken)}
    chosen = sorted(set(sentences_chosen))
    if not chosen or not by_number.keys() >= set(chosen):
        raise Invalid({"sentence": "Choose one sentence or more."})
    if chosen[-1] - chosen[0] != len(chosen) - 1:
        raise Invalid({"sentence": "Choose sentences that stand side by side."})
    return Place(by_number[chosen[0]].place.start, by_number[chosen[-1]].place.end)


def _found(text: str, words: str, taken: Sequence[Place]) -> Place:
    words = keepable("words", words, longest=LONGEST_CLAIM)
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [Place(*found.span()) for found in re.finditer(pattern, text)]
    if not places:
        raise Invalid({"words": "These words do not stand in the article. Copy them from it."})
    free = [place for place in places if not any(
        one.start < place.end and place.start < one.end for one in taken)]
    return (free or places)[0]


def _claim(article: Article, place: Place) -> Claim:
    """The claim with all that the engine reads in these words where they stand."""
    text = article.revision.text
    span = Span(start=place.start, end=place.end, quote=text[place.start:place.end],
                before=text[max(place.start - CONTEXT, 0):place.start],
                after=text[place.end:place.end + CONTEXT])
    number = next((n for n, part in enumerate(paragraphs(text), start=1)
                   if place.start < part.end), 1)
    alone = next(iter(read_claims(span.quote, published_on=article.published_on)), None)
    made = Claim(span=span, paragraph=number, speaker=alone.speaker if alone else None)
    return reread(made, article, place.start, place.end)


def _trimmed(text: str, place: Place) -> Place:
    if not 0 <= place.start < place.end <= len(text):
        raise Invalid({"sentence": "Choose one sentence or more."})
    words = text[place.start:place.end]
    start = place.start + len(words) - len(words.lstrip())
    end = place.end - (len(words) - len(words.rstrip()))
    if start >= end:
        raise Invalid({"sentence": "Choose one sentence or more."})
    if end - start > LONGEST_CLAIM:
        raise Invalid({"sentence": f"Choose fewer words: a claim has {LONGEST_CLAIM:,} characters "
                                   "at most."})
    if any(part.end < end for part in paragraphs(text) if part.start <= start < part.end):
        raise Invalid({"sentence": "Choose sentences of one paragraph."})
    return Place(start, end)


def _is_taken(place: Place, taken: Sequence[Place], starts: Sequence[int]) -> bool:
    """Claims do not overlap, so only the last one that begins before the end can be in it."""
    last = bisect_left(starts, place.end) - 1
    return last >= 0 and taken[last].end > place.start

"""Does the headline say more than the article: sure above, only possible below."""

from collections.abc import Iterator

from app.domain.claims import Modality
from app.domain.pairs import Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.pairings import Met, questions
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best, covered
from app.engine.casework.told import CaseWords, Told
from app.engine.tokens import Token, WordKind

_SURE = frozenset({Modality.DID, Modality.WILL})
_OPEN = frozenset({Modality.COULD, Modality.LIKELY, Modality.UNCLEAR})
_SHARE, _FEWEST, _MET = 0.4, 3, 0.8
_FURTHEST = 60
"""Claims of an article that are held against its headline."""


def ask(case: CaseWords) -> list[Question]:
    """One question a headline that is surer than its article."""
    return questions(_met(case), reason=Reason.MODALITY, label=lambda _: "Headline and article")


def _met(case: CaseWords) -> Iterator[Met]:
    by_article: dict[int, list[Told]] = {}
    for told in case.told:
        by_article.setdefault(told.article, []).append(told)
    for claims in by_article.values():
        for title in claims:
            if title.side.claim.in_title and title.side.claim.modality in _SURE:
                yield from _below(case, title, claims[:_FURTHEST])


def _below(case: CaseWords, title: Told, claims: list[Told]) -> Iterator[Met]:
    """The claim that comes nearest to the headline, if it is not sure of it."""
    words = _weighty(title)
    near = [(covered(case, words, _weighty(one)), one) for one in claims
            if not one.side.claim.in_title and _hits(words, one) >= _FEWEST]
    if not near:
        return
    share, nearest = max(near, key=lambda held: held[0])
    if share < _SHARE or nearest.side.claim.modality not in _OPEN:
        return
    first, second = _whole(title), _whole(nearest)
    yield first, second, aspects.clash(
        first, second, reason=Reason.MODALITY, what="How sure", strength=Strength.TENSION,
        reading="Headline surer than the article",
        because="The headline says it for sure, the article only as possible.")


def _weighty(told: Told) -> list[Token]:
    return [token for token in told.side.tokens
            if token.kind in {WordKind.NAME, WordKind.CONTENT} and token.lemma in told.words]


def _hits(words: list[Token], other: Told) -> int:
    theirs = _weighty(other)
    return sum(best(word, theirs)[0] >= _MET for word in words)


def _whole(told: Told) -> Answered:
    return aspects.spoken(told, 0, len(told.side.text), told.side.claim.modality)

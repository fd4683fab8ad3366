"""A claim made ready for comparing: its words, where it stands, what it commits to."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from app.domain.claims import Claim, Modality, Polarity, Span
from app.domain.facts import Fact, FactKind
from app.domain.pairs import Place
from app.engine.claims import read_claims
from app.engine.tokens import Token, tokens


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """What a text says wherever it stands, equal to itself only: all claims of a case that have
    one text share it. `tokens` have offsets into the text, `forms` are its words, folded
    (`norms`), and their lemmas; `weight` is what they weigh together."""

    text: str
    tokens: tuple[Token, ...]
    forms: frozenset[str]
    norms: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """One claim of a pair, equal to itself only. `article_id` tells whether both sides stand in
    one article.

    `wording` is what its words are, and all else of it stands here too, to be near at hand:
    `tokens` are the claim's words with offsets into the claim's own text; `place` turns them
    into offsets of the article's text. `forms` are all its words, folded (`norms`), and their
    lemmas: what a comparator looks for before it looks closer. `weight` is what they weigh
    together.
    """

    claim: Claim
    wording: Wording
    article_id: int = 0
    source_id: int = 0
    published_on: date | None = None
    tokens: tuple[Token, ...] = field(init=False)
    forms: frozenset[str] = field(init=False)
    norms: frozenset[str] = field(init=False)
    weight: float = field(init=False)

    def __post_init__(self) -> None:
        for name in ("tokens", "forms", "norms", "weight"):
            object.__setattr__(self, name, getattr(self.wording, name))

    @property
    def text(self) -> str:
        """The claim's words as written."""
        return self.claim.span.quote

    def place(self, *indexes: int) -> Place:
        """From the first to the last of these tokens, in the article's text."""
        start = self.tokens[min(indexes)].start
        end = self.tokens[max(indexes)].end
        return Place(self.claim.span.start + start, self.claim.span.start + end)

    def words(self, *indexes: int) -> str:
        """The words from the first to the last of these tokens, as written."""
        return self.text[self.tokens[min(indexes)].start : self.tokens[max(indexes)].end]

    def find(self, phrase: tuple[str, ...]) -> tuple[int, ...]:
        """Where a phrase of lemmas stands, as token indexes; empty if nowhere."""
        lemmas = [token.lemma for token in self.tokens]
        for start in range(len(lemmas) - len(phrase) + 1):
            if lemmas[start] == phrase[0] and tuple(lemmas[start : start + len(phrase)]) == phrase:
                return tuple(range(start, start + len(phrase)))
        return ()

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        """The claim's facts of one kind."""
        return tuple(fact for fact in self.claim.facts if fact.kind is kind)


# Only so much of a claim is compared, so that a "sentence" of a megabyte costs no more than a
# long one.
_LONGEST, _MOST_WORDS = 4000, 300
# One sentence is often set against several others.
_REMEMBERED = 512


def wording_of(text: str) -> Wording:
    """The words of a claim's text."""
    found = tokens(text[:_LONGEST])[:_MOST_WORDS]
    norms = frozenset([token.norm for token in found])
    return Wording(text=text, tokens=found, norms=norms,
                   forms=norms.union([token.lemma for token in found]),
                   weight=sum(token.weight for token in found))


def side_of(
    claim: Claim, *, article_id: int = 0, source_id: int = 0, published_on: date | None = None,
    wording: Wording | None = None,
) -> Side:
    """A claim of an article, made ready. Where its words are known they need not be read."""
    known = wording or wording_of(claim.text)
    return Side(
        claim=claim,
        wording=known,
        article_id=article_id,
        source_id=source_id,
        published_on=published_on,
    )


def read_closely(side: Side) -> Side:
    """A loose sentence with the facts, the speaker and the modality that a claim would have.
    Its places stay those of the whole text."""
    claims = _claims(side.text[:_LONGEST], side.published_on)
    if not claims:
        return side
    facts = tuple(fact for claim in claims for fact in claim.facts)
    first = claims[0]
    told = replace(side.claim, facts=facts, speaker=first.speaker,
                   modality=first.modality if len(claims) == 1 else Modality.DID)
    return replace(side, claim=told)


@lru_cache(maxsize=_REMEMBERED)
def _claims(text: str, published_on: date | None) -> tuple[Claim, ...]:
    return tuple(read_claims(text, published_on=published_on))


@lru_cache(maxsize=_REMEMBERED)
def loose(text: str, *, published_on: date | None = None) -> Side:
    """A loose sentence made ready: one claim that fills its whole text."""
    claim = Claim(
        span=Span(start=0, end=len(text), quote=text),
        paragraph=1,
        modality=Modality.DID,
        polarity=Polarity.POSITIVE,
    )
    return side_of(claim, published_on=published_on)

"""What an article asserts: spans, speakers, claims."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of code points in a revision's text, kept with its exact quote.

    `before` and `after` are up to 32 code points of the text around it, so that a reader can
    find the place again if the text moves. Invariant: `text[start:end] == quote`.
    """

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


class SpeakerKind(StrEnum):
    """How a claim is attributed: word for word, partly word for word, or in other words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said it: the fullest name the article gives, the verb, and through whom ("via").

    `name` is "" for a pronoun that could not be resolved; an unnamed source keeps its
    description ("two officials"). `via` is who passed it on, else "": an outlet that the article
    itself credits, or whoever told what another had said.
    """

    name: str
    kind: SpeakerKind
    verb: str = ""
    via: str = ""


class Modality(StrEnum):
    """How sure the claim is that it is so. `SHOULD` is a demand: it says of nothing that it is."""

    DID = "did"
    WILL = "will"
    SHOULD = "should"
    LIKELY = "likely"
    COULD = "could"
    UNCLEAR = "unclear"
    DENIED = "denied"


class Polarity(StrEnum):
    """Whether the claim affirms or negates."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Stage(StrEnum):
    """A step of a procedure: of a law or a plan, of a criminal case, in the order they take."""

    ANNOUNCED = "announced"
    PROPOSED = "proposed"
    DRAFTED = "drafted"
    INTRODUCED = "introduced"
    FIRST_VOTE = "first_vote"
    PASSED = "passed"
    FINAL_VOTE = "final_vote"
    SIGNED = "signed"
    VETOED = "vetoed"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    STRUCK_DOWN = "struck_down"
    SUSPECTED = "suspected"
    ARRESTED = "arrested"
    CHARGED = "charged"
    ON_TRIAL = "on_trial"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable assertion, word for word, at a span of its article's text.

    `facts` carry offsets into the same text, all inside the span. `paragraph` counts from 1.
    `in_title` says that the claim is the headline. `id` is 0 until the store has given one.

    `hedges` and `scope` are words in lower case ("nearly", "so far"; "all", "in any way");
    `condition` and `exception` are the words as written ("if the sale fails", "except on
    Sundays"), "" if there is none. `stages` are steps of a procedure that the claim tells as
    done, `stages_ahead` those that it tells as still to come.
    """

    span: Span
    paragraph: int
    speaker: Speaker | None = None
    modality: Modality = Modality.DID
    polarity: Polarity = Polarity.POSITIVE
    facts: tuple[Fact, ...] = ()
    in_title: bool = False
    hedges: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    condition: str = ""
    exception: str = ""
    stages: tuple[Stage, ...] = ()
    stages_ahead: tuple[Stage, ...] = ()
    id: int = 0

    @property
    def text(self) -> str:
        """The claim's words."""
        return self.span.quote

"""Two claims set against each other, and what the machine makes of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self


class Relation(StrEnum):
    """How two claims stand to each other; the order is the order of the tag bar."""

    AGREE = "agree"
    CONFLICT = "conflict"
    RELATED = "related"
    UNRELATED = "unrelated"


class Strength(StrEnum):
    """How hard a finding is: strict (both cannot be right, or a plain slip), tension (both
    may hold but leave different impressions), framing (same fact, loaded words)."""

    STRICT = "strict"
    TENSION = "tension"
    FRAMING = "framing"


class Reason(StrEnum):
    """What a comparator looked at; the last one is what a local model said, beside them all."""

    VOTE_COUNT = "vote_count"
    NUMBER = "number"
    DATE = "date"
    NAME_SPELLING = "name_spelling"
    QUOTE_WORDING = "quote_wording"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    SCOPE = "scope"
    TERMINOLOGY = "terminology"
    EVENT_ORDER = "event_order"
    NEGATION = "negation"
    TITLE = "title"
    DETAIL = "detail"
    PARAPHRASE = "paraphrase"
    SECOND_OPINION = "second_opinion"

    @property
    def words(self) -> str:
        """The reason as people read it: "Vote count"."""
        return self.value.replace("_", " ").capitalize()


class PairKey(NamedTuple):
    """Two claim ids, ordered at birth, so that A/B and B/A cannot both exist."""

    first: int
    second: int

    @classmethod
    def of(cls, one: int, other: int) -> Self:
        """The key of two claims, in either order. Raises ValueError for a claim and itself."""
        if one == other:
            message = "a claim cannot be paired with itself"
            raise ValueError(message)
        return cls(one, other) if one < other else cls(other, one)


class Place(NamedTuple):
    """Half-open range of code points in the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One comparator's opinion: what it thinks, why in one plain sentence, on which words.

    `first_places` and `second_places` stand in the texts of the pair's first and second claim.
    `first_value` and `second_value` are what stood there, for the table "What differs"; `what`
    names that row ("Vote count", "Next step") and `reading` its last cell ("Same outcome").
    """

    reason: Reason
    relation: Relation
    strength: Strength
    because: str
    what: str
    reading: str
    first_value: str
    second_value: str
    first_places: tuple[Place, ...] = ()
    second_places: tuple[Place, ...] = ()

    def turned(self) -> "Finding":
        """The same finding with the two sides exchanged."""
        return Finding(
            reason=self.reason, relation=self.relation, strength=self.strength,
            because=self.because, what=self.what, reading=self.reading,
            first_value=self.second_value, second_value=self.first_value,
            first_places=self.second_places, second_places=self.first_places,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the machine makes of all findings of a pair.

    `score` (0 to 1) says how likely a strict conflict is and orders the queue; it is never
    shown as a bare number. `findings[0]` decides. `only_first` and `only_second` are words with
    no counterpart on the other side (level 2 marks). `aligned` is the share of words that
    aligned, 0 to 1. `keys` says why the two claims met ("final vote", "Los Angeles").
    """

    relation: Relation
    strength: Strength
    score: float
    findings: tuple[Finding, ...]
    engine: str
    only_first: tuple[Place, ...] = ()
    only_second: tuple[Place, ...] = ()
    aligned: float = 0.0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims of one case; `number` stays the same inside the case for ever.

    `version` grows when the pair itself changes (settled, compared again with another outcome).
    """

    id: int
    case_id: int
    number: int
    key: PairKey
    version: int
    suggestion: Suggestion

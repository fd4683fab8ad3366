"""Adjudication: the disputes that wait, one of them with all its readings, and the decision."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.pairs import Reason, Relation
from app.domain.tags import Stage
from app.services.pages.shell import CaseHead, ClaimShown, Shell, TagShown


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLine:
    """A dispute in the list. `relations` are its tags in the order of its readings."""

    pair_id: int
    number: int
    case: str
    reason: Reason
    sources: str
    since: datetime
    relations: tuple[Relation, ...]
    settled: Relation | None = None
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reviewer decided; `who` is "Reading 1" while names are hidden."""

    who: str
    letter: str
    relation: Relation
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A decision to choose: a relation, or None to leave it unresolved. `tags` have it so far;
    `sentence` is what the report then says of the pair."""

    relation: Relation | None
    tags: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that an adjudicator did about the pair: "Adjudicator D settled it as related"."""

    who: str
    did: str
    why: str
    at: datetime
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Pairs of the case with the same reason that are settled, and the newest of them."""

    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was chosen and written in a form that was not taken, and why it was not.

    `late` and `words` say what happened meanwhile, `errors` what is missing, by field.
    """

    decision: str
    why: str
    errors: tuple[tuple[str, str], ...] = ()
    late: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeShown:
    """One dispute with all its evidence. `version` is what the form sends back, `stage` None
    says that nobody differs any more."""

    pair_id: int
    case_id: int
    case: str
    number: int
    version: int
    stage: Stage | None
    question: str
    reason: Reason
    suggestion: TagShown
    first: ClaimShown
    second: ClaimShown
    readings: tuple[Reading, ...]
    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]
    similar: Similar | None
    settled: TagShown | None
    context: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided just before: "Pair 22 settled as related"."""

    pair_id: int
    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicationPage:
    """The workbench. `waiting` disputes in `cases` cases wait for this adjudicator; `head` is set
    inside one case. `dispute` None: nothing is open; then `agreement` says how often people
    agree. `names` shows who tagged.
    """

    shell: Shell
    head: CaseHead | None
    waiting: int
    cases: int
    disputes: tuple[DisputeLine, ...]
    next_key: int | None
    discussed: tuple[DisputeLine, ...]
    decided: tuple[DisputeLine, ...]
    dispute: DisputeShown | None
    agreement: str
    names: bool
    decided_now: Decided | None = None
    typed: Typed | None = None

    @property
    def scope(self) -> int | None:
        """The case that the list is limited to."""
        return None if self.head is None else self.head.id

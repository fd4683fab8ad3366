"""The claims of a case as a list, with the forms that put them right in their places."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.facts import FactKind
from app.services.pages.correct import Corrected, CorrectFields
from app.services.pages.shell import CaseHead, Shell, TagShown
from app.store.pages.claim_filters import ClaimState, Special


class Ask(StrEnum):
    """What a form of the list asks about the claims that were chosen."""

    MERGE = "merge"
    LEAVE_OUT = "leave_out"
    MOVE = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFilter:
    """The filter of the list; `topic_id` 0 means claims without a topic."""

    source_id: int | None = None
    article_id: int | None = None
    kind: FactKind | Special | None = None
    topic_id: int | None = None
    state: ClaimState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChip:
    """A value: its kind in words, its normal form; `by_person` draws it filled with a check."""

    kind: str
    shown: str
    by_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A row of the list. `tag` None: no pair. `speech` says how the words are given."""

    id: int
    number: int
    text: str
    source: str
    article: str
    article_href: str
    paragraph: int
    facts: tuple[FactChip, ...]
    speaker: str
    speech: str
    topic: str
    topic_href: str
    tag: TagShown | None
    pairs: int
    pair_href: str
    edit_href: str
    split_href: str
    proposals: int
    is_chosen: bool
    left_out_id: int | None = None
    """The correction that says that it is none, for the form of "Bring back"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An option of a select."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """A select of the filter row."""

    name: str
    label: str
    any_words: str
    choices: tuple[Choice, ...]

    @property
    def is_set(self) -> bool:
        """Something is chosen."""
        return any(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A claim whose words can stay in a merge; `id` 0 are all words from the first on."""

    id: int
    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reshape:
    """A form about the chosen claims. `version` is what it sends back (see Conflict). `topics`
    are what claims can be moved to, `name` that of a new one."""

    ask: Ask
    claim_ids: tuple[int, ...]
    named: str
    words: tuple[Words, ...]
    touches: str
    version: int
    chosen: int = -1
    why: str = ""
    topics: tuple[Choice, ...] = ()
    name: str = ""
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutWord:
    """A word that a claim can be cut after; `number` counts from 1."""

    number: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitForm:
    """A claim with a cut line in it, and the facts of each part."""

    claim_id: int
    number: int
    first: str
    second: str
    first_facts: tuple[FactChip, ...]
    second_facts: tuple[FactChip, ...]
    cut: int
    words: tuple[CutWord, ...]
    earlier_href: str
    later_href: str
    touches: str
    version: int
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is chosen in the list: "2 selected", "claims 13 and 14, Courier"."""

    count: int
    named: str
    may_merge: bool
    may_split: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Claims that were just moved to a topic, with the way back."""

    edit_id: int
    words: str
    may_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPage:
    """The claims of a case. `here` is this very list without forms, `carried` its filter as
    hidden fields. `edit`, `split` and `reshape` are the form that is open, if one is."""

    shell: Shell
    head: CaseHead
    total: int
    unfiltered: int
    filters: tuple[Select, ...]
    rows: tuple[ClaimLine, ...]
    first_on_page: int
    previous_href: str
    next_href: str
    clear_href: str
    here: str
    carried: tuple[tuple[str, str], ...]
    selection: Selection
    may_correct: bool
    shows_left_out: bool
    edit: CorrectFields | None = None
    split: SplitForm | None = None
    reshape: Reshape | None = None
    of_one_article: int | None = None
    proposed: bool = False
    moved: Moved | None = None
    corrected: Corrected | None = None
    wrong: tuple[tuple[str, str], ...] = ()

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """What is wrong in the form that is open."""
        for form in (self.edit, self.split, self.reshape):
            if form is not None and form.errors:
                return form.errors
        return self.wrong

"""Putting right what the machine read in a claim, and which names mean the same."""

from dataclasses import dataclass
from datetime import datetime

from app.services.pages.shell import CaseHead, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What was just put right or taken back, in words: "Date corrected", "5 pairs were compared".

    `undone` says that it was taken back; `may_undo` that the viewer can still do so.
    """

    id: int
    title: str
    words: str
    undone: bool
    may_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChoice:
    """A word that a claim can begin or end with; `number` counts from 1."""

    number: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueField:
    """A fact with the field that puts it right.

    `shown` is what everybody reads now, `typed` what stands in the field. `surface` are the
    words it was read from, `basis` what a day was counted from; `machine` is what the system
    read where somebody corrected it, else "".
    """

    field: str
    kind: str
    shown: str
    typed: str
    surface: str
    basis: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """One thing that a correction changed: "Date", what stood there, what stands there now.
    Both are "" where the title says it all."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCorrection:
    """A correction of the claim, with the way back where the viewer may take it."""

    shown: Corrected
    parts: tuple[PartShown, ...]
    why: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSide:
    """The pair that the form was opened from, and what the other claim says."""

    pair_id: int
    number: int
    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedField:
    """Fields for a value that the machine missed: its kind, the value, the words it rests on."""

    number: int
    kind: str
    typed: str = ""
    words: str = ""

    @property
    def is_filled(self) -> bool:
        """Somebody typed something."""
        return bool(self.typed or self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """What somebody would put right; `is_chosen`: its values stand in the fields."""

    id: int
    who: str
    at: datetime
    parts: tuple[PartShown, ...]
    why: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectFields:
    """A claim in its sentence, with a field for everything that was read in it.

    `before` and `after` are the words around it. `how` is "outlet" or the kind of the speech.
    `kinds` are what a value can be added of. `version` is what the form sends back (see
    Conflict), `back` where it returns to. `may_save` False: the form sends a proposal.
    """

    claim_id: int
    number: int
    before: str
    text: str
    after: str
    words: tuple[WordChoice, ...]
    first: int
    last: int
    speaker: str
    how: str
    via: str
    speakers: tuple[str, ...]
    values: tuple[ValueField, ...]
    added: tuple[AddedField, ...]
    kinds: tuple[str, ...]
    touches: str
    version: int
    back: str
    other: OtherSide | None = None
    not_a_claim: bool = False
    not_same_event: bool = False
    why: str = ""
    may_save: bool = True
    proposals: tuple[ProposalShown, ...] = ()
    proposal_id: int | None = None
    errors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPage:
    """One claim with the form that puts it right, and what was put right before.

    `is_claim` is False where a standing correction says that it is none: then there is no form.
    """

    shell: Shell
    head: CaseHead
    article_id: int
    source: str
    title: str
    paragraph: int
    fields: CorrectFields
    past: tuple[PastCorrection, ...]
    is_claim: bool = True

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """What is wrong in the form."""
        return self.fields.errors


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A name as written and what it means."""

    id: int
    name: str
    means: str
    kind: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """The names of a case that mean the same; typed text survives an error.

    `kinds` are the values that `kind` can have. `done` tells what was added or withdrawn last.
    """

    shell: Shell
    head: CaseHead
    names: tuple[NameRow, ...]
    kinds: tuple[str, ...]
    may_edit: bool
    done: str = ""
    name: str = ""
    means: str = ""
    kind: str = "person"
    errors: tuple[tuple[str, str], ...] = ()

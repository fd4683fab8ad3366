"""Putting a claim right: the form, what it saves, and taking that back."""

from dataclasses import replace
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.claims import SpeakerKind
from app.domain.errors import Conflict, Invalid
from app.domain.facts import FactKind
from app.domain.people import Reviewer
from app.services import browsing, correcting
from app.services.browsing import queries
from app.services.browsing.claim_lists import claims_list
from app.services.browsing.queries import LARGEST_ID
from app.services.correcting import Change
from app.services.pages.correct import AddedField, CorrectFields, CorrectPage
from app.store.session import Store
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page
from app.web.returning import returning, way_back

router = APIRouter()

MOST_VALUES = 200
TEMPLATE = "corrections/correct.html"


class View(BaseModel):
    """Where the form was opened: the pair, if it was a pair's page, a proposal whose values
    stand in it, the field that is meant, and the way back."""

    pair: int | None = Field(None, le=LARGEST_ID)
    proposal: int | None = Field(None, le=LARGEST_ID)
    back: str = ""


class CorrectForm(Form):
    """What shall be read in the claim. `version` is the state that the page showed."""

    first: int = Field(ge=1, le=LARGEST_ID)
    last: int = Field(ge=1, le=LARGEST_ID)
    speaker: str = ""
    how: SpeakerKind | Literal["outlet"] = "outlet"
    via: str = ""
    value: list[str] = Field(default_factory=list, max_length=MOST_VALUES)
    added_kind: list[FactKind] = Field(default_factory=list, max_length=MOST_VALUES)
    added: list[str] = Field(default_factory=list, max_length=MOST_VALUES)
    added_words: list[str] = Field(default_factory=list, max_length=MOST_VALUES)
    not_a_claim: bool = False
    not_same_event: bool = False
    pair: int | None = Field(None, ge=1, le=LARGEST_ID)
    proposal: int | None = Field(None, ge=1, le=LARGEST_ID)
    why: str = ""
    version: int
    back: str = ""

    def fields(self) -> dict[str, Any]:
        """What was typed, as a proposal keeps it. Raises Invalid for a torn form."""
        if not len(self.added_kind) == len(self.added) == len(self.added_words):
            raise Invalid({"nothing": "The form does not fit the claim. Open it again."})
        return {
            "first": self.first, "last": self.last, "value": self.value,
            "speaker": self.speaker, "how": str(self.how), "via": self.via,
            "not_a_claim": self.not_a_claim,
            "added": [[kind.value, typed, words] for kind, typed, words in self._added()],
        }

    def change(self) -> Change:
        """What shall stand in the claim."""
        apart = self.pair if self.not_same_event else None
        return replace(correcting.change_of(self.fields()), apart_from=apart)

    def typed(self, shown: CorrectFields, wrong: dict[str, str]) -> CorrectFields:
        """The form with what was typed, and what is wrong with it."""
        fields = list(shown.values)
        if len(self.value) == len(fields):
            fields = [replace(field, typed=typed)
                      for field, typed in zip(fields, self.value, strict=True)]
        return replace(
            shown, first=self.first, last=self.last, speaker=self.speaker, how=self.how,
            via=self.via, values=tuple(fields), not_a_claim=self.not_a_claim,
            not_same_event=self.not_same_event, why=self.why, proposal_id=self.proposal,
            added=tuple(AddedField(number=n, kind=kind, typed=typed, words=words)
                        for n, (kind, typed, words) in enumerate(self._added(), start=1))
            or shown.added, errors=tuple(wrong.items()))

    def _added(self) -> list[tuple[FactKind, str, str]]:
        """Kinds, values and words of the added facts."""
        return list(zip(self.added_kind, self.added, self.added_words, strict=False))


class WronglyForm(Form):
    """One value or speaker of a pair's claims: `what` is a claim's id with the number of the
    value or "speaker"; `apart` says that the two are not about the same event."""

    what: str = ""
    should_be: str = ""
    why: str = ""
    apart: bool = False
    first_version: int
    second_version: int
    q: str = ""


class UndoForm(Form):
    """Where to go afterwards."""

    back: str = ""


@router.get("/claims/{claim_id}/correct")
def correct(
    request: Request, claim_id: int, view: Annotated[View, Query()], store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """The form for one claim."""
    return page(request, TEMPLATE, _shown(store, reviewer, claim_id, view))


@router.post("/claims/{claim_id}/correct")
def save(
    request: Request, claim_id: int, form: Annotated[CorrectForm, fastapi.Form()],
    store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Keep the correction and go back; what cannot be used is shown again. Of somebody who may
    not correct it is kept as a proposal."""
    back = way_back(form.back)
    try:
        if not reviewer.may_tag:
            kept = correcting.propose_correction(store, reviewer, claim_id, form.fields(),
                                                 why=form.why, seen=form.version, at=clock())
            return _onward(store, claim_id, back, proposed=kept)
        made = correcting.correct_claim(store, reviewer, claim_id, form.change(), why=form.why,
                                        seen=form.version, proposal_id=form.proposal,
                                        at=clock())
    except Invalid as wrong:
        return _again(request, store, reviewer, claim_id, form, wrong)
    except Conflict as late:
        return _again(request, store, reviewer, claim_id, form, late)
    return _onward(store, claim_id, back, corrected=made.id)


@router.post("/pairs/{pair_id}/wrongly")
def wrongly(
    request: Request, pair_id: int, form: Annotated[WronglyForm, fastapi.Form()],
    store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Put one value of a pair right, and go back to it with its reasons open."""
    wanted = queries.read_query(form.q)
    told = correcting.Wrongly(what=form.what, should_be=form.should_be, apart=form.apart,
                              seen=(form.first_version, form.second_version))
    try:
        made = correcting.correct_in_pair(store, reviewer, pair_id, told, why=form.why,
                                          at=clock())
    except (Conflict, Invalid) as wrong:
        shown = browsing.pair(store, reviewer, pair_id, wanted, form.q, why=True)
        if shown.wrong is None:
            raise
        late = isinstance(wrong, Conflict)
        errors = {"what": str(wrong)} if isinstance(wrong, Conflict) else wrong.fields
        again = replace(
            shown.wrong, should_be=form.should_be, why=form.why, errors=tuple(errors.items()),
            choices=tuple(replace(each, chosen=each.value == form.what)
                          for each in shown.wrong.choices))
        return page(request, "pairs/pair.html", replace(shown, wrong=again),
                    status=409 if late else 422)
    query = urlencode(({"q": form.q} if form.q else {}) | {"why": "1", "corrected": made.id})
    return RedirectResponse(f"/pairs/{pair_id}?{query}", status_code=303)


@router.post("/corrections/{correction_id}/undo")
def undo(
    correction_id: int, form: Annotated[UndoForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Take the correction back, and say so where it was undone."""
    taken = correcting.undo(store, reviewer, correction_id, at=clock())
    back = way_back(form.back) or f"/claims/{taken.claim_id}/correct"
    return RedirectResponse(returning(back, corrected=taken.id), status_code=303)


def _onward(store: Store, claim_id: int, back: str, **told: int) -> Response:
    return RedirectResponse(returning(back or browsing.claim_address(store, claim_id), **told),
                            status_code=303)


def _shown(
    store: Store, reviewer: Reviewer, claim_id: int, view: View | CorrectForm,
) -> CorrectPage:
    return browsing.correct(store, reviewer, claim_id, pair_id=view.pair,
                            back=way_back(view.back), proposal_id=view.proposal)


def _again(
    request: Request, store: Store, reviewer: Reviewer, claim_id: int, form: CorrectForm,
    wrong: Invalid | Conflict,
) -> Response:
    """The form as it was typed and what is wrong; after a conflict as the claim is now, with
    the reason that was typed. In the list of claims it stands in its row."""
    late = isinstance(wrong, Conflict)
    shown = _shown(store, reviewer, claim_id, form)
    errors = {"nothing": str(wrong)} if isinstance(wrong, Conflict) else wrong.fields
    fields = (replace(shown.fields, why=form.why, errors=tuple(errors.items()))
              if late else form.typed(shown.fields, errors))
    status = 409 if late else 422
    place = claims_list(form.back)
    if place is None or not shown.is_claim:
        return page(request, TEMPLATE, replace(shown, fields=fields), status=status)
    listed = browsing.claims(store, reviewer, shown.head.id, place.wanted,
                             replace(place.opened, edit=claim_id))
    again = replace(listed, edit=replace(fields, back=form.back))
    return page(request, "claims/claims.html", again, status=status)

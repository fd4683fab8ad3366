"""Putting a claim right: the form, what it saves, and taking that back."""

from dataclasses import replace
from typing import Annotated, Literal

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.claims import SpeakerKind
from app.domain.errors import Conflict, Invalid
from app.domain.people import Reviewer
from app.services import browsing, correcting
from app.services.browsing.queries import LARGEST_ID
from app.services.correcting import Change, Spoken
from app.services.pages.correct import CorrectPage
from app.store.session import Store
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page
from app.web.returning import returning, way_back

router = APIRouter()

MOST_VALUES = 200


class View(BaseModel):
    """Where the form was opened: the pair, if it was a pair's page, and the way back."""

    pair: int | None = Field(None, le=LARGEST_ID)
    back: str = ""


class CorrectForm(Form):
    """What shall be read in the claim. `version` is the state that the page showed."""

    first: int = Field(ge=1, le=LARGEST_ID)
    last: int = Field(ge=1, le=LARGEST_ID)
    speaker: str = ""
    how: SpeakerKind | Literal["outlet"] = "outlet"
    via: str = ""
    value: list[str] = Field(default_factory=list, max_length=MOST_VALUES)
    not_a_claim: bool = False
    not_same_event: bool = False
    pair: int | None = Field(None, ge=1, le=LARGEST_ID)
    why: str = ""
    version: int
    back: str = ""

    def change(self) -> Change:
        """What shall stand in the claim."""
        how = None if self.how == "outlet" else SpeakerKind(self.how)
        return Change(
            first=self.first, last=self.last, values=self.value,
            speaker=Spoken(name=self.speaker, how=how, via=self.via),
            is_claim=not self.not_a_claim,
            apart_from=self.pair if self.not_same_event else None,
        )

    def typed(self, shown: CorrectPage, wrong: dict[str, str]) -> CorrectPage:
        """The page with what was typed, and what is wrong with it."""
        fields = list(shown.values)
        if len(self.value) == len(fields):
            fields = [replace(field, typed=typed)
                      for field, typed in zip(fields, self.value, strict=True)]
        return replace(
            shown, first=self.first, last=self.last, speaker=self.speaker, how=self.how,
            via=self.via, values=tuple(fields), not_a_claim=self.not_a_claim,
            not_same_event=self.not_same_event, why=self.why, errors=tuple(wrong.items()))


class UndoForm(Form):
    """Where to go afterwards."""

    back: str = ""


@router.get("/claims/{claim_id}/correct")
def correct(
    request: Request, claim_id: int, view: Annotated[View, Query()], store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """The form for one claim."""
    return page(request, "corrections/correct.html", _shown(store, reviewer, claim_id, view))


@router.post("/claims/{claim_id}/correct")
def save(
    request: Request, claim_id: int, form: Annotated[CorrectForm, fastapi.Form()],
    store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Keep the correction and go back; what cannot be used is shown again."""
    try:
        made = correcting.correct_claim(store, reviewer, claim_id, form.change(), why=form.why,
                                        seen=form.version, at=clock())
    except Invalid as wrong:
        again = form.typed(_shown(store, reviewer, claim_id, form), wrong.fields)
        return page(request, "corrections/correct.html", again, status=422)
    except Conflict as late:
        now = replace(_shown(store, reviewer, claim_id, form), why=form.why,
                      errors=(("nothing", str(late)),))
        return page(request, "corrections/correct.html", now, status=409)
    back = _shown(store, reviewer, claim_id, form).back
    return RedirectResponse(returning(back, corrected=made.id), status_code=303)


@router.post("/corrections/{correction_id}/undo")
def undo(
    correction_id: int, form: Annotated[UndoForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Take the correction back, and say so where it was undone."""
    taken = correcting.undo(store, reviewer, correction_id, at=clock())
    back = way_back(form.back) or f"/claims/{taken.claim_id}/correct"
    return RedirectResponse(returning(back, corrected=taken.id), status_code=303)


def _shown(
    store: Store, reviewer: Reviewer, claim_id: int, view: View | CorrectForm,
) -> CorrectPage:
    return browsing.correct(store, reviewer, claim_id, pair_id=view.pair,
                            back=way_back(view.back))

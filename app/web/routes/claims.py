"""The claims of a case: the list, and the forms that open in it."""

from dataclasses import replace
from typing import Annotated, Any, Literal

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Conflict, Invalid
from app.domain.people import Reviewer
from app.services import arranging, browsing, correcting
from app.services.browsing.claim_filters import read_claims_filter
from app.services.browsing.claim_lists import ListPlace, Opened, claims_list
from app.services.browsing.queries import LARGEST_ID
from app.services.browsing.reshaping_forms import wrong_choice
from app.services.pages.claims import Ask, ClaimsFilter, ClaimsPage
from app.store.session import Store
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page
from app.web.returning import returning, way_back

router = APIRouter()

TEMPLATE = "claims/claims.html"
MOST_CHOSEN = 100

Number = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class View(BaseModel):
    """What is open in the list; the filter's parameters are read apart."""

    model_config = ConfigDict(extra="ignore")

    after: Number | None = None
    before: Number | None = None
    edit: Number | None = None
    proposal: Number | None = None
    split: Number | None = None
    cut: int | None = None
    claim: list[Number] = Field(default_factory=list, max_length=MOST_CHOSEN)
    do: str = ""
    corrected: Number | None = None
    proposed: Number | None = None
    moved: Number | None = None

    def opened(self) -> Opened:
        """The same for the service."""
        alone = self.claim[0] if self.do == "split" and len(set(self.claim)) == 1 else None
        return Opened(
            after=self.after, before=self.before, edit=self.edit, proposal=self.proposal,
            split=self.split or alone, cut=self.cut, chosen=tuple(dict.fromkeys(self.claim)),
            ask=Ask(self.do) if self.do in set(Ask) else None)


class MergeForm(Form):
    """Claims to be made one; `words` is the claim whose words stay, 0 for all of them."""

    claim: list[Number] = Field(default_factory=list, max_length=MOST_CHOSEN)
    words: int | None = Field(None, ge=0, le=LARGEST_ID)
    why: str = ""
    version: int
    back: str = ""


class LeaveOutForm(Form):
    """Claims that are none."""

    claim: list[Number] = Field(default_factory=list, max_length=MOST_CHOSEN)
    why: str = ""
    version: int
    back: str = ""


class MoveForm(Form):
    """Claims that shall answer another topic: one by its id, or a new one by its name."""

    claim: list[Number] = Field(default_factory=list, max_length=MOST_CHOSEN)
    topic: Number | Literal[""] = ""
    name: str = ""
    version: int = 0
    key: str = Field("", max_length=64)
    back: str = ""


class SplitForm(Form):
    """The word after which a claim is cut."""

    cut: int = Field(ge=1, le=LARGEST_ID)
    version: int
    back: str = ""


class DeclineForm(Form):
    """Where to go afterwards."""

    back: str = ""


@router.get("/cases/{case_id}/claims")
def claims(
    request: Request, case_id: int, view: Annotated[View, Query()], store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """The list, with whatever form is open in it."""
    wanted = read_claims_filter(dict(request.query_params))
    shown = browsing.claims(store, reviewer, case_id, wanted, view.opened())
    if view.do and not shown.split:
        shown = _with_wrong_choice(store, shown, view)
    told = browsing.corrected(store, reviewer, view.corrected)
    shown = replace(shown, corrected=told, proposed=view.proposed is not None,
                    moved=browsing.claims_moved(store, reviewer, view.moved))
    return page(request, TEMPLATE, shown, status=422 if shown.errors else 200)


@router.post("/claims/merge")
def merge(
    request: Request, form: Annotated[MergeForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Make several claims one, and go back to the list."""
    if form.words is None:
        wrong = {"words": "Choose which words stay."}
        return _asked_again(request, store, reviewer, form, Ask.MERGE, Invalid(wrong))
    try:
        made = correcting.merge_claims(store, reviewer, form.claim, words=form.words,
                                       why=form.why, seen=form.version, at=clock())
    except (Conflict, Invalid) as wrong_or_late:
        return _asked_again(request, store, reviewer, form, Ask.MERGE, wrong_or_late)
    return _back(form.back, made.id, made.claim_id)


@router.post("/claims/leave-out")
def leave_out(
    request: Request, form: Annotated[LeaveOutForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Say of several claims that they are none, and go back to the list."""
    try:
        made = correcting.leave_out(store, reviewer, form.claim, why=form.why,
                                    seen=form.version, at=clock())
    except (Conflict, Invalid) as wrong_or_late:
        return _asked_again(request, store, reviewer, form, Ask.LEAVE_OUT, wrong_or_late)
    return _back(form.back, made.id, made.claim_id)


@router.post("/claims/move")
def move(
    request: Request, form: Annotated[MoveForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Let claims answer another topic, and go back to the list."""
    if not form.claim:
        raise Invalid({"claim": "Choose a claim first."})
    try:
        case_id = store.articles.get(store.claims.article_of(form.claim[0])).case_id
        made = arranging.place_claims(
            store, reviewer, case_id, form.claim, form.topic or None, new=form.name,
            key=form.key, at=clock())
    except (Conflict, Invalid) as wrong_or_late:
        return _asked_again(request, store, reviewer, form, Ask.MOVE, wrong_or_late)
    back = way_back(form.back) or f"/cases/{made.case_id}/claims"
    return RedirectResponse(returning(back, moved=made.id), status_code=303)


@router.post("/claims/{claim_id}/split")
def split(
    request: Request, claim_id: int, form: Annotated[SplitForm, fastapi.Form()],
    store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Cut a claim in two, and go back to the list."""
    try:
        made = correcting.split_claim(store, reviewer, claim_id, cut=form.cut, why="",
                                      seen=form.version, at=clock())
    except (Conflict, Invalid) as wrong_or_late:
        shown = _reopened(store, reviewer, claim_id, form.back, split=claim_id, cut=form.cut)
        assert shown.split is not None  # noqa: S101  it was asked for
        errors, status = _told(wrong_or_late)
        again = replace(shown, split=replace(shown.split, errors=errors))
        return page(request, TEMPLATE, again, status=status)
    return _back(form.back, made.id, claim_id)


@router.post("/proposals/{proposal_id}/decline")
def decline(
    proposal_id: int, form: Annotated[DeclineForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Put a proposal aside, and go back to the claim."""
    claim_id = correcting.decline_proposal(store, reviewer, proposal_id, at=clock())
    return RedirectResponse(way_back(form.back) or f"/claims/{claim_id}/correct", status_code=303)


def _reopened(
    store: Store, reviewer: Reviewer, claim_id: int, back: str, **form: Any,  # noqa: ANN401
) -> ClaimsPage:
    """The list that a form was sent from, with the form open in it."""
    case_id = store.articles.get(store.claims.article_of(claim_id)).case_id
    place = claims_list(way_back(back)) or ListPlace(case_id, ClaimsFilter(), Opened())
    return browsing.claims(store, reviewer, case_id, place.wanted, replace(place.opened, **form))


def _with_wrong_choice(store: Store, shown: ClaimsPage, view: View) -> ClaimsPage:
    """The list with a message, where the chosen claims cannot be what is asked for."""
    chosen = store.pages.claims.rows(view.opened().chosen)
    wrong = ({"claim": "Choose one claim to split it."} if view.do == "split"
             else wrong_choice(view.opened().ask or Ask.LEAVE_OUT, chosen))
    return replace(shown, reshape=None, wrong=tuple(wrong.items())) if wrong else shown


def _asked_again(
    request: Request, store: Store, reviewer: Reviewer, form: MergeForm | LeaveOutForm | MoveForm,
    ask: Ask, wrong: Conflict | Invalid,
) -> Response:
    """The form with what was typed, and what is wrong with it."""
    if not form.claim:
        raise wrong
    shown = _reopened(store, reviewer, form.claim[0], form.back, ask=ask,
                      chosen=tuple(dict.fromkeys(form.claim)))
    assert shown.reshape is not None  # noqa: S101  it was asked for
    errors, status = _told(wrong)
    if isinstance(form, MoveForm):
        topics = tuple(replace(each, chosen=each.value == str(form.topic))
                       for each in shown.reshape.topics)
        again = replace(shown.reshape, errors=errors, name=form.name, topics=topics)
    else:
        words = form.words if isinstance(form, MergeForm) else None
        again = replace(shown.reshape, errors=errors, why=form.why,
                        chosen=-1 if words is None else words)
    return page(request, TEMPLATE, replace(shown, reshape=again), status=status)


def _told(wrong: Conflict | Invalid) -> tuple[tuple[tuple[str, str], ...], int]:
    if isinstance(wrong, Invalid):
        return tuple(wrong.fields.items()), 422
    return (("nothing", str(wrong)),), 409


def _back(back: str, made: int, claim_id: int) -> Response:
    address = way_back(back) or f"/claims/{claim_id}/correct"
    return RedirectResponse(returning(address, corrected=made), status_code=303)

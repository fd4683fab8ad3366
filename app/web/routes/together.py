"""Several pairs, one press, and one way back; tags that do not fit; views kept under a name."""

from typing import Annotated
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from app.domain.pairs import Relation
from app.services import checking, keeping_views, together
from app.services.browsing import queries
from app.services.together import Given, Press
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.returning import way_back

router = APIRouter()

PairId = Annotated[int, Field(gt=0, le=queries.LARGEST_ID)]


class BackForm(Form):
    """A form that comes back to the page it stands on."""

    back: str = Field("", max_length=10_000)


class PressForm(BackForm):
    """Several pairs; `key` names the form, so that two presses are one."""

    pair: Annotated[list[PairId], Field(max_length=together.MOST)] = Field(default_factory=list)
    key: str = Field("", max_length=64)


class FindingForm(PressForm):
    """One answer for the open pairs of a finding."""

    tag: Relation


class SelectionForm(PressForm):
    """What to do with the selected rows: `unrelated`, or `assign` to somebody."""

    do: str = Field("", pattern="^(unrelated|assign)$")
    who: Annotated[int, Field(ge=0, le=queries.LARGEST_ID)] = 0


class ReasonForm(BackForm):
    """Why three tags stay as they are."""

    why: str = ""


class ViewForm(BackForm):
    """A filter with a name."""

    name: str = ""
    query: str = Field("", max_length=10_000)


@router.post("/findings/{finding_id}/tag")
def tag_finding(
    finding_id: str, form: Annotated[FindingForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Answer the open pairs of a finding at once."""
    press = Press(pair_ids=tuple(form.pair), key=form.key, at=clock())
    given = together.tag_finding(store, reviewer, finding_id, form.tag, press)
    return _back(form, given)


@router.post("/queue/selected")
def selected(
    form: Annotated[SelectionForm, fastapi.Form()], store: StoreDep, reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Tag the selected rows as unrelated, or ask a reviewer for them."""
    press = Press(pair_ids=tuple(form.pair), key=form.key, at=clock())
    if form.do == "assign":
        return _back(form, together.assign(store, reviewer, press, form.who))
    return _back(form, together.tag_selected(store, reviewer, press))


@router.post("/batches/{batch_id}/undo")
def undo(
    batch_id: int, form: Annotated[BackForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Take back what one press gave."""
    return _back(form, together.undo(store, reviewer, batch_id, at=clock()))


@router.post("/checks/{check_id}/keep")
def keep(
    check_id: str, form: Annotated[ReasonForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Leave three tags that do not fit as they are."""
    checking.keep_misfit(store, reviewer, check_id, form.why, at=clock())
    return _to(form, kept=check_id)


@router.post("/checks/{check_id}/show")
def show(
    check_id: str, form: Annotated[BackForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Show three tags again that were left as they are."""
    checking.show_misfit_again(store, reviewer, check_id, at=clock())
    return _to(form)


@router.post("/views")
def save_view(
    form: Annotated[ViewForm, fastapi.Form()], store: StoreDep, reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Keep a filter of the queue under a name."""
    keeping_views.save_view(store, reviewer, form.name, form.query, at=clock())
    return _to(form)


@router.post("/views/{view_id}/remove")
def remove_view(
    view_id: int, form: Annotated[BackForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """Forget a view; a second time changes nothing."""
    gone = keeping_views.remove_view(store, reviewer, view_id)
    return _to(form, **({"gone": gone.name, "gone_query": gone.query} if gone else {}))


def _back(form: BackForm, given: Given) -> Response:
    return _to(form, done=str(given.batch_id))


def _to(form: BackForm, **more: str) -> Response:
    """Back to the list, with what was done."""
    address = way_back(form.back) or "/queue"
    joint = "&" if "?" in address else "?"
    return RedirectResponse(f"{address}{joint}{urlencode(more)}" if more else address,
                            status_code=303)

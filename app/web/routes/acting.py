"""Acting as: choose on this machine whose part is played, and add people to choose from."""

from dataclasses import replace
from typing import Annotated

import fastapi
from fastapi import APIRouter, Depends, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid, NotFound
from app.domain.people import Role
from app.services import browsing, signing_in
from app.services.browsing.queries import LARGEST_ID
from app.web import acting
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page


def local_only(request: Request) -> None:
    """Where people sign in, nobody chooses who they are."""
    if not acting.is_local(request):
        raise NotFound("People sign in here; nobody acts as somebody else.")


router = APIRouter(dependencies=[Depends(local_only)])


class ActingForm(Form):
    """Whom to act as, and the page to come back to."""

    reviewer: int = Field(le=LARGEST_ID)
    back: str = "/"


class ReviewerForm(Form):
    """A new person."""

    name: str = ""
    role: Role = Role.REVIEWER


@router.get("/acting-as")
def people(
    request: Request, store: StoreDep, reviewer: ReviewerDep, added: int = 0
) -> Response:
    """Everybody to choose from, and the form for one more."""
    shown = browsing.acting_as(store, reviewer)
    name = next((one.name for one in shown.people if one.id == added), "")
    return page(request, "acting/acting.html", replace(shown, added=name))


@router.post("/acting-as")
def act_as(
    request: Request, form: Annotated[ActingForm, fastapi.Form()], store: StoreDep
) -> Response:
    """Act as this person from now on; somebody unknown or disabled leaves the local reviewer."""
    chosen = signing_in.acting(store.people.active(), form.reviewer)
    back = acting.way_back(form.back)
    if "adjudicat" in back and not chosen.may_settle:
        back = "/"
    answer = RedirectResponse(back, status_code=303)
    acting.choose(request, answer, chosen.id)
    return answer


@router.post("/acting-as/reviewers")
def add_reviewer(
    request: Request,
    form: Annotated[ReviewerForm, fastapi.Form()],
    store: StoreDep,
    reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Add a person; a name that cannot be used is shown again."""
    try:
        added = signing_in.add_reviewer(store, reviewer, form.name, form.role, at=clock())
    except Invalid as wrong:
        again = replace(browsing.acting_as(store, reviewer), name=form.name, role=form.role,
                        errors=tuple(wrong.fields.items()))
        return page(request, "acting/acting.html", again, status=422)
    return RedirectResponse(f"/acting-as?added={added.id}", status_code=303)

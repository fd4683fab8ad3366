"""What happened, in one case or in all, and having seen it."""

from typing import Annotated

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.services import browsing, choosing
from app.services.browsing.queries import LARGEST_ID
from app.web.acting import way_back
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page

router = APIRouter()


class Asked(BaseModel):
    """What the log is limited to, as the address says it; "" is no limit."""

    who: str = Field("", pattern=r"^[0-9]{0,18}$")
    kind: str = ""
    since: int | None = None
    before: int | None = None

    def looked(self) -> browsing.Looked:
        """The same in the words of the services. Raises Invalid."""
        return browsing.Looked(who=int(self.who) if self.who else None, kind=self.kind,
                               since=self.since, before=self.before)


class SeenForm(Form):
    """Up to which row everything was seen, and the page to come back to."""

    seen: int = Field(ge=0, le=LARGEST_ID)
    back: str = "/"


@router.get("/activity")
def everywhere(
    request: Request, asked: Annotated[Asked, Query()], store: StoreDep, reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """The log of all cases."""
    shown = browsing.activity(store, reviewer, asked.looked(), now=clock())
    return page(request, "activity/activity.html", shown)


@router.get("/cases/{case_id}/activity")
def of_case(
    request: Request, case_id: int, asked: Annotated[Asked, Query()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """The log of one case."""
    shown = browsing.activity(store, reviewer, asked.looked(), case_id, now=clock())
    return page(request, "activity/activity.html", shown)


@router.post("/seen")
def seen(
    form: Annotated[SeenForm, fastapi.Form()], store: StoreDep, reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Mark what happened as seen."""
    choosing.mark_seen(store, reviewer, form.seen, at=clock())
    return RedirectResponse(way_back(form.back), status_code=303)

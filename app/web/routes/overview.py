"""What needs me now, and the two things a first visit can do."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.services import browsing, seeding
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.render import is_htmx, page

router = APIRouter()

STOP_POLLING = 286
"""The status by which htmx takes an answer and asks no more."""


@router.get("/")
def overview(request: Request, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep) -> Response:
    """The overview; its panel of running imports asks again until none runs."""
    shown = browsing.overview(store, reviewer, now=clock())
    over = is_htmx(request) and not shown.running
    return page(request, "overview/overview.html", shown, status=STOP_POLLING if over else 200)


@router.post("/sample")
def load_sample(store: StoreDep, reviewer: ReviewerDep, clock: ClockDep) -> Response:
    """Load the sample case, and go there; it is made once."""
    case = seeding.load_sample(store, reviewer, at=clock())
    return RedirectResponse(f"/cases/{case.id}", status_code=303)


@router.get("/health")
def health(store: StoreDep) -> dict[str, str]:  # noqa: ARG001 -- the store has answered
    """Say that the server runs and that the store can be read."""
    return {"status": "ok"}

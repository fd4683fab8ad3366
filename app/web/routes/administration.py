"""Administration: what only admins see."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.services import browsing
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()


@router.get("/admin/reasons")
def reasons(request: Request, store: StoreDep, reviewer: ReviewerDep) -> Response:
    """How often people confirm what each reason suggests."""
    return page(request, "administration/reasons.html", browsing.reasons(store, reviewer))

"""Who says what about what: the matrix of a case."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.services import browsing
from app.services.pages.matrix import Show, TopicOrder
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()


@router.get("/cases/{case_id}")
def matrix(
    request: Request,
    case_id: int,
    store: StoreDep,
    reviewer: ReviewerDep,
    show: Show = Show.VALUES,
    order: TopicOrder = TopicOrder.CONFLICTS,
) -> Response:
    """Topics by sources, in one of three views."""
    after = request.query_params.get("after")
    shown = browsing.matrix(store, reviewer, case_id, show=show, order=order, after=after)
    return page(request, "matrix/matrix.html", shown)

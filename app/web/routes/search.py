"""Search: claims, articles and notes by their words."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.services import searching
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()


@router.get("/search")
def search(request: Request, store: StoreDep, reviewer: ReviewerDep) -> Response:
    """What is found; everything that is asked stands in the address."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    shown = searching.search(store, reviewer, searching.read(given))
    return page(request, "search/search.html", shown, status=422 if shown.errors else 200)

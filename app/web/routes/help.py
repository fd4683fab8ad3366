"""The list of keys, as a page and as a dialog."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.services import choosing
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()


@router.get("/help/keys")
def keys(request: Request, store: StoreDep, reviewer: ReviewerDep) -> Response:
    """Every key with what it does, as this reviewer has them."""
    return page(request, "help/keys.html", choosing.keys(store, reviewer))

"""The review queue, over all cases and as the tab "Pairs" of one."""

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.services import browsing
from app.services.browsing import addresses, queries
from app.services.pages.queue import QueueFilter
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()

_BESIDE = ("results_head", "counts")
"""What changes with the filter but stands outside the list."""


@router.get("/queue")
def queue(
    request: Request,
    store: StoreDep,
    reviewer: ReviewerDep,
    after: str | None = None,
    before: str | None = None,
) -> Response:
    """The pairs that the filter in the query string asks for; those of one case are its tab."""
    here = wanted(request)
    if here.case_id is not None:
        return RedirectResponse(addresses.of_list(here), status_code=303)
    shown = browsing.queue(store, reviewer, here, after=after, before=before)
    return page(request, "queue/queue.html", shown, also=_BESIDE)


@router.get("/cases/{case_id}/pairs")
def pairs(
    request: Request,
    case_id: int,
    store: StoreDep,
    reviewer: ReviewerDep,
    after: str | None = None,
    before: str | None = None,
) -> Response:
    """The same list, limited to one case."""
    here = replace(wanted(request), case_id=case_id)
    shown = browsing.queue(store, reviewer, here, after=after, before=before)
    return page(request, "queue/queue.html", shown, also=_BESIDE)


def wanted(request: Request) -> QueueFilter:
    """The filter in the address. Raises Invalid for values that no page ever wrote."""
    given = request.query_params
    return queries.read_filter({name: given.getlist(name) for name in given})

"""The review queue, over all cases and as the tab "Pairs" of one, as pairs or as findings."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.services import browsing
from app.services.browsing import addresses, queries
from app.services.browsing.findings_list import Look
from app.services.browsing.pressing import Before
from app.services.pages.queue import QueueFilter
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()

BESIDE = ("results_head", "counts")
"""What changes with the filter but stands outside the list."""

_LONGEST = 64
_MOST_OUT = 200


class ShowAs(StrEnum):
    """How a list is looked at."""

    PAIRS = "pairs"
    FINDINGS = "findings"


class Looked(BaseModel):
    """How a list is looked at: where its page begins, what was done before; for findings, the
    pairs taken `out` and the finding that shows `all` its pairs."""

    after: str | None = None
    before: str | None = None
    show_as: ShowAs = Field(ShowAs.PAIRS, alias="as")
    done: int | None = Field(None, le=queries.LARGEST_ID)
    out: list[Annotated[int, Field(gt=0, le=queries.LARGEST_ID)]] = Field(
        default_factory=list, max_length=_MOST_OUT)
    all: str = Field("", max_length=_LONGEST)
    kept: str = Field("", pattern=r"^(\d+-\d+-\d+)?$", max_length=_LONGEST)
    gone: str = Field("", max_length=200)
    gone_query: str = Field("", max_length=10_000)

    def told(self) -> Before:
        """What was done just before."""
        return Before(self.done, self.kept, self.gone, self.gone_query)


LookedQuery = Annotated[Looked, Query()]


@router.get("/queue")
def queue(
    request: Request, store: StoreDep, reviewer: ReviewerDep, looked: LookedQuery,
) -> Response:
    """The pairs that the filter in the query string asks for; those of one case are its tab."""
    here = wanted(request)
    if here.case_id is not None:
        more = [("as", looked.show_as.value)] if looked.show_as is ShowAs.FINDINGS else []
        more += [("done", str(looked.done))] if looked.done is not None else []
        return RedirectResponse(addresses.of_list(here, *more), status_code=303)
    return _listed(request, store, reviewer, here, looked)


@router.get("/cases/{case_id}/pairs")
def pairs(
    request: Request, case_id: int, store: StoreDep, reviewer: ReviewerDep, looked: LookedQuery,
) -> Response:
    """The same list, limited to one case."""
    here = replace(wanted(request), case_id=case_id)
    return _listed(request, store, reviewer, here, looked)


def _listed(
    request: Request, store: StoreDep, reviewer: ReviewerDep, here: QueueFilter, looked: Looked,
) -> Response:
    if looked.show_as is ShowAs.FINDINGS:
        look = Look(out=frozenset(looked.out), whole=looked.all, after=looked.after,
                    before=looked.told())
        return page(request, "queue/findings.html",
                    browsing.findings(store, reviewer, here, look))
    shown = browsing.queue(store, reviewer, here, after=looked.after, before=looked.before,
                           done=looked.told(), people=request.state.people)
    return page(request, "queue/queue.html", shown, also=BESIDE)


def wanted(request: Request) -> QueueFilter:
    """The filter in the address. Raises Invalid for values that no page ever wrote."""
    given = request.query_params
    return queries.read_filter({name: given.getlist(name) for name in given})

"""Sources: all of them, and the profile of one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.services import browsing
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()

MOST_TOPICS = 1_000_000


class View(BaseModel):
    """The list of topics that was asked for, and where in it."""

    model_config = ConfigDict(extra="ignore")

    list: str = ""
    alone: bool = False
    after: int = Field(0, ge=0, le=MOST_TOPICS)


@router.get("/sources")
def sources(request: Request, store: StoreDep, reviewer: ReviewerDep) -> Response:
    """Every source."""
    return page(request, "sources/list.html", browsing.outlets(store, reviewer))


@router.get("/sources/{source_id}")
def source(
    request: Request, source_id: int, view: Annotated[View, Query()], store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """How often one outlet stands alone, and where."""
    shown = browsing.outlet(store, reviewer, source_id, line=view.list, alone=view.alone,
                            after=view.after)
    return page(request, "sources/outlet.html", shown)

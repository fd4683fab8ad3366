"""The articles of a case, and one with its claims."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.services import browsing
from app.services.browsing.queries import LARGEST_ID
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()


@router.get("/cases/{case_id}/articles")
def articles(
    request: Request, case_id: int, store: StoreDep, reviewer: ReviewerDep
) -> Response:
    """The articles in order of publication."""
    return page(request, "articles/list.html", browsing.articles(store, reviewer, case_id))


@router.get("/cases/{case_id}/articles/{article_id}")
def article(
    request: Request, case_id: int, article_id: int, store: StoreDep, reviewer: ReviewerDep,
    corrected: Annotated[int | None, Query(le=LARGEST_ID)] = None,
) -> Response:
    """The text with its claims; `show` names the states whose marks are drawn, without it all.
    `corrected` is what was put right just before."""
    chosen = request.query_params.getlist("show")
    shown = browsing.article(store, reviewer, case_id, article_id, chosen or None)
    told = browsing.corrected(store, reviewer, corrected)
    return page(request, "articles/article.html", replace(shown, corrected=told))

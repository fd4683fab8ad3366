"""The articles of a case, and one with its claims."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.services import browsing
from app.services.pages.article import MarkState
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
    request: Request, case_id: int, article_id: int, store: StoreDep, reviewer: ReviewerDep
) -> Response:
    """The text with its claims marked; `show` names the states whose marks are drawn."""
    shown = browsing.article(store, reviewer, case_id, article_id, _chosen(request))
    return page(request, "articles/article.html", shown)


def _chosen(request: Request) -> tuple[MarkState, ...] | None:
    """The states chosen in the form; without the form, all."""
    given = request.query_params.getlist("show")
    return tuple(state for state in MarkState if state in given) if given else None

"""The articles of a case, and one with its claims."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid
from app.services import browsing, correcting
from app.services.browsing.queries import LARGEST_ID
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page

router = APIRouter()

TEMPLATE = "articles/article.html"
MOST_SENTENCES = 50


class View(BaseModel):
    """What of an article is shown; the marks are read apart."""

    model_config = ConfigDict(extra="ignore")

    part: int = Field(1, ge=1, le=LARGEST_ID)
    add: bool = False
    corrected: int | None = Field(None, le=LARGEST_ID)


@router.get("/cases/{case_id}/articles")
def articles(
    request: Request, case_id: int, store: StoreDep, reviewer: ReviewerDep
) -> Response:
    """The articles in order of publication."""
    return page(request, "articles/list.html", browsing.articles(store, reviewer, case_id))


class AddForm(Form):
    """What a claim is made of: sentences by number, or the words themselves."""

    sentence: list[Annotated[int, Field(ge=1, le=LARGEST_ID)]] = Field(
        default_factory=list, max_length=MOST_SENTENCES)
    words: str = ""
    why: str = ""
    part: int = 1


@router.get("/cases/{case_id}/articles/{article_id}")
def article(
    request: Request, case_id: int, article_id: int, view: Annotated[View, Query()],
    store: StoreDep, reviewer: ReviewerDep,
) -> Response:
    """The text with its claims; `show` names the states whose marks are drawn, without it all.
    `corrected` is what was put right just before."""
    chosen = request.query_params.getlist("show")
    shown = browsing.article(store, reviewer, case_id, article_id, chosen or None,
                             part=view.part, adds=view.add)
    told = browsing.corrected(store, reviewer, view.corrected)
    return page(request, TEMPLATE, replace(shown, corrected=told))


@router.post("/articles/{article_id}/claims")
def add(
    request: Request, article_id: int, form: Annotated[AddForm, fastapi.Form()],
    store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Make a claim of the chosen words; what cannot be used is shown again."""
    case_id = store.articles.get(article_id).case_id
    here = f"/cases/{case_id}/articles/{article_id}"
    try:
        place = correcting.place_of(store, article_id, form.sentence, form.words)
        made = correcting.add_claim(store, reviewer, article_id, place, why=form.why, at=clock())
    except Invalid as wrong:
        shown = browsing.article(store, reviewer, case_id, article_id, part=form.part, adds=True)
        if shown.add is None:
            raise
        again = replace(shown.add, words=form.words, why=form.why,
                        errors=tuple(wrong.fields.items()), sentences=tuple(
            replace(each, chosen=each.number in form.sentence) for each in shown.add.sentences))
        return page(request, TEMPLATE, replace(shown, add=again), status=422)
    query = [("part", str(form.part))] if form.part > 1 else []
    query += [("corrected", str(made.id))] if made else []
    fragment = f"#claim-{made.claim_id}" if made else ""
    return RedirectResponse(f"{here}{'?' if query else ''}{urlencode(query)}{fragment}",
                            status_code=303)

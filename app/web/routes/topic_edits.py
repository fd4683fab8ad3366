"""Editing topics: name, merge, split, move, order, make, and take back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Literal

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.arranging import TopicEdit
from app.domain.errors import Invalid
from app.services import arranging, browsing
from app.services.arranging import Going, Late
from app.services.browsing import Opened
from app.services.browsing.queries import LARGEST_ID
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.moves import MovesFormDep
from app.web.render import page

router = APIRouter()

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Key = Annotated[str, Field(max_length=64)]
_MOST = 200


class View(BaseModel):
    """What is open on the page."""

    rename: Id | None = None
    move: Id | None = None
    split: Id | None = None
    do: Literal["", "merge", "make"] = ""
    topic: list[Id] = Field(default_factory=list, max_length=_MOST)
    name: str | None = None
    claim: list[Id] = Field(default_factory=list, max_length=_MOST)
    find: str = ""
    after: str = ""
    saved: int | None = Field(None, le=LARGEST_ID)

    def opened(self) -> Opened:
        """In the words of the page."""
        return Opened(
            rename=self.rename, move=self.move, split=self.split, merge=self.do == "merge",
            make=self.do == "make", topics=tuple(dict.fromkeys(self.topic)), name=self.name,
            claims=self.claim, find=self.find[:200], after=self.after, saved=self.saved)


class NameForm(Form):
    """A topic's new name. `seen` is its revision that the page showed."""

    name: str
    seen: int
    key: Key = ""


class MergeForm(Form):
    """Topics to merge, with the revision of each in the same order."""

    topic: list[Id] = Field(max_length=_MOST)
    seen: list[int] = Field(max_length=_MOST)
    name: str
    key: Key = ""


class MakeForm(Form):
    """A topic of one's own."""

    name: str = ""
    claim: list[Id] = Field(default_factory=list, max_length=_MOST)
    find: str = ""
    key: Key = ""


class OrderForm(Form):
    """Topics that move one place."""

    topic: list[Id] = Field(default_factory=list, max_length=_MOST)
    way: Literal["up", "down"]
    after: str = ""
    key: Key = ""


class Desk:
    """Who asks, on which store, and when."""

    def __init__(
        self, request: Request, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep,
    ) -> None:
        self.request, self.store, self.reviewer, self.now = request, store, reviewer, clock()


DeskDep = Annotated[Desk, fastapi.Depends(Desk, scope="function")]


@router.get("/cases/{case_id}/topics/edit")
def edit(case_id: int, view: Annotated[View, Query()], desk: DeskDep) -> Response:
    """The matrix in editing mode, with what the address opens."""
    return _shown(desk, case_id, view.opened())


@router.get("/topics/merge")
def preview(view: Annotated[View, Query()], desk: DeskDep) -> Response:
    """What merging these topics would come to."""
    if not view.topic:
        raise Invalid({"topic": "Select two topics or more to merge them."})
    case_id = desk.store.pages.one_topic.head(view.topic[0]).case_id
    opened = replace(view.opened(), merge=True)
    if len(opened.topics) < 2:  # noqa: PLR2004  one topic is no two
        wrong = {"topics": "Select two topics or more to merge them."}
        return _shown(desk, case_id, replace(opened, errors=wrong), status=422)
    return _shown(desk, case_id, opened)


@router.post("/topics/{topic_id}/name")
def rename(topic_id: int, form: Annotated[NameForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Give the topic another name."""
    return _done(desk, topic_id, Opened(rename=topic_id, name=form.name),
                 lambda: arranging.rename_topic(
                     desk.store, desk.reviewer, topic_id, form.name, seen=form.seen,
                     key=form.key, at=desk.now))


@router.post("/topics/merge")
def merge(form: Annotated[MergeForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Make one topic of several."""
    if not form.topic or len(form.topic) != len(form.seen):
        raise Invalid({"form": "The form does not fit these topics. Open it again."})
    seen = dict(zip(form.topic, form.seen, strict=True))
    return _done(desk, form.topic[0],
                 Opened(merge=True, topics=tuple(seen), name=form.name),
                 lambda: arranging.merge_topics(
                     desk.store, desk.reviewer, seen, form.name, key=form.key, at=desk.now))


@router.post("/topics/{topic_id}/claims")
def move(topic_id: int, form: MovesFormDep, desk: DeskDep) -> Response:
    """Let claims answer other topics."""
    opened = Opened(move=None if form.splits else topic_id,
                    split=topic_id if form.splits else None, name=form.name,
                    going=form.going)
    return _done(desk, topic_id, opened, lambda: arranging.move_claims(
        desk.store, desk.reviewer, topic_id, Going(claims=form.targets(), new=form.name),
        seen=form.seen, key=form.key, at=desk.now))


@router.post("/cases/{case_id}/topics")
def make(case_id: int, form: Annotated[MakeForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Make a topic of one's own."""
    opened = Opened(make=True, name=form.name, claims=form.claim, find=form.find)
    return _kept(desk, case_id, opened, lambda: arranging.make_topic(
        desk.store, desk.reviewer, case_id, form.name, form.claim, key=form.key, at=desk.now))


@router.post("/cases/{case_id}/topics/order")
def order(case_id: int, form: Annotated[OrderForm, fastapi.Form()], desk: DeskDep) -> Response:
    """Move topics up or down; they stay selected, to be moved on."""
    return _kept(desk, case_id, Opened(topics=tuple(form.topic), after=form.after),
                 lambda: arranging.order_topics(
                     desk.store, desk.reviewer, case_id, form.topic, up=form.way == "up",
                     key=form.key, at=desk.now), field="topics", keep=form.topic)


@router.post("/topics/edits/{edit_id}/undo")
def undo(edit_id: int, desk: DeskDep) -> Response:
    """Take a change back."""
    taken = arranging.undo_edit(desk.store, desk.reviewer, edit_id, at=desk.now)
    return _back(taken)


def _done(
    desk: Desk, topic_id: int, opened: Opened, deed: Callable[[], TopicEdit],
) -> Response:
    return _kept(desk, desk.store.pages.one_topic.head(topic_id).case_id, opened, deed)


def _kept(
    desk: Desk, case_id: int, opened: Opened, deed: Callable[[], TopicEdit], *,
    field: str = "", keep: list[int] | None = None,
) -> Response:
    """Do it and show the page again; what cannot be used stays in its form."""
    try:
        return _back(deed(), keep or [])
    except Invalid as wrong:
        errors = {field or name: words for name, words in wrong.fields.items()}
        return _shown(desk, case_id, replace(opened, errors=errors), status=422)
    except Late as late:
        again = replace(opened, late=late.edits, errors={"late": str(late)})
        return _shown(desk, case_id, again, status=409)


def _back(made: TopicEdit, selected: list[int] | None = None) -> Response:
    query = "".join(f"&topic={topic_id}" for topic_id in selected or [])
    return RedirectResponse(
        f"/cases/{made.case_id}/topics/edit?saved={made.id}{query}", status_code=303)


def _shown(desk: Desk, case_id: int, opened: Opened, *, status: int = 200) -> Response:
    shown = browsing.edit_topics(desk.store, desk.reviewer, case_id, opened, now=desk.now)
    return page(desk.request, "topics/edit.html", shown, status=status)

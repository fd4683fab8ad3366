"""One topic: all its claims at once, what each source says, and when."""

from typing import Annotated
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.versions import Choices
from app.services import browsing, versions
from app.services.browsing.queries import LARGEST_ID
from app.services.versions.ground import ground_of
from app.web.choices import VersionsFormDep, read_choices
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import page

router = APIRouter()

_TEMPLATE = "topics/compare.html"


class UndoForm(Form):
    """`save` is the save to take back."""

    save: int = Field(ge=1, le=LARGEST_ID)


@router.get("/topics/{topic_id}/row")
def row(
    request: Request, topic_id: int, store: StoreDep, reviewer: ReviewerDep,
    src: Annotated[list[int] | None, Query(max_length=200)] = None, *, closed: bool = False,
) -> Response:
    """What these sources say on the topic: below its row in the matrix, or as a page."""
    shown = browsing.topic_row(store, reviewer, topic_id, src or ())
    return page(request, "topics/row.html", shown, block="closed" if closed else "row",
                headers={"HX-Push-Url": "false"})


@router.get("/topics/{topic_id}/timeline")
def timeline(
    request: Request, topic_id: int, store: StoreDep, reviewer: ReviewerDep,
) -> Response:
    """Who said it first, and who changed it."""
    return page(request, "topics/timeline.html", browsing.timeline(store, reviewer, topic_id))


@router.get("/topics/{topic_id}/timeline.svg")
def timeline_svg(
    request: Request, topic_id: int, store: StoreDep, reviewer: ReviewerDep,
) -> Response:
    """The drawing as a file of its own."""
    shown = browsing.timeline(store, reviewer, topic_id)
    if shown.drawing is None:
        raise NotFound(shown.empty)
    answer = page(request, "topics/timeline.svg", shown, headers={
        "Content-Disposition": f'attachment; filename="timeline-{topic_id}.svg"'})
    answer.headers["content-type"] = "image/svg+xml"
    return answer


@router.get("/topics/{topic_id}/compare")
def compare(
    request: Request, topic_id: int, store: StoreDep, reviewer: ReviewerDep,
    saved: Annotated[int | None, Query(le=LARGEST_ID)] = None,
) -> Response:
    """All claims of the topic, with what the address says is chosen."""
    typed = read_choices(request.query_params.multi_items())
    shown = browsing.compare_many(store, reviewer, topic_id, typed, saved=saved,
                                  note=request.query_params.get("note", ""))
    return page(request, _TEMPLATE, shown,
                also=("left",) if request.headers.get("hx-target") == "lines" else ())


@router.post("/topics/{topic_id}/compare")
def save(
    request: Request, topic_id: int, form: VersionsFormDep, store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Save the versions and open the next topic; what is missing is asked for."""
    ground = ground_of(store, reviewer, topic_id)
    chosen = Choices(versions={**ground.start.versions, **form.typed.versions},
                     lines=form.typed.lines)
    try:
        made = versions.save_versions(store, reviewer, topic_id, chosen, note=form.note,
                                      seen=form.version, key=form.key, at=clock())
    except Invalid as wrong:
        again = browsing.compare_many(store, reviewer, topic_id, form.typed, note=form.note,
                                      errors=wrong.fields)
        return page(request, _TEMPLATE, again, status=422)
    except Conflict as late:
        again = browsing.compare_many(store, reviewer, topic_id, form.typed, note=form.note,
                                      refused=str(late))
        return page(request, _TEMPLATE, again, status=409)
    following = browsing.topic_after(store, reviewer, topic_id) or topic_id
    return RedirectResponse(f"/topics/{following}/compare?saved={made.id}", status_code=303)


@router.post("/topics/compare/undo")
def undo(
    form: Annotated[UndoForm, fastapi.Form()], store: StoreDep, reviewer: ReviewerDep,
    clock: ClockDep,
) -> Response:
    """Take a save back and open its topic again, with what was chosen."""
    undone = versions.undo_versions(store, reviewer, form.save, at=clock())
    chosen = undone.save.choices
    fields = [("saved", str(undone.save.id)),
              *((f"v-{claim}", str(version)) for claim, version in chosen.versions.items()),
              *((versions.field_of(line), said.value) for line, said in chosen.lines.items())]
    return RedirectResponse(
        f"/topics/{undone.save.topic_id}/compare?{urlencode(fields)}", status_code=303)

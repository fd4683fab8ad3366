"""Settings of the reviewer who asks."""

from typing import Annotated

import fastapi
from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Invalid
from app.domain.preferences import ClaimSize, Space, Theme, Times
from app.services import choosing
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import is_htmx, page

router = APIRouter()

Key = Annotated[str, Field(max_length=60)]


class SettingsForm(Form):
    """The whole page; a box that is not ticked sends nothing."""

    keys_on: bool = False
    key_agree: Key = "a"
    key_conflict: Key = "c"
    key_related: Key = "r"
    key_unrelated: Key = "u"
    key_skip: Key = "s"
    key_undo: Key = "z"
    key_note: Key = "n"
    key_context: Key = "e"
    key_marks: Key = "d"
    key_topic: Key = "m"
    key_articles: Key = "o"
    key_next: Key = "j"
    key_previous: Key = "k"
    key_search: Key = "/"
    key_unresolved: Key = "x"
    key_keys: Key = "?"
    theme: Theme = Theme.SYSTEM
    space: Space = Space.NORMAL
    claim_size: ClaimSize = ClaimSize.MEDIUM
    marks_on: bool = False
    next_after_tag: bool = False
    times: Times = Times.CASE
    zone: Key = ""

    def typed(self) -> dict[str, str]:
        """What was typed, by field; boxes that are not ticked are left out."""
        return {name: str(value) for name, value in self if value is not False}


class KeysForm(Form):
    """The switch in the list of keys."""

    keys_on: bool = False


@router.get("/settings")
def settings(
    request: Request, store: StoreDep, reviewer: ReviewerDep,
    saved: bool = False,  # noqa: FBT001, FBT002  what the address says
) -> Response:
    """Keys, look and times, and the rules that hold for everybody."""
    return page(request, "settings/settings.html", choosing.settings(store, reviewer, saved=saved))


@router.post("/settings")
def save(
    request: Request, form: Annotated[SettingsForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Keep what was chosen; a key that clashes is said beside its field."""
    typed = form.typed()
    try:
        choosing.choose(store, reviewer, typed, at=clock())
    except Invalid as wrong:
        again = choosing.settings(store, reviewer, typed=typed, errors=wrong.fields)
        return page(request, "settings/settings.html", again, status=422)
    return RedirectResponse("/settings?saved=1", status_code=303)


@router.post("/settings/original-keys")
def original_keys(store: StoreDep, reviewer: ReviewerDep, clock: ClockDep) -> Response:
    """Every action gets its original key again."""
    choosing.original_keys(store, reviewer, at=clock())
    return RedirectResponse("/settings?saved=1", status_code=303)


@router.post("/settings/keys")
def turn_keys(
    request: Request, form: Annotated[KeysForm, fastapi.Form()], store: StoreDep,
    reviewer: ReviewerDep, clock: ClockDep,
) -> Response:
    """Single keys on or off, from the list of keys."""
    choosing.turn_keys(store, reviewer, are_on=form.keys_on, at=clock())
    return Response(status_code=204) if is_htmx(request) else RedirectResponse(
        "/help/keys", status_code=303)

"""The adjudication workbench: settle a dispute, give it back to its reviewers, open it again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

import fastapi
from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from app.domain.errors import Conflict, Invalid
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.services import browsing, settling
from app.services.browsing.disputes import View
from app.services.browsing.queries import LARGEST_ID
from app.services.pages.adjudication import Typed
from app.services.typed import mended
from app.store.session import Store
from app.web.dependencies import ClockDep, ReviewerDep, StoreDep
from app.web.forms import Form
from app.web.render import is_htmx, page

router = APIRouter()

_TEMPLATE = "adjudication/adjudicate.html"
_BESIDE = ("adjudge_head", "disputes", "nav_counts", "status")
"""What changes with the dispute but stands outside the workbench."""

_IN_PLACE = {"HX-Retarget": "#workbench", "HX-Reswap": "outerHTML show:window:top"}

CaseField = Annotated[int | None, Field(ge=1, le=LARGEST_ID)]


class Looking(BaseModel):
    """How the workbench is looked at. `decided` is the pair before."""

    case: CaseField = None
    after: Annotated[int | None, Field(le=LARGEST_ID)] = None
    names: bool = False
    context: int = 1
    decided: Annotated[int | None, Field(le=LARGEST_ID)] = None

    def view(self) -> View:
        """The same in the words of the services."""
        return View(case_id=self.case, after=self.after, names=self.names,
                    context=self.context, decided=self.decided)


class DecisionForm(Form):
    """A decision with its reason. `version` is the state that the page showed."""

    decision: Literal["agree", "conflict", "related", "unrelated", "unresolved", ""] = ""
    why: str = ""
    version: int = 0
    key: str = Field("", max_length=64)
    case: CaseField = None
    names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Who decides, on which store, and when."""

    request: Request
    store: Store
    reviewer: Reviewer
    now: datetime


def bench(request: Request, store: StoreDep, reviewer: ReviewerDep, clock: ClockDep) -> Bench:
    """The bench of this request."""
    return Bench(request=request, store=store, reviewer=reviewer, now=clock())


BenchDep = Annotated[Bench, Depends(bench)]
FormDep = Annotated[DecisionForm, fastapi.Form()]


@router.get("/adjudicate")
def first(
    request: Request, view: Annotated[Looking, Query()], store: StoreDep, reviewer: ReviewerDep
) -> Response:
    """The list of disputes with the oldest one open."""
    shown = browsing.adjudication(store, reviewer, view=view.view())
    return page(request, _TEMPLATE, shown, also=_BESIDE)


@router.get("/cases/{case_id}/adjudication")
def of_case(
    request: Request,
    case_id: int,
    view: Annotated[Looking, Query()],
    store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """The same, limited to one case."""
    here = replace(view.view(), case_id=case_id)
    return page(request, _TEMPLATE, browsing.adjudication(store, reviewer, view=here),
                also=_BESIDE)


@router.get("/adjudicate/{pair_id}")
def dispute(
    request: Request,
    pair_id: int,
    view: Annotated[Looking, Query()],
    store: StoreDep,
    reviewer: ReviewerDep,
) -> Response:
    """One dispute, open or decided."""
    shown = browsing.adjudication(store, reviewer, pair_id, view.view())
    beside = {"evidence": (), "readings": ("adjudge_head",)}.get(
        request.headers.get("hx-target", ""), _BESIDE)
    return page(request, _TEMPLATE, shown, also=beside)


@router.post("/adjudicate/{pair_id}")
def settle(pair_id: int, form: FormDep, bench: BenchDep) -> Response:
    """Settle the dispute, or leave it unresolved, and open the next one."""
    def decide() -> None:
        settling.settle(bench.store, bench.reviewer, pair_id, _chosen(form), why=form.why,
                        at=bench.now, seen=form.version, key=form.key)

    return _decided(bench, pair_id, form, decide)


@router.post("/adjudicate/{pair_id}/discuss")
def discuss(pair_id: int, form: FormDep, bench: BenchDep) -> Response:
    """Ask those who tagged the pair to talk about it, and open the next dispute."""
    def decide() -> None:
        settling.ask_to_discuss(bench.store, bench.reviewer, pair_id, why=form.why,
                                at=bench.now, seen=form.version, key=form.key)

    return _decided(bench, pair_id, form, decide)


@router.post("/adjudicate/{pair_id}/reopen")
def reopen(pair_id: int, form: FormDep, bench: BenchDep) -> Response:
    """Open again what was decided, and stay with it."""
    def decide() -> None:
        settling.reopen(bench.store, bench.reviewer, pair_id, why=form.why, at=bench.now,
                        key=form.key)

    return _decided(bench, pair_id, form, decide, stays=True)


def _decided(
    bench: Bench, pair_id: int, form: DecisionForm, decide: Callable[[], None], *,
    stays: bool = False,
) -> Response:
    """The next dispute, or the same one: to look at if it `stays`, to mend if it was refused."""
    try:
        decide()
    except (Invalid, Conflict) as wrong:
        return _again(bench, pair_id, form, wrong)
    following = pair_id if stays else browsing.dispute_after(
        bench.store, bench.reviewer, pair_id, form.case)
    return _opened(bench, following, View(case_id=form.case, decided=pair_id))


def _chosen(form: DecisionForm) -> Relation | None:
    """The relation, None for "Leave unresolved". Raises Invalid where nothing was chosen."""
    if form.decision:
        return None if form.decision == "unresolved" else Relation(form.decision)
    wanting = {"decision": "Choose how the two relate, or leave it unresolved."}
    if not form.why.strip():
        wanting["why"] = "Say why, in a sentence that the report can print."
    raise Invalid(wanting)


def _opened(bench: Bench, pair_id: int | None, view: View) -> Response:
    """Another dispute or none: htmx gets it at once, everybody else its address."""
    parts = {"case": view.case_id, "decided": view.decided}
    query = urlencode({name: value for name, value in parts.items() if value is not None})
    path = "/adjudicate" if pair_id is None else f"/adjudicate/{pair_id}"
    address = f"{path}?{query}"
    if not is_htmx(bench.request):
        return RedirectResponse(address, status_code=303)
    shown = browsing.adjudication(bench.store, bench.reviewer, pair_id, view)
    return page(bench.request, _TEMPLATE, shown, block="workbench", also=_BESIDE,
                headers={"HX-Push-Url": address})


def _again(
    bench: Bench, pair_id: int, form: DecisionForm, wrong: Invalid | Conflict,
) -> Response:
    """The dispute as it stands now, with what was chosen and written still there."""
    view = View(case_id=form.case, names=form.names, late=True)
    shown = browsing.adjudication(bench.store, bench.reviewer, pair_id, view)
    late, _, words = str(wrong).partition(". ")
    is_late = isinstance(wrong, Conflict)
    typed = Typed(
        decision=form.decision, why=mended(form.why), late=late if is_late else "",
        words=words if is_late else "",
        errors=() if isinstance(wrong, Conflict) else tuple(wrong.fields.items()),
    )
    return page(bench.request, _TEMPLATE, replace(shown, typed=typed), block="workbench",
                also=_BESIDE, status=409 if is_late else 422, headers=_IN_PLACE)

"""The report of a case: its preview, and the files that it can be taken away as."""

import unicodedata
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import NotFound
from app.exporters import EXPORTERS
from app.services import browsing, reporting
from app.services.pages.report import ReportChoices
from app.web.dependencies import ReviewerDep, StoreDep
from app.web.render import page

router = APIRouter()

_PARTS = ("conflicts", "agreements", "matrix", "notes", "unreviewed")
_LONGEST_NAME = 80


@router.get("/reports")
def reports(
    request: Request, store: StoreDep, reviewer: ReviewerDep, after: str | None = None
) -> Response:
    """The report of every case."""
    return page(request, "reports/reports.html", browsing.reports(store, reviewer, after=after))


@router.get("/cases/{case_id}/report")
def preview(
    request: Request,
    case_id: int,
    store: StoreDep,
    reviewer: ReviewerDep,
    format: str = "html",  # noqa: A002  the panel's own word
    anyway: bool = False,  # noqa: FBT001, FBT002  a check in the address
) -> Response:
    """The preview with the panel beside it, or the page that asks first."""
    shown = reporting.preview(
        store, reviewer, case_id, chosen(request), form=format, anyway=anyway
    )
    return page(request, "reports/preview.html", shown)


@router.get("/cases/{case_id}/report.{suffix}")
def export(
    request: Request,
    case_id: int,
    suffix: str,
    store: StoreDep,
    reviewer: ReviewerDep,
    anyway: bool = False,  # noqa: FBT001, FBT002  as above
) -> Response:
    """The report as a file; who is still blind to it is asked on the preview first."""
    exporter = EXPORTERS.get(suffix)
    if exporter is None:
        raise NotFound("There is no such format of a report.")
    if not anyway and reporting.is_blind(store, reviewer, case_id):
        return RedirectResponse(f"/cases/{case_id}/report?format={suffix}", status_code=303)
    report = reporting.report(store, reviewer, case_id, chosen(request))
    return Response(
        exporter.write(report),
        media_type=exporter.media_type,
        headers={"Content-Disposition": disposition(report.case, suffix)},
    )


def chosen(request: Request) -> ReportChoices:
    """The choices in the address; without any, what is proposed at first.

    An unticked box sends nothing, so `names`, which is always sent, tells that the form was.
    """
    given = request.query_params
    if "names" not in given:
        return ReportChoices()
    ticked = set(given.getlist("include"))
    return ReportChoices(
        **{part: part in ticked for part in _PARTS}, full_names=given["names"] == "full"
    )


def disposition(case: str, suffix: str) -> str:
    """A download's name: plain letters for old clients, the true name for the others (RFC 6266).

    Separators, control and direction characters become hyphens, so that a case's name can
    neither leave the folder nor hide the ending.
    """
    true = _name(case)
    plain = unicodedata.normalize("NFKD", true).encode("ascii", "ignore").decode()
    plain = _name(plain)
    return (f'attachment; filename="{plain}.{suffix}"; '
            f"filename*=UTF-8''{quote(f'{true}.{suffix}', safe='')}")


def _name(text: str) -> str:
    kept = (letter if letter.isalnum() or unicodedata.combining(letter) else " "
            for letter in text)
    return "-".join("".join(kept)[:_LONGEST_NAME].split()).lower() or "report"

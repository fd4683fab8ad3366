"""The report preview and its export settings."""

from dataclasses import dataclass

from app.domain.reports import Report
from app.services.pages.shell import CaseHead, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What goes into the report; lives in the query string."""

    conflicts: bool = True
    agreements: bool = True
    matrix: bool = True
    notes: bool = True
    unreviewed: bool = False
    full_names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """The preview. `blind` holds until a reviewer with untagged pairs opens it anyway: then
    `report` is None, and `to_tag` says how many pairs still wait for this reviewer."""

    shell: Shell
    head: CaseHead
    choices: ReportChoices
    formats: tuple[str, ...]
    chosen_format: str
    report: Report | None
    blind: bool
    to_tag: int

"""The report preview and its export settings."""

from dataclasses import dataclass

from app.domain.reports import Report, ReportChoices
from app.services.pages.shell import CaseHead, Shell

__all__ = ["ReportChoices", "ReportPage"]


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

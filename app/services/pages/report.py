"""The report preview and its export settings."""

from dataclasses import dataclass

from app.domain.reports import Report, ReportChoices
from app.exporters.page import Document
from app.services.pages.shell import CaseHead, Shell

__all__ = ["ReportChoices", "ReportPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """The preview. `blind` holds until a reviewer with untagged pairs opens it anyway: then
    `report` is None, and `to_tag` says how many pairs still wait for this reviewer.

    `hidden` counts those of them that others have tagged: what the report would give away. With
    none, nothing is given away and the report opens at once. `document` is the report made ready
    for its page.
    """

    shell: Shell
    head: CaseHead
    choices: ReportChoices
    formats: tuple[str, ...]
    chosen_format: str
    report: Report | None
    blind: bool
    to_tag: int
    hidden: int = 0
    anyway: bool = False
    document: Document | None = None
    format_hints: tuple[tuple[str, str, str], ...] = ()
    """(suffix, name, what the file holds), in the order of the panel."""

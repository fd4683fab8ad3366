"""The report on the screen, with the choice of what goes into it and which file to make."""

from app.domain.errors import NotFound
from app.domain.people import Reviewer
from app.domain.reports import ReportChoices
from app.exporters import EXPORTERS
from app.exporters.page import document
from app.services.browsing.shells import case_head, shell
from app.services.pages.report import ReportPage
from app.services.reporting.building import report
from app.store.session import Store


def preview(
    store: Store,
    reviewer: Reviewer,
    case_id: int,
    choices: ReportChoices,
    *,
    form: str = "html",
    anyway: bool = False,
) -> ReportPage:
    """The preview, or the page that asks first, because a report holds everyone's answers.

    It asks while others have tagged pairs that this reviewer has not (design, principle 6).
    Raises NotFound for a case or a format that is not there.
    """
    if form not in EXPORTERS:
        raise NotFound("There is no such format of a report.")
    waiting = store.reports.untagged(case_id, reviewer.id)
    hidden = waiting.but_by_others if reviewer.may_tag else 0
    blind = bool(hidden) and not anyway
    made = None if blind else report(store, reviewer, case_id, choices)
    return ReportPage(
        shell=shell(store, reviewer),
        head=case_head(store, reviewer, case_id),
        choices=choices,
        formats=tuple(EXPORTERS),
        chosen_format=form,
        report=made,
        blind=blind,
        to_tag=waiting.by_me,
        hidden=hidden,
        anyway=anyway,
        document=document(made) if made else None,
        format_hints=tuple((each.suffix, each.name, each.holds) for each in EXPORTERS.values()),
    )


def is_blind(store: Store, reviewer: Reviewer, case_id: int) -> bool:
    """The report would give away answers that this reviewer is not to see yet."""
    hidden = store.reports.untagged(case_id, reviewer.id).but_by_others
    return reviewer.may_tag and hidden > 0

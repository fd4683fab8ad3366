"""The overview, and the list of cases."""

from datetime import datetime, timedelta

from app.domain.errors import Invalid
from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.log import deeds
from app.services.browsing.shells import shell
from app.services.browsing.standing import Standing, standing_of
from app.services.browsing.visits import since_visit
from app.services.pages.overview import (
    CaseRow,
    CasesPage,
    Figure,
    NewCasePage,
    NextAction,
    OverviewPage,
    ReportLine,
    ReportsPage,
    RunningImport,
    Waiting,
)
from app.services.pages.queue import MyTag, QueueFilter
from app.services.pages.shell import Shell
from app.store.pages.jobs import RunningRow
from app.store.session import Store

CASES_ON_OVERVIEW = 5
CASES_ON_PAGE = 25
DEEDS_ON_OVERVIEW = 8
LEAST_FOR_SHARE = 8
"""A share of fewer things is not shown, only the count (design, principle 10)."""
HELP_FOR = timedelta(days=1)
"""So long a failed import is the next action; then it waits beside, lest it stop all review."""


def overview(store: Store, reviewer: Reviewer, *, now: datetime) -> OverviewPage:
    """What needs this reviewer now."""
    standing = standing_of(store, reviewer)
    failed = store.pages.jobs.failed(reviewer.id)
    top = shell(store, reviewer)
    asked = store.pages.disputes.asked(reviewer.id)
    action = _help(failed, now) or _review(store, standing) or _adjudicate(top)
    is_next = action is not None and action.href == "/adjudicate"
    return OverviewPage(
        shell=top, next_action=action,
        waiting=(*_disputes(top, asked, is_next=is_next), *_waiting(standing, failed, now)),
        figures=_figures(standing) if top.cases else (),
        cases=_rows(store, reviewer, standing, standing.busiest(CASES_ON_OVERVIEW)),
        case_count=top.cases,
        running=tuple(_running(row) for row in store.pages.jobs.running()),
        activity=deeds(store, reviewer, DEEDS_ON_OVERVIEW),
        visit=since_visit(store, reviewer, now=now),
        last_report_href=_last_report(standing),
        sample_available=not top.cases,
    )


def reports(store: Store, reviewer: Reviewer, *, after: str | None = None) -> ReportsPage:
    """The report of every case, the newest case first. Raises Invalid as `cases` does.

    Conflicts are those that the viewer confirmed: whoever has pairs left to tag is not told what
    others found.
    """
    standing = standing_of(store, reviewer)
    listed = _cases(store, reviewer, standing, after)
    reviewed = store.pages.cases.reviewed([row.id for row in listed.cases])
    return ReportsPage(
        shell=listed.shell, total=listed.total, next_key=listed.next_key,
        reports=tuple(ReportLine(
            case_id=row.id, case=row.name, pairs=row.pairs, reviewed=reviewed.get(row.id, 0),
            waiting=standing.waiting(row.id), conflicts=row.conflicts, last_at=row.last_at,
        ) for row in listed.cases if row.pairs))


def cases(store: Store, reviewer: Reviewer, *, after: str | None = None) -> CasesPage:
    """All cases, the newest first. Raises Invalid for a key that no page gave."""
    return _cases(store, reviewer, standing_of(store, reviewer), after)


def _cases(
    store: Store, reviewer: Reviewer, standing: Standing, after: str | None,
) -> CasesPage:
    if after and not (after.isascii() and after.isdigit() and len(after) < 19):  # noqa: PLR2004
        raise Invalid({"after": "This list has no such page; open it from the start."})
    ids = store.pages.cases.ids(after=int(after) if after else None, limit=CASES_ON_PAGE + 1)
    shown = ids[:CASES_ON_PAGE]
    top = shell(store, reviewer)
    return CasesPage(
        shell=top, cases=_rows(store, reviewer, standing, shown),
        total=top.cases, next_key=str(shown[-1]) if len(ids) > CASES_ON_PAGE else None,
    )


def new_case(
    store: Store, reviewer: Reviewer, *, name: str = "",
    errors: tuple[tuple[str, str], ...] = (),
) -> NewCasePage:
    """The form for a new case, with what was typed."""
    return NewCasePage(shell=shell(store, reviewer), name=name, errors=errors)


def _help(failed: list[RunningRow], now: datetime) -> NextAction | None:
    for row in failed:
        if now - row.requested_at <= HELP_FOR:
            count = wording.count_of(row.failed, "article")
            return NextAction(
                title=f"{count} could not be read", case=row.case,
                words="The others are in. See what is wrong and give the text another way.",
                button="Fix import", href=f"/imports/{row.job_id}",
            )
    return None


def _review(store: Store, standing: Standing) -> NextAction | None:
    case_id = standing.next_case()
    if case_id is None:
        return None
    row = store.pages.cases.rows([case_id], standing.reviewer_id)[0]
    waiting, likely = standing.waiting(case_id), standing.likely.get(case_id, 0)
    if row.next_pair_id is None:
        return _skipped(standing, case_id, row.name)
    query = f"case={case_id}&mine=not_yet"
    return NextAction(
        title=f"{wording.count_of(waiting, 'pair')} {'waits' if waiting == 1 else 'wait'} "
              "for your tag",
        case=row.name, words=wording.likely_words(likely, waiting),
        button="Continue review" if standing.tagged(case_id) else "Start review",
        href=addresses.of_pair(row.next_pair_id, query),
    )


def _adjudicate(top: Shell) -> NextAction | None:
    """With nothing left to tag, what reviewers differ on is next, for who may settle it."""
    if not top.adjudicate:
        return None
    return NextAction(
        title=f"{wording.count_of(top.adjudicate, 'pair')} to settle", case="",
        words="Reviewers differ on them. The oldest dispute opens first.",
        button="Adjudicate", href="/adjudicate",
    )


def _skipped(standing: Standing, case_id: int, name: str) -> NextAction:
    count = wording.count_of(standing.waiting(case_id), "pair")
    wanted = QueueFilter(case_id=case_id, mine=(MyTag.SKIPPED,))
    return NextAction(
        title=f"{count} skipped by you", case=name,
        words="Everything else in this case is tagged.", button="See skipped pairs",
        href=addresses.of_list(wanted),
    )


def _disputes(top: Shell, asked: list[int], *, is_next: bool) -> tuple[Waiting, ...]:
    """What adjudicators wait for from this reviewer, and what waits for them as one."""
    lines = []
    if asked:
        lines.append(Waiting(
            icon="scales", count=wording.count_of(len(asked), "pair"),
            words="of yours to discuss: an adjudicator asks", link="Look",
            href=addresses.of_pair(asked[0]),
        ))
    if top.adjudicate and not is_next:
        lines.append(Waiting(
            icon="scales", count=wording.count_of(top.adjudicate, "pair"),
            words="to settle: reviewers differ", link="Adjudicate", href="/adjudicate",
        ))
    return tuple(lines)


def _waiting(
    standing: Standing, failed: list[RunningRow], now: datetime,
) -> tuple[Waiting, ...]:
    lines = []
    disputed = standing.total("disputed")
    if disputed:
        lines.append(Waiting(
            icon="scales", count=wording.count_of(disputed, "pair"),
            words=f"of yours {'is' if disputed == 1 else 'are'} with an adjudicator",
            link="Follow",
            href=addresses.of_list(QueueFilter(mine=(MyTag.TAGGED,), disputed=True)),
        ))
    lines += [Waiting(
        icon="alert", count=wording.count_of(row.failed, "article"),
        words=f"could not be read in {row.case}", link="Fix import", href=f"/imports/{row.job_id}",
    ) for row in failed if now - row.requested_at > HELP_FOR]
    return tuple(lines)


def _figures(standing: Standing) -> tuple[Figure, ...]:
    by_two, same = standing.total("by_two"), standing.total("same")
    share = (Figure(value=f"{100 * same // by_two}%", label="same tag from two people",
                    href="/queue?mine=tagged") if by_two >= LEAST_FOR_SHARE
             else Figure(value=f"{by_two:,}", label="also tagged by others",
                         href="/queue?mine=tagged"))
    conflicts = QueueFilter(mine=(MyTag.TAGGED,), tagged=(Relation.CONFLICT,))
    disputes = QueueFilter(mine=(MyTag.TAGGED,), disputed=True)
    return (
        Figure(value=f"{sum(standing.sizes.values()):,}", label="pairs suggested", href="/queue"),
        Figure(value=f"{standing.total('tagged'):,}", label="tagged by you",
               href="/queue?mine=tagged"),
        Figure(value=f"{standing.total('conflicts'):,}", label="conflicts you confirmed",
               href=addresses.of_list(conflicts)),
        Figure(value=f"{standing.total('disputed'):,}", label="open disputes",
               href=addresses.of_list(disputes)),
        share,
    )


def _rows(
    store: Store, reviewer: Reviewer, standing: Standing, case_ids: list[int],
) -> tuple[CaseRow, ...]:
    if not case_ids:
        return ()
    rows = store.pages.cases.rows(case_ids, reviewer.id)
    return tuple(CaseRow(
        id=row.id, name=row.name, topics=row.topics, claims=row.claims, sources=row.sources,
        conflicts=standing.of(row.id).conflicts, disputed=standing.of(row.id).disputed,
        tagged=standing.tagged(row.id), pairs=standing.sizes.get(row.id, 0),
        share=standing.share(row.id), last_at=row.last_at, next_pair_id=row.next_pair_id,
    ) for row in rows)


def _running(row: RunningRow) -> RunningImport:
    words = f"Reading {row.now}." if row.now else ""
    return RunningImport(job_id=row.job_id, case=row.case, done=row.over, total=row.items,
                         words=words)


def _last_report(standing: Standing) -> str | None:
    return None if standing.last_case is None else f"/cases/{standing.last_case}/report"

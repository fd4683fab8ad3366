"""The two bars on top of every page."""

from typing import NamedTuple

from app.domain.people import Reviewer
from app.services.browsing.lists import first_of
from app.services.pages.queue import MyTag, QueueFilter
from app.services.pages.shell import CaseHead, Shell
from app.store.session import Store


class Bars(NamedTuple):
    """Both bars, with the pairs that the page is about and those of them that wait for me."""

    shell: Shell
    head: CaseHead | None
    pairs: int
    waiting: int


def shell(store: Store, reviewer: Reviewer) -> Shell:
    """The top bar."""
    return bars(store, reviewer, None).shell


def case_head(store: Store, reviewer: Reviewer, case_id: int) -> CaseHead:
    """The bar of a case. Raises NotFound."""
    return _head(store, reviewer, case_id)[0]


def bars(store: Store, reviewer: Reviewer, case_id: int | None) -> Bars:
    """The top bar and, inside a case, the one below it. Raises NotFound."""
    counts = store.pages.heads.counts(reviewer.id)
    top = Shell(reviewer=reviewer.name, letter=reviewer.letter, cases=counts.cases,
                may_administer=reviewer.may_administer,
                queue=counts.waiting, adjudicate=_disputes(store, reviewer))
    if case_id is None:
        return Bars(top, None, counts.pairs, counts.waiting)
    head, waiting = _head(store, reviewer, case_id)
    return Bars(top, head, head.pairs, waiting)


def _head(store: Store, reviewer: Reviewer, case_id: int) -> tuple[CaseHead, int]:
    row = store.pages.heads.case(case_id, reviewer.id)
    wanted = QueueFilter(case_id=case_id, mine=(MyTag.NOT_YET,))
    head = CaseHead(
        id=row.id, name=row.name, pairs=row.pairs, articles=row.articles, claims=row.claims,
        tagged_by_me=row.tagged,
        next_pair_id=first_of(store, reviewer, wanted) if row.waiting else None,
        disputes=_disputes(store, reviewer, case_id),
    )
    return head, row.waiting


def _disputes(store: Store, reviewer: Reviewer, case_id: int | None = None) -> int | None:
    """Disputes that wait for this adjudicator; None for everybody else."""
    if not reviewer.may_settle:
        return None
    return store.pages.disputes.waiting(reviewer.id, case_id).pairs

"""The import form, and how far an import came."""

from collections.abc import Mapping

from app.domain.imports import ItemState
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing.shells import bars
from app.services.pages.article import ImportJobPage, ImportPage, ItemRow
from app.store.pages import jobs
from app.store.session import Store

CASES_OFFERED = 50

_STEPS = (ItemState.READING, ItemState.CLAIMS, ItemState.COMPARING)


def import_form(
    store: Store, reviewer: Reviewer, case_id: int | None = None, way: str = "files", *,
    typed: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None,
) -> ImportPage:
    """The form in one of its ways, with what was typed and what was wrong. Raises NotFound.

    `typed` may hold case_name, text, title, source, address and published_on.
    """
    said, top = typed or {}, bars(store, reviewer, case_id)
    return ImportPage(
        shell=top.shell, head=top.head,
        way=way, case_name=said.get("case_name", ""), text=said.get("text", ""),
        title=said.get("title", ""), source=said.get("source", ""),
        address=said.get("address", ""), published_on=said.get("published_on", ""),
        errors=tuple((errors or {}).items()),
        case_names=() if case_id else tuple(store.pages.cases.names(CASES_OFFERED)),
    )


def import_job(store: Store, reviewer: Reviewer, job_id: int) -> ImportJobPage:
    """How far each article of an import came. Raises NotFound."""
    job = store.pages.jobs.one(job_id)
    items = store.pages.jobs.items(job_id)
    states = [item.outcome.state for item in items]
    count, is_over = len(items), all(state.is_outcome for state in states)
    done = sum(_share(item) for item in items)
    articles, top = wording.count_of(count, "article"), bars(store, reviewer, job.case_id)
    assert top.head is not None  # noqa: S101  a job belongs to a case
    return ImportJobPage(
        shell=top.shell, head=top.head,
        job_id=job.id, title=f"{'Import of' if is_over else 'Importing'} {articles}",
        words=wording.import_words(
            states.count(ItemState.DONE), sum(not state.is_outcome for state in states),
            states.count(ItemState.FAILED), states.count(ItemState.DUPLICATE)),
        share=100 if is_over else int(100 * done / count), is_over=is_over,
        items=tuple(_item(item) for item in items),
        to_review=top.waiting,
    )


def _share(item: jobs.ItemRow) -> float:
    """How much of an item's work is behind it, 0 to 1."""
    if item.outcome.state.is_outcome:
        return 1.0
    return _steps(item).count("done") / len(_STEPS)


def _item(item: jobs.ItemRow) -> ItemRow:
    outcome = item.outcome
    is_failed = outcome.state is ItemState.FAILED
    is_there = outcome.state is ItemState.DUPLICATE
    return ItemRow(
        id=outcome.id, name=item.title or outcome.name, detail=_detail(item),
        steps=_steps(item), state=outcome.message if is_there else wording.item_state(outcome),
        error=outcome.message if is_failed else "", article_id=outcome.article_id,
    )


def _detail(item: jobs.ItemRow) -> str:
    """Outlet and day: "Outlet A, 19 November 2024"."""
    on = item.published_on
    day = f"{on.day} {on:%B %Y}" if on else "no date found"
    return ", ".join(part for part in (item.source, day) if part) if item.source or on else ""


def _steps(item: jobs.ItemRow) -> tuple[str, ...]:
    """A bar each for reading, claims and comparing."""
    state = item.outcome.state
    if state is ItemState.DONE:
        return ("done",) * len(_STEPS)
    if state is ItemState.DUPLICATE:
        return "done", "todo", "todo"
    here, word = (item.outcome.failed_at, "failed") if state is ItemState.FAILED else (state, "now")
    if here not in _STEPS:
        return ("todo",) * len(_STEPS)
    at = _STEPS.index(here)
    return ("done",) * at + (word,) + ("todo",) * (len(_STEPS) - at - 1)

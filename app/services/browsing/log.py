"""The log of what people and the system did: briefly on the overview, whole on its own page."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services.browsing.queries import LARGEST_ID
from app.services.browsing.shells import bars
from app.services.browsing.visits import since_visit
from app.services.pages.activity import ActivityPage, Choice, Deed
from app.services.telling_deeds import BRIEFLY, KINDS, tell
from app.store.session import Store

READ_MORE = 5
"""So many times more deeds are read than told, to find the newest of them."""
ON_PAGE = 50
SYSTEM = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the log is limited to: a person (0: the system), a kind, what is newer than a row;
    and the row that its page goes on from. Raises Invalid for what no page wrote."""

    who: int | None = None
    kind: str = ""
    since: int | None = None
    before: int | None = None

    def __post_init__(self) -> None:
        """Numbers are those of rows, kinds those of the page."""
        if self.kind and self.kind not in KINDS:
            raise Invalid({"kind": "The activity has no such kind."})
        if any(number is not None and not 0 <= number <= LARGEST_ID
               for number in (self.who, self.since, self.before)):
            raise Invalid({"before": "This list has no such page; open it from the start."})

    def query(self, **other: int | None) -> str:
        """The address's query of the same log, with other rows to go on from."""
        told = {"who": self.who, "kind": self.kind or None, "since": self.since} | other
        return urlencode({name: value for name, value in told.items() if value is not None})


def deeds(store: Store, reviewer: Reviewer, limit: int) -> tuple[Deed, ...]:
    """The newest deeds in all cases, what the system did by itself left out.

    They are read in the order of writing and told in the order of time: a case that is loaded
    with its past writes both at once.
    """
    read = store.pages.activity.deeds(reviewer.id, limit * READ_MORE, kinds=BRIEFLY,
                                      may_settle=reviewer.may_settle)
    newest = sorted(read, key=lambda row: row.at, reverse=True)[:limit]
    return tuple(tell(row, reviewer) for row in newest)


def activity(
    store: Store, reviewer: Reviewer, looked: Looked, case_id: int | None = None, *,
    now: datetime,
) -> ActivityPage:
    """The log of all cases or of one, the newest first. Raises NotFound."""
    top = bars(store, reviewer, case_id)
    rows = store.pages.activity.deeds(
        reviewer.id, ON_PAGE + 1, case_id=case_id, who=looked.who, since=looked.since,
        before=looked.before, may_settle=reviewer.may_settle,
        kinds=KINDS[looked.kind][1] if looked.kind else ())
    shown = rows[:ON_PAGE]
    path = "/activity" if case_id is None else f"/cases/{case_id}/activity"
    older = looked.query(before=shown[-1].id) if len(rows) > ON_PAGE else ""
    return ActivityPage(
        shell=top.shell, head=top.head, path=path, since=looked.since,
        deeds=tuple(tell(row, reviewer, in_case=case_id is not None) for row in shown),
        people=_people(store, reviewer, looked), kinds=_kinds(looked),
        visit=since_visit(store, reviewer, case_id, now=now),
        is_filtered=bool(looked.query()),
        newer_href=_address(path, looked.query()) if looked.before is not None else "",
        older_href=_address(path, older) if older else "",
    )


def _address(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def _people(store: Store, reviewer: Reviewer, looked: Looked) -> tuple[Choice, ...]:
    people = sorted(store.people.active(), key=lambda one: one.id != reviewer.id)
    return (
        Choice(value="", words="Everybody", chosen=looked.who is None),
        *(Choice(value=str(one.id), words="You" if one.id == reviewer.id else one.name,
                 chosen=looked.who == one.id) for one in people),
        Choice(value=str(SYSTEM), words="The system", chosen=looked.who == SYSTEM),
    )


def _kinds(looked: Looked) -> tuple[Choice, ...]:
    return (
        Choice(value="", words="Everything", chosen=not looked.kind),
        *(Choice(value=name, words=words, chosen=looked.kind == name)
          for name, (words, _) in KINDS.items()),
    )

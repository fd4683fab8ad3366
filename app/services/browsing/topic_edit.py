"""Editing topics: the matrix with a check box a row, and one panel at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.errors import Invalid, NotFound
from app.domain.people import Reviewer
from app.domain.topics import Topic
from app.services.arranging.standing import revisions
from app.services.browsing import topic_panels
from app.services.browsing.shells import case_head, shell
from app.services.browsing.topic_deeds import journal_of
from app.services.browsing.topic_sight import Opened, Sight
from app.services.pages.matrix import SourceColumn
from app.services.pages.topic_edit import Renaming, TopicEditPage
from app.store.session import Store

TOPICS_ON_PAGE = 40


def edit_topics(
    store: Store, reviewer: Reviewer, case_id: int, opened: Opened, *, now: datetime,
) -> TopicEditPage:
    """The topics of a case in editing mode. Raises NotFound for a topic of another case."""
    top, head = shell(store, reviewer), case_head(store, reviewer, case_id)
    journal = journal_of(store, reviewer, case_id)
    topics = store.topics.of_case(case_id)
    sight = Sight(
        store=store, case_id=case_id, topics={topic.id: topic for topic in topics},
        columns=store.pages.grid.columns(case_id),
        sources=store.topics.sources(case_id),
        tallies={tally.topic_id: tally
                 for tally in store.pages.grid.tallies(case_id, reviewer.id)},
        revisions=revisions(journal.edits), selected=frozenset(opened.topics))
    opened = _here(sight, opened)
    shown, next_key = _page(topics, opened.after)
    return TopicEditPage(
        shell=top, head=head, topic_count=len(topics), rows=tuple(map(sight.row, shown)),
        sources=tuple(SourceColumn(id=column.id, name=column.name, first_on=column.first_on,
                                   claims=column.claims) for column in sight.columns),
        selected=tuple(sight.row(sight.topics[one]) for one in opened.topics),
        renaming=_renaming(sight, opened), moving=topic_panels.moving(sight, opened),
        merging=topic_panels.merging(sight, opened), making=topic_panels.making(sight, opened),
        empty=journal.emptied(frozenset(sight.topics), now),
        saved=journal.find(opened.saved),
        late=tuple(journal.deed(edit) for edit in opened.late),
        typed=opened.name or "", errors=tuple(opened.errors.items()), after=opened.after,
        next_key=next_key, may_edit=reviewer.may_tag,
    )


def _here(sight: Sight, opened: Opened) -> Opened:
    """What is open, as far as it is still there: somebody may have merged a topic away, and
    then what was typed is shown in the message. Raises NotFound for what never was."""
    named = {*opened.topics, opened.rename, opened.move, opened.split} - {None}
    if named <= sight.topics.keys():
        return opened
    if not opened.late:
        raise NotFound("There is no such topic in this case any more.")
    return replace(opened, rename=None, move=None, split=None, merge=False, topics=())


def _renaming(sight: Sight, opened: Opened) -> Renaming | None:
    if opened.rename is None:
        return None
    name = opened.name if opened.name is not None else sight.topics[opened.rename].label
    return Renaming(topic_id=opened.rename, name=name)


def _page(topics: Sequence[Topic], after: str) -> tuple[Sequence[Topic], str | None]:
    """The topics after the one named by the key, and the key of the next page."""
    start = 0
    if after:
        places = {str(topic.id): at for at, topic in enumerate(topics)}
        if after not in places:
            raise Invalid({"after": "There is no such page of topics; open it from the start."})
        start = places[after] + 1
    shown = topics[start:start + TOPICS_ON_PAGE]
    has_more = len(topics) > start + TOPICS_ON_PAGE
    return shown, str(shown[-1].id) if has_more else None

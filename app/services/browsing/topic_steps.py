"""Walking through the topics of a case, and how far I came in them."""

from app.domain.people import Reviewer
from app.services.pages.compare import TickState
from app.services.pages.compare_many import TopicStrip
from app.store.pages.one_topic import OneTopicRow, StepRow
from app.store.session import Store

MOST_TICKS = 100
"""Ticks of the strip; more would be thinner than a pixel."""


def strip(store: Store, reviewer: Reviewer, topic: OneTopicRow) -> TopicStrip:
    """One tick a topic that has pairs, likely conflicts first, and the topics beside this one."""
    steps = store.pages.one_topic.steps(topic.case_id, reviewer.id)
    at = next((at for at, step in enumerate(steps) if step.id == topic.id), None)
    start = max(0, min((at or 0) - MOST_TICKS // 2, len(steps) - MOST_TICKS))
    here = at if at is not None else -1
    return TopicStrip(
        case_id=topic.case_id, case=topic.case, place=here + 1,
        ticks=tuple(_tick(step, topic.id) for step in steps[start:start + MOST_TICKS]),
        done=sum(step.tagged == step.pairs for step in steps),
        previous_id=steps[here - 1].id if here > 0 else None,
        next_id=steps[here + 1].id if here + 1 < len(steps) else None,
    )


def topic_after(store: Store, reviewer: Reviewer, topic_id: int) -> int | None:
    """The next topic in which pairs wait for me, after this one and then from the start."""
    topic = store.pages.one_topic.head(topic_id)
    steps = store.pages.one_topic.steps(topic.case_id, reviewer.id)
    at = next((at for at, step in enumerate(steps) if step.id == topic_id), -1)
    return next((step.id for step in steps[at + 1:] + steps[:at + 1]
                 if step.tagged < step.pairs and step.id != topic_id), None)


def _tick(step: StepRow, here: int) -> TickState:
    if step.id == here:
        return TickState.CURRENT
    return TickState.TAGGED if step.tagged == step.pairs else TickState.OPEN

"""What people do to topics."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.arranging import Deed, Part, PartKind, TopicEdit
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.pairs import Reason
from app.domain.people import Reviewer
from app.domain.topics import Topic
from app.services.arranging.standing import demand_part, demand_seen, note
from app.services.typed import keepable
from app.store.audit import Did
from app.store.session import Store

LONGEST_NAME = 120
"""Characters of a topic's name: two lines of the matrix."""

_LONGEST_VALUE = 60
"""Characters of the value that a claim brings to a topic of a person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Where claims go: to a topic by its id, or to a new one (None) of the name `new`."""

    claims: Mapping[int, int | None]
    new: str = ""


def rename_topic(
    store: Store, reviewer: Reviewer, topic_id: int, name: str, *, seen: int, key: str,
    at: datetime,
) -> TopicEdit:
    """Give a topic another name, which it keeps whatever the machine calls it.

    `seen` is the topic's revision that the page showed, `key` names the form. Raises Invalid for
    a name that cannot be used, Late if somebody changed the topic meanwhile.
    """
    case_id = _case_of(store, reviewer, topic_id)

    def parts(topics: dict[int, Topic]) -> list[Part]:
        label = _name(name, topics, but=(topic_id,))
        if label == topics[topic_id].label:
            raise Invalid({"name": "This is its name already."})
        return [Part(kind=PartKind.NAME, topic_id=topic_id, words=label)]

    return _do(store, reviewer, case_id, Deed.RENAMED, parts, seen={topic_id: seen}, key=key,
               at=at)


def merge_topics(
    store: Store, reviewer: Reviewer, seen: Mapping[int, int], name: str, *, key: str,
    at: datetime,
) -> TopicEdit:
    """Put topics together in the first of them under one name; they stay together.

    `seen` maps the topics to the revisions that the page showed. Raises as `rename_topic`.
    """
    if len(seen) < 2:  # noqa: PLR2004  one topic is no two
        raise Invalid({"topic": "Select two topics or more to merge them."})
    first, *others = seen
    case_id = _case_of(store, reviewer, *seen)

    def parts(topics: dict[int, Topic]) -> list[Part]:
        label = _name(name, topics, but=tuple(seen))
        return [*(Part(kind=PartKind.MERGE, topic_id=other, to_topic_id=first)
                  for other in others),
                Part(kind=PartKind.NAME, topic_id=first, words=label)]

    return _do(store, reviewer, case_id, Deed.MERGED, parts, seen=seen, key=key, at=at)


def move_claims(
    store: Store, reviewer: Reviewer, topic_id: int, going: Going, *, seen: int, key: str,
    at: datetime,
) -> TopicEdit:
    """Let claims answer another topic instead of this one; two or more that go to a new one
    split it. Raises as `rename_topic`, and Invalid where nothing moves."""
    case_id = _case_of(store, reviewer, topic_id)
    to_new = [claim for claim, target in going.claims.items() if target is None]

    def parts(topics: dict[int, Topic]) -> list[Part]:
        values = {answer.claim_id: answer.value for answer in topics[topic_id].answers}
        _demand_going(going, values, topics, topic_id)
        made: list[Part] = []
        new_id = None
        if to_new:
            label = _name(going.new, topics)
            new_id = store.topic_edits.make_topic(case_id, label, topics[topic_id].reason)
            made = [Part(kind=PartKind.NAME, topic_id=new_id, words=label)]
        return made + [
            Part(kind=PartKind.MOVE, topic_id=topic_id, to_topic_id=target or new_id,
                 claim_id=claim, words=values[claim])
            for claim, target in going.claims.items()]

    deed = Deed.SPLIT if len(to_new) > 1 else Deed.MOVED
    return _do(store, reviewer, case_id, deed, parts, seen={topic_id: seen}, key=key, at=at)


def make_topic(
    store: Store, reviewer: Reviewer, case_id: int, name: str, claim_ids: Sequence[int], *,
    key: str, at: datetime,
) -> TopicEdit:
    """Make a topic of a person's own with these claims; they stay in their other topics too.

    Raises Invalid for a name that cannot be used, no claim, or one that is not in the case.
    """
    demand_part(reviewer)
    words = {claim.id: claim.text for found in store.claims.of_case(case_id).values()
             for claim in found}

    def parts(topics: dict[int, Topic]) -> list[Part]:
        wrong = {} if claim_ids else {"claim": "Choose one claim or more."}
        if not set(claim_ids) <= words.keys():
            wrong = {"claim": "A claim is not there any more. Choose again."}
        try:
            label = _name(name, topics)
        except Invalid as error:
            raise Invalid(error.fields | wrong) from error
        if wrong:
            raise Invalid(wrong)
        made = store.topic_edits.make_topic(case_id, label, Reason.DETAIL)
        return [Part(kind=PartKind.NAME, topic_id=made, words=label),
                *(Part(kind=PartKind.MOVE, to_topic_id=made, claim_id=claim,
                       words=_value(words[claim])) for claim in dict.fromkeys(claim_ids))]

    return _do(store, reviewer, case_id, Deed.MADE, parts, seen={}, key=key, at=at)


def place_claims(
    store: Store, reviewer: Reviewer, case_id: int, claim_ids: Sequence[int],
    target: int | None, *, new: str = "", key: str, at: datetime,
) -> TopicEdit:
    """Let claims of any topics, or of none, answer one topic: `target`, or a new one (None) of
    the name `new`. Each leaves the first topic that it answers now.

    Raises Invalid, by the fields `claim`, `topic` and `name`, for what cannot be used.
    """
    demand_part(reviewer)
    words = {claim.id: claim.text for found in store.claims.of_case(case_id).values()
             for claim in found}

    def parts(topics: dict[int, Topic]) -> list[Part]:
        if not claim_ids or not set(claim_ids) <= words.keys():
            raise Invalid({"claim": "A claim is not there any more. Choose again."})
        if target is not None and target not in topics:
            raise Invalid({"topic": "This topic is not there any more. Choose again."})
        label = _name(new, topics) if target is None else ""
        steps = [part for claim_id in dict.fromkeys(claim_ids)
                 if (part := _placing(claim_id, words[claim_id], topics, target)) is not None]
        if not steps:
            raise Invalid({"topic": "These claims answer this topic already."})
        if target is not None:
            return steps
        made = store.topic_edits.make_topic(case_id, label, Reason.DETAIL)
        return [Part(kind=PartKind.NAME, topic_id=made, words=label),
                *(replace(step, to_topic_id=made) for step in steps)]

    return _do(store, reviewer, case_id, Deed.MOVED, parts, seen={}, key=key, at=at)


def _placing(
    claim_id: int, words: str, topics: Mapping[int, Topic], target: int | None,
) -> Part | None:
    """The step that takes a claim to a topic, with what it answered before; None if it is there."""
    held = {topic.id: answer.value for topic in topics.values() for answer in topic.answers
            if answer.claim_id == claim_id}
    if target in held:
        return None
    left, value = next(iter(held.items()), (None, _value(words)))
    return Part(kind=PartKind.MOVE, topic_id=left, to_topic_id=target, claim_id=claim_id,
                words=value)


def order_topics(
    store: Store, reviewer: Reviewer, case_id: int, topic_ids: Sequence[int], *, up: bool,
    key: str, at: datetime,
) -> TopicEdit:
    """Move topics one place up or down, past their next neighbour that does not move along.

    Raises Invalid if none was selected or all stand at the edge already.
    """
    demand_part(reviewer)
    chosen = set(topic_ids)

    def parts(topics: dict[int, Topic]) -> list[Part]:
        order = list(topics) if up else list(reversed(topics))
        kind = PartKind.BEFORE if up else PartKind.AFTER
        made = []
        for at_, topic_id in enumerate(order):
            if at_ and topic_id in chosen and order[at_ - 1] not in chosen:
                made.append(Part(kind=kind, topic_id=topic_id, to_topic_id=order[at_ - 1]))
                order[at_ - 1], order[at_] = order[at_], order[at_ - 1]
        if not made:
            where = "first" if up else "last"
            raise Invalid({"topic": f"These topics stand {where} already." if chosen
                           else "Select the topics that shall move."})
        return made

    return _do(store, reviewer, case_id, Deed.ORDERED, parts, seen={}, key=key, at=at)


def _do(
    store: Store, reviewer: Reviewer, case_id: int, deed: Deed,
    parts: Callable[[dict[int, Topic]], list[Part]], *, seen: Mapping[int, int], key: str,
    at: datetime,
) -> TopicEdit:
    """Keep one deed and show what follows; the same form sent twice does it once."""
    case = store.cases.hold(case_id)
    first = store.topic_edits.with_key(reviewer.id, key) if key else None
    if first is not None:
        return first
    demand_seen(store, case.id, seen)
    topics = {topic.id: topic for topic in store.topics.of_case(case.id)}
    if not seen.keys() <= topics.keys():
        raise Conflict("One of these topics has no claims any more. Nothing was saved.")
    made = store.topic_edits.add(case.id, deed, parts(topics), by=reviewer.id, at=at,
                                 form_key=key or None)
    store.topics.work_out(case.id)
    edit = store.topic_edits.get(made)
    note(store, reviewer, Did.ARRANGED_TOPICS, edit, at=at)
    return edit


def _case_of(store: Store, reviewer: Reviewer, *topic_ids: int) -> int:
    """The one case of these topics. Raises NotFound if they are of several."""
    demand_part(reviewer)
    cases = {store.pages.one_topic.head(topic_id).case_id for topic_id in topic_ids}
    if len(cases) > 1:
        raise NotFound("There is no such topic.")
    return cases.pop()


def _name(typed: str, topics: Mapping[int, Topic], but: tuple[int, ...] = ()) -> str:
    label = " ".join(keepable("name", typed, longest=LONGEST_NAME).split())
    if not label:
        raise Invalid({"name": "Type a name for the topic."})
    if any(topic.label.casefold() == label.casefold() for topic in topics.values()
           if topic.id not in but):
        raise Invalid({"name": "Another topic has this name. Choose a different one."})
    return label


def _demand_going(
    going: Going, values: Mapping[int, str], topics: Mapping[int, Topic], topic_id: int,
) -> None:
    if not going.claims:
        raise Invalid({"claims": "Choose another topic for one claim or more."})
    if not going.claims.keys() <= values.keys():
        raise Invalid({"claims": "A claim is not in this topic any more. Choose again."})
    targets = {target for target in going.claims.values() if target is not None}
    if not targets <= topics.keys() - {topic_id}:
        raise Invalid({"claims": "A topic is not there any more. Choose again."})


def _value(words: str) -> str:
    """The beginning of a claim, cut between words."""
    if len(words) <= _LONGEST_VALUE:
        return words
    return words[:_LONGEST_VALUE].rpartition(" ")[0] + " …"

"""What sources say on one topic, in full, with the pairs of each claim."""

from collections.abc import Sequence

from app.domain.errors import Invalid, NotFound
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.queries import MOST_SOURCES, write_filter
from app.services.browsing.shells import case_head, shell
from app.services.pages.queue import MyTag, QueueFilter
from app.services.pages.shell import TagShown
from app.services.pages.topic_row import RowClaim, RowPair, TopicRowPage
from app.store.pages.one_topic import BetweenRow, OneTopicRow, TopicClaimRow
from app.store.session import Store


def topic_row(
    store: Store, reviewer: Reviewer, topic_id: int, source_ids: Sequence[int] = (),
) -> TopicRowPage:
    """The claims of these sources on the topic, of all where none is named, blind to what others
    tagged. Raises NotFound, also for a source that says nothing on it."""
    if len(source_ids) > MOST_SOURCES:
        raise Invalid({"src": "Choose fewer sources."})
    topic = store.pages.one_topic.head(topic_id)
    claims = store.pages.one_topic.claims(topic_id)
    by_id = {claim.id: claim for claim in claims}
    if not set(source_ids) <= {claim.source_id for claim in claims}:
        raise NotFound("This source says nothing on the topic.")
    here = [claim for claim in claims if not source_ids or claim.source_id in source_ids]
    pairs = [pair for pair in store.pages.one_topic.between(topic_id, reviewer.id)
             if pair.topic_id == topic_id and not pair.is_gone]
    inside = {claim.id for claim in here}
    touched = [pair for pair in pairs if inside & {*pair.key}]
    waiting = [pair for pair in touched if pair.mine is None and pair.settled is None]
    wanted = QueueFilter(case_id=topic.case_id, topic_id=topic_id, mine=(MyTag.NOT_YET,),
                         source_ids=tuple(sorted(source_ids)))
    names = list(dict.fromkeys(claim.source for claim in here))
    return TopicRowPage(
        shell=shell(store, reviewer), head=case_head(store, reviewer, topic.case_id),
        topic_id=topic_id, label=topic.label, reason=topic.reason,
        sources=wording.both(names) if source_ids else "",
        columns=len(store.pages.grid.columns(topic.case_id)) + 2,
        claims=tuple(_claim(topic, claim, touched, by_id) for claim in here),
        pairs=len(touched), waiting=len(waiting),
        review_href=addresses.of_pair(waiting[0].id, write_filter(wanted)) if waiting else "",
    )


def _claim(
    topic: OneTopicRow, claim: TopicClaimRow, pairs: Sequence[BetweenRow],
    by_id: dict[int, TopicClaimRow],
) -> RowClaim:
    return RowClaim(
        id=claim.id, source=claim.source, published_on=claim.published_on,
        paragraph=claim.paragraph, words=claim.span.quote, value=claim.value,
        version=claim.version,
        href=addresses.of_claim(topic.case_id, claim.article_id, claim.id),
        pairs=tuple(_pair(pair, claim, by_id) for pair in pairs if claim.id in pair.key))


def _pair(pair: BetweenRow, claim: TopicClaimRow, by_id: dict[int, TopicClaimRow]) -> RowPair:
    other = by_id[pair.key.second if pair.key.first == claim.id else pair.key.first]
    where = f"paragraph {other.paragraph}" if other.source_id == claim.source_id else other.source
    shown = TagShown(relation=pair.suggested, suggested=True)
    if pair.settled is not None:
        shown = TagShown(relation=pair.settled, settled=True)
    elif pair.mine is not None:
        shown = TagShown(relation=pair.mine)
    return RowPair(number=pair.number, href=addresses.of_pair(pair.id), other=where,
                   reason=pair.reason, shown=shown)

"""One pair with all its evidence: the page where people decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.pairs import Finding, Pair
from app.domain.people import Reviewer
from app.domain.tags import Ruling
from app.services import wording
from app.services.browsing.context import around
from app.services.browsing.lists import beside
from app.services.browsing.past import history, standing_settlement
from app.services.browsing.pieces import (
    LEAST_ALIGNED,
    Marks,
    Places,
    cut,
    plain,
    value_marks,
)
from app.services.browsing.queries import write_filter
from app.services.browsing.saving import Done, saved_of, undoable
from app.services.browsing.shells import shell
from app.services.browsing.why import why as reasoned
from app.services.browsing.wrongly import changed_since, events, wrong_form
from app.services.pages.compare import (
    Asked,
    ComparePage,
    Difference,
    ElsewhereCell,
    OtherTag,
    Strip,
    TickState,
    TopicPair,
)
from app.services.pages.queue import QueueFilter, QueueOrder
from app.services.pages.shell import ClaimShown, TagShown
from app.store.pages.beside import TickRow, TopicPairRow
from app.store.pages.disputes import StepRow
from app.store.pages.one_pair import AroundRow, SideRow, TagRow
from app.store.session import Store

MOST_TICKS = 200
"""Ticks of the strip; more would be thinner than a pixel."""

MOST_ON_TOPIC = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """The pair as it is looked at."""

    store: Store
    reviewer: Reviewer
    pair: Pair
    around: AroundRow
    sides: tuple[SideRow, SideRow]
    wanted: QueueFilter
    marks: bool
    context: int
    why: bool


def pair(
    store: Store, reviewer: Reviewer, pair_id: int, wanted: QueueFilter | None = None,
    query: str = "", *, marks: bool = True, context: int = 1, saved: Done = None,
    why: bool = False,
) -> ComparePage:
    """One pair with all its evidence, blind to others' tags until this reviewer has tagged it.

    `wanted` is the queue it was opened from; without one, or with an empty `query`, it is the
    case of the pair by number. With `why` the page tells what the suggestion rests on. Raises
    NotFound.
    """
    found = store.pairs.get(pair_id)
    if wanted is None or not (query or write_filter(wanted)):
        wanted = QueueFilter(case_id=found.case_id, order=QueueOrder.NUMBER)
    sight = _Sight(
        store=store, reviewer=reviewer, pair=found,
        around=store.pages.one_pair.around(pair_id, reviewer.id),
        sides=store.pages.one_pair.sides(found.key.first, found.key.second),
        wanted=wanted, marks=marks, context=max(0, min(context, 12)), why=why,
    )
    return _page(sight, saved)


def _page(sight: _Sight, saved: Done) -> ComparePage:
    store, reviewer, found, around_it = sight.store, sight.reviewer, sight.pair, sight.around
    suggestion = found.suggestion
    standing = store.pages.one_pair.standing(found.id)
    mine = next((tag for tag in standing if tag.reviewer_id == reviewer.id), None)
    others = [tag for tag in standing if tag.reviewer_id != reviewer.id]
    steps = store.pages.disputes.steps(found.id)
    corrections = store.corrections.of_claims(found.key)
    settled = standing_settlement(steps)
    numbered = value_marks(suggestion.findings, sight.sides[0].span, sight.sides[1].span)
    first, second = _claims(sight, numbered)
    done = saved_of(store, reviewer, saved)
    return ComparePage(
        shell=shell(store, reviewer), strip=_strip(sight), pair_id=found.id,
        case_id=found.case_id, version=found.version + around_it.tags_of_mine,
        question=_question(sight), reason=_deciding(found).reason,
        because=_deciding(found).because, strength=suggestion.strength,
        suggestion=TagShown(relation=suggestion.relation, suggested=True),
        first=first, second=second, differences=_differences(sight, numbered),
        too_different=suggestion.aligned < LEAST_ALIGNED, topic_id=around_it.topic_id,
        topic=around_it.topic or "", elsewhere=_elsewhere(sight),
        my_tag=mine and mine.relation, my_note=mine.note if mine else "",
        my_tagged_at=mine and mine.tagged_at, draft=around_it.draft or "",
        others=tuple(_other(tag) for tag in others) if mine else (), others_count=len(others),
        tags_differ=_differ(mine, others),
        settled=settled and TagShown(relation=settled.relation, settled=True),
        asked=_asked(steps) if _differ(mine, others) else None,
        settled_why=settled.why if settled else "", on_topic=_on_topic(sight),
        history=history(
            store.pages.one_pair.past(found.id), steps, reviewer,
            suggested_at=max(side.imported_at for side in sight.sides),
            reason=_deciding(found).reason, may_see=mine is not None,
            more=events(store, reviewer, corrections)),
        query=write_filter(sight.wanted), marks=sight.marks, context=sight.context,
        can_undo=undoable(store, reviewer, found.case_id),
        saved=done, may_tag=reviewer.may_tag,
        misfit=done is not None and store.pages.triangles.has(done.pair_id, reviewer.id),
        values=sum(side.values for side in sight.sides),
        why=reasoned(store, found, _shown_numbers(sight, numbered)) if sight.why else None,
        wrong=wrong_form(store, found, sight.sides) if sight.why and reviewer.may_tag else None,
        changed_since=changed_since(corrections, mine.tagged_at if mine else None),
    )


def _differ(mine: TagRow | None, others: Sequence[TagRow]) -> bool:
    """Whether others answered otherwise than this reviewer, as far as the reviewer may know."""
    return mine is not None and any(tag.relation != mine.relation for tag in others)


def _asked(steps: Sequence[StepRow]) -> Asked | None:
    """The wish of an adjudicator that the reviewers talk about the pair, if it came last."""
    if not steps or steps[-1].ruling is not Ruling.DISCUSSED:
        return None
    return Asked(who=steps[-1].name, why=steps[-1].why)


def _deciding(found: Pair) -> Finding:
    return found.suggestion.findings[0]


def _question(sight: _Sight) -> str:
    deciding = _deciding(sight.pair)
    return wording.question(
        deciding.reason, sight.around.topic or "", what=deciding.what,
        texts=[side.span.quote for side in sight.sides],
    )


def _claims(sight: _Sight, numbered: Marks) -> tuple[ClaimShown, ClaimShown]:
    suggestion, (first, second) = sight.pair.suggestion, sight.sides
    dotted = suggestion.aligned >= LEAST_ALIGNED
    one = _claim(sight, first, numbered.first, suggestion.only_first if dotted else ())
    other = _claim(sight, second, numbered.second, suggestion.only_second if dotted else ())
    return one, replace(other, same_article=first.article_id == second.article_id)


def _claim(sight: _Sight, side: SideRow, marks: dict[int, Places], only: Places) -> ClaimShown:
    context = around(side.text, side.span.start, side.span.end, sight.context)
    return ClaimShown(
        id=side.claim_id, article_id=side.article_id, case_id=sight.pair.case_id,
        source=side.source, title=side.title, published_on=side.published_on,
        paragraph=side.paragraph, speaker=side.speaker,
        pieces=cut(side.span, marks, only) if sight.marks else plain(side.span),
        before=context.before, after=context.after, nearest=context.nearest,
    )


def _differences(sight: _Sight, numbered: Marks) -> tuple[Difference, ...]:
    return tuple(Difference(
        number=number, what=finding.what, first=finding.first_value,
        second=finding.second_value, reading=finding.reading, relation=finding.relation,
        reason=finding.reason,
    ) for finding, number in zip(sight.pair.suggestion.findings,
                                 _shown_numbers(sight, numbered), strict=True))


def _shown_numbers(sight: _Sight, numbered: Marks) -> tuple[int | None, ...]:
    """The mark of each finding, None for each where marks are off."""
    return numbered.numbers if sight.marks else (None,) * len(numbered.numbers)


def _elsewhere(sight: _Sight) -> tuple[ElsewhereCell, ...]:
    """What every source of the case answers to the pair's topic, in order of publication."""
    if sight.around.topic_id is None:
        return ()
    values: dict[int, list[str]] = {}
    for answer in sight.store.pages.beside.answers(sight.around.topic_id):
        values.setdefault(answer.source_id, []).append(answer.value)
    here = {side.source_id for side in sight.sides}
    return tuple(ElsewhereCell(
        source=source.name, values=tuple(dict.fromkeys(values.get(source.id, ()))),
        here=source.id in here,
    ) for source in sight.store.pages.beside.sources_of(sight.pair.case_id))


def _other(tag: TagRow) -> OtherTag:
    return OtherTag(name=tag.name, letter=tag.letter, relation=tag.relation, note=tag.note)


def _on_topic(sight: _Sight) -> tuple[TopicPair, ...]:
    if sight.around.topic_id is None:
        return ()
    rows = sight.store.pages.beside.on_topic(
        sight.around.topic_id, sight.pair.id, sight.reviewer.id, MOST_ON_TOPIC)
    return tuple(TopicPair(pair_id=row.pair_id, words=_sides_in_words(row), my_tag=row.my_tag)
                 for row in rows)


def _sides_in_words(row: TopicPairRow) -> str:
    if row.first_source != row.second_source:
        return f"{row.first_source} and {row.second_source}"
    return f"{row.first_source}, paragraphs {row.first_paragraph} and {row.second_paragraph}"


def _strip(sight: _Sight) -> Strip:
    """One tick a pair by number, of more than 200 those around this one."""
    found, me = sight.pair, sight.reviewer.id
    pages = sight.store.pages.beside
    far = pages.progress(found.case_id, me)
    ticks = pages.ticks(found.case_id, found.number, me, MOST_TICKS)
    previous_id, next_id = beside(sight.store, sight.reviewer, sight.wanted, found.id,
                                  is_skipped=sight.around.is_skipped)
    numbers = pages.numbers([one for one in (previous_id, next_id) if one is not None])
    return Strip(
        case_id=found.case_id, case=sight.around.case, number=found.number,
        ticks=tuple(_tick(tick, found.id) for tick in ticks), tagged=far.tagged,
        skipped=far.skipped, total=far.total, previous_id=previous_id, next_id=next_id,
        order_words=wording.order_words(sight.wanted),
        previous_number=numbers.get(previous_id or 0), next_number=numbers.get(next_id or 0),
    )


def _tick(tick: TickRow, here: int) -> TickState:
    if tick.pair_id == here:
        return TickState.CURRENT
    if tick.is_tagged:
        return TickState.TAGGED
    return TickState.SKIPPED if tick.is_skipped else TickState.OPEN

"""The adjudication workbench: the disputes that wait, and one of them with all its readings."""

from dataclasses import dataclass, replace
from hashlib import sha256

from app.domain.errors import NotAllowed, NotFound
from app.domain.pairs import Pair, Relation
from app.domain.people import Reviewer
from app.domain.tags import Ruling, Stage
from app.exporters.page.wording import judged
from app.services import settling, wording
from app.services.browsing.context import around
from app.services.browsing.pieces import Places, cut, value_marks
from app.services.browsing.shells import bars
from app.services.pages.adjudication import (
    AdjudicationPage,
    Choice,
    Decided,
    DisputeLine,
    DisputeShown,
    Reading,
    Similar,
    Step,
)
from app.services.pages.shell import ClaimShown, TagShown
from app.store.pages.disputes import DisputeRow, SimilarRow, StepRow
from app.store.pages.one_pair import AroundRow, SideRow, TagRow
from app.store.session import Store

ON_PAGE = 25
BESIDE = 10
"""Disputes under discussion and decided ones that are shown below those that wait."""
LEAST_FOR_SHARE = 8
"""A share of fewer things is not shown, only the count (design, principle 10)."""

_DID = {Ruling.UNRESOLVED: "left it unresolved", Ruling.DISCUSSED: "asked to discuss it",
        Ruling.REOPENED: "opened it again"}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the workbench is looked at: limited to a case, from which page of the list on, with
    names, how much context, and which pair was decided just before. `late` also shows a pair on
    which nobody differs any more, to whoever had it open."""

    case_id: int | None = None
    after: int | None = None
    names: bool = False
    context: int = 1
    decided: int | None = None
    late: bool = False


_PLAIN = View()


def adjudication(
    store: Store, reviewer: Reviewer, pair_id: int | None = None, view: View = _PLAIN,
) -> AdjudicationPage:
    """The workbench with this dispute, or with the first one that waits.

    Raises NotFound for anybody but adjudicators and admins, for pairs that were never in
    dispute and for those of another case; NotAllowed for a pair that the adjudicator tagged.
    """
    settling.demand_adjudicator(reviewer)
    top, head, _, _ = bars(store, reviewer, view.case_id)
    waiting = store.pages.disputes.waiting(reviewer.id, view.case_id)
    found = store.pages.disputes.at(Stage.OPEN, reviewer.id, ON_PAGE + 1, case_id=view.case_id,
                                    after=view.after)
    listed = found[:ON_PAGE]
    here = pair_id if pair_id is not None else listed[0].pair_id if listed else None
    discussed = store.pages.disputes.at(Stage.DISCUSSED, reviewer.id, BESIDE,
                                        case_id=view.case_id)
    decided = store.pages.disputes.decided(reviewer.id, BESIDE, case_id=view.case_id)
    lines = _lines(store, [*listed, *discussed, *decided], here)
    return AdjudicationPage(
        shell=top, head=head, waiting=waiting.pairs, cases=waiting.cases,
        disputes=lines[:len(listed)],
        next_key=listed[-1].pair_id if len(found) > ON_PAGE else None,
        discussed=lines[len(listed):len(listed) + len(discussed)],
        decided=lines[len(listed) + len(discussed):],
        dispute=None if here is None else _dispute(store, reviewer, here, view),
        agreement="" if here is not None else _agreement(store, view.case_id),
        names=view.names, decided_now=_decided_now(store, reviewer, view.decided),
    )


def dispute_after(
    store: Store, reviewer: Reviewer, pair_id: int, case_id: int | None = None,
) -> int | None:
    """The open dispute that follows this one, oldest first and from the start again; None if
    there is none left."""
    pages = store.pages.disputes
    for after in (pair_id, None):
        rows = pages.at(Stage.OPEN, reviewer.id, 2, case_id=case_id, after=after)
        for row in rows:
            if row.pair_id != pair_id:
                return row.pair_id
    return None


def _lines(
    store: Store, rows: list[DisputeRow], here: int | None,
) -> tuple[DisputeLine, ...]:
    given = store.pages.disputes.tags([row.pair_id for row in rows])
    return tuple(DisputeLine(
        pair_id=row.pair_id, number=row.number, case=row.case, reason=row.reason,
        sources=_sources(row.first_source, row.second_source), since=row.since,
        relations=tuple(relation for _, relation in sorted(
            given.get(row.pair_id, ()), key=lambda one: _place(row.pair_id, one[0]))),
        settled=row.settled, here=row.pair_id == here,
    ) for row in rows)


def _sources(first: str, second: str) -> str:
    return first if first == second else wording.both((first, second))


def _place(pair_id: int, reviewer_id: int) -> bytes:
    """Where a reader stands among the readings of a pair: at random, and always the same."""
    return sha256(f"reading {pair_id} {reviewer_id}".encode()).digest()


def _dispute(store: Store, reviewer: Reviewer, pair_id: int, view: View) -> DisputeShown:
    found = store.pairs.get(pair_id)
    around_it = store.pages.one_pair.around(pair_id, reviewer.id)
    standing = store.pages.one_pair.standing(pair_id)
    steps = store.pages.disputes.steps(pair_id)
    dispute = store.decisions.dispute(pair_id)
    if (dispute is None and not view.late) or view.case_id not in {None, found.case_id}:
        raise NotFound("Nobody differs on this pair.")
    if any(tag.reviewer_id == reviewer.id for tag in standing):
        raise NotAllowed("You tagged this pair; somebody else settles it.")
    settled = steps[-1].relation if steps else None
    deciding = found.suggestion.findings[0]
    first, second = _claims(store, found, view.context)
    return DisputeShown(
        pair_id=pair_id, case_id=found.case_id, case=around_it.case, number=found.number,
        version=store.decisions.state(pair_id),
        stage=None if dispute is None else dispute.stage,
        question=_question(found, around_it, first, second), reason=deciding.reason,
        suggestion=TagShown(relation=found.suggestion.relation, suggested=True),
        first=first, second=second,
        readings=_readings(pair_id, standing, names=view.names), choices=_choices(standing),
        steps=tuple(_step(row, reviewer) for row in steps),
        similar=_similar(store, found), context=view.context,
        settled=None if settled is None else TagShown(relation=settled, settled=True),
    )


def _question(
    found: Pair, around_it: AroundRow, first: ClaimShown, second: ClaimShown,
) -> str:
    deciding = found.suggestion.findings[0]
    texts = ["".join(piece.text for piece in side.pieces) for side in (first, second)]
    return wording.question(deciding.reason, around_it.topic or "", what=deciding.what,
                            texts=texts)


def _claims(store: Store, found: Pair, context: int) -> tuple[ClaimShown, ClaimShown]:
    one, other = store.pages.one_pair.sides(found.key.first, found.key.second)
    numbered = value_marks(found.suggestion.findings, one.span, other.span)
    first = _claim(found, one, numbered.first, context)
    second = _claim(found, other, numbered.second, context)
    return first, replace(second, same_article=one.article_id == other.article_id)


def _claim(found: Pair, side: SideRow, marks: dict[int, Places], context: int) -> ClaimShown:
    told = around(side.text, side.span.start, side.span.end, max(0, min(context, 12)))
    return ClaimShown(
        id=side.claim_id, article_id=side.article_id, case_id=found.case_id, source=side.source,
        title=side.title, published_on=side.published_on, paragraph=side.paragraph,
        speaker=side.speaker, pieces=cut(side.span, marks), before=told.before,
        after=told.after, nearest=told.nearest,
    )


def _readings(pair_id: int, standing: list[TagRow], *, names: bool) -> tuple[Reading, ...]:
    shuffled = sorted(standing, key=lambda tag: _place(pair_id, tag.reviewer_id))
    return tuple(Reading(
        who=tag.name if names else f"Reading {n}", letter=tag.letter if names else "",
        relation=tag.relation, note=tag.note,
    ) for n, tag in enumerate(shuffled, start=1))


def _choices(standing: list[TagRow]) -> tuple[Choice, ...]:
    given = [tag.relation for tag in standing]
    settled = [Choice(relation=relation, tags=given.count(relation),
                      sentence=judged(given, relation)) for relation in Relation]
    unresolved = Choice(relation=None, tags=0, sentence=judged(given, unresolved=True))
    return (*settled, unresolved)


def _step(row: StepRow, reviewer: Reviewer) -> Step:
    did = f"settled it as {row.relation.value}" if row.relation else _DID[row.ruling]
    return Step(who="You" if row.name == reviewer.name else row.name, did=did, why=row.why,
                at=row.at, relation=row.relation)


def _similar(store: Store, found: Pair) -> Similar | None:
    rows = store.pages.disputes.similar(
        found.case_id, found.suggestion.findings[0].reason, found.id)
    if not rows:
        return None
    words = ", ".join(f"{row.pairs} settled as {row.relation.value}" for row in rows)
    newest = max(rows, key=_newest).newest_id
    return Similar(words=words, href=f"/adjudicate/{newest}")


def _newest(row: SimilarRow) -> int:
    return row.newest_id


def _agreement(store: Store, case_id: int | None) -> str:
    """How often two people say the same: a share, of few pairs the count."""
    twice = store.pages.disputes.twice(case_id)
    if not twice.pairs:
        return "No pair has tags of two people yet."
    same = twice.pairs - twice.differing
    if twice.pairs >= LEAST_FOR_SHARE:
        return f"{100 * same // twice.pairs}% of pairs tagged twice have the same tag."
    have = "has" if same == 1 else "have"
    pairs = wording.count_of(twice.pairs, "pair")
    return f"{same} of {pairs} tagged twice {have} the same tag."


def _decided_now(store: Store, reviewer: Reviewer, pair_id: int | None) -> Decided | None:
    """What this adjudicator did last on the pair; None if it was somebody else."""
    if pair_id is None:
        return None
    steps = store.pages.disputes.steps(pair_id)
    if not steps or steps[-1].name != reviewer.name:
        return None
    number, last = store.pairs.get(pair_id).number, steps[-1]
    did = {Ruling.SETTLED: f"settled as {last.relation or ''}",
           Ruling.UNRESOLVED: "left unresolved", Ruling.DISCUSSED: "is with its reviewers",
           Ruling.REOPENED: "is open again"}[last.ruling]
    return Decided(pair_id=pair_id, number=number, words=f"Pair {number} {did}")

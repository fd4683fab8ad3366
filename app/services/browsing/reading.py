"""Articles of a case, and one article with its claims marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Invalid
from app.domain.pairs import Place, Reason, Relation
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.paragraphs import IN_A_PART, Marked, Part, paragraphs, part_of
from app.services.browsing.pieces import shortened
from app.services.browsing.queries import write_filter
from app.services.browsing.shells import case_head, shell
from app.services.correcting.adding import passages
from app.services.pages.article import (
    AddForm,
    ArticlePage,
    ArticleRow,
    ArticlesPage,
    ClaimEntry,
    LeftOut,
    MarkFilter,
    MarkState,
    PartLink,
    SentenceChoice,
    SharedText,
)
from app.services.pages.queue import MyTag, QueueFilter
from app.services.pages.shell import TagShown
from app.store.pages.grid import WEIGHTS
from app.store.pages.states import ClaimPairRow
from app.store.pages.texts import ClaimRow
from app.store.session import Store

_LABELS = {
    MarkState.CONFLICT: "In conflict",
    MarkState.AGREE: "In agreement",
    MarkState.RELATED: "Related",
    MarkState.UNRELATED: "Unrelated",
    MarkState.OPEN: "Not reviewed",
    MarkState.ALONE: "One source",
}
GIST = 60
"""Characters that tell a claim of the list from its neighbours; the whole stands in the text."""

_RARE = {MarkState.RELATED, MarkState.UNRELATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the viewer may know of a claim: its state, and the pair that gave it."""

    state: MarkState
    tag: TagShown | None = None
    reason: Reason | None = None
    pair_id: int | None = None
    pairs: int = 0


def articles(store: Store, reviewer: Reviewer, case_id: int) -> ArticlesPage:
    """The articles of a case in order of publication. Raises NotFound."""
    head = case_head(store, reviewer, case_id)
    rows = store.pages.texts.of_case(case_id, reviewer.id)
    return ArticlesPage(
        shell=shell(store, reviewer), head=head,
        articles=tuple(ArticleRow(
            id=row.id, title=row.title, source=row.source, published_on=row.published_on,
            claims=row.claims, pairs=row.pairs, to_tag=row.to_tag, imported_at=row.imported_at,
        ) for row in rows),
    )


def article(
    store: Store, reviewer: Reviewer, case_id: int, article_id: int,
    chosen: Sequence[str] | None = None, *, part: int = 1, adds: bool = False,
) -> ArticlePage:
    """One article with its claims. `chosen` are the states whose marks are drawn, None: all.
    `part` is the part of a long article that is shown, `adds` opens the form for a claim.

    Raises NotFound, also for an article of another case, and Invalid for unknown states.
    """
    head = case_head(store, reviewer, case_id)
    text = store.pages.texts.one(case_id, article_id)
    here = part_of(text.text, part)
    claims = [claim for claim in store.pages.texts.claims(article_id) if here.holds(claim.start)]
    pairs = store.pages.texts.pairs(article_id, reviewer.id)
    seen = seen_of([claim.id for claim in claims], pairs)
    drawn = _chosen(chosen)
    wanted = QueueFilter(case_id=case_id, mine=(MyTag.NOT_YET,), source_ids=(text.source_id,))
    waiting = [pair for pair in pairs if pair.mine is None and pair.settled is None]
    return ArticlePage(
        shell=shell(store, reviewer), head=head, id=text.id, source=text.source,
        title=text.title, published_on=text.published_on, words=len(text.text.split()),
        imported_at=text.imported_at, file_name=text.file_name, sha256=text.sha256,
        dropped=text.dropped,
        paragraphs=paragraphs(text.text, text.title, [
            Marked(number=claim.number, start=claim.start, end=claim.end,
                   state=seen[claim.id].state)
            for claim in claims if seen[claim.id].state in drawn], here),
        claims=tuple(_entry(claim, seen[claim.id], case_id) for claim in claims),
        filters=_filters(list(seen.values()), drawn), open_pairs=len(waiting),
        left_out=tuple(LeftOut(id=row.id, number=row.number, gist=shortened(row.quote))
                       for row in store.pages.texts.left_out(article_id)),
        may_correct=reviewer.may_tag, part=here.number, parts=_parts(here),
        source_id=text.source_id, address=text.file_name if _is_address(text.file_name) else "",
        shared=_shared(store, case_id, article_id), agency=store.origins.agency(article_id),
        add=add_form(text.text, claims, here) if adds and reviewer.may_tag else None,
        open_href=addresses.of_pair(waiting[0].pair_id, write_filter(wanted)) if waiting
        else addresses.of_list(wanted),
    )


MOST_SHARED = 6
"""Other articles that are named beside a text; those that share most come first."""


def _shared(store: Store, case_id: int, article_id: int) -> tuple[SharedText, ...]:
    return tuple(
        SharedText(words=f"Shares {wording.count_of(row.paragraphs, 'paragraph')} with"
                   if row.paragraphs else "Shares a few lines with",
                   source=row.source, href=f"/cases/{case_id}/articles/{row.article_id}")
        for row in store.origins.shared_with(article_id)[:MOST_SHARED])


def add_form(text: str, claims: Sequence[ClaimRow], here: Part) -> AddForm:
    """The free sentences of a part, to make a claim of."""
    spans = [Place(claim.start, claim.end) for claim in claims]
    return AddForm(sentences=tuple(
        SentenceChoice(number=each.number, paragraph=each.paragraph,
                       text=text[each.place.start:each.place.end])
        for each in passages(text, spans)
        if not each.is_taken and here.holds(each.place.start)))


def _parts(here: Part) -> tuple[PartLink, ...]:
    if here.of == 1:
        return ()
    return tuple(PartLink(
        number=number, first=(number - 1) * IN_A_PART + 1, is_here=number == here.number,
        last=min(number * IN_A_PART, here.total),
    ) for number in range(1, here.of + 1))


def _is_address(name: str) -> bool:
    return name.startswith(("https://", "http://")) and not set(name) & set(' \n\t"<>')


def _chosen(chosen: Sequence[str] | None) -> frozenset[MarkState]:
    if chosen is None:
        return frozenset(MarkState)
    known = {state.value: state for state in MarkState}
    asked = {name for name in chosen if name}
    if not asked <= known.keys():
        raise Invalid({"show": "Marks cannot be chosen by that state."})
    return frozenset(known[name] for name in asked)


def seen_of(claim_ids: Sequence[int], pairs: Sequence[ClaimPairRow]) -> dict[int, Seen]:
    """What the viewer may know of each claim, from all pairs of these claims."""
    by_claim: dict[int, list[ClaimPairRow]] = {claim_id: [] for claim_id in claim_ids}
    for pair in pairs:
        for claim_id in {pair.first_claim_id, pair.second_claim_id} & by_claim.keys():
            by_claim[claim_id].append(pair)
    return {claim_id: _seen(met) for claim_id, met in by_claim.items()}


def _seen(pairs: Sequence[ClaimPairRow]) -> Seen:
    """The weightiest thing that people said of a claim; else that it waits, or stands alone."""
    if not pairs:
        return Seen(state=MarkState.ALONE)
    for relation in WEIGHTS:
        for pair in pairs:
            if relation in _said(pair):
                return Seen(
                    state=MarkState(relation.value), reason=pair.reason, pair_id=pair.pair_id,
                    tag=TagShown(relation=relation, settled=pair.settled is not None),
                    pairs=len(pairs))
    likely = pairs[0]
    return Seen(state=MarkState.OPEN, reason=likely.reason, pair_id=likely.pair_id,
                 tag=TagShown(relation=likely.suggested, suggested=True), pairs=len(pairs))


def _said(pair: ClaimPairRow) -> set[Relation]:
    """What the viewer may know that people said; a settlement outranks single tags."""
    if pair.settled is not None:
        return {pair.settled}
    return set() if pair.mine is None else {pair.mine, *pair.theirs}


def _entry(claim: ClaimRow, seen: Seen, case_id: int) -> ClaimEntry:
    query = write_filter(QueueFilter(case_id=case_id, mine=(MyTag.NOT_YET,)))
    gist = shortened(claim.quote, GIST)
    return ClaimEntry(
        id=claim.id, number=claim.number, gist=gist, reason=seen.reason,
        whole="" if gist == claim.quote else claim.quote,
        tag=seen.tag, state=seen.state, speaker=claim.speaker, values=claim.values,
        pairs=seen.pairs, corrected=claim.corrected,
        pair_href=None if seen.pair_id is None else addresses.of_pair(seen.pair_id, query),
    )


def _filters(seen: Sequence[Seen], drawn: frozenset[MarkState]) -> tuple[MarkFilter, ...]:
    """A check box a state; the two rare ones only where they occur."""
    states = [each.state for each in seen]
    return tuple(MarkFilter(
        state=state.value, label=label, count=states.count(state), chosen=state in drawn,
    ) for state, label in _LABELS.items() if state not in _RARE or state in states)

"""The claims of a case: the list, its filter, and the forms that open in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.domain.claims import Modality, SpeakerKind
from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses, reshaping_forms
from app.services.browsing.claim_filters import (
    is_id,
    read_claims_filter,
    selects,
    write_claims_filter,
)
from app.services.browsing.putting_right import fields_of
from app.services.browsing.queries import write_filter
from app.services.browsing.reading import Seen, seen_of
from app.services.browsing.shells import case_head, shell
from app.services.pages.claims import (
    Ask,
    ClaimLine,
    ClaimsFilter,
    ClaimsPage,
    FactChip,
    Selection,
)
from app.services.pages.correct import CorrectFields
from app.services.pages.queue import MyTag, QueueFilter
from app.store.pages.claim_filters import ClaimState, WantedClaims
from app.store.pages.claims import ClaimListRow
from app.store.session import Store

ON_PAGE = 25
_LIST = re.compile(r"/cases/(\d{1,18})/claims")
MOST_CHOSEN = 50
"""Claims that one form is about: two pages of the list."""

SPEECH = {
    SpeakerKind.DIRECT: "word for word", SpeakerKind.MIXED: "partly word for word",
    SpeakerKind.INDIRECT: "indirect speech",
}
@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is open in the list: the place in it, the claims chosen, a form."""

    after: int | None = None
    before: int | None = None
    chosen: tuple[int, ...] = ()
    ask: Ask | None = None
    edit: int | None = None
    proposal: int | None = None
    split: int | None = None
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A page of a case's list of claims."""

    case_id: int
    wanted: ClaimsFilter
    opened: Opened


def claims_list(address: str) -> ListPlace | None:
    """The list that an address of ours shows; None for another page. Raises Invalid for a
    filter that no page wrote; what is no number in the place is passed over."""
    parts = urlsplit(address)
    found = _LIST.fullmatch(parts.path)
    if found is None:
        return None
    told = dict(parse_qsl(parts.query))
    after, before = (int(told[name]) if is_id(told.get(name, "")) else None
                     for name in ("after", "before"))
    return ListPlace(int(found[1]), read_claims_filter(told),
                     Opened(after=after, before=before))


def claims(
    store: Store, reviewer: Reviewer, case_id: int, wanted: ClaimsFilter,
    opened: Opened | None = None,
) -> ClaimsPage:
    """A page of 25 claims. Raises NotFound, and Invalid for a place outside the case."""
    opened = opened or Opened()
    head = case_head(store, reviewer, case_id)
    _demand_of_case(store, case_id, opened)
    asked = WantedClaims(case_id=case_id, reviewer_id=reviewer.id, source_id=wanted.source_id,
                         article_id=wanted.article_id, kind=wanted.kind,
                         topic_id=wanted.topic_id, state=wanted.state)
    lists = store.pages.claims
    opened = _placed(store, asked, opened)
    found = lists.ids(asked, ON_PAGE + 1, after=opened.after, before=opened.before)
    more = len(found) > ON_PAGE
    ids = found[-ON_PAGE:] if opened.before is not None else found[:ON_PAGE]
    at = _Place(case_id, write_claims_filter(wanted), opened)
    first = lists.count(asked, upto=ids[0]) if ids and (opened.after or opened.before) else 1
    total = lists.count(asked)
    rows = lists.rows(ids)
    seen = seen_of(ids, store.pages.claim_states.pairs(ids, reviewer.id))
    chosen = lists.rows(opened.chosen)
    out = wanted.state is ClaimState.LEFT_OUT
    left_out_by = lists.left_out_by(ids) if out else {}
    return ClaimsPage(
        shell=shell(store, reviewer), head=head, total=total, unfiltered=head.claims,
        filters=selects(lists.choices(case_id), wanted), first_on_page=first,
        rows=tuple(_line(row, seen[row.id], at, left_out_by.get(row.id)) for row in rows),
        previous_href=at.list(before=ids[0]) if first > 1 else "",
        next_href=at.list(after=ids[-1]) if (more or opened.before) and (
            first + len(ids) <= total) else "",
        clear_href=f"/cases/{case_id}/claims", here=at.here(), carried=tuple(at.query),
        selection=_selection(chosen), of_one_article=wanted.article_id,
        may_correct=reviewer.may_tag, shows_left_out=out,
        edit=_edit(store, reviewer, opened, at),
        split=reshaping_forms.split(store, opened.split, opened.cut, at.here())
        if opened.split is not None and reviewer.may_tag else None,
        reshape=reshaping_forms.reshape(store, opened.ask, chosen, named(chosen))
        if opened.ask is not None and reviewer.may_tag else None,
    )


def named(rows: Sequence[ClaimListRow]) -> str:
    """"claims 13 and 14, Courier"; of several articles each with its outlet."""
    if not rows:
        return ""
    articles: dict[int, list[ClaimListRow]] = {}
    for row in sorted(rows, key=lambda row: (row.article_id, row.number)):
        articles.setdefault(row.article_id, []).append(row)
    return "; ".join(
        f"{'claim' if len(said) == 1 else 'claims'} "
        f"{wording.both([str(row.number) for row in said])}, {said[0].source}"
        for said in articles.values())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the list stands, for the addresses that it carries."""

    case_id: int
    query: list[tuple[str, str]]
    opened: Opened

    def here(self) -> str:
        """This page of the list, with no form open."""
        return self.list(after=self.opened.after, before=self.opened.before)

    def list(self, *, after: int | None = None, before: int | None = None) -> str:
        """A page of the list."""
        keys = [(name, str(value)) for name, value in (("after", after), ("before", before))
                if value is not None]
        query = urlencode([*self.query, *keys])
        return f"/cases/{self.case_id}/claims{'?' if query else ''}{query}"

    def with_form(self, name: str, claim_id: int) -> str:
        """This page of the list with a form open at a claim."""
        here = self.here()
        return f"{here}{'&' if '?' in here else '?'}{name}={claim_id}#claim-{claim_id}"


def _demand_of_case(store: Store, case_id: int, opened: Opened) -> None:
    """Raise Invalid for a claim of another case."""
    told = {"after": opened.after, "before": opened.before, "edit": opened.edit,
            "split": opened.split, **{f"claim-{n}": one for n, one in enumerate(opened.chosen)}}
    if len(opened.chosen) > MOST_CHOSEN:
        raise Invalid({"claim": f"Choose {MOST_CHOSEN} claims at most."})
    for name, claim_id in told.items():
        if claim_id is not None and not store.pages.claims.is_of_case(claim_id, case_id):
            raise Invalid({name: "There is no such claim in this case; open the list again."})


def _placed(store: Store, asked: WantedClaims, opened: Opened) -> Opened:
    """The page that begins with the claim whose form is open, if its address names no page and
    the first page does not hold it."""
    claim_id = opened.edit or opened.split
    if claim_id is None or opened.after is not None or opened.before is not None:
        return opened
    before = store.pages.claims.ids(asked, ON_PAGE, before=claim_id)
    return replace(opened, after=before[-1]) if len(before) == ON_PAGE else opened


def _edit(
    store: Store, reviewer: Reviewer, opened: Opened, at: _Place,
) -> CorrectFields | None:
    if opened.edit is None:
        return None
    claim = store.claims.get(opened.edit)
    article = store.articles.get(store.claims.article_of(opened.edit))
    shown = fields_of(store, reviewer, claim, article, back=at.here(),
                      proposal_id=opened.proposal)
    return replace(shown, back=f"{at.here()}#claim-{opened.edit}")


def _line(
    row: ClaimListRow, seen: Seen, at: _Place, left_out_by: int | None,
) -> ClaimLine:
    query = write_filter(QueueFilter(case_id=at.case_id, mine=(MyTag.NOT_YET,)))
    return ClaimLine(
        id=row.id, number=row.number, text=row.quote, source=row.source, article=row.title,
        article_href=addresses.of_claim(at.case_id, row.article_id, row.id, row.paragraph),
        paragraph=row.paragraph, facts=facts_of(row), speaker=row.speaker,
        speech=_speech(row), topic=row.topic,
        topic_href="" if row.topic_id is None
        else f"/cases/{at.case_id}/pairs?topic={row.topic_id}",
        tag=seen.tag, pairs=seen.pairs,
        pair_href="" if seen.pair_id is None else addresses.of_pair(seen.pair_id, query),
        edit_href=at.with_form("edit", row.id), split_href=at.with_form("split", row.id),
        proposals=row.proposals, is_chosen=row.id in at.opened.chosen,
        left_out_id=left_out_by)


def facts_of(row: ClaimListRow) -> tuple[FactChip, ...]:
    """All that was read in a claim: values, then steps of a procedure, then how sure it is."""
    chips = [FactChip(kind=fact.kind.capitalize(), shown=fact.shown, by_person=fact.by_person)
             for fact in row.facts]
    chips += [FactChip(kind="Stage", shown=stage.value.replace("_", " ")) for stage in row.stages]
    chips += [FactChip(kind="Stage", shown=f"{stage.value.replace('_', ' ')} due")
              for stage in row.stages_ahead]
    if row.modality is not Modality.DID:
        chips.append(FactChip(kind="Modality", shown=row.modality.value))
    return tuple(dict.fromkeys(chips))


def _speech(row: ClaimListRow) -> str:
    if row.speech is None:
        return ""
    return SPEECH[row.speech] + (f", through {row.via}" if row.via else "")


def _selection(chosen: Sequence[ClaimListRow]) -> Selection:
    of_one = len({row.article_id for row in chosen}) == 1
    return Selection(count=len(chosen), named=named(chosen), may_split=len(chosen) == 1,
                     may_merge=of_one and len(chosen) > 1)



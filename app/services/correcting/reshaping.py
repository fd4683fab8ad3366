"""Several claims made one, one cut in two, several left out: each one deed with one undo."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.corrections import CorrectedPart, Correction, Reshaping, What, words_json
from app.domain.errors import Invalid
from app.domain.pairs import Pair, Place
from app.domain.people import Reviewer
from app.services.correcting.again import compare_again, demand_part
from app.services.correcting.changes import reread, words_of
from app.services.correcting.claims import LONGEST_REASON
from app.services.correcting.standing import (
    apply,
    demand_unchanged,
    hold,
    keep,
    new,
    standing,
)
from app.services.typed import keepable
from app.store.reshapings import MovedPair
from app.store.session import Store

ALL_WORDS = 0
"""In place of the claim whose words stay: all words from the first claim to the last."""

LONGEST_MERGED = 1_000
"""Characters from the first claim to the last: more than that is no one assertion."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is to be done: each claim with its parts, the leading one first, and how to begin."""

    kind: Reshaping
    parts: Sequence[tuple[Claim, CorrectedPart]]
    moves: Callable[[], Iterable[MovedPair]]
    why: str = ""


def merge_claims(
    store: Store, reviewer: Reviewer, claim_ids: Sequence[int], *, words: int, why: str,
    seen: int, at: datetime,
) -> Correction:
    """Make several claims of one article one. `words` is the claim whose words stay, or
    `ALL_WORDS`. Pairs of the others follow, with their tags, where there is none like them.

    Raises Invalid for claims that cannot be merged, and Conflict if one changed meanwhile; then
    nothing is written. Returns the leading correction; `undo` of it undoes all.
    """
    demand_part(reviewer)
    claims, article = _held(store, claim_ids)
    if len(claims) < 2:  # noqa: PLR2004  one is nothing to merge
        raise Invalid({"claim": "Choose two claims or more of one article to merge them."})
    demand_unchanged(store, [claim.id for claim in claims], article.case_id, seen)
    kept = _kept(store, claims, article, words)
    others = [claim for claim in claims if claim.id != kept.id]
    before = next(claim for claim in claims if claim.id == kept.id)
    out = [(claim, _no_claim()) for claim in others]
    lead = (before, CorrectedPart(what=What.BOUNDARY, before=words_json(before),
                                  after=words_json(kept)))
    deed = _Deed(
        Reshaping.MERGED, [lead, *out] if kept != before else out,
        lambda: [MovedPair(pair.id, other.id, kept.id)
                 for other in others for pair in _pairs(store, other.id)], why)
    return _do(store, reviewer, deed, article, claims, at)


def split_claim(
    store: Store, reviewer: Reviewer, claim_id: int, *, cut: int, why: str, seen: int,
    at: datetime,
) -> Correction:
    """Cut a claim after its word number `cut`. The first part keeps the claim's number; pairs
    follow the part that they were about, and no tag is lost.

    Raises Invalid for a cut outside the claim, and Conflict if it changed meanwhile.
    """
    demand_part(reviewer)
    claim, article = hold(store, claim_id)
    demand_unchanged(store, [claim_id], article.case_id, seen)
    first, second = halves(claim, article, cut)
    why = keepable("why", why, longest=LONGEST_REASON)
    made = store.claims.add_one(article.revision, second)
    lead = CorrectedPart(what=What.BOUNDARY, before=words_json(claim), after=words_json(first))
    added = CorrectedPart(what=What.BOUNDARY, before=None, after=words_json(second))
    deed = _Deed(
        Reshaping.SPLIT, [(claim, lead), (made, added)],
        lambda: [MovedPair(pair.id, claim.id, made.id) for pair in _pairs(store, claim.id)
                 if is_about(pair, claim.id, second)], why)
    return _do(store, reviewer, deed, article, [claim, made], at)


def leave_out(
    store: Store, reviewer: Reviewer, claim_ids: Sequence[int], *, why: str, seen: int,
    at: datetime,
) -> Correction:
    """Say of several claims of one case that they are none. Raises as `merge_claims` does."""
    demand_part(reviewer)
    found = [hold(store, claim_id) for claim_id in dict.fromkeys(claim_ids)]
    if len({article.case_id for _, article in found}) != 1:
        raise Invalid({"claim": "Choose claims of one case."})
    claims = [claim for claim, _ in found]
    demand_unchanged(store, [claim.id for claim in claims], found[0][1].case_id, seen)
    deed = _Deed(Reshaping.LEFT_OUT, [(claim, _no_claim()) for claim in claims], tuple, why)
    return _do(store, reviewer, deed, found[0][1], claims, at)


def halves(claim: Claim, article: Article, cut: int) -> tuple[Claim, Claim]:
    """The two claims that a cut after word `cut` would make. Raises Invalid."""
    words = words_of(claim.span)
    if not 1 <= cut < len(words):
        raise Invalid({"cut": "Choose a word inside the claim to cut after."})
    first = reread(claim, article, words[0].start, words[cut - 1].end)
    second = reread(claim, article, words[cut].start, words[-1].end)
    return _with_facts_of(first, claim), replace(_with_facts_of(second, claim), id=0)


def joined(claims: Sequence[Claim], others: Sequence[Claim], article: Article) -> Claim | None:
    """One claim from the first of these to the last, if nothing but they stands between.

    `others` are the claims of the article. None where that is no one assertion.
    """
    start, end = claims[0].span.start, claims[-1].span.end
    ids = {claim.id for claim in claims}
    between = any(other.span.start < end and start < other.span.end
                  for other in others if other.id not in ids)
    apart = len({claim.paragraph for claim in claims}) > 1
    if between or apart or end - start > LONGEST_MERGED:
        return None
    return _with_facts_of(reread(claims[0], article, start, end), *claims)


def is_about(pair: Pair, claim_id: int, part: Claim) -> bool:
    """What was found first about this claim of the pair stands in this part of it."""
    for finding in pair.suggestion.findings:
        places = finding.first_places if claim_id == pair.key.first else finding.second_places
        if places:
            inside = [place for place in places if _stands_in(place, part)]
            return 2 * len(inside) > len(places)
    return False


def _stands_in(place: Place, part: Claim) -> bool:
    return part.span.start <= place[0] and place[1] <= part.span.end


def _with_facts_of(claim: Claim, *holders: Claim) -> Claim:
    """With what these read in the claim's words, where that is not what the engine reads."""
    held = {(fact.kind, fact.start, fact.end): fact for holder in holders for fact in holder.facts
            if claim.span.start <= fact.start and fact.end <= claim.span.end}
    within = [(holder.span.start, holder.span.end) for holder in holders]
    fresh = [fact for fact in claim.facts
             if not any(start <= fact.start and fact.end <= end for start, end in within)]
    facts = sorted((*held.values(), *fresh), key=lambda fact: (fact.start, fact.end))
    return replace(claim, facts=tuple(facts))


def _held(store: Store, claim_ids: Sequence[int]) -> tuple[list[Claim], Article]:
    """The claims in order of place, and their one article. Raises Invalid, NotFound."""
    found = [hold(store, claim_id) for claim_id in dict.fromkeys(claim_ids)]
    if len({article.id for _, article in found}) != 1:
        raise Invalid({"claim": "Choose two claims or more of one article to merge them."})
    return sorted((claim for claim, _ in found), key=lambda claim: claim.span.start), found[0][1]


def _kept(store: Store, claims: Sequence[Claim], article: Article, words: int) -> Claim:
    """The claim that stays, with the words that it will have."""
    if words == ALL_WORDS:
        whole = joined(claims, store.claims.of_article(article.id), article)
        if whole is not None:
            return whole
    for claim in claims:
        if claim.id == words:
            return claim
    raise Invalid({"words": "Choose which words stay."})


def _no_claim() -> CorrectedPart:
    return CorrectedPart(what=What.NOT_A_CLAIM, before=False, after=True)


def _pairs(store: Store, claim_id: int) -> tuple[Pair, ...]:
    """All pairs of a claim, those that are not suggested any more too."""
    return (*store.pairs.of_claim(claim_id), *store.pairs.of_claim(claim_id, gone=True))


def _do(
    store: Store, reviewer: Reviewer, deed: _Deed, article: Article, claims: Sequence[Claim],
    at: datetime,
) -> Correction:
    why = keepable("why", deed.why, longest=LONGEST_REASON)
    moved: list[MovedPair] = []
    for claim, _ in deed.parts:
        store.corrections.keep_reading(claim)
    after = {claim.id: standing(store, claim.id).and_then(part) for claim, part in deed.parts}

    def reshape() -> None:
        moved.extend(pair for pair in deed.moves() if store.reshapings.move(*pair))
        for claim, _ in deed.parts:
            apply(store, claim, after[claim.id])

    again = compare_again(store, article.case_id, at, reshape, [claim.id for claim in claims])
    made = [keep(store, reviewer, new(claim.id, [part], why, again), article.case_id, at=at)
            for claim, part in deed.parts]
    store.reshapings.join(deed.kind, [each.id for each in made], moved)
    return made[0]

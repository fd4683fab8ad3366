"""One value or speaker put right from the page of a pair."""

import re
from dataclasses import dataclass
from datetime import datetime

from app.domain.claims import Claim, SpeakerKind
from app.domain.corrections import Correction
from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services.correcting.again import demand_part
from app.services.correcting.changes import Change, Spoken
from app.services.correcting.claims import correct_claim
from app.store.session import Store

_WHAT = re.compile(r"(\d{1,18})-(speaker|\d{1,4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrongly:
    """What is read wrongly: `what` is a claim's id with the number of one of its values, or
    with "speaker". `seen` are the states of both claims as the page showed them. With `apart`
    the two are not about the same event, whatever else is typed."""

    what: str
    should_be: str
    apart: bool
    seen: tuple[int, int]


def correct_in_pair(
    store: Store, reviewer: Reviewer, pair_id: int, wrongly: Wrongly, *, why: str, at: datetime,
) -> Correction:
    """Put one thing right in a pair. Raises as `correct_claim` does, by the fields `what`,
    `should_be` and `why-reason`."""
    demand_part(reviewer)
    pair = store.pairs.get(pair_id)
    if wrongly.apart:
        claim_id, change = pair.key.first, Change(apart_from=pair_id)
    else:
        claim_id, change = _change(store, pair.key, wrongly)
    try:
        return correct_claim(store, reviewer, claim_id, change, why=why, at=at,
                             seen=wrongly.seen[pair.key.index(claim_id)])
    except Invalid as wrong:
        raise Invalid({_field(name): words for name, words in wrong.fields.items()}) from wrong


def _change(
    store: Store, key: tuple[int, int], wrongly: Wrongly,
) -> tuple[int, Change]:
    found = _WHAT.fullmatch(wrongly.what)
    if found is None or int(found[1]) not in key:
        raise Invalid({"what": "Choose what is read wrongly."})
    claim = store.claims.get(int(found[1]))
    if found[2] == "speaker":
        return claim.id, Change(speaker=_spoken(claim, wrongly.should_be.strip()))
    at = int(found[2]) - 1
    if not 0 <= at < len(claim.facts):
        raise Invalid({"what": "Choose what is read wrongly."})
    values = [str(fact.value) for fact in claim.facts]
    values[at] = wrongly.should_be
    return claim.id, Change(values=values)


def _spoken(claim: Claim, name: str) -> Spoken:
    """The same way of speaking with another name; no name: the outlet itself."""
    if not name:
        return Spoken(name="", how=None)
    how = claim.speaker.kind if claim.speaker else SpeakerKind.INDIRECT
    return Spoken(name=name, how=how, via=claim.speaker.via if claim.speaker else "")


def _field(name: str) -> str:
    if name == "why":
        return "why-reason"
    return name if name == "what" else "should_be"

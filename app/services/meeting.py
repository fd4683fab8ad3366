"""Comparing some claims of a large case with those near to them, found through an index.

A case is compared whole when much of it is new, and again when nothing more is to do (`work`).
In between, what comes in or is put right meets what is near to it at once, so that nobody waits.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.aliases import Aliases
from app.engine.casework import near
from app.engine.casework.index import Index, index_of
from app.engine.casework.known import Known, Uses, known
from app.engine.casework.told import CaseWords, count_words
from app.engine.comparing import ENGINE
from app.engine.reading import Reading
from app.services import comparing, keying
from app.store.audit import Did
from app.store.keys import Size
from app.store.pairs import Change
from app.store.session import Store

MOST_NAMED = 60
"""Claims that are compared again at once when a name gets another meaning."""

_AT_ONCE = 10
"""Articles that are read together while looking for those of the same event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What comparing some claims with those near to them came to. `claim_ids` are the claims,
    `among` all that were read; `added` are articles that the index does not count yet."""

    case_id: int
    edition: int
    article_ids: frozenset[int]
    claim_ids: frozenset[int]
    among: frozenset[int]
    suggested: tuple[comparing.Suggested, ...]
    added: Index | None


def is_large(store: Store, case_id: int) -> bool:
    """The case has an index, so that some claims of it can be compared alone."""
    return store.keys.size(case_id) is not None


def meet(store: Store, case_id: int, article_ids: Collection[int],
         claim_ids: Collection[int] = ()) -> Meeting:
    """Compare these claims, else all claims of these articles, with those near to them."""
    fresh = comparing.readings(store, case_id, sorted(article_ids))
    missing = [reading for reading in fresh if not store.keys.holds(reading.article_id)]
    added = index_of(missing) if missing else None
    whole = _counted(store, case_id, fresh, added)
    probe = CaseWords(fresh, whole=whole)
    ranked = [*store.keys.partners(case_id, claim_ids),
              *near.nearest(probe, store.keys.under(case_id, near.wanted(probe)))]
    ranked = [one for one in dict.fromkeys(ranked) if one not in set(article_ids)]
    read = [*fresh, *_nearest(store, case_id, ranked)]
    whole = _counted(store, case_id, read, added)
    met = near.of_their_events(read, article_ids, whole)
    claims = frozenset(claim_ids or (claim.id for one in fresh for claim in one.claims))
    aliases = Aliases({one.name: one.means for one in store.aliases.of_case(case_id)})
    return Meeting(
        case_id=case_id, edition=store.corrections.edition(case_id), claim_ids=claims,
        article_ids=frozenset(article_ids), added=added,
        among=frozenset(claim.id for one in read for claim in one.claims) | claims,
        suggested=near.compare(met, claims, whole, ENGINE, aliases))


def meet_again(store: Store, case_id: int, claim_ids: Collection[int], *, at: datetime) -> None:
    """Compare these claims with those near to them, after somebody put something right."""
    articles = {store.claims.article_of(claim_id) for claim_id in claim_ids}
    if articles:
        record(store, meet(store, case_id, articles, claim_ids), at=at)
    else:
        store.keys.change(case_id)


def naming(store: Store, case_id: int, names: Collection[str]) -> frozenset[int]:
    """The claims of a large case that hold one of these names, the first few."""
    return frozenset(claim_id for name in names
                     for claim_id in store.keys.naming(case_id, name, MOST_NAMED // len(names)))


def record(store: Store, met: Meeting, *, at: datetime) -> Change:
    """Keep the pairs of the claims, and let the case be compared whole in due time. Where people
    put something right since, the claims are compared again first."""
    case = store.cases.hold(met.case_id)
    if met.edition != store.corrections.edition(case.id):
        met = meet(store, case.id, met.article_ids, met.claim_ids)
    parted = store.corrections.parted(case.id)
    change = store.pairs.suggest(
        case.id, [one for one in met.suggested if one[0] not in parted],
        among=met.among | store.corrections.left_out(case.id), of=met.claim_ids)
    if met.added is not None:
        keying.add(store, case.id, met.added)
    store.keys.change(case.id)
    store.audit.add(Did.COMPARED, at=at, case_id=case.id, engine=ENGINE,
                    articles=len(met.article_ids), pairs=change.suggested, new=change.new)
    return change


def _counted(store: Store, case_id: int, readings: Sequence[Reading],
             added: Index | None) -> Known:
    """How often the words of these articles occur in the whole case."""
    size = store.keys.size(case_id) or Size(0, 0)
    here = count_words(readings)
    found = known(size.claims, size.articles, (
        (row.word, Uses(*row[1:])) for row in store.keys.words(case_id, here.words())))
    if added is not None:
        found.grow(added.known)
    found.cover(here)
    return found


def _nearest(store: Store, case_id: int, ranked: list[int]) -> list[Reading]:
    """The nearest articles, as many as may be read."""
    found: list[Reading] = []
    left = near.MOST_CLAIMS
    for at in range(0, len(ranked), _AT_ONCE):
        for reading in comparing.readings(store, case_id, ranked[at:at + _AT_ONCE]):
            left -= len(reading.claims)
            if left < 0:
                return found
            found.append(reading)
    return found

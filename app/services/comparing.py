"""Setting the claims of a case against each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.origins import Origins
from app.domain.pairs import PairKey, Suggestion
from app.domain.topics import Topic
from app.engine.aliases import Aliases
from app.engine.casework import whole
from app.engine.casework.index import Index
from app.engine.comparing import ENGINE
from app.engine.copies import copies
from app.engine.reading import Reading
from app.models.classifier import Classifier
from app.services import keying, ordering, second_opinions
from app.store.audit import Did
from app.store.session import Store

Suggested = tuple[PairKey, Suggestion]
"""A pair and what the machine makes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What there is to compare in a case: articles as people left them, and its names.

    `edition` grows with all that people put right, see `record`; `changes` with each time that
    some claims were compared alone, see `meeting`.
    """

    case_id: int
    readings: tuple[Reading, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    edition: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the engine makes of some articles of one case, as of an edition of it."""

    case_id: int
    edition: int
    article_ids: frozenset[int]
    claim_ids: frozenset[int]
    suggested: tuple[Suggested, ...]
    topics: tuple[Topic, ...]
    index: Index | None
    changes: int
    origins: Origins


def compare_case(store: Store, case_id: int, *, at: datetime,
                 changed: Collection[int] = ()) -> Outcome:
    """Compare the whole case again. Pair numbers and tags survive; nothing is doubled. What a
    model said of claims that were not `changed` (ids) stays."""
    case = store.cases.hold(case_id)
    outcome = compare(material(store, case.id))
    record(store, outcome, at=at, changed=changed)
    return outcome


def material(store: Store, case_id: int) -> Material:
    """What the engine compares."""
    return Material(
        case_id=case_id, readings=readings(store, case_id),
        aliases={alias.name: alias.means for alias in store.aliases.of_case(case_id)},
        edition=store.corrections.edition(case_id), changes=store.keys.changes(case_id),
    )


def readings(
    store: Store, case_id: int, only: Sequence[int] | None = None,
) -> tuple[Reading, ...]:
    """The articles of a case as the engine reads them, in order of import; `only` some of them,
    up to 500, or all."""
    found = (store.claims.of_case(case_id) if only is None
             else store.claims.of_articles(only))
    return tuple(
        Reading(article_id=text.id, source_id=text.source_id, title=text.title,
                published_on=text.published_on, text=text.text, claims=found.get(text.id, ()))
        for text in store.articles.texts(case_id, only)
    )


def compare(given: Material, model: Classifier | None = None) -> Outcome:
    """Let the engine work, then ask the model for its opinion. Touches no store, so no
    transaction needs to be open meanwhile."""
    read = given.readings
    origins = copies(read)
    suggested, topics, index = whole.compare(read, ENGINE, Aliases(given.aliases), origins)
    return Outcome(
        case_id=given.case_id, edition=given.edition,
        article_ids=frozenset(reading.article_id for reading in read),
        claim_ids=frozenset(claim.id for reading in read for claim in reading.claims),
        suggested=second_opinions.with_opinions(suggested, read, model), topics=topics,
        index=index, changes=given.changes, origins=origins,
    )


def record(store: Store, outcome: Outcome, *, at: datetime,
           changed: Collection[int] = ()) -> None:
    """Keep the outcome. An article that came in since is not touched; where people put
    something right since, all is compared again first, so that they see what follows."""
    case = store.cases.hold(outcome.case_id)
    if outcome.edition != store.corrections.edition(case.id):
        outcome = compare(material(store, case.id))
    ordering.reorder(store)
    parted = store.corrections.parted(case.id)
    suggested = second_opinions.kept(
        outcome.suggested, store.second_opinions.of_case(case.id), changed)
    change = store.pairs.suggest(
        case.id, [one for one in suggested if one[0] not in parted],
        among=outcome.claim_ids | store.corrections.left_out(case.id))
    store.origins.replace(case.id, outcome.origins)
    store.topics.propose(case.id, outcome.topics)
    keying.replace(store, case.id, outcome.index, compared=outcome.changes)
    store.audit.add(
        Did.COMPARED, at=at, case_id=case.id, engine=ENGINE,
        articles=len(outcome.article_ids), pairs=change.suggested, new=change.new,
    )

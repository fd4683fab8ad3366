"""Setting the claims of a case against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.pairs import PairKey, Suggestion
from app.domain.topics import Topic
from app.engine.casework.suggesting import Compared, topics
from app.engine.casework.told import CaseWords
from app.engine.comparing import ENGINE
from app.engine.reading import Reading
from app.store.audit import Did
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the engine makes of some articles of one case."""

    case_id: int
    article_ids: frozenset[int]
    claim_ids: frozenset[int]
    suggested: tuple[tuple[PairKey, Suggestion], ...]
    topics: tuple[Topic, ...]


def compare_case(store: Store, case_id: int, *, at: datetime) -> Outcome:
    """Compare the whole case again. Pair numbers and tags survive; nothing is doubled."""
    case = store.cases.hold(case_id)
    outcome = compare(case.id, readings(store, case.id))
    record(store, outcome, at=at)
    return outcome


def readings(store: Store, case_id: int) -> tuple[Reading, ...]:
    """The articles of a case as the engine reads them, in order of import."""
    found = store.claims.of_case(case_id)
    return tuple(
        Reading(article_id=text.id, source_id=text.source_id, title=text.title,
                published_on=text.published_on, text=text.text, claims=found.get(text.id, ()))
        for text in store.articles.texts(case_id)
    )


def compare(case_id: int, read: Sequence[Reading]) -> Outcome:
    """Let the engine work. Touches no store, so no transaction needs to be open meanwhile."""
    compared = Compared(CaseWords(read))
    return Outcome(
        case_id=case_id,
        article_ids=frozenset(reading.article_id for reading in read),
        claim_ids=frozenset(claim.id for reading in read for claim in reading.claims),
        suggested=tuple(compared.suggestions(ENGINE)), topics=topics(compared),
    )


def record(store: Store, outcome: Outcome, *, at: datetime) -> None:
    """Keep the outcome. An article that came in since is not touched."""
    case = store.cases.hold(outcome.case_id)
    change = store.pairs.suggest(case.id, outcome.suggested, among=outcome.claim_ids)
    store.topics.propose(case.id, outcome.topics)
    store.audit.add(
        Did.COMPARED, at=at, case_id=case.id, engine=ENGINE,
        articles=len(outcome.article_ids), pairs=change.suggested, new=change.new,
    )

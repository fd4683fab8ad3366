"""The filter of the list of claims: read from an address, written back, and shown."""

from collections.abc import Mapping, Sequence

from app.domain.errors import Invalid
from app.domain.facts import FactKind
from app.services.browsing.queries import LARGEST_ID
from app.services.pages.claims import Choice, ClaimsFilter, Select
from app.store.pages.claim_filters import ClaimState, Special
from app.store.pages.claims import Choices

_STATES = {
    ClaimState.CONFLICT: "Conflict", ClaimState.AGREE: "Agree", ClaimState.RELATED: "Related",
    ClaimState.UNRELATED: "Unrelated", ClaimState.OPEN: "Not reviewed",
    ClaimState.ALONE: "No pair", ClaimState.CORRECTED: "Corrected by a person",
    ClaimState.PROPOSED: "Correction proposed", ClaimState.LEFT_OUT: "Left out",
}
_SPECIAL = {Special.STAGE: "Stage", Special.MODALITY: "Modality", Special.NOTHING: "No fact"}


def read_claims_filter(given: Mapping[str, str]) -> ClaimsFilter:
    """The filter that these parameters ask for. Raises Invalid, by parameter."""
    wrong: dict[str, str] = {}
    ids = {name: _number(given.get(name, ""), name, wrong)
           for name in ("source", "article", "topic")}
    kinds = {kind.value: kind for kind in (*FactKind, *Special)}
    kind, state = given.get("kind", ""), given.get("state", "")
    if kind and kind not in kinds:
        wrong["kind"] = "Claims have no facts of that kind."
    if state and state not in set(ClaimState):
        wrong["state"] = "Claims have no such state."
    if given.get("topic") == "none":
        wrong.pop("topic", None)
        ids["topic"] = 0
    if wrong:
        raise Invalid(wrong)
    return ClaimsFilter(source_id=ids["source"], article_id=ids["article"],
                        topic_id=ids["topic"], kind=kinds[kind] if kind else None,
                        state=ClaimState(state) if state else None)


def write_claims_filter(wanted: ClaimsFilter) -> list[tuple[str, str]]:
    """The parameters of a filter in their one order; what is not asked for is left out."""
    told = {
        "source": wanted.source_id, "article": wanted.article_id, "kind": wanted.kind,
        "topic": "none" if wanted.topic_id == 0 else wanted.topic_id, "state": wanted.state,
    }
    return [(name, str(value)) for name, value in told.items() if value is not None]


def selects(offered: Choices, wanted: ClaimsFilter) -> tuple[Select, ...]:
    """The selects of the filter row, with what is chosen."""
    articles = [(article_id, title) for article_id, title, source_id in offered.articles
                if wanted.source_id in {None, source_id}]
    kinds = [(kind.value, kind.capitalize()) for kind in offered.kinds]
    kinds += [(kind.value, words) for kind, words in _SPECIAL.items()]
    told: tuple[tuple[str, str, str, object, Sequence[tuple[object, str]]], ...] = (
        ("source", "Source", "All sources", wanted.source_id, offered.sources),
        ("article", "Article", "All articles", wanted.article_id, articles),
        ("kind", "Kind of fact", "All kinds of fact", wanted.kind, kinds),
        ("topic", "Topic", "All topics", "none" if wanted.topic_id == 0 else wanted.topic_id,
         [*offered.topics, ("none", "No topic")]),
        ("state", "State", "Any state", wanted.state, list(_STATES.items())),
    )
    return tuple(Select(
        name=name, label=label, any_words=any_words,
        choices=tuple(Choice(value=str(value), words=words, chosen=value == now)
                      for value, words in choices),
    ) for name, label, any_words, now, choices in told)


def _number(written: str, name: str, wrong: dict[str, str]) -> int | None:
    if not written:
        return None
    if is_id(written):
        return int(written)
    wrong[name] = f"There is no such {name}."
    return None


def is_id(written: str) -> bool:
    """The text is a number that a claim can have."""
    return (written.isascii() and written.isdigit() and len(written) <= len(str(LARGEST_ID))
            and 0 < int(written) <= LARGEST_ID)

"""Names that a small language model finds beside those of the rules (spaCy, an optional extra)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain.claims import Claim
from app.domain.errors import Misconfigured
from app.domain.facts import Fact, FactKind, Named

_KINDS = {"PERSON": FactKind.PERSON, "ORG": FactKind.ORGANISATION, "GPE": FactKind.PLACE,
          "LOC": FactKind.PLACE, "FAC": FactKind.PLACE, "LAW": FactKind.LAW}
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_LONGEST = 100_000
"""Characters of a text that are read: the model's memory grows with them."""

_ARTICLES = ("the ", "The ", "a ", "A ")
_ENDINGS = ("'s", "’s")


class NameFinder:
    """A spaCy pipeline that finds names. `name` is what the setting calls it."""

    def __init__(self, name: str, pipeline: Any) -> None:  # noqa: ANN401  spaCy ships no types
        self.name = name
        self._pipeline = pipeline

    def found(self, text: str) -> list[Fact]:
        """Every name of a text, in order, without its article and its possessive."""
        return [fact for fact in map(_fact, self._pipeline(text[:_LONGEST]).ents)
                if fact is not None]

    def add_to(self, text: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """The claims of a text with the names that the rules did not find; nothing that they
        found is changed, and no word is in two facts."""
        found = self.found(text)
        return tuple(_with(claim, found) for claim in claims)


def load_name_finder(model: str) -> NameFinder:
    """The finder for the name of an installed model, or the folder of one.

    Raises Misconfigured with a sentence that says what is missing.
    """
    try:
        import spacy  # noqa: PLC0415  loaded only where a setting asks for it
    except ImportError:
        raise Misconfigured(
            "DIPTYCH_NER needs the package spacy; install Diptych with the extra [ner].") from None
    try:
        pipeline = spacy.load(model, exclude=list(_UNUSED))
    except OSError:
        raise Misconfigured(
            f"DIPTYCH_NER_MODEL: spaCy finds no model “{model}”; install one, such as "
            "en_core_web_sm, or give its folder.") from None
    return NameFinder(model, pipeline)


def _fact(entity: Any) -> Fact | None:  # noqa: ANN401  spaCy ships no types
    kind = _KINDS.get(entity.label_)
    start, words = entity.start_char, entity.text
    for article in _ARTICLES:
        if words.startswith(article):
            start, words = start + len(article), words[len(article):]
            break
    for ending in _ENDINGS:
        words = words.removesuffix(ending)
    if kind is None or not words[:1].isupper():
        return None
    return Fact(value=Named(of_kind=kind, name=" ".join(words.split())), start=start,
                end=start + len(words), surface=words)


def _with(claim: Claim, found: list[Fact]) -> Claim:
    more = list(_new(claim, found))
    if not more:
        return claim
    return replace(claim, facts=tuple(sorted(
        (*claim.facts, *more), key=lambda fact: (fact.start, fact.end))))


def _new(claim: Claim, found: list[Fact]) -> Iterator[Fact]:
    """The names inside a claim on words that no fact but a quotation stands on."""
    taken = [fact for fact in claim.facts if fact.kind is not FactKind.QUOTE]
    for fact in found:
        inside = claim.span.start <= fact.start and fact.end <= claim.span.end
        if inside and all(fact.end <= one.start or one.end <= fact.start for one in taken):
            yield fact

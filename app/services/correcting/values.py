"""Values that a reviewer types: those that put a fact right, and those that were missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.corrections import CorrectedPart, What, fact_json
from app.domain.errors import Invalid
from app.domain.facts import Day, Fact, FactKind, FactValue
from app.domain.pairs import Place
from app.engine.typed import read_new, read_value
from app.services.typed import keepable

LONGEST_VALUE = 300
"""Characters of a value or a name: longer ones are sentences."""

MOST_ADDED = 10
"""Values added to a claim in one save."""

_EXAMPLES = {
    FactKind.VOTE: "13–0” or “unanimous",
    FactKind.COUNT: "about 12,000 people",
    FactKind.PERCENT: "45%",
    FactKind.MONEY: "$5 million",
    FactKind.DATE: "19 November 2024",
    FactKind.DURATION: "three days",
    FactKind.ORDINAL: "second vote",
    FactKind.AGE: "42 years old",
    FactKind.SCORE: "3–1",
    FactKind.SHARE: "a third of the staff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """A value that the machine missed: `typed` as people write it, `words` those of the claim
    that it rests on, "" to look for the value itself."""

    kind: FactKind
    typed: str
    words: str = ""


def corrected_values(
    values: Sequence[str] | None, claim: Claim, article: Article,
) -> Iterator[CorrectedPart]:
    """What changes in the facts of a claim. Raises Invalid by field: `value-1` and on."""
    if values is None:
        return
    if len(values) != len(claim.facts):
        raise Invalid({"nothing": "The form does not fit the claim. Open it again."})
    wrong: dict[str, str] = {}
    for n, (typed, fact) in enumerate(zip(values, claim.facts, strict=True), start=1):
        try:
            yield from _value(f"value-{n}", typed, fact, article)
        except Invalid as error:
            wrong |= error.fields
    if wrong:
        raise Invalid(wrong)


def added_values(
    added: Sequence[NewFact], claim: Claim, article: Article,
) -> Iterator[CorrectedPart]:
    """Facts that the claim has besides. Raises Invalid by field: `added-1`, `words-1` and on."""
    if len(added) > MOST_ADDED:
        raise Invalid({"nothing": f"Add {MOST_ADDED} values at a time."})
    wrong: dict[str, str] = {}
    for n, each in enumerate(added, start=1):
        try:
            yield from _added(n, each, claim, article)
        except Invalid as error:
            wrong |= error.fields
    if wrong:
        raise Invalid(wrong)


def _value(field: str, typed: str, fact: Fact, article: Article) -> Iterator[CorrectedPart]:
    typed = _typed(field, typed)
    if typed == " ".join(str(fact.value).split()):
        return
    after = None
    if typed:
        value = read_value(typed, fact.value, published_on=article.published_on)
        after = fact_json(replace(fact, value=_usable(field, value, fact.kind)))
    if after != fact_json(fact):
        yield CorrectedPart(what=_what(fact.kind), before=fact_json(fact), after=after)


def _added(n: int, new: NewFact, claim: Claim, article: Article) -> Iterator[CorrectedPart]:
    typed = _typed(f"added-{n}", new.typed)
    words = _typed(f"words-{n}", new.words)
    if not typed and not words:
        return
    if not typed:
        raise Invalid({f"added-{n}": "Type the value that these words give."})
    value = _usable(f"added-{n}",
                    read_new(typed, new.kind, published_on=article.published_on), new.kind)
    place = _place(words or typed, claim)
    if place is None and words:
        raise Invalid({f"words-{n}": "These words do not stand in the claim. Copy them from it."})
    place = place or Place(claim.span.start, claim.span.end)
    fact = Fact(value=value, start=place.start, end=place.end,
                surface=article.revision.text[place.start:place.end])
    if fact not in claim.facts:
        yield CorrectedPart(what=_what(new.kind), before=None, after=fact_json(fact))


def _place(words: str, claim: Claim) -> Place | None:
    """Where the words first stand in the claim, whatever their capitals."""
    at = claim.text.find(words)
    if at < 0 and len(claim.text.lower()) == len(claim.text):
        at = claim.text.lower().find(words.lower())
    return None if at < 0 else Place(claim.span.start + at, claim.span.start + at + len(words))


def _typed(field: str, typed: str) -> str:
    return " ".join(keepable(field, typed, longest=LONGEST_VALUE).split())


def _usable(field: str, value: FactValue | None, kind: FactKind) -> FactValue:
    if value is None or (isinstance(value, Day) and value.first is None):
        raise Invalid({field: _unread(kind)})
    return value


def _what(kind: FactKind) -> What:
    return What.DATE if kind is FactKind.DATE else What.FACT


def _unread(kind: FactKind) -> str:
    example = _EXAMPLES.get(kind)
    like = f" Write it like “{example}”." if example else " Write it as a newspaper would."
    article = "an" if kind.value[0] in "aeio" else "a"
    return f"This cannot be read as {article} {kind.value}.{like}"

"""Topics of one label, told apart by what each is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain.topics import Topic
from app.engine.casework.labels import shortened
from app.engine.casework.told import Told
from app.engine.tokens import WordKind


def named_apart(told: Mapping[int, Told], topics: Iterable[Topic]) -> Iterator[Topic]:
    """The topics with labels that differ, so that each is known again when the case is compared
    anew: those of one name get the name of what their claims are about ("Homes, Netherby"); where
    there is none, the second is numbered."""
    alike: dict[tuple[str, str], list[Topic]] = {}
    for topic in topics:
        alike.setdefault((topic.label.casefold(), topic.reason), []).append(topic)
    taken: Counter[tuple[str, str]] = Counter()
    for same in alike.values():
        for topic in _about(told, same) if len(same) > 1 else same:
            key = (topic.label.casefold(), topic.reason)
            taken[key] += 1
            again = taken[key]
            yield topic if again == 1 else replace(
                topic, label=shortened(topic.label, f" ({again})"))


def _about(told: Mapping[int, Told], topics: list[Topic]) -> Iterator[Topic]:
    named = [_names(told, topic) for topic in topics]
    spread = Counter(name for names in named for name in names)
    for topic, names in zip(topics, named, strict=True):
        own = [name for name in names if spread[name] == 1] or [
            name for name in names if spread[name] < len(topics)]
        label = topic.label
        if own and own[0].casefold() not in label.casefold():
            label = shortened(label, f", {own[0]}")
        yield replace(topic, label=label)


def _names(told: Mapping[int, Told], topic: Topic) -> list[str]:
    """Names that more than half of the claims hold, those that most hold first."""
    claims = {answer.claim_id for answer in topic.answers}
    held: Counter[str] = Counter()
    for claim in claims:
        held.update({token.form for token in told[claim].side.tokens
                     if token.kind is WordKind.NAME and token.form[:1].isupper()})
    return [name for name, count in sorted(held.items(), key=lambda one: (-one[1], one[0]))
            if count * 2 > len(claims)]

"""What the pages say: questions, reasons, filters and counts in plain English.

Rules: plain verbs, sentence case, no exclamation marks. Times leave the services as datetimes
and become words in the templates.
"""

import re
from collections.abc import Sequence

from app.domain.imports import ItemOutcome, ItemState
from app.domain.pairs import Reason, Relation
from app.services.pages.queue import MyTag, QueueFilter

MEANINGS = {
    Relation.AGREE: "Same fact",
    Relation.CONFLICT: "Cannot both be true",
    Relation.RELATED: "Same topic, no clash",
    Relation.UNRELATED: "Different things",
}

MY_TAG_LABELS = {MyTag.NOT_YET: "Not yet", MyTag.SKIPPED: "Skipped", MyTag.TAGGED: "Tagged"}

NOT_REVIEWED = "Not reviewed"

_QUESTIONS = {
    Reason.VOTE_COUNT: "Do these two agree on {topic}?",
    Reason.NUMBER: "Is it the same figure for {topic}?",
    Reason.DATE: "Is it the same date for {topic}?",
    Reason.NAME_SPELLING: "Is this the same {kind}?",
    Reason.QUOTE_WORDING: "Is this the same quote?",
    Reason.ATTRIBUTION: "Do both name the same source?",
    Reason.NEGATION: "Does one deny what the other says?",
    Reason.TERMINOLOGY: "Do the two terms clash?",
    Reason.MODALITY: "Is it as certain in both?",
    Reason.SCOPE: "Do both cover the same group and cases?",
    Reason.EVENT_ORDER: "Do both tell the same order of events?",
    Reason.TITLE: "Is it the same office for {name}?",
    Reason.DETAIL: "Does the extra detail change the fact?",
    Reason.PARAPHRASE: "Do both say the same about {topic}?",
    Reason.SECOND_OPINION: "Do both say the same about {topic}?",
}

_WITHOUT_TOPIC = {
    Reason.VOTE_COUNT: "Do these two agree on the vote?",
    Reason.NUMBER: "Is it the same figure?",
    Reason.DATE: "Is it the same date?",
    Reason.TITLE: "Is it the same office?",
    Reason.PARAPHRASE: "Do both say the same?",
    Reason.SECOND_OPINION: "Do both say the same?",
}

_DETERMINERS = {"the", "a", "an", "this", "these", "his", "her", "its", "their", "who", "what",
                "when", "where", "why", "how", "is", "are", "was", "were", "did", "does", "no"}


_NAME = re.compile(r"(?<!’s) name$")
"""A label that says what kind of name: "City name", but not "Mayor’s name"."""

_CLAUSE = re.compile(r"^(?:an?|the|out|to)\b|\b(?:is|are|was|were|has|have|had|will)\b")
"""Labels made of a verb's words ("Promised a relief fund") take no article, only quotes."""


def question(reason: Reason, topic: str, *, what: str = "", texts: Sequence[str] = ()) -> str:
    """The one question of a pair, as the design's wording table asks it.

    `topic` is the label of the pair's topic or "", `what` the first row of "What differs"
    ("Place name"), `texts` the words of the claims: they tell whether the label begins with
    a name ("Los Angeles vote") and so keeps its capital.
    """
    if not topic and reason in _WITHOUT_TOPIC:
        return _WITHOUT_TOPIC[reason]
    kind = next((_lowered(label, texts) for label in (what, topic) if _NAME.search(label)), "name")
    if reason is Reason.DATE:  # "the same date for the day of the vote" says it twice
        topic = topic.removeprefix("Day of the ")
    subject = subject_of(topic[:1].upper() + topic[1:], texts)
    return _QUESTIONS[reason].format(topic=subject, kind=kind, name=topic)


def subject_of(label: str, texts: Sequence[str] = ()) -> str:
    """A topic's label as it stands inside a sentence: "Council vote" becomes "the council vote"."""
    first, _, rest = label.partition(" ")
    if not first or not first[0].isalnum():
        return label
    if label.endswith("?") or _CLAUSE.search(rest):
        return f"“{label}”"
    if first.lower() in _DETERMINERS:
        return f"{first.lower()} {rest}".strip()
    if not rest and _is_name(first, rest, texts):
        return label
    return f"the {_lowered(label, texts)}"


def _lowered(label: str, texts: Sequence[str]) -> str:
    """A label without its capital, unless that is a name's."""
    first, _, rest = label.partition(" ")
    return label if _is_name(first, rest, texts) else label[0].lower() + label[1:]


def _is_name(first: str, rest: str, texts: Sequence[str]) -> bool:
    """A first word keeps its capital if the claims write it so in mid-sentence, by itself: the
    "Council" of a "City Council" is part of a longer name."""
    if any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        return True
    if rest[:1].isupper() or not first[0].isupper():
        return rest[:1].isupper()
    word = re.compile(rf"\b[a-z][\w’'-]*[,;]? {re.escape(first)}\b(?! [A-Z])")
    return any(word.search(text) for text in texts)


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A count with its noun: "1 pair", "1,200 pairs"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(number: int) -> str:
    """A number inside a sentence: words up to ten, then figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def either(words: Sequence[str]) -> str:
    """Alternatives in one phrase: "a", "a or b", "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def both(words: Sequence[str]) -> str:
    """Things told together: "a", "a and b", "a, b and c"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


_MINE = {MyTag.NOT_YET: "not yet tagged by me", MyTag.SKIPPED: "skipped by me",
         MyTag.TAGGED: "tagged by me"}


def mine_words(mine: Sequence[MyTag]) -> str:
    """A filter on my tags: "not yet tagged by me"."""
    return either([_MINE[word] for word in mine])


def tagged_words(relations: Sequence[Relation]) -> str:
    """A filter on what I answered: "tagged conflict by me"."""
    return f"tagged {either([relation.value for relation in relations])} by me"


DISPUTED = "tags differ"

ASSIGNED = "assigned to me"


def suggested_words(relations: Sequence[Relation]) -> str:
    """A filter on suggestions: "suggested conflict or agree"."""
    return f"suggested {either([relation.value for relation in relations])}"


def reason_words(reasons: Sequence[Reason]) -> str:
    """A filter on reasons: "reason date or vote count"."""
    return f"reason {either([reason.words.lower() for reason in reasons])}"


def source_words(names: Sequence[str]) -> str:
    """A filter on sources: "from Outlet A or Outlet B"."""
    return f"from {either(names)}"


def order_words(wanted: QueueFilter) -> str:
    """Which pairs follow one another: "Not yet tagged by me, likely conflicts"."""
    parts = []
    if wanted.mine:
        parts.append(mine_words(wanted.mine))
    if wanted.tagged:
        parts.append(tagged_words(wanted.tagged))
    if wanted.disputed:
        parts.append(DISPUTED)
    if wanted.assigned:
        parts.append(ASSIGNED)
    if wanted.suggested:
        parts.append(suggested_words(wanted.suggested))
    if wanted.reasons:
        parts.append(reason_words(wanted.reasons))
    if wanted.topic_id is not None or wanted.source_ids:
        parts.append("filtered")
    words = ", ".join([*(parts or ["all pairs"]), wanted.order.words])
    return words[0].upper() + words[1:]


MOST_PLACES = 3
"""Sources that are named with their paragraphs; further ones are counted."""


def places_words(places: Sequence[tuple[str, Sequence[tuple[bool, int]]]]) -> str:
    """Where a value stands: "Outlet E, headline, paragraphs 3 and 4; Outlet F, paragraph 2".

    Each place is whether it stands below the headline, and its paragraph.
    """
    told = [", ".join([source, *_paragraphs(where)]) for source, where in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        told.append(f"and {count_of(len(places) - MOST_PLACES, 'more outlet')}")
    return "; ".join(told)


def _paragraphs(where: Sequence[tuple[bool, int]]) -> list[str]:
    numbers = [str(paragraph) for is_below, paragraph in where if is_below]
    words = [] if all(is_below for is_below, _ in where) else ["headline"]
    if numbers:
        words.append(f"paragraph{'s' if len(numbers) > 1 else ''} {both(numbers)}")
    return words


_STATES = {
    ItemState.WAITING: "Waiting",
    ItemState.READING: "Reading the text",
    ItemState.CLAIMS: "Finding claims",
    ItemState.COMPARING: "Comparing claims",
}

_STOPPED = {
    ItemState.READING: "Stopped at reading",
    ItemState.CLAIMS: "Stopped at claims",
    ItemState.COMPARING: "Stopped at comparing",
}


def item_state(item: ItemOutcome) -> str:
    """Where an item of an import stands: "9 claims, 14 pairs", "Finding claims"."""
    if item.state is ItemState.DONE:
        return f"{count_of(item.claims, 'claim')}, {count_of(item.pairs, 'pair')}"
    if item.state is ItemState.DUPLICATE:
        return "Already here"
    if item.state is ItemState.FAILED:
        return _STOPPED.get(item.failed_at or ItemState.WAITING, "Stopped")
    return _STATES[item.state]


def import_words(ready: int, in_work: int, failed: int, there: int) -> str:
    """How far an import came: "4 ready, 1 in work, 1 needs your help."."""
    needs = "needs your help" if failed == 1 else "need your help"
    parts = [f"{number:,} {words}" for number, words in (
        (ready, "ready"), (in_work, "in work"), (there, "already here"), (failed, needs),
    ) if number]
    return f"{', '.join(parts) or 'Nothing to read'}."


def likely_words(likely: int, waiting: int) -> str:
    """What waits: "6 are likely conflicts."."""
    if not likely:
        return "None of them looks like a conflict."
    if likely == waiting:
        return "It is a likely conflict." if likely == 1 else "All are likely conflicts."
    return "1 is a likely conflict." if likely == 1 else f"{likely:,} are likely conflicts."

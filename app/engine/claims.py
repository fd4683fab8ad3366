"""Text to claims: what an article asserts, word for word, with speakers and facts."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from app.domain.claims import Claim, Span
from app.domain.facts import Fact
from app.engine import lexicon
from app.engine.clauses import Surroundings, clauses, surroundings
from app.engine.facts import read_facts
from app.engine.facts.gazetteer import NOT_NAMES
from app.engine.facts.quotes import quotes
from app.engine.limits import Limiting
from app.engine.modality import mood
from app.engine.procedures import Proceeding
from app.engine.quotations import Quotation, quotations
from app.engine.sentences import Stretch, paragraphs, told_sentences
from app.engine.sources import Sources
from app.engine.speakers import Attribution, Listener
from app.engine.tokens import fold
from app.engine.verbs import PROMISING, is_finite
from app.engine.voices import Voice, carried_on, voice
from app.engine.words import Words, cut

_CONTEXT = 32
_FEWEST_WORDS = 2


@dataclass(slots=True)
class _Sentence:
    """A sentence with its words and what is said of it."""

    paragraph: int
    stretch: Stretch
    first: int
    last: int
    attributions: list[Attribution]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text tells: its facts with their starts, its quotations with their ends, how far
    its claims go and which steps they tell.
    """

    facts: list[Fact]
    starts: list[int]
    quotations: list[Quotation]
    ends: list[int]
    limiting: Limiting
    proceeding: Proceeding


def read_claims(
    text: str,
    *,
    title: str = "",
    published_on: date | None = None,
) -> tuple[Claim, ...]:
    """The claims of canonical text, in order, none overlapping another.

    `title` is the headline: where it stands as the first line, its claim is marked `in_title`.
    `published_on` is the article's own day, from which relative dates count; without it they
    stay unresolved. Never raises on any text; takes time linear in its length.
    """
    stretches = paragraphs(text)
    numbered = [
        (number, sentence)
        for number, paragraph in enumerate(stretches, start=1)
        for sentence in told_sentences(text, paragraph)
    ]
    holding = {number for number, _ in numbered}
    words = cut(text, [sentence for _, sentence in numbered])
    facts, named = read_facts(words, published_on)
    spoken = quotations(text, stretches, holding)
    quoted = _quoted(words, spoken)
    listener = Listener(Sources(words, quoted, named))
    opening = {one.first for one in named} | {one.office_first for one in named}
    given = surroundings(words, quoted, opening, {one.last for one in named})
    read = _sentences(words, numbered, listener)
    voices = carried_on(words, quoted, _voices(given, read))
    headline = (
        stretches[0] if stretches and title and text.startswith(title, stretches[0].start) else None
    )
    told = _Told(
        facts, [fact.start for fact in facts], spoken, [one.inner_end for one in spoken],
        Limiting(words), Proceeding(words),
    )  # fmt: skip
    return tuple(
        claim for one in voices if (claim := _claim(words, one, told, headline)) is not None
    )


def _quoted(words: Words, spoken: list[Quotation]) -> bytearray:
    """Which words stand inside quotations: the number of the quotation modulo 255, plus 1."""
    marks = bytearray(len(words))
    for number, quotation in enumerate(spoken):
        first = bisect_left(words.starts, quotation.start)
        last = bisect_left(words.starts, quotation.end)
        marks[first:last] = bytes([number % 255 + 1]) * (last - first)
    return marks


def _sentences(
    words: Words, numbered: list[tuple[int, Stretch]], listener: Listener
) -> list[_Sentence]:
    """The sentences with their attributions, heard in order."""
    read = []
    first = 0
    for number, (paragraph, stretch) in enumerate(numbered):
        last = bisect_right(words.sentences, number, first)
        if last == first:
            continue
        attributions = listener.listen(first, last - 1)
        read.append(_Sentence(paragraph, stretch, first, last - 1, attributions))
        first = last
    return read


def _voices(given: Surroundings, read: list[_Sentence]) -> list[Voice]:
    """The clauses of all sentences with the attribution that holds for each."""
    return [
        voice(given.words, given.quoted, one.paragraph, number, clause, one.attributions)
        for number, one in enumerate(read)
        for clause in clauses(given, one.first, one.last)
    ]


def _claim(words: Words, one: Voice, told: _Told, headline: Stretch | None) -> Claim | None:
    """A clause as a claim; None if it asserts nothing."""
    stretch = Stretch(words.starts[one.first], words.ends[one.last])
    in_title = headline is not None and stretch.start < headline.end
    facts = _inside(words.text, told, stretch)
    if not _asserts(words, one, in_title=in_title, names=bool(facts)):
        return None
    first, last = one.content
    if one.verb in PROMISING:
        first = one.first
    told_mood = mood(words, first, last, one.verb)
    limits = told.limiting.of(one.first, one.last)
    stages, stages_ahead = told.proceeding.of(one.first, one.last)
    return Claim(
        span=span(words.text, stretch),
        paragraph=one.paragraph,
        speaker=one.speaker,
        modality=told_mood[0],
        polarity=told_mood[1],
        facts=facts,
        in_title=in_title,
        hedges=limits.hedges,
        scope=limits.scope,
        condition=limits.condition,
        exception=limits.exception,
        stages=stages,
        stages_ahead=stages_ahead,
    )


def _asserts(words: Words, one: Voice, *, in_title: bool, names: bool) -> bool:
    """Not a question of the article itself, not a lone word, no headline without a verb unless
    it `names` somebody or something or gives a figure."""
    if words.lows[one.last] == "?" and one.speaker is None:
        return False
    spoken = 0
    for at in range(one.first, one.last + 1):
        spoken += words.lows[at][0].isalnum()
        if spoken == _FEWEST_WORDS:
            break
    else:
        return False
    if not in_title or names:
        return True
    return _is_unknown(words, one.first) or any(
        _can_be_verb(words, at) or _is_unknown(words, at)
        for at in range(one.first + 1, one.last + 1))


def _is_unknown(words: Words, at: int) -> bool:
    """A capital that is no English word, so that it can only be a name ("Orby")."""
    word, low = words.words[at], fold(words.words[at])
    return (word[0].isupper() and word.isalpha() and low not in lexicon.FUNCTION_WORDS
            and not lexicon.is_word(lexicon.lemma(low)))


def _can_be_verb(words: Words, at: int) -> bool:
    """A word of a headline that can be its verb: "Passes", "Approved", "to Sign"."""
    low = words.lows[at]
    shaped = low.endswith(("s", "ed")) and not low.endswith("'s") and low not in NOT_NAMES
    return shaped or low == "to" or is_finite(words, at)


def span(text: str, stretch: Stretch) -> Span:
    """A stretch of text with its quote and the words around it."""
    start, end = stretch
    return Span(
        start=start,
        end=end,
        quote=text[start:end],
        before=text[start - _CONTEXT if start > _CONTEXT else 0 : start],
        after=text[end : end + _CONTEXT],
    )


def _inside(text: str, told: _Told, stretch: Stretch) -> tuple[Fact, ...]:
    """The facts that stand wholly inside a stretch, and what is quoted in it, in order."""
    first = bisect_left(told.starts, stretch.start)
    last = bisect_left(told.starts, stretch.end)
    inside = [fact for fact in told.facts[first:last] if fact.end <= stretch.end] if (
        first < last) else []
    at = bisect_right(told.ends, stretch.start)
    if at == len(told.ends) or told.quotations[at].inner_start >= stretch.end:
        return tuple(inside)
    quoted = quotes(text, told.quotations, at, stretch)
    return tuple(sorted([*quoted, *inside], key=lambda fact: fact.start))

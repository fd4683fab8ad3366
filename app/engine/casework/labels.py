"""Short words for people: labels of questions and the gist of a claim, in its own words."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from app.domain.facts import FactKind
from app.engine.casework.questions import Answered
from app.engine.casework.told import CaseWords, Told
from app.engine.lexicon import part_of_speech
from app.engine.tokens import Token, WordKind, fold

LONGEST = 32
"""Characters of a label or a value: what a cell of the matrix holds."""

_WORDS_OF_LABEL = 4
_MORE_SAID = 1.2
_PARTING = frozenset('.,;:“”"()')
_JOINING = frozenset({"of", "in", "on", "for", "the", "at", "and", "s", "'s", "a", "an", "by"})


def shared_label(case: CaseWords, group: Sequence[Answered], fallback: str, *,
                 without: Container[str] = frozenset()) -> str:
    """A label in the articles' own words: the run of words that most of the claims share."""
    runs: Counter[tuple[str, ...]] = Counter()
    surfaces: dict[tuple[str, ...], str] = {}
    for answer in {one.told.id: one for one in group}.values():
        for lemmas, surface in sorted(set(_runs(answer.told, without))):
            runs[lemmas] += 1
            surfaces.setdefault(lemmas, surface)
    worth = {
        run: count * sum(map(case.worth, run)) ** _MORE_SAID
        for run, count in runs.items() if count > len(group) / 2
    }
    best = min(worth, key=lambda run: (-worth[run], run), default=None)
    return sentence_case(surfaces[best] if best else fallback)


def sentence_case(words: str) -> str:
    """With a capital, and no longer than a label may be."""
    return shortened(words[:1].upper() + words[1:])


def shortened(words: str, ending: str = "") -> str:
    """Cut at a word, with a sign that it was cut; an ending is kept whole."""
    if len(words) + len(ending) <= LONGEST:
        return words + ending
    room = max(LONGEST - len(ending), LONGEST // 2)
    return words[:room - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …" + ending


def _runs(told: Told, without: Container[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Runs of words that say something and end in a noun, without the names and verbs of an
    attribution."""
    tokens = told.side.tokens
    said = _said(told)
    for start, first in enumerate(tokens):
        if first.lemma not in told.words or first.norm in said or _is_verb(first):
            continue
        for end in range(start, min(start + _WORDS_OF_LABEL + 2, len(tokens))):
            last = tokens[end]
            text = told.side.text[first.start:last.end]
            if (last.norm in said or last.lemma in without or len(text) > LONGEST
                    or not _PARTING.isdisjoint(text) or not _may_stand(told, last)):
                break
            if last.lemma in told.words and _is_noun(last):
                yield tuple(token.lemma for token in tokens[start:end + 1]
                            if token.lemma in told.words), text


def _said(told: Told) -> set[str]:
    speaker = told.side.claim.speaker
    said = set(fold(speaker.name).split()) | {speaker.verb} if speaker else set()
    return said | {fold(word) for fact in told.facts(FactKind.PERSON, FactKind.TITLE)
                   for word in fact.surface.split()}


def _may_stand(told: Told, token: Token) -> bool:
    return token.norm in _JOINING or (token.lemma in told.words and not _is_verb(token))


def _is_verb(token: Token) -> bool:
    """A verb by its form ("asked", "forbids") or as the dictionary has it first."""
    return token.kind is WordKind.CONTENT and part_of_speech(token.lemma) == "v" and (
        not token.norm.endswith("ing"))


def _is_noun(token: Token) -> bool:
    return token.kind is WordKind.NAME or part_of_speech(token.lemma) == "n"


_AUXILIARY = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "is",
                        "are", "was", "were", "has", "have", "had", "not", "be", "been"})
_FEWEST_LEFT = 2


def gist(told: Told) -> str:
    """What a claim says in a few words: from its verb on ("Bars city workers")."""
    tokens = told.side.tokens
    said = _said(told)
    for at, token in enumerate(tokens[:-_FEWEST_LEFT]):
        if at and token.norm not in said and (token.norm in _AUXILIARY or (
                _is_verb(token) and token.norm != token.lemma)):
            return sentence_case(_clause(told.side.text[token.start:]))
    return sentence_case(_clause(told.side.text))


def _clause(words: str) -> str:
    ends = [at for sign in ',;:.“”"' if (at := words.find(sign)) > LONGEST // 4]
    return words[:min(ends, default=len(words))].strip().rstrip('.”"')

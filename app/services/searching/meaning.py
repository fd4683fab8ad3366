"""Words that somebody types, as ways to find what they mean: forms, phrases, values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from app.domain.facts import FactKind
from app.domain.searching import Term, Wanted, Way, words_of
from app.engine.claims import read_claims
from app.engine.lexicon.files import rows
from app.engine.lexicon.forms import lemma
from app.store.session import Store

MOST_TERMS = 12
MOST_FORMS = 20
_BEGINNING = 3
"""Letters that the forms of a word have in common, but for irregular ones."""
_MOST_READ = 3_000
_MOST_SPELT = 50_000

_PART = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
_FIGURE = re.compile(
    r"\d|\b(?:zero|nil|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|\w+ty|hundred|thousand|million|billion|dozen|half|third|thirds|quarter|"
    r"first|second|fourth|fifth|percent|unanimous\w*)\b", re.IGNORECASE)
_SENTENCES = ("The vote was {}.", "There were {}.", "It cost {}.", "They held the {}.")
_KINDS = {FactKind.VOTE, FactKind.COUNT, FactKind.PERCENT, FactKind.MONEY, FactKind.ORDINAL,
          FactKind.DURATION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Words that were typed, and the value that they mean."""

    typed: str
    shown: str
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: `wanted` in every way, `exact` the words as they were typed, `phrase`
    all of them in a row. `cut` says that words beyond the first twelve were left out."""

    wanted: Wanted
    exact: Wanted
    phrase: Wanted
    values: tuple[Value, ...] = ()
    cut: bool = False


def question(store: Store, typed: str) -> Question | None:
    """What these words ask for; None if there is no word among them."""
    parts = _parts(typed)
    if not parts:
        return None
    kept = parts[:MOST_TERMS]
    forms = _forms(store, [part[0] for part, is_exact in kept if len(part) == 1 and not is_exact])
    way = _way(kept, forms)
    values = _values(typed, forms) if _FIGURE.search(typed) else ()
    words = tuple(word for part, _ in kept for word in part)
    return Question(
        wanted=Wanted(ways=(way, *(value.way for value in values))),
        exact=Wanted(ways=(tuple((part,) for part, _ in kept),)),
        phrase=Wanted(ways=(((words,),),)), values=values, cut=len(parts) > MOST_TERMS,
    )


_Part = tuple[tuple[str, ...], bool]


def _parts(typed: str) -> list[_Part]:
    """Words with whether they must stand exactly so: what stands in quotation marks."""
    found = []
    for quoted, curled, plain in _PART.findall(typed):
        words = words_of(quoted or curled or plain)
        if words:
            found.append((words, not plain))
    return found


def _way(parts: Iterable[_Part], forms: Mapping[str, frozenset[str]]) -> Way:
    terms: list[Term] = []
    for words, is_exact in parts:
        if len(words) > 1 or is_exact:
            terms.append((words,))
        else:
            others = sorted(forms.get(words[0], frozenset()) - {words[0]})[:MOST_FORMS]
            terms.append((words, *((other,) for other in others)))
    return tuple(terms)


def _forms(store: Store, words: list[str]) -> dict[str, frozenset[str]]:
    """The forms of each word that stand in some article: "vote" has "votes", "voted"."""
    bases = {word: lemma(word) for word in words if len(word) >= _BEGINNING and word.isalpha()}
    beginnings = {each[:_BEGINNING] for pair in bases.items() for each in pair}
    read = store.search.words_like(beginnings, _MOST_READ) if bases else []
    by_base: dict[str, set[str]] = {}
    for other in read:
        by_base.setdefault(lemma(other), set()).add(other)
    return {word: frozenset(by_base.get(base, ())) | _irregular().get(base, frozenset())
            for word, base in bases.items()}


@cache
def _irregular() -> dict[str, frozenset[str]]:
    return {base: frozenset((base, *forms.split())) for base, forms in rows("irregular.tsv")}


def _values(typed: str, forms: Mapping[str, frozenset[str]]) -> tuple[Value, ...]:
    """The values that the words, or some of them, commit to."""
    found: dict[tuple[str, str], Value] = {}
    for sentence in _SENTENCES:
        text = sentence.format(typed)
        for claim in read_claims(text):
            for fact in claim.facts:
                shown = str(fact.value)
                if (fact.kind not in _KINDS or fact.surface not in typed
                        or words_of(shown) == words_of(fact.surface)):
                    continue
                rest = _parts(typed.replace(fact.surface, " ", 1))
                way = (*_way(rest[:MOST_TERMS], forms), (words_of(shown),))
                found.setdefault((fact.surface, shown),
                                 Value(typed=fact.surface, shown=shown, way=way))
    return tuple(found.values())


def closest(store: Store, typed: str) -> str:
    """The typed words with those that no article holds spelt as the nearest that one does; ""
    where all stand in some article, or nothing is near."""
    words = typed.split()
    changed = False
    for at, word in enumerate(words):
        [*parts] = words_of(word)
        if len(parts) != 1:
            continue
        near = _nearest(store, parts[0])
        if near and near != parts[0]:
            words[at], changed = near, True
    return " ".join(words) if changed else ""


def _nearest(store: Store, word: str) -> str:
    """The word itself if some article holds it, else the one that takes the fewest letters."""
    known = store.search.words_like({word[:1]}, _MOST_SPELT)
    if word in known:
        return word
    most = 1 if len(word) < 6 else 2  # noqa: PLR2004  longer words hold more slips
    near = [(OSA.distance(word, other, score_cutoff=most), other) for other in known]
    return min(((far, other) for far, other in near if far <= most), default=(0, ""))[1]

"""One thing that like claims may tell in two ways: how it is read off a claim, and compared.

Most questions of a case have one shape: a few words show that a claim answers them, the rest of
the claim says what about. An aspect reads the answer; two answers meet where the claims are of
one event and their other words are of one matter.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from re import Match

from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.casework.labels import shared_label
from app.engine.casework.questions import Answered, Question, finding, grouped
from app.engine.casework.told import CaseWords, Told

Read = Callable[[Told], Iterable[Answered]]
Compare = Callable[[Answered, Answered], Finding | None]
Keys = Mapping[int, list[Hashable]]
"""Under which keys an answer, by its `id()`, meets others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """`signs` are folded words of which a claim must hold one before `read` looks closer;
    `least` is the share of the shorter claim's other words that both must have. `dated` says
    that the answers are themselves times, so that times do not part the claims; `open` is that of
    `Question`. `differ` is what must differ between answers for anything to be said of them."""

    label: str
    reason: Reason
    signs: frozenset[str]
    read: Read
    compare: Compare
    least: float = 0.4
    inside: bool = False
    dated: bool = False
    open: bool = True
    differ: Callable[[Answered], Hashable] | None = None


def ask(case: CaseWords, aspect: Aspect) -> list[Question]:
    """One question a matter of which two claims tell this aspect."""
    answers = [answer for told in case.told if not aspect.signs.isdisjoint(told.forms)
               for answer in aspect.read(told)]
    if aspect.differ is not None:
        answers = _of_mixed_events(case, answers, aspect.differ)
    keys = keys_of(case, answers, aspect.least)
    if aspect.differ is not None:
        answers = mixed(answers, keys, aspect.differ)

    def belong(one: Answered, other: Answered) -> bool:
        return ((aspect.dated or one.told.of_one_time(other.told))
                and of_one_matter(case, one, other, aspect.least))

    def compare(one: Answered, other: Answered) -> Finding | None:
        return aspect.compare(one, other) if belong(one, other) else None

    return [
        Question(label=_label(case, group, aspect), reason=aspect.reason,
                 answers=tuple(group), compare=compare, inside=aspect.inside,
                 open=aspect.open)
        for group in grouped(answers, belong, lambda one: keys[id(one)])
    ]


def keys_of(case: CaseWords, answers: list[Answered], least: float) -> Keys:
    """The keys of each answer."""
    return {id(one): list(words_as_keys(case, one, least)) for one in answers}


def _of_mixed_events(case: CaseWords, answers: list[Answered],
                     differ: Callable[[Answered], Hashable]) -> list[Answered]:
    """Answers of events that have answers of several kinds: no others can meet another kind."""
    kinds: dict[int, set[Hashable]] = {}
    for one in answers:
        kinds.setdefault(case.event(one.told), set()).add(differ(one))
    return [one for one in answers if len(kinds[case.event(one.told)]) > 1]


def mixed(answers: list[Answered], keys: Keys,
          differ: Callable[[Answered], Hashable]) -> list[Answered]:
    """Answers that share a key with an answer of another kind."""
    kinds: dict[Hashable, set[Hashable]] = {}
    for one in answers:
        kind = differ(one)
        for key in keys[id(one)]:
            kinds.setdefault(key, set()).add(kind)
    several = {key for key, held in kinds.items() if len(held) > 1}
    return [one for one in answers if not several.isdisjoint(keys[id(one)])]


def _label(case: CaseWords, group: list[Answered], aspect: Aspect) -> str:
    """"Start of ban": the words that the claims share complete a label that ends in "of", and
    are the label of what has none."""
    label = aspect.label
    if label and not label.endswith(" of"):
        return label
    own = frozenset().union(*(one.own for one in group))
    shared = shared_label(case, group, "", without=own)
    if not shared:
        return label.removesuffix(" of") or aspect.reason.words
    named = any(word[:1].isupper() for word in shared.split()[1:]) or not label
    return f"{label} {shared if named else shared[:1].lower() + shared[1:]}".strip()


def words_as_keys(case: CaseWords, one: Answered, least: float) -> Iterator[Hashable]:
    """An answer meets others of its event under its rarest words: so many that two claims which
    share enough of their words must have one of them in common."""
    event, own, worth = case.event(one.told), one.own, case.worth
    kept = 1.0 if len(case.told) <= _SMALL else min(1.0, 1 - least + _MARGIN)
    left = case.rarity.of_all(one.told.words - own) * kept
    for word in case.by_worth(one.told):
        if left <= 0:
            return
        if word not in own:
            left -= worth(word)
            if case.is_rare(word):
                yield event, word


_MARGIN = 0.25
"""How much further the words of the longer claim may lie apart."""

_SMALL = 500
"""Up to so many claims an answer meets others under all its rare words."""


_FEWEST_SHARED = 2


def of_one_matter(case: CaseWords, one: Answered, other: Answered, least: float) -> bool:
    """Two claims of one event whose words, the answers' own left out, are much the same."""
    if one.told.id == other.told.id or not case.one_event(one.told, other.told):
        return False
    first, second, own = one.told.words, other.told.words, one.own | other.own
    shared = (first & second) - own
    if not case.any_rare(shared):
        return False
    ours, theirs = first & own, second & own
    fewest = min(_FEWEST_SHARED, len(first) - len(ours), len(second) - len(theirs))
    if len(shared) < fewest:
        return False
    worth = case.rarity.of_all
    lesser = min(case.total(one.told) - worth(ours), case.total(other.told) - worth(theirs))
    return lesser > 0 and worth(shared) >= least * lesser


def answer(told: Told, match: Match[str], meant: object, *, group: int | str = 0,
           own: Iterable[str] = ()) -> Answered:
    """The words of a match in the claim's text as an answer."""
    return spoken(told, match.start(group), match.end(group), meant, own=own)


def spoken(told: Told, start: int, end: int, meant: object, *,
           own: Iterable[str] = ()) -> Answered:
    """The words from `start` to `end` of the claim's own text as an answer; they and `own` are
    what the answer alone says."""
    base = told.side.claim.span.start
    lemmas = [token.lemma for token in told.side.tokens if start <= token.start < end]
    return Answered(told=told, value=told.side.text[start:end],
                    places=(Place(base + start, base + end),), meant=meant,
                    own=frozenset(own).union(lemmas))


def clash(one: Answered, other: Answered, *, reason: Reason, what: str, reading: str,
          because: str, strength: Strength = Strength.STRICT) -> Finding:
    """Two answers that cannot stand beside each other."""
    return finding(one, other, reason=reason, relation=Relation.CONFLICT, strength=strength,
                   because=because, what=what, reading=reading)


def accord(one: Answered, other: Answered, *, reason: Reason, what: str, reading: str,
           because: str) -> Finding:
    """Two answers that tell the same."""
    return finding(one, other, reason=reason, relation=Relation.AGREE, strength=Strength.STRICT,
                   because=because, what=what, reading=reading)


def beside(one: Answered, other: Answered, *, reason: Reason, what: str, reading: str,
           because: str) -> Finding:
    """Two answers that may both stand."""
    return finding(one, other, reason=reason, relation=Relation.RELATED,
                   strength=Strength.TENSION, because=because, what=what, reading=reading)


def both(one: Answered, other: Answered) -> str:
    """The two answers as they stand in a sentence."""
    return f"“{one.value}” and “{other.value}”"


def in_time(one: Answered, other: Answered) -> tuple[Answered, Answered] | None:
    """The earlier and the later published; None where they are of one day or of unknown ones."""
    ours, theirs = one.told.published_on, other.told.published_on
    if ours is None or theirs is None or ours == theirs:
        return None
    return (one, other) if ours < theirs else (other, one)

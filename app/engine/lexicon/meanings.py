"""What words mean to one another: synonym, kin, near, opposite, of one closed class."""

from functools import cache, lru_cache
from itertools import product

from app.engine.lexicon.closed import FUNCTION_LEMMAS, FUNCTION_WORDS
from app.engine.lexicon.files import lines, rows
from app.engine.lexicon.forms import lemma, part_of_speech

_DENYING = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti"})
_SHORTEST = 4


@cache
def _own_and_up() -> dict[str, str]:
    return dict(rows("wordnet_groups.tsv"))


@lru_cache(maxsize=65536)
def _sets(word: str) -> tuple[frozenset[int], frozenset[int]]:
    own, _, up = _own_and_up().get(word, "").partition("\t")
    return frozenset(map(int, own.split())), frozenset(map(int, up.split()))


@cache
def _hand_made() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("synonyms.tsv"), start=1):
        for word in line.split():
            found.setdefault(lemma(word), set()).add(-number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def groups(norm: str, base: str) -> frozenset[int]:
    """The numbers of the synonym groups that a word belongs to (its form's and its lemma's)."""
    return _sets(base)[0] | _sets(norm)[0] | _hand_made().get(base, frozenset())


def synonyms(one: str, other: str) -> bool:
    """Both words stand in one synonym group."""
    return not groups(one, one).isdisjoint(groups(other, other))


@lru_cache(maxsize=65536)
def near(one: str, other: str) -> bool:
    """One word is a kind of the other, by its class ("onion", "vegetable") or by WordNet, or an
    adjective of its circle ("huge", "large")."""
    if one in class_of(other) or other in class_of(one):
        return True
    (own, up), (others, above) = _sets(one), _sets(other)
    return not own.isdisjoint(above) or not up.isdisjoint(others)


@cache
def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for head, rest in rows("wordnet_kin.tsv"):
        for other in rest.split():
            found.setdefault(head, set()).add(other)
            found.setdefault(other, set()).add(head)
    return {word: frozenset(others) for word, others in found.items()}


def kin(one: str, other: str) -> bool:
    """One word is derived from the other ("announce", "announcement")."""
    return other in _kin().get(one, ())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in ("opposites.tsv", "wordnet_opposites.tsv"):
        for head, rest in rows(table):
            for other in rest.split():
                found.setdefault(head, set()).add(other)
                found.setdefault(other, set()).add(head)
    for line in lines("opposed.tsv"):
        ours, theirs = (circle.split() for circle in line.split("|"))
        for head, other in product(ours, theirs):
            found.setdefault(head, set()).add(other)
            found.setdefault(other, set()).add(head)
    return {word: frozenset(others) for word, others in found.items()}


def opposites(word: str) -> frozenset[str]:
    """The words that the tables set against a word."""
    return _opposites().get(word, frozenset())


@lru_cache(maxsize=65536)
def opposite(one: str, other: str) -> bool:
    """One word denies the other: by the tables, by un-, in-, dis-, -less, or because one is of
    the circle of the other's opposite ("gigantic", "small")."""
    if other in _opposites().get(one, ()) or _denies(one, other) or _denies(other, one):
        return True
    if part_of_speech(one) != "a" or part_of_speech(other) != "a":
        return False
    return (any(_of_circle(other, middle) for middle in _opposites().get(one, ()))
            or any(_of_circle(one, middle) for middle in _opposites().get(other, ())))


def _of_circle(word: str, middle: str) -> bool:
    """WordNet puts the adjective into the circle of another one."""
    return part_of_speech(middle) == "a" and not _sets(word)[1].isdisjoint(_sets(middle)[0])


def _denies(one: str, other: str) -> bool:
    if one.endswith(other):
        return len(other) >= _SHORTEST and one[: -len(other)] in _DENYING
    return other.endswith("ful") and one == other[:-3] + "less"


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in ("classes.tsv", "wordnet_classes.tsv"):
        for name, members in rows(table):
            for word in members.split():
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def class_of(norm: str) -> frozenset[str]:
    """The closed classes (colour, month, nationality) that a word belongs to."""
    return _classes().get(norm) or _classes().get(lemma(norm), frozenset())


@cache
def loaded_terms() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Groups of terms for one thing with other judgements, longest terms first, as lemmas."""
    found = []
    for group, rest in rows("loaded.tsv"):
        terms = {tuple(_word(word) for word in term.split()) for term in rest.split("|")}
        found.append((group, tuple(sorted(terms, key=lambda term: (-len(term), term)))))
    return tuple(found)


def _word(word: str) -> str:
    return FUNCTION_LEMMAS.get(word, word) if word in FUNCTION_WORDS else lemma(word)


Phrase = tuple[str, ...]


@cache
def stages() -> tuple[tuple[str, int, str, Phrase], ...]:
    """Steps of procedures: procedure, rank, name, phrase as lemmas; longest phrases first."""
    found = []
    for procedure, rest in rows("stages.tsv"):
        step, _, phrases = rest.partition("\t")
        rank, _, name = step.partition(" ")
        found += [(procedure, int(rank), name, phrase) for phrase in _phrases(phrases)]
    return tuple(sorted(found, key=lambda stage: (-len(stage[3]), stage)))


@cache
def scope_phrases(kind: str) -> tuple[Phrase, ...]:
    """Phrases that reach over all ("absolute") or make an exception, longest first."""
    found = [phrase for name, rest in rows("scopes.tsv") if name == kind
             for phrase in _phrases(rest)]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def denying_phrases() -> tuple[Phrase, ...]:
    """Phrases that deny what follows them, as lemmas."""
    return tuple(tuple(_word(word) for word in line.split()) for line in lines("denials.tsv"))


def _phrases(listed: str) -> list[Phrase]:
    return [tuple(_word(word) for word in phrase.split()) for phrase in listed.split("|")]

"""Closed classes of English: words of grammar, negations, number words, days and months."""

from app.engine.lexicon.files import rows

_CLASSES = {name: tuple(members.split()) for name, members in rows("closed.tsv")}

FUNCTION_WORDS = frozenset(_CLASSES["function"])
FUNCTION_LEMMAS = {
    form: base for base, forms in {
        "a": "an", "be": "is am are was were been being", "have": "has had having",
        "do": "does did doing done", "this": "these", "that": "those", "i": "me my mine",
        "we": "us our ours", "he": "him his", "she": "her hers", "they": "them their theirs",
        "you": "your yours", "who": "whom", "toward": "towards", "it": "its", "on": "onto upon",
    }.items() for form in forms.split()
}
NEGATIONS = frozenset(_CLASSES["negation"])
DENIERS = frozenset(_CLASSES["denier"])
PRONOUNS = frozenset(_CLASSES["pronoun"])
RESTRICTORS = frozenset(_CLASSES["restrictor"])
QUANTIFIERS = {word: name for name in ("all", "most", "some", "few")
               for word in _CLASSES[f"quantifier {name}"]}
MONTHS = frozenset(_CLASSES["month"])
WEEKDAYS = frozenset(_CLASSES["weekday"])
MULTIPLIERS = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9,
               "trillion": 1e12, "dozen": 12.0, "bn": 1e9, "mn": 1e6}
NUMBER_WORDS = (
    {word: float(value) for value, word in enumerate(_CLASSES["digit"])}
    | {word: 10.0 * value for value, word in enumerate(_CLASSES["tens"], start=2)}
    | MULTIPLIERS
)
ORDINAL_WORDS = {word: float(value) for value, word in enumerate(_CLASSES["ordinal"], start=1)}

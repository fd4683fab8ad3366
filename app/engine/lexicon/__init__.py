"""What the engine knows of English words: closed classes, opposites, synonyms, lemmas.

Tables written by hand stand in opposites.tsv, synonyms.tsv and classes.tsv; the tables
wordnet_*.tsv are cut from the database files of WordNet 3.1 (Princeton University) by
bench/wordnet.py: words, numbers and parts of speech, no gloss and no example. The licence that is
handed out with those files stands beside them in WORDNET_LICENSE.txt and goes where they go.
"""

from app.engine.lexicon.closed import (
    DENIERS,
    FUNCTION_LEMMAS,
    FUNCTION_WORDS,
    MONTHS,
    MULTIPLIERS,
    NEGATIONS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    PRONOUNS,
    QUANTIFIERS,
    RESTRICTORS,
    WEEKDAYS,
)
from app.engine.lexicon.forms import is_word, lemma, part_of_speech, rarity
from app.engine.lexicon.meanings import (
    class_of,
    denying_phrases,
    groups,
    kin,
    loaded_terms,
    near,
    opposite,
    opposites,
    scope_phrases,
    stages,
    synonyms,
)
from app.engine.lexicon.places import one_country, two_places

__all__ = [
    "DENIERS",
    "FUNCTION_LEMMAS",
    "FUNCTION_WORDS",
    "MONTHS",
    "MULTIPLIERS",
    "NEGATIONS",
    "NUMBER_WORDS",
    "ORDINAL_WORDS",
    "PRONOUNS",
    "QUANTIFIERS",
    "RESTRICTORS",
    "WEEKDAYS",
    "class_of",
    "denying_phrases",
    "groups",
    "is_word",
    "kin",
    "lemma",
    "loaded_terms",
    "near",
    "one_country",
    "opposite",
    "opposites",
    "part_of_speech",
    "rarity",
    "scope_phrases",
    "stages",
    "synonyms",
    "two_places",
]

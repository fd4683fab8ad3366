"""English nouns in the plural, for labels: a count of one home, of two homes."""

_IRREGULAR = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
    "tooth": "teeth", "mouse": "mice", "goose": "geese", "ox": "oxen", "crisis": "crises",
    "analysis": "analyses", "basis": "bases", "thesis": "theses", "criterion": "criteria",
    "phenomenon": "phenomena", "medium": "media", "bacterium": "bacteria", "knife": "knives",
    "life": "lives", "wife": "wives", "half": "halves", "wolf": "wolves", "leaf": "leaves",
    "shelf": "shelves", "loaf": "loaves", "thief": "thieves", "calf": "calves", "quiz": "quizzes",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "veto": "vetoes",
    "cargo": "cargoes", "echo": "echoes", "torpedo": "torpedoes", "passer-by": "passers-by",
}  # fmt: skip
_UNCHANGED = frozenset([
    "people", "police", "staff", "sheep", "fish", "deer", "aircraft", "spacecraft", "series",
    "species", "cattle", "personnel", "dead", "injured", "wounded", "missing", "hurt",
    "killed", "homeless", "unemployed", "crew", "salmon", "trout", "bison", "offspring",
    "youth", "troops", "livestock", "headquarters", "barracks", "crossroads", "poor",
    "elderly", "sick", "faithful",
])  # fmt: skip
_COMPOUND_ENDS = ("man", "woman", "child", "person", "wife", "life", "foot")
_HISSING = ("s", "x", "z", "ch", "sh")


def counted(noun: str, *, one: bool) -> str:
    """What a figure counts: the singular for one of it, else the plural; `noun` is a lemma."""
    if one:
        return "person" if noun == "people" else noun
    return plural(noun)


def plural(noun: str) -> str:
    """The plural of a noun in lower case, "" for ""."""
    if not noun or noun in _UNCHANGED or noun in _IRREGULAR.values():
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for end in _COMPOUND_ENDS:
        if noun.endswith(end) and noun not in {"human", "german", "roman", "talisman"}:
            return noun.removesuffix(end) + _IRREGULAR[end]
    if noun.endswith(_HISSING):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}s"

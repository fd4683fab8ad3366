"""How far a procedure has come, as a claim tells it: what is done and what is still to come."""

from dataclasses import dataclass
from functools import cache, lru_cache

from app.engine import lexicon
from app.engine.phrases import Phrases
from app.engine.sides import Side
from app.engine.tokens import Token


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure in a claim: its rank, name and words; done or still ahead."""

    procedure: str
    rank: int
    name: str
    words: tuple[int, ...]
    done: bool


_LAW_NOUNS = frozenset(
    {
        "ordinance",
        "measure",
        "bill",
        "law",
        "legislation",
        "act",
        "motion",
        "resolution",
        "statute",
        "proposal",
        "rule",
        "ban",
        "amendment",
        "toll",
        "tax",
        "fee",
        "tariff",
        "curfew",
        "sanction",
        "limit",
    }
)
_AHEAD = frozenset(
    {
        "will",
        "would",
        "shall",
        "can",
        "may",
        "might",
        "could",
        "before",
        "until",
        "to",
        "likely",
        "expect",
        "plan",
        "need",
        "require",
        "unless",
        "if",
        "once",
        "after",
        "due",
        "authority",
        "must",
    }
)
_LOOK_BACK = 4


@cache
def _phrases() -> Phrases[tuple[str, int, str]]:
    return Phrases(
        (phrase, (procedure, rank, name)) for procedure, rank, name, phrase in lexicon.stages()
    )


@lru_cache(maxsize=256)
def steps(side: Side) -> tuple[Step, ...]:
    """The steps that a claim tells of, in order of rank. A law's steps need a law's name."""
    if not _phrases().may_stand_in(side.forms):
        return ()
    has_law = any(token.lemma in _LAW_NOUNS for token in side.tokens)
    found: dict[tuple[str, int], Step] = {}
    for words, (procedure, rank, name) in _phrases().found(side.tokens):
        if (has_law or procedure != "law") and not _is_noun(side, words[0]):
            found.setdefault(
                (procedure, rank), Step(procedure, rank, name, words, _done(side, words))
            )
    return tuple(step for _, step in sorted(found.items()))


def _is_noun(side: Side, at: int) -> bool:
    """The "sentence" of "a life sentence" is no step that lies ahead."""
    token = side.tokens[at]
    before = side.tokens[max(0, at - 2):at]
    return token.norm == token.lemma and any(word.norm in _BEFORE_NOUNS for word in before)


_BEFORE_NOUNS = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_DID = frozenset({"voted", "rushed", "moved", "agreed", "managed"})


def _done(side: Side, words: tuple[int, ...]) -> bool:
    """Told as past, by its own form or by what leads to it ("voted to approve")."""
    before = side.tokens[max(0, words[0] - _LOOK_BACK):words[0]]
    if any(token.norm in _DID for token in before):
        return True
    return not any(token.lemma in _AHEAD for token in before) and _is_told(
        side.tokens[words[0]])


def _is_told(token: Token) -> bool:
    """Past tense or a noun; "sign" alone is a wish, "signed" is told."""
    return token.norm.endswith("ed") or token.norm in {"took", "went", "came", "became", "gave"}

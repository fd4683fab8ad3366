"""Single words by their dictionary form, whatever signs they are made of."""

from functools import lru_cache

from app.engine.tokens import Token, WordKind, tokens


@lru_cache(maxsize=16384)
def _token(word: str) -> Token | None:
    return next(iter(tokens(word)), None)


def lemma_of(word: str) -> str:
    """The lemma of a word; a word that is none stays as it is."""
    token = _token(word)
    return token.lemma if token else word


def is_grammar(word: str) -> bool:
    """A word that carries no meaning of its own ("the", "of", "is")."""
    token = _token(word)
    return token is None or token.kind is WordKind.FUNCTION

"""Who and what is named where: the runs of a text sorted into persons, organisations, places, laws.

A `Mention` is one place where a name stands; all mentions of one person carry the fullest name
that the article gives.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from app.domain.facts import FactKind


class Mention(NamedTuple):
    """A name on the words `first` to `last`. `office` is a title in lower case, "" if none.

    `office_first` and `office_last` are the words of that title, -1 if there is none.
    """

    first: int
    last: int
    kind: FactKind
    name: str
    office: str = ""
    office_first: int = -1
    office_last: int = -1


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name in lower case without accents, for comparing; surfaces keep theirs."""
    if name.isascii():
        return name.lower().replace(".", "")
    split = unicodedata.normalize("NFKD", name)
    bare = "".join(sign for sign in split if not unicodedata.combining(sign))
    return bare.replace("’", "'").replace("‑", "-").lower().replace(".", "")

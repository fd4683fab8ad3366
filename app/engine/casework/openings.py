"""The words that say how much of a group is meant: "all", "none of", "three of", "two-thirds"."""

from enum import StrEnum
from typing import NamedTuple

from app.engine.casework.members import Members, is_plural
from app.engine.casework.verbing import is_verb_at
from app.engine.listing import listed
from app.engine.tokens import Token, WordKind


class Extent(StrEnum):
    """How far a portion reaches: the whole, nothing of it, a share that is not all of it, so many
    of which it is not said whether they are all, none but those who are named, those to whom
    something applies ("workers with ten years of service")."""

    ALL = "all"
    NONE = "none"
    PART = "part"
    COUNT = "count"
    ONLY = "only"
    LIMITED = "limited"


class Opened(NamedTuple):
    """An extent, the index where the group begins of which it is told, how many (`many`) or which
    share of it is meant; `alone` says that no noun need follow."""

    extent: Extent
    next: int
    many: float | None = None
    share: float | None = None
    alone: bool = False


class _Place(NamedTuple):
    """A word that may open a portion, with the words beside it."""

    tokens: tuple[Token, ...]
    at: int
    before: str
    after: str

    def is_number(self, ahead: int = 1) -> bool:
        """A figure stands so many words ahead."""
        at = self.at + ahead
        return at < len(self.tokens) and self.tokens[at].kind is WordKind.NUMBER


_ANYBODY = {"everyone": Extent.ALL, "everybody": Extent.ALL, "nobody": Extent.NONE}
_ALL = listed("all every each whole entire complete both any")
_NONE = listed("no none neither not")
_SOME = listed("most majority some several many few handful part parts minority others")
_REST = listed("remaining rest other")
SIGNS_OF_ALL = _ALL | _NONE | _ANYBODY.keys() | {"only"}
"""Words of which a claim must hold one to tell of all, of none or of some only."""

_NOT_ALL = listed("but over along about too right out together night day year time set clear round "
                  "other few second this that further new future remaining he she they we you it i")
_AFTER = listed("above after first once over at so how as too a an")
_NO_NOUN = listed("longer more less fewer doubt such matter further sooner better later one way "
                  "other good")
_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6,
           "tenth": 0.1, "eighth": 0.125}


def opened(tokens: tuple[Token, ...], at: int) -> Opened | None:
    """What begins at this word, if anything."""
    token = tokens[at]
    place = _Place(tokens, at, tokens[at - 1].norm if at else "",
                   tokens[at + 1].norm if at + 1 < len(tokens) else "")
    if token.norm in _ANYBODY:
        return Opened(_ANYBODY[token.norm], at, alone=True)
    for words, read in ((_ALL, _of_all), (_NONE, _of_none), (_SOME, _of_some), (_REST, _of_rest)):
        if token.norm in words:
            return read(place)
    if token.norm == "only":
        limits = place.before not in {"not", "the", "an", "if", "n't"}
        return Opened(Extent.ONLY, at + 1) if limits else None
    if token.norm.removesuffix("s") in _SHARES or token.norm == "half":
        return _of_share(place)
    if token.kind is WordKind.CONTENT and is_plural(token):
        return Opened(Extent.LIMITED, at)
    return _of_figure(place) if token.kind is WordKind.NUMBER else None


def _of_all(place: _Place) -> Opened | None:
    norm, before, after = place.tokens[place.at].norm, place.before, place.after
    if after in _NOT_ALL or (norm == "any" and after != "of"):
        return None
    if before in _AFTER and not (before in {"at", "a", "an"} and (
            norm != "all" or after in {"the", "of", "its"} or place.is_number())):
        return None
    if norm == "whole" and before in {"a", "an"}:
        return None
    begin = place.at + 1
    while begin < len(place.tokens) and place.tokens[begin].norm in {"single", "last", "one"}:
        begin += 1
    extent = Extent.PART if before in {"not", "n't"} else Extent.ALL
    return Opened(extent, begin, many=2.0 if norm == "both" else None)


def _of_none(place: _Place) -> Opened | None:
    tokens, at, after = place.tokens, place.at, place.after
    if tokens[at].norm == "not":
        single = after == "one" or (
            after == "a" and at + 2 < len(tokens) and tokens[at + 2].norm == "single")
        return Opened(Extent.NONE, at + 2 + (after == "a")) if single else None
    if tokens[at].norm == "no" and (after in _NO_NOUN or place.is_number()):
        return None
    return Opened(Extent.NONE, at + 1)


_ONLY_OF = listed("majority handful part parts minority")


def _of_some(place: _Place) -> Opened | None:
    norm, before, after = place.tokens[place.at].norm, place.before, place.after
    if before in _AFTER and not (before in {"a", "an"} and after == "of"):
        return None
    if place.is_number() or (after != "of" and (before == "the" or norm in _ONLY_OF)):
        return None
    if norm == "most" and after != "of" and after and not is_plural(place.tokens[place.at + 1]):
        return None
    return Opened(Extent.PART, place.at + 1)


def _of_rest(place: _Place) -> Opened | None:
    """"The rest", "the remaining 27", "the other six"."""
    norm = place.tokens[place.at].norm
    if place.before not in {"the", "other"} or (norm == "other" and not place.is_number()):
        return None
    return Opened(Extent.PART, place.at + 1, alone=norm == "rest" and place.after != "of")


def _of_share(place: _Place) -> Opened | None:
    tokens, at, norm = place.tokens, place.at, place.tokens[place.at].norm
    if place.after != "of" and not (norm == "half" and place.after in {"the", "its", "their"}):
        return None
    times = (tokens[at - 1].value if at else None) or 1.0
    return Opened(Extent.PART, at + 1, share=times * _SHARES[
        norm if norm in _SHARES else norm.removesuffix("s")])


def _of_figure(place: _Place) -> Opened | None:
    """"60 percent of", "three of the", "three out of four", "17 pipes", "45 had not"."""
    tokens, at, after = place.tokens, place.at, place.after
    many = tokens[at].value
    if many is None or place.before in {"$", "€", "£"} or after.removesuffix("s") in _SHARES:
        return None
    behind = tokens[at + 2].norm if at + 2 < len(tokens) else ""
    if after in {"percent", "%"}:
        return Opened(Extent.PART, at + 2, share=many / 100) if behind == "of" else None
    if _stands_alone(place):
        return Opened(Extent.COUNT, at + 1, many=many, alone=True)
    if after == "of" or (after == "out" and behind == "of"):
        return Opened(Extent.PART, at + 1 + (after == "out"), many=many)
    return Opened(Extent.COUNT, at + 1, many=many)


_AUXILIARIES = listed("were was had have has are is will would could did can may might")


def _stands_alone(place: _Place) -> bool:
    """A figure without a noun: "45 had not been vaccinated", "cleared of two"."""
    if not place.after:
        return place.before in {"of", "on"}
    after = place.tokens[place.at + 1]
    return after.norm in _AUXILIARIES or (after.kind is WordKind.CONTENT and (
        after.norm != after.lemma and is_verb_at(place.tokens, place.at + 1)))


def fits(tokens: tuple[Token, ...], begun: Opened, members: Members) -> bool:
    """The group is one of which that much can be told: a figure "of" a known group, "only" before
    a plural noun."""
    if begun.extent is Extent.PART and begun.many is not None:
        return members.known or members.whole is not None
    if begun.extent is Extent.ONLY:
        return members.plural and bool(members.head) and all(
            token.norm != "of" for token in tokens[begun.next:members.end])
    if begun.extent is Extent.COUNT:
        return begun.alone or (bool(members.head) and members.plural)
    return begun.extent is not Extent.LIMITED or (members.plural and bool(members.limit))

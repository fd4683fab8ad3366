"""Which articles are copies of one text, so that a reprint is not counted as a second voice."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.pairs import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """What an article has word for word in common with an earlier one.

    `share` is the share of the article's words, 0 to 1, `paragraphs` how many of its paragraphs
    are shared for the greater part; the places are those of the longest passage in both texts.
    """

    article_id: int
    with_id: int
    paragraphs: int
    share: float
    place: Place
    with_place: Place


class Origin(NamedTuple):
    """Where an article's text comes from: the earliest article with the same text (itself, if
    none is earlier), the share of its words that stand there, and the agency that it credits,
    "" for none."""

    article_id: int
    origin_id: int
    share: float
    agency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """All copies of a case."""

    passages: tuple[SharedPassage, ...] = ()
    origins: tuple[Origin, ...] = ()

    def of_articles(self) -> dict[int, int]:
        """Article id to the id of its origin; an article that is not here is its own."""
        return {one.article_id: one.origin_id for one in self.origins}


UNTOLD = Origins()
"""No copies, or nobody has looked."""

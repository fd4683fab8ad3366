"""The facts of a text: one file a kind, read in an order in which each word is read once.

The order matters: a law's number is no count, a year is no vote, a percentage no count.
"""

from collections.abc import Callable
from datetime import date

from app.domain.facts import Fact
from app.engine.facts import (
    ages,
    counts,
    dates,
    durations,
    laws,
    money,
    ordinals,
    percents,
    scores,
    shares,
    votes,
)
from app.engine.facts.calendar import EARLIEST, LATEST
from app.engine.facts.mentions import Mention
from app.engine.facts.names import facts_of, mentions
from app.engine.facts.numbers import quantities
from app.engine.facts.scene import Found, Scene
from app.engine.words import Words

Reader = Callable[[Scene], list[Found]]

READERS: tuple[Reader, ...] = (
    laws.read,
    money.read,
    dates.read,
    votes.read,
    scores.read,
    percents.read,
    ages.read,
    shares.read,
    durations.read,
    ordinals.read,
    counts.read,
)


def read_facts(words: Words, published_on: date | None) -> tuple[list[Fact], list[Mention]]:
    """Every fact of a text in order of place, and the names among them as mentions.

    `published_on` resolves relative dates.
    """
    known = published_on is not None and EARLIEST <= published_on <= LATEST
    scene = Scene(words, quantities(words), published_on if known else None)
    found = [one for read in READERS for one in read(scene)]
    named = mentions(scene)
    found = ages.with_holders(words, found, named)
    found += facts_of(named)
    found.sort(key=lambda one: (one.first, one.last))
    facts = [
        Fact(
            value=one.value,
            surface=words.surface(one.first, one.last),
            start=words.starts[one.first],
            end=words.ends[one.last],
        )
        for one in found
    ]
    return facts, named

"""Articles for a case of about 1,000 pairs: twelve outlets on one storm, district by district.

Written by rule from a fixed seed, so that every run makes the same words, and brought in through
the command line like any other articles.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.commands.program import Program

CASE = "The storm, district by district"

_OUTLETS = (
    "Coast Courier", "Daily Ledger", "Evening Sentinel", "Harbour Post", "Inland Gazette",
    "Morning Tribune", "Northern Echo of the Islands and the Outer Sound", "Radio Ferrant",
    "Southern Star", "The Lamplighter", "Valley Herald", "Weekly Compass",
)
_DISTRICTS = (
    "Aldermoor", "Birchhaven", "Calderwick", "Dunmarrow", "Elmsford", "Farrowby", "Glenharrow",
    "Hollinsea", "Ivybridge", "Jarrowmere", "Kestrelby", "Lindenholt", "Marrowfield", "Netherby",
    "Oakhampton", "Penwarrick", "Quillmoor", "Ravenscar", "Saltmarsh", "Thornleigh",
)
_TOLD = (
    "The storm damaged {} homes in {}.",
    "In {1}, {0} families spent the night in the sports hall.",
    "The council of {1} voted {0}-2 to open an emergency fund.",
)
_OFTEN, _SELDOM = 9, 1
"""Of ten outlets nine give the figure that most give."""


def _figure(chance: random.Random, usual: int) -> int:
    return chance.choices((usual, usual + 3), weights=(_OFTEN, _SELDOM))[0]


def articles() -> Iterator[tuple[str, str]]:
    """Each outlet with its text: a headline, then a paragraph for each district it tells of."""
    chance = random.Random(20261122)
    usual = {(place, told): chance.randint(5, 90) for place in _DISTRICTS for told in _TOLD}
    for outlet in _OUTLETS:
        paragraphs = ["What the storm left behind"]
        for place in _DISTRICTS:
            said = [told.format(_figure(chance, usual[place, told]), place) for told in _TOLD]
            chance.shuffle(said)
            paragraphs.append(" ".join(said[:chance.randint(1, len(said))]))
        yield outlet, "\n\n".join(paragraphs)


def bring_in(home: Path) -> None:
    """Import the articles into the demo's store of `home`, whose server must be at rest.

    Raises AssertionError with what the command said, if an article was not taken.
    """
    program = Program(home=home)
    for outlet, text in articles():
        file = program.file(f"{outlet}.txt", text)
        told = program.run("import", file, "--case", CASE, "--source", outlet,
                           DIPTYCH_DATA=str(program.data / "demo"))
        assert told.code == 0, told.wrong

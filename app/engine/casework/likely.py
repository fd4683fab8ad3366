"""How likely two figures that differ answer one question, weighed in one table.

The weights are those of a logistic regression on the pairs of figures of the working part of
tests/corpus (`python -m bench.figures`, ridge 3, agreements weigh half). With each event judged by
weights fitted on the others, of the labelled conflicts that come so far two thirds are reached at
the cut, and four in five of those reached are right.
"""

from app.engine.casework.signals import Signals

BASE = -0.88
WEIGHTS: dict[str, float] = {
    "one role": 2.08,
    "slip of one thing": 1.45,
    "digits exchanged": 1.10,
    "physical": 0.90,
    "like claims": 0.69,
    "synonyms": 0.66,
    "round magnitude": 0.65,
    "magnitude": 0.61,
    "round slip of one thing": 0.58,
    "near words": 0.57,
    "claims of like length": 0.51,
    "one rate": 0.47,
    "a thing told once": 0.44,
    "a rare word": 0.42,
    "told once": 0.39,
    "a near word": 0.38,
    "anybody": 0.37,
    "a digit more": 0.28,
    "money": 0.27,
    "both open": 0.23,
    "duration": 0.22,
    "in a title": 0.21,
    "one way": 0.19,
    "like acts": 0.14,
    "minute of amadi": 0.11,
    "number of the win": 0.11,
    "people": 0.05,
    "rare words": -0.10,
    "far apart in role": -0.10,
    "clock": -0.10,
    "margin": -0.12,
    "other places": -0.13,
    "unlike acts": -0.15,
    "a way on one side": -0.18,
    "a role on one side": -0.21,
    "a state on other days": -0.21,
    "a rate on one side": -0.25,
    "no noun": -0.25,
    "close": -0.27,
    "two ways": -0.28,
    "other names beside": -0.31,
    "ahead on one side": -0.34,
    "more on one side": -0.37,
    "a round on one side": -0.42,
    "other names": -0.47,
    "a change on one side": -0.50,
    "one opens": -0.54,
    "an act on one side": -0.81,
    "told there too": -0.85,
    "two roles": -0.88,
    "two nouns": -1.90,
    "far apart": -2.15,
}
"""What each signal adds to the logarithm of the odds (`python -m bench.figures`)."""

LEAST = 0.0
"""The cut: more likely than not."""


def odds(found: Signals) -> float:
    """The logarithm of the odds that figures with these signals answer one question."""
    return BASE + sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())

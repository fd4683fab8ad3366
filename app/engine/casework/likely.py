"""How likely two figures that differ answer one question, weighed in one table.

The weights are those of a logistic regression on the pairs of figures of the working part of
tests/corpus (`python -m bench.figures`, ridge 3, agreements weigh half). With each event judged by
weights fitted on the others, of the labelled conflicts that come so far two thirds are reached at
the cut, and four in five of those reached are right.
"""

from app.engine.casework.signals import Signals

BASE = -0.91
WEIGHTS: dict[str, float] = {
    "one role": 2.05,
    "slip of one thing": 1.45,
    "digits exchanged": 1.10,
    "physical": 0.92,
    "like claims": 0.67,
    "synonyms": 0.66,
    "round magnitude": 0.66,
    "magnitude": 0.61,
    "round slip of one thing": 0.58,
    "near words": 0.57,
    "claims of like length": 0.52,
    "one rate": 0.48,
    "a thing told once": 0.45,
    "a rare word": 0.42,
    "anybody": 0.38,
    "told once": 0.37,
    "a near word": 0.35,
    "money": 0.31,
    "a digit more": 0.30,
    "both open": 0.25,
    "one way": 0.21,
    "duration": 0.18,
    "in a title": 0.18,
    "like acts": 0.15,
    "minute of amadi": 0.12,
    "people": 0.09,
    "kinds": 0.05,
    "rare words": -0.08,
    "clock": -0.08,
    "far apart in role": -0.10,
    "number of the win": -0.12,
    "margin": -0.12,
    "other places": -0.13,
    "unlike acts": -0.13,
    "a way on one side": -0.16,
    "a state on other days": -0.19,
    "no noun": -0.23,
    "a rate on one side": -0.24,
    "a role on one side": -0.24,
    "close": -0.26,
    "two ways": -0.27,
    "ahead on one side": -0.33,
    "other names beside": -0.35,
    "more on one side": -0.36,
    "a round on one side": -0.41,
    "a change on one side": -0.50,
    "one opens": -0.51,
    "other names": -0.52,
    "an act on one side": -0.80,
    "two roles": -0.88,
    "told there too": -0.92,
    "two nouns": -1.85,
    "far apart": -2.13,
}
"""What each signal adds to the logarithm of the odds (`python -m bench.figures`)."""

LEAST = 0.0
"""The cut: more likely than not."""


def odds(found: Signals) -> float:
    """The logarithm of the odds that figures with these signals answer one question."""
    return BASE + sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())

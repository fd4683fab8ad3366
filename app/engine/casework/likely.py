"""How likely two figures that differ answer one question, weighed in one table.

The weights are those of a logistic regression on the pairs of figures of the working part of
tests/corpus (`python -m bench.figures`, ridge 3, agreements weigh half). With each event judged by
weights fitted on the others, of the labelled conflicts that come so far two thirds are reached at
the cut, and four in five of those reached are right.
"""

from app.engine.casework.signals import Signals

BASE = -0.84
WEIGHTS: dict[str, float] = {
    "one role": 2.04,
    "slip of one thing": 1.28,
    "digits exchanged": 0.83,
    "synonyms": 0.76,
    "near words": 0.65,
    "round magnitude": 0.63,
    "physical": 0.60,
    "magnitude": 0.58,
    "round slip of one thing": 0.45,
    "one way": 0.44,
    "told once": 0.43,
    "a thing told once": 0.39,
    "a digit more": 0.38,
    "a near word": 0.38,
    "money": 0.36,
    "one rate": 0.35,
    "a rare word": 0.34,
    "claims of like length": 0.34,
    "like claims": 0.33,
    "anybody": 0.29,
    "like acts": 0.27,
    "one noun": 0.14,
    "both open": 0.11,
    "a rate on one side": 0.09,
    "a way on one side": 0.06,
    "in a title": 0.05,
    "other names beside": 0.05,
    "kinds": -0.05,
    "far apart in role": -0.06,
    "two ways": -0.09,
    "close": -0.10,
    "duration": -0.10,
    "other places": -0.18,
    "unlike acts": -0.21,
    "ahead on one side": -0.21,
    "a state on other days": -0.25,
    "more on one side": -0.30,
    "a role on one side": -0.41,
    "other names": -0.44,
    "told there too": -0.55,
    "a round on one side": -0.56,
    "a change on one side": -0.61,
    "one opens": -0.64,
    "two roles": -0.66,
    "an act on one side": -0.83,
    "two nouns": -1.64,
    "far apart": -1.99,
}
"""What each signal adds to the logarithm of the odds (`python -m bench.figures`)."""

LEAST = 0.0
"""The cut: more likely than not."""


def odds(found: Signals) -> float:
    """The logarithm of the odds that figures with these signals answer one question."""
    return BASE + sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())

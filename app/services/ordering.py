"""The queue learns from decisions: what a reason has earned moves its pairs up or down."""

from app.store.ranks import Tally
from app.store.session import Store

PRIOR_CONFIRMED, PRIOR_REFUTED = 4, 1
"""A reason begins as if four of five had been confirmed (Beta(4, 1), mean 0.8): one early
refusal moves it by little, thirty decisions outweigh it."""

STEP = 0.05
"""Factors move in steps, so that most decisions leave every pair where it stands."""

EVERY = 25
"""One tag in so many looks whether a factor has moved; comparing a case looks as well. The more
tags there are the rarer: a factor moves by a step only when decisions grow by some 5%."""


def factor(tally: Tally) -> float:
    """The smoothed precision of a reason, rounded to a step: what its pairs' scores count."""
    seen = tally.decided + PRIOR_CONFIRMED + PRIOR_REFUTED
    return round(round((tally.confirmed + PRIOR_CONFIRMED) / seen / STEP) * STEP, 2)


def reorder(store: Store) -> None:
    """Order likely conflicts by what people have decided so far, in all cases."""
    store.ranks.weigh({tally.reason: factor(tally) for tally in store.ranks.tallies()})


def after_tag(store: Store, reviewer_id: int, tag_id: int) -> None:
    """Look from time to time at the order, and at how far this reviewer has come in it.

    Ids of tags are never used twice.
    """
    if tag_id % EVERY == 0:
        store.ranks.advance(reviewer_id)
    every = EVERY
    while every * 40 <= tag_id:
        every *= 2
    if tag_id % every == 0:
        reorder(store)

"""Tallies of one vote."""

from app.domain.facts import Fact, FactKind, Vote
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment


def compare(both: Alignment, /) -> Finding | None:
    """Two tallies of one vote fit each other or differ; "unanimous" fits any tally with nobody
    against and says nothing of members who were absent."""
    ours, theirs = _vote(both.first.facts(FactKind.VOTE)), _vote(both.second.facts(FactKind.VOTE))
    if ours is None or theirs is None:
        return None
    (fact, vote), (other, voted) = ours, theirs
    fits = _fits(vote, voted)
    if fits is None:
        return None
    return Finding(
        reason=Reason.VOTE_COUNT, relation=Relation.AGREE if fits else Relation.CONFLICT,
        strength=Strength.STRICT, because=_because(fact, vote, other, voted, fits=fits),
        what="Vote count", reading="Same outcome" if fits else "Another tally",
        first_value=fact.surface, second_value=other.surface,
        first_places=(Place(fact.start, fact.end),),
        second_places=(Place(other.start, other.end),),
    )


def _vote(facts: tuple[Fact, ...]) -> tuple[Fact, Vote] | None:
    """The fullest tally of a claim."""
    votes = [(fact, fact.value) for fact in facts if isinstance(fact.value, Vote)]
    return max(votes, key=lambda told: told[1].for_ is not None, default=None)


def _fits(one: Vote, other: Vote) -> bool | None:
    """Whether both can be right; None where they tell of nothing in common."""
    if one.unanimous or other.unanimous:
        against = [vote.against for vote in (one, other) if not vote.unanimous]
        return all(number == 0 for number in against) if None not in against else None
    told = [(one.for_, other.for_), (one.against, other.against), (one.abstain, other.abstain),
            (one.absent, other.absent)]
    shared = [(a, b) for a, b in told if a is not None and b is not None]
    return all(a == b for a, b in shared) if shared else None


def _because(fact: Fact, vote: Vote, other: Fact, voted: Vote, *, fits: bool) -> str:
    if fits and vote.unanimous != voted.unanimous:
        word, tally = (fact, other) if vote.unanimous else (other, fact)
        return f"“{tally.surface}” counts no vote against, so it fits “{word.surface}”."
    if fits:
        return f"“{fact.surface}” and “{other.surface}” tell the same tally."
    return f"“{fact.surface}” and “{other.surface}” cannot both be the tally of one vote."

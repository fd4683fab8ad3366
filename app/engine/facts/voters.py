"""Votes told by the names of those who voted, not by figures.

Grammar, all inside one sentence:
    named = name {"," name} ["," ] "and" name "voted" side     "Ruiz and Stamm voted no"
          | ("only" | "just") name "voted" side                "Only Ruiz voted against"
    side  = "yes" | "for" | "in favour" | "no" | "against"
Normal form: that many on the side. Left alone: one name without "only" (others may have voted the
same), "including", names of which some stand before another verb.
"""

from app.domain.facts import Vote
from app.engine.facts.scene import Found
from app.engine.listing import listed
from app.engine.words import Words

_FOR = listed("yes for favour favor aye")
_AGAINST = listed("no against nay")
_ONLY = frozenset({"only", "just"})
_AMONG = listed("including include includes like with among from")
_MOST = 12
"""Names that anybody would list."""


def named(words: Words) -> list[Found]:
    """The sides that people who are named took."""
    found = []
    for index in words.where(frozenset({"voted"})):
        side = index + 2 if words.low(index + 1) == "in" else index + 1
        low = words.low(side)
        if low in _FOR | _AGAINST and words.together(index, side):
            votes = _names_before(words, index)
            if votes:
                vote = Vote(for_=votes) if low in _FOR else Vote(against=votes)
                found.append(Found(vote, index, side))
    return found


def _names_before(words: Words, index: int) -> int:
    """How many names are listed right before a verb; 0 where others may have done it too."""
    at, names, listed_so_far = index - 1, 0, False
    while at >= 0 and names <= _MOST and words.words[at][:1].isupper():
        while at >= 0 and words.words[at][:1].isupper() and words.low(at) not in _ONLY:
            at -= 1
        names += 1
        if words.low(at) in _ONLY:
            return names
        if words.low(at) == "and":
            listed_so_far = True
            at -= 2 if words.low(at - 1) == "," else 1
        elif words.low(at) == "," and listed_so_far:
            at -= 1
        else:
            break
    return names if listed_so_far and names > 1 and words.low(at) not in _AMONG else 0

"""How a vote came out, told without two figures side by side.

"Ten of the twelve jurors found him guilty", "only Ada Lund voted against", "Lund, Moor and Holt
voted yes", "35 voted; 21 were in favour", "by 71 percent to 29", "a divided board": a tally, a part
of one, or no more than that somebody was against.
"""

import re
from collections.abc import Iterator
from re import Match
from typing import NamedTuple

from app.domain.facts import FactKind, Vote
from app.engine.casework.told import Told
from app.engine.casework.unread import NUMBER, value_of
from app.engine.listing import listed


class Tally(NamedTuple):
    """A vote as a claim tells it, at a half-open place of the claim's own text. `split` says no
    more than that some were against."""

    vote: Vote
    start: int
    end: int
    split: bool = False


def tallies(told: Told) -> Iterator[Tally]:
    """The votes of a claim: those of its facts, else those told in other words."""
    base = told.side.claim.span.start
    found = [Tally(fact.value, fact.start - base, fact.end - base)
             for fact in told.facts(FactKind.VOTE) if isinstance(fact.value, Vote)]
    if found or _SIGNS.isdisjoint(told.forms):
        yield from found
        return
    for pattern, read in _READERS:
        match = pattern.search(told.side.text)
        if match is not None:
            yield read(match)
            return


_SIGNS = listed("voted vote votes voting jurors jury backed favour favor divided split supported "
                "opposed trustees members councillors commissioners board wanted margin margins "
                "majority shareholders delegates")
_BODY = (r"(?:jurors|members|councillors|councilors|trustees|commissioners|delegates|lawmakers|"
         r"deputies|senators|directors|judges|justices|MPs|supervisors|shareholders|teachers|"
         r"workers)")
_FOR = (r"(?:found|backed|supported|approved|favou?red|wanted|agreed|endorsed|"
        r"voted (?:for|to|in|yes)|were in favou?r|said yes)")
_AGAINST = r"(?:opposed|rejected|voted (?:against|no)|were against|said no|dissented)"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
_OF = re.compile(rf"\b(?P<some>{NUMBER}) (?:out )?of (?:the |its )?(?P<all>{NUMBER}) {_BODY}"
                 rf"(?: [\w’]+){{0,6}}? (?:(?P<yes>{_FOR})|(?P<no>{_AGAINST}))\b", re.IGNORECASE)
_VOTED = re.compile(rf"\b(?P<all>{NUMBER}) {_BODY} voted\b[^.]{{0,60}}?\b(?P<some>{NUMBER}) "
                    r"(?:of them )?(?:(?P<yes>were in favou?r|said yes|backed)|"
                    r"(?P<no>were against))",
                    re.IGNORECASE)
_ONLY = re.compile(rf"\b[Oo]nly (?P<names>{_NAME}|one [a-z]+) "
                   r"(?:voted (?:against|no)|opposed|dissented|was against)\b"
                   rf"|\b(?P<lone>{_NAME}),? (?:alone|was alone|cast the only|was the only)"
                   r"[^.;]{0,30}\b(?:against|no|dissent)")
_NAMED = re.compile(rf"(?P<names>{_NAME}(?:, {_NAME})*,? and {_NAME}) (?:all )?"
                    r"voted (?:(?P<yes>for|yes|in favou?r)|(?P<no>against|no))\b")
_MEMBERS = re.compile(rf"\b(?P<some>{NUMBER}) (?:(?:of the )?{_BODY}(?: of the \w+(?: \w+)?)? "
                      rf"(?:(?P<yes>{_FOR})|(?P<no>{_AGAINST}))|(?P<aye>were in favou?r)|"
                      r"were against)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\b(?:voted|vote|backed|favour|favor)\b[^.;]{0,40}?\b\d{1,2}(?:\.\d+)? "
                      r"?(?:percent|per cent|%)(?: to \d{1,2}| (?:for|in favour))?|"
                      rf"\b{NUMBER} in (?:ten|five|four|three|10) [^.;]{{0,30}}"
                      r"\b(?:backed|voted for)",
                      re.IGNORECASE)
_SPLIT = re.compile(r"\b(?:divided|split|deeply divided|bitterly divided) (?:[a-z]+ ){0,2}"
                    r"(?:[Bb]oard|[Cc]ouncil|[Cc]ommittee|[Cc]ourt|[Jj]ury|[Ss]enate)\b"
                    r"|\b(?:narrowest|slimmest|tightest) of (?:margins|majorities)\b"
                    r"|\bby (?:a single vote|one vote|the (?:narrowest|slimmest) margin)\b"
                    rf"|\b{_NAME} (?:voted no|voted against|dissented|before voting no)\b"
                    r"|\bvoting no\b|\bmajority of \w+ votes?\b")


def _of(match: Match[str]) -> Tally:
    some, whole = value_of(match["some"]), value_of(match["all"])
    rest = max(0, int(whole - some))
    for_, against = (int(some), rest) if match["yes"] else (rest, int(some))
    return Tally(Vote(for_=for_, against=against), *match.span())


def _only(match: Match[str]) -> Tally:
    return Tally(Vote(against=1), *match.span())


def _named(match: Match[str]) -> Tally:
    many = len(re.split(r", and |, | and ", match["names"]))
    return Tally(Vote(for_=many) if match["yes"] else Vote(against=many), *match.span())


def _some(match: Match[str]) -> Tally:
    many = int(value_of(match["some"]))
    vote = Vote(for_=many) if match["yes"] or match["aye"] else Vote(against=many)
    return Tally(vote, *match.span())


def _split(match: Match[str]) -> Tally:
    return Tally(Vote(), *match.span(), split=True)


_READERS = ((_OF, _of), (_VOTED, _of), (_ONLY, _only), (_NAMED, _named), (_MEMBERS, _some),
            (_PERCENT, _split), (_SPLIT, _split))

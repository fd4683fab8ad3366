"""What figures count and measure: nouns of one meaning, and which figures each article tells."""

from collections.abc import Hashable, Iterator, Sequence

from app.engine import lexicon
from app.engine.casework.amounts import Asked
from app.engine.casework.looks import Look, look
from app.engine.casework.questions import Answered
from app.engine.casework.told import CaseWords
from app.engine.listing import listed

_ONE_NOUN = {"municipality": "city", "house": "home", "household": "home", "resident": "people",
             "person": "people", "robber": "man", "thief": "man", "raider": "man",
             "gunman": "man", "attacker": "man"}


def nouns(thing: str) -> Iterator[Hashable]:
    """The noun and its synonym groups: figures of one of them may be of one thing."""
    yield _ONE_NOUN.get(thing, thing)
    yield from lexicon.groups(thing, thing)


ANYBODY = frozenset({"people", "person", "resident", "man", "woman", "child", "thing", "time",
                     "member", "part"})
"""Nouns that count too many things for two counts of them to clash by themselves."""

PERSONS = ANYBODY - {"thing", "time", "part"} | listed("""
    student pupil worker employee passenger patient customer resident homeowner household family
    voter protester visitor teacher migrant refugee soldier officer villager citizen deputy staff
    runner bystander passer-by teenager youth boy girl adult pensioner juror guest tourist
    spectator fan supporter demonstrator marcher victim survivor casualty viewer user driver farmer
    doctor nurse firefighter councillor striker shopper subscriber client tenant inhabitant local
    neighbor neighbour evacuee caller donor reader rider commuter cyclist pedestrian holidaymaker
    miner prisoner inmate hostage suspect robber gunman attacker raider accomplice thief delegate
    lawmaker senator applicant candidate claimant speaker participant attendee starter finisher
    competitor player crew cadet scout camper swimmer skier climber hiker sailor fisherman
""")

MEASURES = frozenset({"length", "area", "weight", "speed", "volume", "power",
                      "temperature"})


class Figures:
    """Which figures each article tells of a thing: a thing that it counts once is not easily
    confused with another."""

    def __init__(self, answers: Sequence[Answered]) -> None:
        self._told: dict[tuple[int, frozenset[int], str, Hashable], tuple[float, ...]] = {}
        self._looks: dict[int, Look] = {}
        self._answers = answers
        for answer in answers:
            for thing in _things(answer.meant):
                key = answer.told.article, answer.told.years, answer.meant.measure, thing
                known, figure = self._told.get(key, ()), answer.meant.amount.low
                if figure not in known:
                    self._told[key] = (*known, figure)

    def look(self, case: CaseWords, one: Answered) -> Look:
        """What is said around one of these figures."""
        known = self._looks.get(id(one))
        if known is None:
            known = self._looks[id(one)] = look(case, one)
        return known

    def are_told_once(self, one: Answered, other: Answered) -> bool:
        """Each article has but one figure of the thing."""
        return len(self._of(one)) == 1 and len(self._of(other)) == 1

    def are_alone(self, one: Answered, other: Answered) -> bool:
        """Each article has but one figure of a thing that is not told by figures often."""
        return self.are_told_once(one, other) and (
            one.meant.measure != "count" or not {one.meant.thing, other.meant.thing} & ANYBODY)

    def are_apart(self, one: Answered, other: Answered) -> bool:
        """Neither article has the figure of the other."""
        return (other.meant.amount.low not in self._of(one)
                and one.meant.amount.low not in self._of(other))

    def _of(self, answer: Answered) -> set[float]:
        return set().union(*(
            self._told.get((answer.told.article, answer.told.years, answer.meant.measure, key), ())
            for key in _things(answer.meant)))


def _things(asked: Asked) -> Iterator[Hashable]:
    """The noun counted; the currency, the measure by itself."""
    if asked.measure == "count" and asked.thing:
        yield from nouns(asked.thing)
    else:
        yield asked.amount.currency

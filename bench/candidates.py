"""How long a case takes to compare, and how much of what was planted is found.

    python bench/candidates.py [CLAIMS ...]      (1000 10000 100000 unless told)

Writes a case of many events. Each event is told by several articles in reworded sentences; in
some of them one value is changed (a count, a sum, a vote, a day, an age, a name). Every pair of
sentences on one fact with different values is a planted conflict. Prints `name value unit`
lines: CPU and wall seconds of comparing (reading the text is not part of it), the exponent of
the growth of CPU time, recall and precision of strict conflicts, and the peak of memory.
"""

import gc
import math
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, count, pairwise
from typing import NamedTuple

from app.domain.pairs import PairKey, Relation, Strength
from app.engine.casework.whole import compare
from app.engine.claims import read_claims
from app.engine.reading import Reading

ARTICLES = 8
"""Articles an event."""

CHANGED = 0.12
"""How often an article changes a value."""

SYLLABLES = ("bra", "dor", "fel", "gan", "hul", "kor", "lin", "mar", "nov", "orb", "pel", "quin",
             "ros", "sel", "tav", "ulm", "vex", "wyn", "yar", "zel")
DAYS = ("Monday", "Tuesday", "Wednesday")
FILLERS = (
    "Residents of {town} waited for hours in the {weather}.",
    "The {thing} had been planned for years, {person} recalled.",
    "Nobody at the {firm} office wanted to talk about the {thing}.",
    "A {weather} made the work near the {thing} slow.",
    "Children in {town} drew pictures of the {thing}.",
    "The {firm} shop next to the {thing} stayed open.",
)
WEATHER = ("rain", "fog", "storm", "heat", "snow", "frost")
THINGS = ("tunnel", "bridge", "harbour", "stadium", "library", "mill", "dam", "market", "museum",
          "tower", "hospital", "station")


class Fact(NamedTuple):
    """One fact of an event: its wordings with "{}" for the value, right and wrong values."""

    wordings: tuple[str, ...]
    right: str
    wrong: str


class Sentence(NamedTuple):
    """A sentence of an article; `slot` and `value` tell which fact it gives, -1 for none."""

    text: str
    slot: int = -1
    value: str = ""


def name(chance: random.Random) -> str:
    """One of 116,000 names, so that two events of a large case seldom share one by chance."""
    return "".join(chance.sample(SYLLABLES, 4)).capitalize()


def facts(chance: random.Random, told: dict[str, str]) -> tuple[Fact, ...]:
    homes, dead = chance.randint(40, 900), chance.randint(3, 60)
    cost, age = chance.randint(2, 90), chance.randint(25, 70)
    against = chance.randint(1, 4)
    filled = [
        (("The fire at the {thing} in {town} destroyed {{}} homes.",
          "In {town}, {{}} homes were destroyed by the fire at the {thing}."),
         f"{homes}", f"{homes + chance.choice((7, 20, 110))}"),
        (("{{}} people died in the fire at the {thing} in {town}.",
          "The fire at the {thing} killed {{}} people in {town}."), f"{dead}", f"{dead + 5}"),
        (("{firm} will pay ${{}} million for a new {thing} in {town}.",
          "A new {thing} in {town} will cost {firm} ${{}} million."),
         f"{cost}", f"{cost + chance.choice((3, 10, 40))}"),
        (("The city council of {town} voted 9-{{}} to rebuild the {thing}.",
          "The {town} council approved a new {thing} by 9 votes to {{}}."),
         f"{against}", f"{against + 1}"),
        (("The {thing} in {town} will reopen on {{}}.",
          "Work ends and the {thing} in {town} will reopen on {{}}."), DAYS[0], DAYS[2]),
        (("Mayor {person}, {{}}, visited the {thing} in {town}.",
          "The {thing} in {town} was visited by mayor {person}, {{}}."), f"{age}", f"{age + 2}"),
    ]
    return tuple(Fact(tuple(one.format(**told) for one in wordings), right, wrong)
                 for wordings, right, wrong in filled)


def event(chance: random.Random) -> Iterator[tuple[date, list[Sentence]]]:
    """The articles of one event, all of one day or the next."""
    told = {"town": name(chance), "person": f"{name(chance)} {name(chance)}", "firm": name(chance),
            "thing": chance.choice(THINGS)}
    asked = facts(chance, told)
    day = date(2025, 1, 6) + timedelta(days=7 * chance.randint(0, 50))
    for _ in range(ARTICLES):
        sentences = []
        for slot, fact in enumerate(asked):
            value = fact.wrong if chance.random() < CHANGED else fact.right
            sentences.append(Sentence(chance.choice(fact.wordings).format(value), slot, value))
        sentences += [Sentence(filler.format(weather=chance.choice(WEATHER), **told))
                      for filler in chance.sample(FILLERS, 4)]
        chance.shuffle(sentences)
        yield day, sentences


class Case(NamedTuple):
    """A written case: its articles, and what each claim tells (event, slot, value)."""

    readings: list[Reading]
    told: dict[int, tuple[int, int, str]]


def written(claims: int, seed: int = 7) -> Case:
    chance, numbers = random.Random(seed), count(1)
    readings: list[Reading] = []
    told: dict[int, tuple[int, int, str]] = {}
    events = 0
    while len(told) < claims:
        events += 1
        for day, sentences in event(chance):
            text = "\n\n".join(one.text for one in sentences)
            found = tuple(replace(claim, id=next(numbers))
                          for claim in read_claims(text, published_on=day))
            for claim in found:
                slot, value = next(((one.slot, one.value) for one in sentences
                                    if claim.text in one.text), (-1, ""))
                told[claim.id] = (events, slot, value)
            readings.append(Reading(article_id=len(readings) + 1, source_id=len(readings) % 9 + 1,
                                    title="", published_on=day, text=text, claims=found))
    return Case(readings, told)


def planted(case: Case) -> set[PairKey]:
    """Pairs of claims that give one fact of one event different values."""
    by_fact: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for claim, (number, slot, value) in case.told.items():
        if slot >= 0:
            by_fact.setdefault((number, slot), []).append((claim, value))
    return {PairKey.of(one, other) for claims in by_fact.values()
            for (one, ours), (other, theirs) in combinations(claims, 2) if ours != theirs}


def measured(claims: int) -> float:
    case = written(claims)
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    suggested, rows, *_ = compare(case.readings, "bench")
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    strict = {key for key, one in suggested if one.relation is Relation.CONFLICT
              and one.strength is Strength.STRICT}
    wanted = planted(case)
    size = f"candidates_{claims}"
    print(f"{size}_claims {len(case.told)} claims")
    print(f"{size}_cpu {cpu:.2f} s")
    print(f"{size}_wall {wall:.2f} s")
    print(f"{size}_pairs {len(suggested)} pairs")
    print(f"{size}_topics {len(rows)} topics")
    print(f"{size}_recall {len(strict & wanted) / max(1, len(wanted)):.3f} share")
    print(f"{size}_precision {len(strict & wanted) / max(1, len(strict)):.3f} share")
    print(f"{size}_memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB",
          flush=True)
    return cpu


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    spent = [measured(size) for size in sizes]
    for (small, large), (less, more) in zip(pairwise(sizes), pairwise(spent), strict=True):
        exponent = math.log(more / less) / math.log(large / small)
        print(f"candidates_exponent_{small}_{large} {exponent:.2f} power")


if __name__ == "__main__":
    main()

"""How fast text becomes claims and facts, what the worst input costs, how soon the engine is ready.

    python -m bench.engine

Prints `name value unit` lines, CPU seconds beside wall, the best of several runs. An article has
600 words; each has names and figures of its own, so that nothing is known from the one before.
The rate with cleaning counts page furniture in; the other begins at clean text. The worst input
of each pattern is 100 kB of it, cleaning included; `_varied` ones have names, figures and days that
differ from sentence to sentence and from run to run, `long_` ones stand in sentences as long as are
read. Start-up is a new process that imports the engine, loads its word lists, reads one sentence
and compares two. Memory is the peak of this process after all that, five megabytes in one sentence
included.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.domain.articles import CleanText
from app.engine.claims import read_claims
from app.intake.boilerplate import clean

DAY = date(2024, 11, 20)
WORDS = 600
ARTICLES = 60
RUNS = 7
WORST_RUNS = 3
WEIGHT = 100_000
STORY = """\
back to top

{town} Council Votes to Rebuild the North Dam

By {mayor}, Staff Writer

The {town} Port Council voted {votes} to 2 on Tuesday to rebuild the north dam, as Mayor Mara {lind}
vowed to find the money before winter. About {people} people live below it, and local reports said
views were mixed inside the hall.

“We’re going to build it once and build it well,” said councillor Bo {reed}, who wrote the plan
last year. “People want to sleep when it rains, and nobody here can promise that today.”

Nearly 65 percent of the ${votes}.3m grant came from the state under Senate Bill 54, which took
effect January 1, {lind} said, according to the {town} Herald. In 2019, former mayor Eric {dane}
issued an order that closed {votes} other crossings for two weeks.

Critics argue that the council could face charges under 8 U.S.C. § 1373. However, it is unclear
what the plan will change, and a second vote is expected to take place on April 16.

{reed} told KTTV this week that he cannot support a delay. He has maintained that the old dam, built
between 1950 and 1953, leaks “like a basket.” Dozens of homes were damaged last month.

The water rose by a metre in four hours, the {other} River Board wrote in a report that it published
on 3 March. It had warned of {people} litres a second, a third of what came. {aide}, 54, who farms
below the wall, lost 40 sheep.

“Nobody called us,” she said. “They knew since Friday, and they said nothing at all.” A spokesman
for the board declined to comment.

{dane} denied that his order had delayed the work. Unless the state pays by June, he said, the town
will have to close the road to {other}, except for ambulances. The council, which has 11 members, is
to meet again next Monday.

Under the plan, {votes}00 new homes are to be built on 40 hectares near the station, most of them
for rent. Some residents of {other} say that this is too much; others want a school first.

Click here to read more

© 2024 {town} Herald. All rights reserved.
"""
SYLLABLES = ("bra", "dor", "fel", "gan", "hul", "kor", "mar", "nov", "pel", "ros", "sel", "tav")
NAMES = ("town", "other", "lind", "reed", "dane")
WORST = {
    "quotes": "“", "figures": "1 ", "dashes": "1-", "commas": "1,", "brackets": "(", "stops": ". ",
    "dots": ".", "ideographic_stops": "。", "names": "Abc ", "saying": "he said, ",
    "words": "word ", "lines": "\n", "letters": "א", "right_to_left": "שלום עולם. ",
    "one_letter_lines": "\nA\n", "sign_lines": "-\n", "short_lines": "A/B\n", "word_lines": "Abc\n",
    "quoted": "“A,” he said. ", "figures_told": "It cost 1, 2, 3, 4, 5 and 6. ",
    "figures_alone": "1,. ", "amounts": "It cost $1 and 2% and 3 km. ",
    "votes": "They voted 4 to 1. ", "days": "It was May 5. ", "people": "Ann Lee left. ",
    "shortest": "He left. ", "shortest_lines": "He left\n", "listed": "- He left\n",
    "shortest_days": "Nov. 5. ", "deaths": "1 dead. ", "monarchs": "Louis XIV left. ",
    "never_closed": "\n“Abc is here", "datelines": "PARIS (AP) — He left.\n",
    "titles": "Mayor Ann Lee said. ", "apposed": "Ann Lee, the mayor, said he left. ",
    "cyrillic": "Он ушёл. ", "emoji": "😀 He left. ", "conditions": "While he left, she left. ",
}  # fmt: skip
VARIED = {
    "quoted": "“{name},” he said. ", "figures_told": "It cost {number}, 2, 3, 4, 5 and {number}. ",
    "amounts": "It cost ${number} and {number}% and 3 km. ", "votes": "They voted {number} to 1. ",
    "days": "It was {month} {day}. ", "people": "Ann {name} left. ",
    "one_surname": "Mr. {name} Lee met J. Lee. ",
    "offices": "{name} Lee, the mayor, said he left. ",
}  # fmt: skip
LONG = {
    "semicolons": "bird; ", "signs": "&amp;", "pronouns": "Ann said he said ", "cases": "A v. B, ",
    "figures": "1 ", "months": "May May 5 ", "sums": "$1 ", "never_closed": '"Abc ',
}  # fmt: skip
LONGEST = {"figures": 590, "sums": 590}
MONTHS = ("January", "March", "May", "August", "November")
START = """
from app.engine.claims import read_claims
from app.engine.comparing import compare_texts, warm_up
from app.engine.casework import suggesting
warm_up()
read_claims("The council voted 4 to 1 on Tuesday, Mayor Ann Lee said.")
compare_texts("The council voted 4 to 1.", "The council voted 5 to 0.")
"""


def article(number: int) -> str:
    """600 words of news with furniture, made here; another for each number."""
    chance = random.Random(number)
    names = {name: _name(chance) for name in NAMES}
    people = {"mayor": f"Ann {_name(chance)}", "aide": f"Lena {_name(chance)}"}
    figures = {"votes": str(chance.randrange(5, 10)), "people": f"{chance.randrange(2, 90)},000"}
    text = STORY.format(**names, **people, **figures)
    paragraphs = text.split("\n\n")
    body, rest = paragraphs[:-2], paragraphs[-2:]
    while sum(len(part.split()) for part in body) < WORDS:
        body.append(chance.choice(paragraphs[3:-2]))
    return "\n\n".join(part.replace("\n", " ").strip() for part in [*body, *rest])


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def seconds(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """CPU and wall seconds of a piece of work, each the best of several runs."""
    spent = []
    for _ in range(runs):
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        spent.append((time.process_time() - cpu, time.perf_counter() - wall))
    return min(cpu for cpu, _ in spent), min(wall for _, wall in spent)


def show(name: str, value: float, unit: str) -> None:
    print(f"{name} {value:.3f} {unit}", flush=True)


def read(texts: Sequence[str]) -> None:
    """Originals to claims and facts."""
    for text in texts:
        read_clean([clean(text)])


def read_clean(texts: Sequence[CleanText]) -> None:
    """Clean texts to claims and facts."""
    for one in texts:
        read_claims(one.text, title=one.title, published_on=DAY)


def show_rates() -> None:
    """Articles of 600 words a second on one core, with cleaning and without."""
    texts = [article(number) for number in range(ARTICLES)]
    words = sum(len(text.split()) for text in texts)
    works = {"reading": partial(read, texts),
             "reading_clean_text": partial(read_clean, [clean(text) for text in texts])}
    for name, work in works.items():
        cpu, wall = seconds(work)
        show(f"{name}_cpu", words / WORDS / cpu, "articles/s")
        show(f"{name}_wall", words / WORDS / wall, "articles/s")


def varied(pattern: str, seed: int) -> str:
    """100 kB of a pattern with other names, figures and days each time; others for each seed."""
    chance = random.Random(seed)
    parts: list[str] = []
    size = 0
    while size < WEIGHT:
        parts.append(pattern.format(name=_name(chance) + _name(chance).lower(),
                                    number=chance.randrange(2, 3000),
                                    month=chance.choice(MONTHS), day=chance.randrange(1, 29)))
        size += len(parts[-1].encode())
    return "".join(parts)


def long_sentences(part: str, size: int) -> str:
    """100 kB of sentences that are nothing but this part again and again."""
    sentence = f"The {part * ((size - 10) // len(part))}bird. "
    return sentence * (WEIGHT // len(sentence.encode()))


def show_worst() -> None:
    """What 100 kB of the worst input of each pattern cost, the same over and over, with names and
    figures that differ, which nothing remembered helps with, and in sentences without end."""
    works = {name: [pattern * (WEIGHT // len(pattern.encode()))] * WORST_RUNS
             for name, pattern in WORST.items()}
    works |= {f"{name}_varied": [varied(pattern, seed) for seed in range(WORST_RUNS)]
              for name, pattern in VARIED.items()}
    works |= {f"long_{name}": [long_sentences(part, LONGEST.get(name, 3900))] * WORST_RUNS
              for name, part in LONG.items()}
    for name, texts in works.items():
        spent = [seconds(partial(read, [text]), 1) for text in texts]
        show(f"worst_{name}_cpu", 1000 * min(cpu for cpu, _ in spent), "ms/100kB")
        show(f"worst_{name}_wall", 1000 * min(wall for _, wall in spent), "ms/100kB")
    cpu, wall = seconds(partial(read, ["and the council of the town " * 180_000]), 1)
    show("one_sentence_of_5_megabytes_cpu", cpu, "s")
    show("one_sentence_of_5_megabytes_wall", wall, "s")


def show_start() -> None:
    """CPU and wall seconds of a new process until the engine has compared its first two claims."""
    spent = []
    for _ in range(RUNS):
        before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-c", START], check=True)  # noqa: S603  our own words
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        spent.append((cpu, time.perf_counter() - wall))
    show("start_cpu", min(cpu for cpu, _ in spent), "s")
    show("start_wall", min(wall for _, wall in spent), "s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    show("start_memory", peak / 1024, "MiB")


def main() -> None:
    show_start()
    show_rates()
    show_worst()
    show("memory_peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")


if __name__ == "__main__":
    main()

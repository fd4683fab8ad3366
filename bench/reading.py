"""How fast text becomes claims: articles of 600 words a second on one core, and the worst input.

Prints `name value unit` lines; CPU seconds beside wall. Run: python -m bench.reading
"""

import time
from collections.abc import Callable
from datetime import date
from functools import partial

from app.engine.claims import read_claims
from app.intake.boilerplate import clean

DAY = date(2024, 11, 20)
WORDS = 600
STORY = """\
The Weston Port Council voted 9 to 2 on Tuesday to rebuild the north dam, as Mayor Mara Lind vowed
to find the money before winter. About 12,000 people live below it, and local reports said views
were mixed inside the hall.

“We’re going to build it once and build it well,” said councillor Bo Reed, who wrote the plan last
year. “People want to sleep when it rains, and nobody here can promise that today.”

Nearly 65 percent of the $2.3m grant came from the state under Senate Bill 54, which took effect
January 1, Lind said, according to the Weston Herald. In 2019, former mayor Eric Dane issued an
order that closed 13 other crossings for two weeks.

Critics argue that the council could face charges under 8 U.S.C. § 1373. However, it is unclear
what the plan will change, and a second vote is expected to take place on April 16.

Reed told KTTV this week that he cannot support a delay. He has maintained that the old dam, built
between 1950 and 1953, leaks “like a basket.” Dozens of homes were damaged last month.
"""
PARAGRAPHS = [part.replace("\n", " ").strip() for part in STORY.split("\n\n")]
WORST = {
    "quotes": "“", "figures": "1 ", "dashes": "1-", "brackets": "(", "stops": ". ", "names": "Abc ",
    "saying": "he said, ", "words": "word ", "lines": "\n", "short_lines": "\nA\n",
    "quoted": "“A,” he said. ", "figures_told": "It cost 1, 2, 3, 4, 5 and 6. ",
}  # fmt: skip


def article() -> str:
    """About 600 words of news, made here."""
    paragraphs: list[str] = []
    words = 0
    while words < WORDS:
        paragraphs.append(PARAGRAPHS[len(paragraphs) % len(PARAGRAPHS)])
        words += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds of one piece of work."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def show(name: str, value: float, unit: str) -> None:
    print(f"{name} {value:.3f} {unit}")


def main() -> None:
    text = article()
    size = len(text.split()) / WORDS

    def read(rounds: int = 1, original: str = text) -> None:
        for _ in range(rounds):
            cleaned = clean(original)
            read_claims(cleaned.text, title=cleaned.title, published_on=DAY)

    read()
    rounds = 100
    cpu, wall = seconds(partial(read, rounds))
    show("reading_cpu", rounds * size / cpu, "articles/s")
    show("reading_wall", rounds * size / wall, "articles/s")
    for name, pattern in WORST.items():
        cpu, wall = seconds(partial(read, 1, pattern * (100_000 // len(pattern))))
        show(f"worst_{name}_cpu", cpu, "s/100kB")
        show(f"worst_{name}_wall", wall, "s/100kB")


if __name__ == "__main__":
    main()

"""What a page costs the server, with 100,000 pairs in the store.

    python -m bench.pages [--pairs 100000] [--cases 10] [--tagged 5000] [--rounds 30]
                          [--keep FILE] [--datasette FOLDER]

Prints `name value unit` lines: CPU milliseconds of one page read through the services (median of
the rounds), and what a tag costs; templates are not in it. Then whole requests with their bytes,
and beside them Datasette's page of the same rows, if its virtual environment is given. `machine`
is a fixed piece of work: a figure of a busy machine is worth what it is beside that, and the lowest
of the rounds more than their median. The rows are made up; only their numbers and their spread
matter: ten cases of eight sources with 10,000 pairs each and one of forty topics, 5,000 pairs
tagged by the viewer, the likeliest first, and as many by two others.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from app.domain.pairs import Reason, Relation, Strength
from app.domain.people import Reviewer, Role
from app.services import browsing, reviewing, searching
from app.services.browsing.findings_list import Look
from app.services.pages.queue import MyTag, QueueFilter
from app.store import tables
from app.store.frontiers import Frontiers
from app.store.portions import Portions
from app.store.queue_tables import shared_findings
from app.store.ranks import UNTRIED
from app.store.session import Database, Store
from bench.served import whole_pages

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SOURCES = 8
ARTICLES = 40
CLAIMS_OF_ARTICLE = 30
WORDS = (
    "the", "council", "voted", "on", "a", "plan", "for", "bridge", "piers", "and", "homes", "after",
    "rain",
)
RARE = "ratification"
"""One word in a thousand, for a search that finds little."""


def main() -> None:
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.keep or Path(folder) / "bench.sqlite3"
        database = Database(f"sqlite:///{path}")
        if not path.exists():
            database.migrate()
            with database.writing() as store:
                _fill(store.connection, wanted.pairs, wanted.cases, wanted.tagged)
                store.connection.execute(text("ANALYZE"))
        print(f"database_size {path.stat().st_size / 1e6:.0f} MB")
        print(f"machine {_fixed_work():.1f} ms CPU (10 while nothing else ran)")
        _measure(database, wanted.rounds)
        whole_pages(path, wanted.rounds, wanted.datasette)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=10)
    parser.add_argument("--tagged", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="make the database here, or use the one there")
    parser.add_argument("--datasette", type=Path, help="a virtual environment with Datasette")
    return parser.parse_args()


def _fixed_work() -> float:
    """Milliseconds of the same work each time, the best of five."""
    best = 1e9
    for _ in range(5):
        began = time.process_time()
        sorted(str(number * 7919 % 100_003) for number in range(40_000))
        best = min(best, (time.process_time() - began) * 1000)
    return best


# --- Rows ------------------------------------------------------------------------------


def _fill(connection: Connection, pairs: int, cases: int, tagged: int) -> None:
    chance = random.Random(7)
    _many(connection, tables.reviewers, ({
        "id": n, "name": f"Reviewer {n}", "letter": chr(64 + n), "role": Role.REVIEWER,
        "is_active": True, "joined_at": NOON} for n in range(1, 4)))
    _many(connection, tables.sources, (
        {"id": n, "name": f"Outlet {n}", "folded": f"outlet {n}"} for n in range(1, SOURCES + 1)))
    each = pairs // cases
    for case in range(1, cases + 1):
        _case(connection, case, each, chance)
    _case(connection, cases + 1, 40 * 28, chance)
    _tags(connection, pairs, tagged, chance)
    for case in range(1, cases + 2):
        Portions(connection).recount(case)
    Frontiers(connection).renew(1)


def _case(connection: Connection, case: int, pairs: int, chance: random.Random) -> None:
    _many(connection, tables.cases, [{
        "id": case, "name": f"Case {case}", "folded": f"case {case}", "opened_by": 1,
        "opened_at": NOON, "pairs_numbered": pairs}])
    first = (case - 1) * ARTICLES
    made = [_words(chance, 600) for _ in range(ARTICLES)]
    _many(connection, tables.articles, ({
        "id": first + n, "case_id": case, "source_id": 1 + n % SOURCES, "title": made[n - 1][:60],
        "file_name": "a.txt", "published_on": date(2026, 11, 1) + timedelta(days=n % 9),
        "revision_number": 1} for n in range(1, ARTICLES + 1)))
    _many(connection, tables.revisions, ({
        "id": first + n, "article_id": first + n, "case_id": case, "number": 1,
        "sha256": f"{case}-{n}", "imported_by": 1, "imported_at": NOON, "dropped": [],
        "text": made[n - 1], "raw": b""} for n in range(1, ARTICLES + 1)))
    _claims(connection, first, made)
    _pairs(connection, case, pairs, chance)


def _claims(connection: Connection, first: int, made: list[str]) -> None:
    _many(connection, tables.claims, ({
        "id": (first + n) * 100 + k, "article_id": first + n, "revision_id": first + n,
        "position": k, "start": k * 90, "end": k * 90 + 80,
        "quote": made[n - 1][k * 90:k * 90 + 80], "before": "", "after": "", "paragraph": 1,
        "in_title": False, "modality": "did", "polarity": "positive"}
        for n in range(1, ARTICLES + 1) for k in range(1, CLAIMS_OF_ARTICLE + 1)))


def _pairs(connection: Connection, case: int, pairs: int, chance: random.Random) -> None:
    topics = max(pairs // 28, 1)
    _many(connection, tables.topics, ({
        "id": case * 100_000 + n, "case_id": case, "position": n, "label": f"Topic {n}",
        "reason": chance.choice(list(Reason)), "made_by": "machine"}
        for n in range(1, topics + 1)))
    claims = [((case - 1) * ARTICLES + n) * 100 + k for k in range(1, CLAIMS_OF_ARTICLE + 1)
              for n in range(1, ARTICLES + 1)]
    _many(connection, tables.answers, ({
        "topic_id": case * 100_000 + n, "claim_id": claims[(n * SOURCES + k) % len(claims)],
        "value": f"value {k % 3}", "version": 1 + k % 3}
        for n in range(1, topics + 1) for k in range(SOURCES)))
    keys = sorted({(min(a, b), max(a, b)) for a, b in (
        chance.sample(claims, 2) for _ in range(int(pairs * 1.2)))})
    chance.shuffle(keys)
    first = connection.execute(text("SELECT coalesce(max(id), 0) + 1 FROM pairs")).scalar_one()
    ids = range(first, first + pairs)
    chosen = list(zip(ids, keys, strict=False))
    _many(connection, tables.pairs, ({
        "id": pair, "case_id": case, "number": pair - ids.start + 1, "first_claim_id": key[0],
        "second_claim_id": key[1], "version": 1, "is_gone": False,
        "topic_id": case * 100_000 + 1 + pair % topics} for pair, key in chosen))
    reasons = {pair: chance.choice(list(Reason)) for pair in ids}
    _many(connection, tables.suggestions, ({
        "pair_id": pair, "case_id": case, "relation": _relation(reasons[pair], chance),
        "strength": chance.choice(list(Strength)), "reason": reasons[pair],
        "score": (score := chance.random()), "rank": score * UNTRIED, "engine": "bench",
        "aligned": 0.5, "only_first": [],
        "only_second": [], "keys": []} for pair, _ in chosen))
    _many(connection, shared_findings, (
        {"pair_id": pair, "finding": f"{pair // 3:016x}"} for pair in ids))
    _many(connection, tables.findings, ({
        "pair_id": pair, "position": 0, "reason": Reason.NUMBER, "relation": Relation.CONFLICT,
        "strength": Strength.STRICT, "because": "One says four, the other five.",
        "what": "Number", "reading": "Differs", "first_value": "4", "second_value": "5",
        "first_places": [[key[0] % 100 * 90 + 5, key[0] % 100 * 90 + 12]],
        "second_places": [[key[1] % 100 * 90 + 5, key[1] % 100 * 90 + 12]]}
        for pair, key in chosen))


def _relation(reason: Reason, chance: random.Random) -> Relation:
    """A comparator has two things to say at most."""
    first = list(Reason).index(reason) % 3
    return list(Relation)[first + chance.choice((0, 1))]


def _tags(connection: Connection, pairs: int, tagged: int, chance: random.Random) -> None:
    """The first reviewer tagged the likeliest, as people do; two others tagged anything."""
    likeliest = connection.execute(text(
        "SELECT pair_id FROM suggestions ORDER BY score DESC LIMIT :n"), {"n": tagged})
    mine = [(1, row.pair_id) for row in likeliest]
    others = [(who, pair) for who in (2, 3)
              for pair in chance.sample(range(1, pairs + 1), min(tagged, pairs))]
    _many(connection, tables.tags, ({
        "pair_id": pair, "reviewer_id": who, "relation": chance.choice(list(Relation)),
        "note": "", "tagged_at": NOON} for who, pair in mine + others))
    _many(connection, tables.audit, ({
        "at": NOON, "reviewer_id": who, "did": "tagged", "case_id": 1, "pair_id": pair,
        "details": {"relation": "agree"}} for who, pair in mine + others))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(RARE if chance.random() < 1 / 1_000 else chance.choice(WORDS)
                    for _ in range(count))


def _many(connection: Connection, table: Table, rows: Iterator[Any] | list[Any]) -> None:
    batch = list(rows)
    for start in range(0, len(batch), 10_000):
        connection.execute(insert(table), batch[start:start + 10_000])


# --- Pages -----------------------------------------------------------------------------


def _measure(database: Database, rounds: int) -> None:
    with database.reading() as store:
        me = store.people.get(1)
        middle = store.connection.execute(text(
            "SELECT pair_id FROM suggestions WHERE case_id = 1 ORDER BY score DESC "
            "LIMIT 1 OFFSET 3000")).scalar_one()
        small = store.connection.execute(text("SELECT max(id) FROM cases")).scalar_one()
    for name, budget, page in _pages(me, middle, small):
        took = []
        for _ in range(rounds + 3):
            with database.reading() as store:
                began = time.process_time()
                page(store)
                took.append((time.process_time() - began) * 1000)
        print(f"{name} {statistics.median(took[3:]):.2f} ms CPU "
              f"(lowest {min(took):.2f}, budget {budget})", flush=True)
    _measure_tags(database, me, rounds)


def _pages(
    me: Reviewer, pair: int, small: int,
) -> list[tuple[str, str, Callable[[Store], object]]]:
    here = QueueFilter(case_id=1, mine=(MyTag.NOT_YET,), size=50)
    everywhere = QueueFilter(mine=(MyTag.NOT_YET,), size=50)
    return [
        ("list_of_50_in_a_case", "6", lambda store: browsing.queue(store, me, here)),
        ("list_of_50_everywhere", "6", lambda store: browsing.queue(store, me, everywhere)),
        ("findings_of_50_in_a_case", "none", lambda store: browsing.findings(
            store, me, here, Look())),
        ("list_of_50_all_pairs", "6", lambda store: browsing.queue(
            store, me, QueueFilter(size=50))),
        ("compare", "8", lambda store: browsing.pair(store, me, pair, here, "mine=not_yet")),
        ("compare_without_queue", "8", lambda store: browsing.pair(store, me, pair)),
        ("next_pair", "1", lambda store: browsing.pair_after(store, me, here, pair)),
        ("next_pair_everywhere", "1", lambda store: browsing.pair_after(
            store, me, everywhere, pair)),
        ("matrix_40x8", "12", lambda store: browsing.matrix(store, me, small)),
        ("matrix_40_of_357x8", "none", lambda store: browsing.matrix(store, me, 1)),
        ("overview", "none", lambda store: browsing.overview(store, me, now=NOON)),
        ("search_rare", "10", lambda store: searching.search(
            store, me, searching.Asked(words=f"bridge homes {RARE}"))),
        ("search_common", "10", lambda store: searching.search(
            store, me, searching.Asked(words="the bridge"))),
        ("cases", "none", lambda store: browsing.cases(store, me)),
        ("articles", "none", lambda store: browsing.articles(store, me, 1)),
        ("article", "none", lambda store: browsing.article(store, me, 1, 1)),
    ]


def _measure_tags(database: Database, me: Reviewer, rounds: int) -> None:
    took = []
    wanted = QueueFilter(case_id=1, mine=(MyTag.NOT_YET,))
    for turn in range(rounds + 3):
        with database.reading() as store:
            head = browsing.case_head(store, me, 1)
        pair = head.next_pair_id
        assert pair is not None
        began = time.process_time()
        with database.writing() as store:
            seen = store.pairs.state(pair, me.id)
            reviewing.tag_pair(store, me, pair, Relation.AGREE, note="", seen=seen,
                               key=f"bench {turn} {time.time_ns()}", at=NOON)
        took.append((time.process_time() - began) * 1000)
        with database.reading() as store:
            browsing.pair_after(store, me, wanted, pair)
    print(f"tag {statistics.median(took[3:]):.2f} ms CPU (lowest {min(took):.2f}, budget 3)")


if __name__ == "__main__":
    main()

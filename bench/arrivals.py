"""How long a new article waits for its pairs in a large case.

    python bench/arrivals.py [CLAIMS]      (100000 unless told)

Fills a database with the case of bench/candidates.py, compares it whole, and brings in one more
article of each of some events. Prints `name value unit` lines: CPU seconds of comparing and keeping
the whole case, and CPU milliseconds, the median of twenty, until the pairs of a new article are
found and until they are kept.
"""

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.domain.articles import CleanText
from app.domain.people import Role
from app.engine.reading import Reading
from app.services import comparing, importing, meeting, signing_in
from app.store.articles import NewArticle
from app.store.session import Database, Store
from bench.candidates import written

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ARRIVALS = 20


def keep(store: Store, case_id: int, by: int, reading: Reading, serial: str) -> int:
    """The id of a written article, kept as an import keeps it."""
    raw = reading.text.encode() + serial.encode()
    kept = store.articles.add(NewArticle(
        case_id=case_id, source=f"Source {reading.source_id}", title=f"Article {serial}",
        file_name="article.txt", published_on=reading.published_on, raw=raw,
        sha256=hashlib.sha256(raw).hexdigest(),
        clean=CleanText(text=reading.text, title="", published_on=None, dropped=()),
    ), imported_by=by, at=NOW)
    store.claims.add(kept.revision, reading.claims)
    return kept.id


def filled(database: Database, readings: Sequence[Reading]) -> int:
    with database.writing() as store:
        admin = signing_in.join(store, "Ada", Role.ADMIN, at=NOW)
        case = importing.open_case(store, admin, "Bench", at=NOW)
        for n, reading in enumerate(readings):
            keep(store, case.id, admin.id, reading, str(n))
    began = time.process_time()
    with database.reading() as store:
        given = comparing.material(store, case.id)
    outcome = comparing.compare(given)
    with database.writing() as store:
        comparing.record(store, outcome, at=NOW)
    print(f"arrivals_whole_cpu {time.process_time() - began:.1f} s", flush=True)
    return case.id


def timed(deeds: Sequence[Callable[[], object]]) -> float:
    spent = []
    for deed in deeds:
        began = time.process_time()
        deed()
        spent.append(time.process_time() - began)
    return statistics.median(spent) * 1000


def find(database: Database, case_id: int, article_id: int) -> None:
    with database.reading() as store:
        meeting.meet(store, case_id, [article_id])


def arrive(database: Database, case_id: int, article_id: int) -> None:
    with database.reading() as store:
        met = meeting.meet(store, case_id, [article_id])
    with database.writing() as store:
        meeting.record(store, met, at=NOW)


def main() -> None:
    claims = int(sys.argv[1]) if sys.argv[1:] else 100_000
    case = written(claims)
    late = case.readings[7::len(case.readings) // ARRIVALS][:ARRIVALS]
    early = [one for one in case.readings if one not in late]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        database.migrate()
        case_id = filled(database, early)
        with database.writing() as store:
            ids = [keep(store, case_id, 1, one, f"late {n}") for n, one in enumerate(late)]
        cpu = timed([partial(find, database, case_id, one) for one in ids])
        print(f"arrivals_{claims}_found {cpu:.0f} ms")
        cpu = timed([partial(arrive, database, case_id, one) for one in ids])
        print(f"arrivals_{claims}_kept {cpu:.0f} ms")
        database.close()


if __name__ == "__main__":
    main()

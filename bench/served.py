"""What whole requests cost the server, templates and all, and what Datasette's page of the same
rows costs in the same run.

`whole_pages` is called by `bench/pages.py`; the second half of this file is run by Datasette's own
Python. Both sides are asked through the ASGI transport of httpx, whose cost is in both figures.
"""

import asyncio
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIST = "listed"
ROWS = """
    CREATE TABLE listed (id INTEGER PRIMARY KEY, pair INTEGER, "case" TEXT, reason TEXT,
        suggested TEXT, claim TEXT, source TEXT, compared_with TEXT, other_source TEXT);
    INSERT INTO listed (pair, "case", reason, suggested, claim, source, compared_with, other_source)
    SELECT pairs.number, cases.name, suggestions.reason, suggestions.relation, c1.quote, s1.name,
        c2.quote, s2.name
    FROM kept.suggestions JOIN kept.pairs ON pairs.id = suggestions.pair_id
    JOIN kept.cases ON cases.id = pairs.case_id
    JOIN kept.claims AS c1 ON c1.id = pairs.first_claim_id
    JOIN kept.articles AS a1 ON a1.id = c1.article_id
    JOIN kept.sources AS s1 ON s1.id = a1.source_id
    JOIN kept.claims AS c2 ON c2.id = pairs.second_claim_id
    JOIN kept.articles AS a2 ON a2.id = c2.article_id
    JOIN kept.sources AS s2 ON s2.id = a2.source_id
    ORDER BY suggestions.rank DESC;
"""
"""The rows of the queue as one table in its order: what Datasette is quickest with."""


def whole_pages(file: Path, rounds: int, datasette: Path | None) -> None:
    """Print what the pages of a database cost as whole requests, and how large they are."""
    asyncio.run(_ours(file, rounds))
    python = (datasette or Path()) / "bin" / "python"
    if datasette is not None and python.exists():
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "rows.db"
            with sqlite3.connect(copy) as connection:
                connection.execute("ATTACH ? AS kept", (f"file:{file}?mode=ro",))
                connection.executescript(ROWS)
            subprocess.run([python, __file__, str(copy), str(rounds)], check=True)  # noqa: S603


async def _ours(file: Path, rounds: int) -> None:
    from httpx2 import ASGITransport, AsyncClient  # noqa: PLC0415  Datasette's Python has no app

    from app.main import create_app  # noqa: PLC0415
    from app.settings import Settings  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder), database_url=f"sqlite:///{file}"))
        async with AsyncClient(transport=ASGITransport(app=app),
                               base_url="http://127.0.0.1:8000") as client:
            for name, path, budget in (
                ("list_of_50_in_a_case", "/cases/1/pairs?mine=not_yet&size=50", "61440"),
                ("list_of_50_everywhere", "/queue?mine=not_yet&size=50", "61440"),
                ("findings_of_50", "/queue?mine=not_yet&size=50&as=findings", "none"),
                ("compare", "/pairs/5000?q=case%3D1", "none"),
            ):
                await _measure(client, name, path, rounds, budget)


async def _datasette(file: Path, rounds: int) -> None:
    from datasette.app import Datasette  # noqa: PLC0415  # type: ignore[import-not-found]

    served = Datasette([str(file)])
    await served.invoke_startup()
    page = f"/{file.stem}/{LIST}?_size=50"
    lean = f"{page}&_nofacet=1&_nosuggest=1&_nocount=1"
    await _measure(served.client, "datasette_list_of_50", page, rounds, "none")
    await _measure(served.client, "datasette_list_of_50_lean", lean, rounds, "none")


async def _measure(client, name: str, path: str, rounds: int, budget: str) -> None:  # noqa: ANN001
    took = []
    for _ in range(rounds + 3):
        began = time.process_time()
        answer = await client.get(path)
        took.append((time.process_time() - began) * 1000)
    assert answer.status_code == 200, answer.text[:500]
    print(f"whole_{name} {statistics.median(took[3:]):.1f} ms CPU (lowest {min(took):.1f})")
    print(f"html_{name} {len(answer.content)} bytes (budget {budget})", flush=True)


if __name__ == "__main__":
    asyncio.run(_datasette(Path(sys.argv[1]), int(sys.argv[2])))

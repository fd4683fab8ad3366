"""A browser without a screen: a client on the app, on the database of this test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair
from app.main import create_app
from app.settings import Settings
from app.store.session import Database
from tests.factories import Given, clock

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def client(database: Database, tmp_path: Path) -> Iterator[TestClient]:
    """Sends what our own pages would send, and follows no redirect. The worker does not run."""
    app = create_app(Settings(data=tmp_path, database_url=str(database.url)), clock=clock)
    app.state.database = database
    client = TestClient(app, base_url=HERE, headers={"sec-fetch-site": "same-origin"},
                        follow_redirects=False)
    yield client
    client.close()


@pytest.fixture
def given_reviewer(given: Given) -> None:
    """Somebody is here: the reviewer of this machine."""
    given.reviewer()
    given.keep()


@pytest.fixture
def pairs(given: Given) -> list[Pair]:
    """Three pairs of one case, and Ada to tag them."""
    given.reviewer("Ada")
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.",
                       score=0.9 - n / 10) for n in (1, 2, 3)]
    given.keep()
    return made


@pytest.fixture
def slip(given: Given) -> list[Pair]:
    """Five pairs that share one finding on one topic."""
    given.reviewer("Ada")
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.",
                       score=0.9 - n / 10) for n in range(1, 6)]
    given.topic(*made)
    given.keep()
    return made

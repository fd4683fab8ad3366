from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.journeys import site
from tests.journeys.browsing import open_browser

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, open_browser(playwright) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose sample cases are loaded, with no server on it."""
    home = tmp_path_factory.mktemp("seeded")
    with site.running(home):
        pass
    return home


@pytest.fixture(scope="session")
def shown(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that tests look at and change nothing in."""
    with site.running(site.copied(seeded, tmp_path_factory.mktemp("shown"))) as address:
        yield address


@pytest.fixture
def own(seeded: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a demo for this test alone."""
    with site.running(site.copied(seeded, tmp_path)) as address:
        yield address

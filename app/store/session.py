"""The database of one process, and the store that one unit of work is given."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from app.domain.errors import Misconfigured, Unavailable
from app.store import migrating
from app.store.aliases import Aliases
from app.store.articles import Articles
from app.store.audit import Audit
from app.store.batches import Batches
from app.store.cases import Cases
from app.store.claims import Claims
from app.store.connecting import (
    BUSY_SECONDS,
    CORRUPT,
    in_our_words,
    make_file,
    open_postgresql,
    open_sqlite,
)
from app.store.corrections import Corrections
from app.store.decisions import Decisions
from app.store.imports import Imports
from app.store.indexing import Indexing
from app.store.keys import Keys
from app.store.misfits import Misfits
from app.store.origins import Origins
from app.store.pages import Pages
from app.store.pairs import Pairs
from app.store.people import People
from app.store.proposals import Proposals
from app.store.ranks import Ranks
from app.store.reports import Reports
from app.store.reshapings import Reshapings
from app.store.search import Search
from app.store.second_opinions import SecondOpinions
from app.store.settings import Settings
from app.store.tags import Tags
from app.store.topic_edits import TopicEdits
from app.store.topics import Topics
from app.store.version_saves import VersionSaves
from app.store.views import SavedViews

_CHECKED_AT_ONCE = 64_000_000
"""Up to this size (bytes) the whole file is checked at start; larger ones would delay it."""


class Store:
    """Everything kept, seen through one transaction: one attribute a noun."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.aliases = Aliases(connection)
        self.articles = Articles(connection)
        self.audit = Audit(connection)
        self.batches = Batches(connection)
        self.cases = Cases(connection)
        self.claims = Claims(connection)
        self.corrections = Corrections(connection)
        self.decisions = Decisions(connection)
        self.imports = Imports(connection)
        self.misfits = Misfits(connection)
        self.pages = Pages(connection)
        self.pairs = Pairs(connection)
        self.people = People(connection)
        self.proposals = Proposals(connection)
        self.ranks = Ranks(connection)
        self.reports = Reports(connection)
        self.search = Search(connection)
        self.settings = Settings(connection)
        self.reshapings = Reshapings(connection)
        self.tags = Tags(connection)
        self.topic_edits = TopicEdits(connection)
        self.topics = Topics(connection)
        self.version_saves = VersionSaves(connection)
        self.views = SavedViews(connection)

    @property
    def second_opinions(self) -> SecondOpinions:
        """What local models said of pairs."""
        return SecondOpinions(self.connection)

    @property
    def keys(self) -> Keys:
        """The index under which claims meet."""
        return Keys(self.connection)

    @property
    def origins(self) -> Origins:
        """Which articles are copies."""
        return Origins(self.connection)


class Database:
    """A database by its SQLAlchemy address, thread-safe, one a process.

    On SQLite all writing goes through one connection behind one lock: taking turns inside the
    process is quicker and fairer than meeting at the file's lock (promises.md).
    """

    def __init__(self, url: str) -> None:
        try:
            self.url = make_url(url)
        except ArgumentError as error:
            raise Misconfigured(
                f"DIPTYCH_DATABASE_URL is not an address of a database: {url}",
            ) from error
        kind = self.url.get_backend_name()
        if kind not in {"sqlite", "postgresql"}:
            raise Misconfigured(
                f"Diptych keeps its data in SQLite and PostgreSQL, not in {kind}; "
                "change DIPTYCH_DATABASE_URL.",
            )
        self.is_sqlite = kind == "sqlite"
        self._turn = threading.Lock()

    @cached_property
    def _reader(self) -> Engine:
        return self._open(writes=False)

    @cached_property
    def _writer(self) -> Engine:
        return self._open(writes=True)

    def _open(self, *, writes: bool) -> Engine:
        try:
            opener = open_sqlite if self.is_sqlite else open_postgresql
            return opener(self.url, writes=writes)
        except (ImportError, NoSuchModuleError) as error:
            raise Misconfigured(
                f"The driver for {self.url.drivername} is not installed; "
                "install Diptych with the extra [postgresql].",
            ) from error

    @property
    def path(self) -> Path | None:
        """The file of an SQLite database."""
        return Path(self.url.database or "") if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A store that sees one moment and cannot write. Raises Unavailable."""
        with in_our_words(), self._reader.connect() as connection:
            yield Store(connection)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """A store whose work is kept when the block ends, and undone by any exception.

        Raises Unavailable when the turn does not come within `BUSY_SECONDS`.
        """
        with in_our_words(), self._taking_turns() as left, self._writer.connect() as connection:
            self._wait_at_most(connection, left)
            with connection.begin() as unit:
                yield Store(connection)
                if unit.is_active:
                    Indexing(connection).catch_up()

    @contextmanager
    def _taking_turns(self) -> Iterator[float]:
        """Seconds left to wait for the file, once it is this thread's turn."""
        began = time.monotonic()
        if not self.is_sqlite:
            yield BUSY_SECONDS
            return
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise Unavailable("The database is busy; nothing was saved. Try again in a moment.")
        try:
            yield max(BUSY_SECONDS - (time.monotonic() - began), 0.1)
        finally:
            self._turn.release()

    def _wait_at_most(self, connection: Connection, seconds: float) -> None:
        if self.is_sqlite:
            driver = connection.connection.driver_connection
            assert driver is not None  # noqa: S101  a pooled connection has one
            driver.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    def migrate(self, to: str = "head") -> None:
        """Bring the schema up to date, making the database file if there is none.

        Raises Misconfigured for a newer database or a folder that cannot be written to.
        """
        with self._altering() as connection:
            migrating.upgrade(connection, to)
            if to == "head":
                Indexing(connection).catch_up()

    def migrate_back(self, to: str = "base") -> None:
        """Take migrations back, the data in what they made with them."""
        with self._altering() as connection:
            migrating.downgrade(connection, to)

    @contextmanager
    def _altering(self) -> Iterator[Connection]:
        """A writing transaction without foreign keys, as SQLite wants it to rebuild tables."""
        if self.path is not None:
            make_file(self.path)
        with (
            self._saying_what_is_wrong(),
            self._taking_turns(),
            self._writer.connect() as connection,
        ):
            self._foreign_keys(connection, on=False)
            try:
                with connection.begin():
                    yield connection
            finally:
                self._foreign_keys(connection, on=True)

    def _foreign_keys(self, connection: Connection, *, on: bool) -> None:
        if self.is_sqlite:
            driver = connection.connection.driver_connection
            assert driver is not None  # noqa: S101  a pooled connection has one
            driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")

    def check(self) -> None:
        """Raise Misconfigured, in one sentence, if this database cannot be used as it stands."""
        if self.path is not None:
            if not self.path.is_file():
                raise Misconfigured(migrating.ABSENT)
            make_file(self.path)
        with self._saying_what_is_wrong(), self._writer.connect() as connection:
            self._check_file(connection)
            migrating.check(connection)

    def _check_file(self, connection: Connection) -> None:
        if self.path is None or self.path.stat().st_size > _CHECKED_AT_ONCE:
            return
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise Misconfigured(CORRUPT)

    @contextmanager
    def _saying_what_is_wrong(self) -> Iterator[None]:
        try:
            with in_our_words():
                yield
        except Unavailable as error:
            raise Misconfigured(error.sentence) from error
        except DBAPIError as error:
            raise Misconfigured(f"The database cannot be used: {error.orig}") from error

    def close(self) -> None:
        """Give all connections back; whoever asks again gets new ones. For the end of the
        process and of a test."""
        for name in ("_reader", "_writer"):
            engine = self.__dict__.get(name)
            if engine is not None:
                engine.dispose()

"""The job loop: takes an item, does it, writes what became of it. Knows no HTTP."""

import secrets
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from app.domain.errors import IntakeError, Unavailable
from app.domain.imports import ItemState
from app.models.chosen import NONE, Models
from app.services import comparing, meeting, taking_in
from app.store.imports import LeasedItem
from app.store.session import Database

Clock = Callable[[], datetime]
Progress = Callable[[int, int], object]

LEASE = timedelta(minutes=5)
"""How long one item may take; after that its worker counts as dead."""

_REST_SECONDS = 0.5
"""Pause between two looks for work: short beside the 1.5 s at which a page asks again."""

_LOOK_SECONDS = 0.1
"""The same for somebody who waits at a terminal."""

PATIENCE = 10.0
"""Seconds: twice as long as one article takes on a slow machine."""

log = structlog.get_logger(__name__)


class Worker:
    """Brings waiting articles in, one at a time; several may run on one database.

    `models` add names and second opinions where the settings ask for them.
    No transaction is open while an article is read or a case compared. What dies half-way is
    taken up again when its lease ends, from the last step that was kept.
    """

    def __init__(self, database: Database, clock: Clock, models: Models = NONE) -> None:
        self._database = database
        self._models = models
        self._clock = clock
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Work in a thread until `stop`."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="import worker", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the step under way, then rest."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def run_until_idle(
        self, on_progress: Progress | None = None, *, patience: float = PATIENCE,
    ) -> None:
        """Do all that waits. `on_progress` hears steps done and steps known after each step;
        an article takes two, one to read and one to compare. Raises Unavailable.

        What another worker has in hand is waited for, but no longer than `patience` seconds in
        which nothing moves: that worker may be dead.
        """
        left = total = self._steps_left()
        moved = time.monotonic()
        while left and not self._stopping.is_set():
            if not self._step():
                if time.monotonic() - moved >= patience:
                    return
                self._stopping.wait(_LOOK_SECONDS)
            before, left = left, self._steps_left()
            total = max(total, left)
            if left != before:
                moved = time.monotonic()
                if on_progress is not None:
                    on_progress(total - left, total)

    def _steps_left(self) -> int:
        with self._database.reading() as store:
            return store.imports.steps_left() + store.keys.waiting()

    def _run(self) -> None:
        while not self._stopping.is_set():
            if not self._step_or_log():
                self._stopping.wait(_REST_SECONDS)

    def _step_or_log(self) -> bool:
        """One step; a failure of the store is logged, and tried again after a rest."""
        try:
            return self._step()
        except Unavailable as error:
            log.warning("store unavailable", reason=error.sentence)
        except Exception:
            log.exception("worker failed", reference=_reference())
        return False

    def _step(self) -> bool:
        """Compare a case, else read an article. False if there was nothing to do."""
        with self._database.reading() as store:
            case_id = taking_in.due_case(store)
            some = case_id is not None and taking_in.are_few(store, case_id)
            waits = case_id is None and store.imports.waits(at=self._clock())
        if case_id is not None:
            self._compare(case_id, some=some)
            return True
        return self._take_in() if waits else self._compare_whole()

    def _take_in(self) -> bool:
        with self._database.writing() as store:
            item = taking_in.lease(store, at=self._clock(), lasting=LEASE)
        if item is None:
            return False
        try:
            self._read_and_keep(item)
        except Unavailable:
            raise
        except IntakeError as error:
            self._fail(item, ItemState.READING, error.sentence)
        except Exception:
            reference = _reference()
            log.exception("import item failed", item=item.id, reference=reference)
            self._fail(item, ItemState.CLAIMS, _failed(reference))
        return True

    def _read_and_keep(self, item: LeasedItem) -> None:
        clean = taking_in.clean_text(item)
        with self._database.writing() as store:
            store.imports.advance(item, ItemState.CLAIMS)
        article = taking_in.read(item, clean, self._models.names)
        with self._database.writing() as store:
            taking_in.keep(store, item, article, at=self._clock())

    def _fail(self, item: LeasedItem, failed_at: ItemState, message: str) -> None:
        with self._database.writing() as store:
            if store.imports.is_leased(item):
                store.imports.fail(item.id, failed_at, message)

    def _compare(self, case_id: int, *, some: bool) -> None:
        try:
            if some:
                self._meet(case_id)
            else:
                self._keep_whole(case_id)
        except Unavailable:
            raise
        except Exception:
            reference = _reference()
            log.exception("comparing failed", case=case_id, reference=reference)
            with self._database.writing() as store:
                for item in store.imports.comparing(case_id):
                    store.imports.fail(item.id, ItemState.COMPARING, _failed(reference))


    def _meet(self, case_id: int) -> None:
        """Compare each new article with what is near to it."""
        with self._database.reading() as store:
            fresh = [item.article_id for item in store.imports.comparing(case_id)]
        for article_id in fresh:
            assert article_id is not None  # noqa: S101  an item to be compared is an article
            with self._database.reading() as store:
                met = meeting.meet(store, case_id, [article_id])
            with self._database.writing() as store:
                taking_in.finish_some(store, met, at=self._clock())

    def _keep_whole(self, case_id: int) -> None:
        with self._database.reading() as store:
            given = comparing.material(store, case_id)
        outcome = comparing.compare(given, self._models.classifier)
        with self._database.writing() as store:
            taking_in.finish(store, outcome, at=self._clock())

    def _compare_whole(self) -> bool:
        """Compare a case whole of which some claims were compared alone. False if none waits."""
        with self._database.reading() as store:
            case_id = store.keys.next_whole(at=self._clock())
        if case_id is None:
            return False
        with self._database.writing() as store:
            store.keys.lease(case_id, until=self._clock() + LEASE)
        self._keep_whole(case_id)
        return True


def _reference() -> str:
    return secrets.token_hex(4)


def _failed(reference: str) -> str:
    return (f"Something failed on the server, and this article was left where it stood. "
            f"Nothing else was affected. Reference {reference}.")

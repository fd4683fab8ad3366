"""The composition root: one function that puts the rooms together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib import import_module

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool

from app import __version__
from app.models import chosen as models
from app.settings import Settings, resources
from app.store.session import Database
from app.web import errors
from app.web.dependencies import known_numbers
from app.web.routes import ROUTERS
from app.web.security import Failures, Guard, Limits
from app.web.static import Files
from app.work import Worker

Clock = Callable[[], datetime]


def create_app(settings: Settings, *, clock: Clock = lambda: datetime.now(UTC)) -> FastAPI:
    """The web application on the database of these settings, with the worker beside it.

    The schema must stand already (`Database.migrate`); start-up raises Misconfigured if not.
    """
    app = FastAPI(
        title="Diptych", version=__version__, lifespan=_lifespan,
        dependencies=[Depends(known_numbers)],
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.clock = clock
    app.state.database = Database(settings.url)
    app.state.models = models.load(settings)
    errors.register(app)
    for name in ROUTERS:
        app.include_router(import_module(f"app.web.routes.{name}").router)
    app.mount("/static", Files(directory=resources() / "static"), name="static")
    # The last one added stands outermost.
    app.add_middleware(Failures)
    app.add_middleware(Limits, max_upload_bytes=settings.max_upload_bytes)
    app.add_middleware(Guard, host=settings.host)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    database: Database = app.state.database
    await run_in_threadpool(database.check)
    worker = Worker(database, app.state.clock, app.state.models)
    app.state.worker = worker
    worker.start()
    try:
        yield
    finally:
        await run_in_threadpool(worker.stop)
        database.close()

"""`demo` and `serve`: the pages, on this machine."""

from contextlib import closing
from typing import Annotated

import typer

from app.commands.wiring import DatabaseOption, DataOption, now, open_database, read_settings

PortOption = Annotated[
    int | None, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)
]


def demo(
    *,
    port: PortOption = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the first page in a browser.")
    ] = True,
    data: DataOption = None,
) -> None:
    """Start with sample cases, kept apart from your own data."""
    from app.commands import listening
    from app.services import seeding
    from app.store.session import Database

    settings = read_settings(data=data, port=port)
    settings = settings.model_copy(update={"data": settings.data / "demo", "database_url": None})
    listening.refuse_strangers(settings.host)
    with closing(listening.take_port(settings)) as listener:
        Database(settings.url).migrate()
        database = open_database(settings)
        seeding.load_demo(database, now())
        listening.run(settings, listener, open_browser=browser)


def serve(
    *,
    port: PortOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the first page in a browser.")
    ] = False,
    data: DataOption = None,
    database_url: DatabaseOption = None,
) -> None:
    """Start with your own data."""
    from app.commands import listening
    from app.services import signing_in

    settings = read_settings(data=data, database_url=database_url, host=host, port=port)
    listening.refuse_strangers(settings.host)
    with closing(listening.take_port(settings)) as listener:
        with open_database(settings, make=True).writing() as store:
            signing_in.ensure_local_reviewer(store, settings.reviewer, now())
        listening.run(settings, listener, open_browser=browser)

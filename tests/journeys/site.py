"""A running Diptych with the sample cases, for browsers to visit."""

import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.commands.program import Program

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Yield the address of a demo whose data is in `home`, and stop it in the end.

    Raises AssertionError with what the server said, if it did not start or did not stop well.
    """
    with Program(home=home).start("demo", "--no-browser", "--port", "0") as server:
        assert server.stdout
        assert server.stderr
        found = ADDRESS.search(server.stdout.readline())
        if found is None:
            raise AssertionError(server.stderr.read())
        try:
            yield found[0]
        except BaseException:
            server.kill()  # else the way out of here waits for a server that nobody stops
            raise
        server.send_signal(signal.SIGTERM)
        _, wrong = server.communicate(timeout=20)
        assert server.returncode == 0
        assert "Traceback" not in wrong, wrong


def copied(seeded: Path, home: Path) -> Path:
    """A home with the same data as the seeded one, whose server must be at rest."""
    shutil.copytree(seeded / "data", home / "data")
    return home

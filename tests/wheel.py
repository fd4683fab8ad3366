"""Shows that the wheel is whole: built, installed elsewhere, and asked for its first page there.

`python -m tests.wheel` builds the wheel, makes an empty environment outside the checkout,
installs the locked packages and the wheel, starts the demo from a folder with nothing in it,
and looks at the first page, its styles and its script.
"""

import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
LINKS = re.compile(r'(?:href|src)="(/static/[^"]+)"')
PATIENCE = 60  # seconds until the first page is there


def say(line: str) -> None:
    print(line, flush=True)


def pip(python: Path, *arguments: str | Path) -> None:
    subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "-qq", *arguments], check=True
    )


def build(into: Path) -> Path:
    pip(
        Path(sys.executable),
        *("wheel", ROOT, "--no-deps", "--no-build-isolation", "--wheel-dir", into),
    )
    (wheel,) = into.glob("*.whl")
    say(f"figure=wheel_kilobytes {wheel.stat().st_size / 1000:.0f}")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    began = time.monotonic()
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip(python, "install", "--require-hashes", "-r", ROOT / "requirements" / "run.lock")
    pip(python, "install", "--no-deps", wheel)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    say(f"figure=install_seconds {time.monotonic() - began:.1f}")
    say(f"figure=install_megabytes {size / 1e6:.0f}")
    return folder / "bin" / "diptych"


def look(address: str) -> None:
    """Raises if the page, a style or a script is missing."""
    with urlopen(address, timeout=PATIENCE) as answer:
        page = answer.read().decode()
    links = sorted(set(LINKS.findall(page)))
    kinds = {link.split("?")[0].rsplit(".", 1)[-1] for link in links}
    if not {"css", "js"} <= kinds or not any("htmx" in link for link in links):
        raise AssertionError(f"The first page asks for {links}: styles or htmx are missing.")
    for link in links:
        with urlopen(urljoin(address, link), timeout=PATIENCE) as answer:
            say(f"{answer.status} {link} {len(answer.read())} bytes")


def serve(program: Path, folder: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    began = time.monotonic()
    command = [str(program), "demo", "--no-browser", "--port", "0"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            found = re.search(r"http://\S+/", line)
            if found is None:
                raise AssertionError(f"The server said {line!r} instead of its address.")
            say(f"figure=first_start_seconds {time.monotonic() - began:.1f}")
            look(found[0])
        finally:
            server.terminate()


def main() -> None:
    with TemporaryDirectory(prefix="diptych-wheel-") as name:
        folder = Path(name)
        program = install(build(folder / "dist"), folder / "venv")
        empty = folder / "empty"
        empty.mkdir()
        serve(program, empty)
    say("The wheel is whole.")


if __name__ == "__main__":
    main()

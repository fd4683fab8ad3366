"""What `./diptych test` runs: finds or installs a browser and PostgreSQL, then starts pytest.

Without the right to install a browser, its tests are left out and one loud line says so; with
CI=true that is a failure. PostgreSQL comes from DATABASE_URL, the machine, or a wheel.
"""

import os
import shutil
import subprocess
import sys
from contextlib import nullcontext

from tests import postgresql
from tests.postgresql import MissingError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GET_BROWSER = "apt-get install --no-install-recommends chromium fonts-liberation"
MOST_WORKERS = 4


def loud(sentence: str) -> None:
    line = "!" * 12
    print(f"\n{line} {sentence} {line}\n", file=sys.stderr, flush=True)  # noqa: T201  a command


def find_browser() -> str | None:
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> None:
    """Raises MissingError where apt is absent, refuses or fails."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise MissingError(f"No Chromium. As root: {GET_BROWSER}")
    loud(f"Installing Chromium: {GET_BROWSER}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update --quiet", f"{GET_BROWSER} --yes --quiet"):
        subprocess.run(command.split(), check=False, env=environment, stdout=subprocess.DEVNULL)
    if find_browser() is None:
        raise MissingError(f"Chromium could not be installed. As root: {GET_BROWSER}")


def left_out() -> list[str]:
    """What pytest must leave out. Raises MissingError with CI=true."""
    try:
        if find_browser() is None:
            install_browser()
    except MissingError as missing:
        if os.environ.get("CI") == "true":
            raise
        loud(f"The browser tests are SKIPPED. {missing}")
        return ["-m", "not browser"]
    return []


def run_pytest(arguments: list[str], address: str) -> int:
    workers = str(min(os.cpu_count() or 1, MOST_WORKERS))
    command = [sys.executable, "-m", "pytest", "-n", workers, *arguments]
    environment = os.environ | {"DATABASE_URL": address}
    return subprocess.run(command, check=False, env=environment).returncode


def main(arguments: list[str]) -> int:
    """Run pytest with everything it needs; its exit code is ours."""
    given = os.environ.get("DATABASE_URL")
    try:
        without = left_out()
        with nullcontext(given) if given else postgresql.server() as address:
            return run_pytest([*without, *arguments], address)
    except MissingError as missing:
        loud(str(missing))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

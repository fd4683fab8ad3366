"""From the press of a key to the next pair on the screen, in headless Chromium.

    python -m bench.keypress FILE [--rounds 20]

FILE is a database that `python -m bench.pages --keep FILE` made; it is copied first. Prints
milliseconds from the key going down to the first frame that shows the next pair, for a tag (`A`)
and for a step (`J`), median and lowest; the server runs in the same process.
"""

import argparse
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from app.main import create_app
from app.settings import Settings
from tests.journeys.browsing import open_browser

PORT = 8317
WATCH = """
    addEventListener("keydown", () => {
        const before = document.querySelector("#workbench");
        const began = performance.now();
        window.took = null;
        const look = () => {
            const now = document.querySelector("#workbench");
            if (now && now !== before) {
                requestAnimationFrame(() => setTimeout(
                    () => { window.took = performance.now() - began; }));
            } else {
                requestAnimationFrame(look);
            }
        };
        look();
    }, true);
"""
"""Counts from the key to the task after the frame in which the new workbench was drawn."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "bench.sqlite3"
        shutil.copyfile(wanted.file, copy)
        app = create_app(Settings(data=Path(folder), database_url=f"sqlite:///{copy}"))
        server = uvicorn.Server(uvicorn.Config(app, port=PORT, log_level="warning"))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            _press(wanted.rounds)
        finally:
            server.should_exit = True
            thread.join()


def _press(rounds: int) -> None:
    with sync_playwright() as playwright, open_browser(playwright) as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(WATCH)
        page.goto(f"http://127.0.0.1:{PORT}/cases/1/pairs?mine=not_yet")
        page.locator("tbody a").first.click()
        page.wait_for_load_state("load")
        for name, key, rest in (("tag", "a", 0.1), ("tag_at_rest", "a", 0.8), ("step", "j", 0.8)):
            took = [_took(page, key, rest) for _ in range(rounds + 2)][2:]
            print(f"key_to_next_pair_{name} {statistics.median(took):.0f} ms "
                  f"(lowest {min(took):.0f}, budget 150)", flush=True)


def _took(page: Page, key: str, rest: float) -> float:
    time.sleep(rest)
    page.keyboard.press(key)
    for _ in range(1000):
        took = page.evaluate("window.took ?? null")
        if took is not None:
            return float(took)
        time.sleep(0.01)
    message = "the next pair did not come"
    raise TimeoutError(message)


if __name__ == "__main__":
    main()

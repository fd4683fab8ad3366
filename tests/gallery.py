"""Pictures of every page: `python -m tests.gallery FOLDER [NAME...]`.

Each page at 1440 and 390 pixels, light and dark, with the sample cases. With names of pages
(see tests/journeys/pages.py) only those are taken.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.journeys import site
from tests.journeys.browsing import open_browser, tab
from tests.journeys.pages import PAGES

SIZES = ((1440, 900), (390, 844))
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(browser: Browser, address: str, names: list[str], folder: Path) -> None:
    for width, height in SIZES:
        for look in LOOKS:
            with tab(browser, address, width=width, height=height, look=look) as page:
                for name in names:
                    page.goto(PAGES[name])
                    file = folder / f"{name.replace(' ', '-')}-{width}-{look}.png"
                    page.screenshot(path=file, full_page=True)
                    print(file, flush=True)


def main(arguments: list[str]) -> int:
    if not arguments or not set(arguments[1:]) <= set(PAGES):
        print(f"usage: python -m tests.gallery FOLDER [NAME...]\nnames: {', '.join(PAGES)}")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(prefix="diptych-gallery-") as home,
        site.running(Path(home)) as address,
        sync_playwright() as playwright,
        open_browser(playwright) as browser,
    ):
        take(browser, address, arguments[1:] or list(PAGES), folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

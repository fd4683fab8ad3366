"""Pictures of every page: `python -m tests.gallery FOLDER [NAME...]`.

Each page at 1440, 1280 and 390 pixels, light and dark, with the sample cases, then those of a
case of about 1,000 pairs (tests/large_case.py). With names of pages (see tests/journeys/pages.py)
only those are taken. `python -m tests.gallery --docs` takes the first screens that README.md and
docs/ show, into docs/images/.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests import large_case
from tests.journeys import site
from tests.journeys.browsing import open_browser, tab
from tests.journeys.pages import LARGE, PAGES, visit

SIZES = ((1440, 900), (1280, 800), (390, 844))
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")

DOCS = Path(__file__).resolve().parent.parent / "docs" / "images"
SHOWN = {
    "compare": "compare two", "matrix": "matrix", "overview": "overview", "queue": "queue",
    "article": "article", "import": "import into a case", "report": "whole report",
}
"""Names of the pictures in docs/images/ and the pages that they show."""
SHOWN_ON_A_PHONE = ("compare", "matrix", "overview")


def take_for_docs(browser: Browser, address: str) -> None:
    for (width, height), names in ((SIZES[0], tuple(SHOWN)), (SIZES[-1], SHOWN_ON_A_PHONE)):
        with tab(browser, address, width=width, height=height) as page:
            for name in names:
                page.goto(PAGES[SHOWN[name]])
                file = DOCS / (f"{name}.png" if width == SIZES[0][0] else f"{name}-phone.png")
                page.screenshot(path=file)
                print(file, flush=True)


def take(browser: Browser, address: str, names: list[str], folder: Path) -> None:
    for width, height in SIZES:
        for look in LOOKS:
            with tab(browser, address, width=width, height=height, look=look) as page:
                for name in names:
                    visit(page, name)
                    file = folder / f"{name.replace(' ', '-')}-{width}-{look}.png"
                    page.screenshot(path=file, full_page=True)
                    print(file, flush=True)


def main(arguments: list[str]) -> int:
    for_docs = arguments == ["--docs"]
    known = [*PAGES, *LARGE]
    if not for_docs and (not arguments or not set(arguments[1:]) <= set(known)):
        print("usage: python -m tests.gallery --docs | FOLDER [NAME...]")
        print(f"names: {', '.join(known)}")
        return 2
    folder = DOCS if for_docs else Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = arguments[1:] or known
    with (
        TemporaryDirectory(prefix="diptych-gallery-") as home,
        sync_playwright() as playwright,
        open_browser(playwright) as browser,
    ):
        with site.running(Path(home)) as address:
            if for_docs:
                take_for_docs(browser, address)
                return 0
            take(browser, address, [name for name in wanted if name in PAGES], folder)
        large = [name for name in wanted if name in LARGE]
        if large:
            large_case.bring_in(Path(home))
            with site.running(Path(home)) as address:
                take(browser, address, large, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

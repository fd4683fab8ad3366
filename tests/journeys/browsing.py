"""Chromium, and a tab that complains about whatever a person would not see."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response

from tests.running import find_browser

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
)
REFUSALS = ("Failed to load resource", "Response Status Error Code 4")
SERVER_ERROR = 500


def open_browser(playwright: Playwright) -> Browser:
    """Start the Chromium of this machine, without any talk of its own to the network."""
    return playwright.chromium.launch(executable_path=find_browser(), args=QUIET)


@dataclass
class Complaints:
    """What went wrong in a tab: console messages (policy violations among them), errors, 5xx."""

    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note all that is not as it should be."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _console(self, message: ConsoleMessage) -> None:
        # The browser and htmx report a refused form (409, 422) as an error; it is an answer.
        if not message.text.startswith(REFUSALS):
            self.heard.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a download, or a page left while it loads
            self.heard.append(f"{request.failure}: {request.url}")

    def _answered(self, response: Response) -> None:
        missing = response.status == 404 and response.request.resource_type != "document"
        if response.status >= SERVER_ERROR or missing:
            self.heard.append(f"{response.status}: {response.url}")


@contextmanager
def tab(
    browser: Browser,
    address: str,
    *,
    script: bool = True,
    width: int = 1440,
    height: int = 900,
    look: Literal["light", "dark"] = "light",
    unless: tuple[str, ...] = (),
) -> Iterator[Page]:
    """Yield a page in a fresh profile; in the end nothing may have gone wrong in it.

    `unless` are words of complaints that the test itself brings about.
    """
    complaints = Complaints()
    with browser.new_context(
        base_url=address,
        java_script_enabled=script,
        viewport={"width": width, "height": height},
        color_scheme=look,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    ) as context:
        context.set_default_timeout(float(os.environ.get("DIPTYCH_TEST_PATIENCE", "10")) * 1000)
        page = context.new_page()
        complaints.listen(page)
        yield page
    heard = [each for each in complaints.heard if not any(words in each for words in unless)]
    assert not heard, heard

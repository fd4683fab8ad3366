"""The server itself: takes its port first, says when it is open, stops gracefully."""

import errno
import ipaddress
import os
import signal
import socket
import sys
import webbrowser

import uvicorn

from app.commands.console import own_name, say
from app.domain.errors import Misconfigured
from app.main import create_app
from app.settings import Settings

STOP_SECONDS = 15
"""How long requests in flight may take to finish (promises P15: at an end within 20 s)."""


class _Server(uvicorn.Server):
    """Says where it is once it is really open."""

    def __init__(self, config: uvicorn.Config, address: str, *, open_browser: bool) -> None:
        super().__init__(config)
        self._address = address
        self._open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open, then tell."""
        await super().startup(sockets)
        if self.should_exit:
            return
        say(f"Diptych is open at {self._address} (stop with Ctrl+C)")
        if self._open_browser and _has_screen():
            webbrowser.open(self._address)


def _has_screen() -> bool:
    """There is a desktop for a browser to open on."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def refuse_strangers(host: str) -> None:
    """There is no sign-in yet, so nobody but this machine's user may reach the pages."""
    try:
        near = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        near = False
    if not near:
        message = (
            "Diptych has no sign-in yet, so it listens on this machine only: "
            f"use the host 127.0.0.1 instead of {host}."
        )
        raise Misconfigured(message)


def take_port(settings: Settings) -> socket.socket:
    """Take the port before anything is written, or say why it cannot be had."""
    listener = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise Misconfigured(_no_port(settings.port, error)) from None
    return listener


def _no_port(port: int, error: OSError) -> str:
    why = "in use" if error.errno == errno.EADDRINUSE else f"not to be had ({error.strerror})"
    command = next((word for word in sys.argv[1:] if word in {"demo", "serve"}), "serve")
    other = port + 1 if 1024 <= port < 65535 else 8123  # noqa: PLR2004  unprivileged ports
    return f"Port {port} is {why}. Choose another: {own_name()} {command} --port {other}"


def run(settings: Settings, listener: socket.socket, *, open_browser: bool) -> None:
    """Serve until stopped with Ctrl+C or SIGTERM; requests in flight are finished."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{listener.getsockname()[1]}/"
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    server = _Server(config, address, open_browser=open_browser)
    for stop in (signal.SIGINT, signal.SIGTERM):
        # uvicorn stops gracefully, then raises the signal once more: being stopped is no failure.
        signal.signal(stop, lambda _number, _frame: None)
    server.run(sockets=[listener])

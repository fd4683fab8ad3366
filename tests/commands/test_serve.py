import re
import signal
import socket
from urllib.request import urlopen

import pytest

from tests.commands.program import Program


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_in_use_is_named_with_another_before_anything_is_made(
    program: Program, command: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        told = program.run(command, "--port", str(port))

    assert told.is_one_sentence_of_regret, told.wrong
    assert f"Port {port} is in use" in told.wrong
    assert f"--port {port + 1}" in told.wrong
    assert not program.data.exists()


def test_other_machines_are_not_served_as_there_is_no_sign_in(program: Program) -> None:
    told = program.run("serve", "--host", "0.0.0.0", "--port", "0")  # noqa: S104

    assert told.is_one_sentence_of_regret, told.wrong
    assert "127.0.0.1" in told.wrong
    assert not program.data.exists()


def test_a_setting_that_cannot_be_is_named(program: Program) -> None:
    told = program.run("serve", DIPTYCH_PORT="lots")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "DIPTYCH_PORT" in told.wrong


def test_it_serves_its_first_page_and_stops_when_told(program: Program) -> None:
    with program.start("serve", "--port", "0") as server:
        assert server.stdout
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert address

        with urlopen(address[0]) as answer:
            page = answer.read().decode()
        server.send_signal(signal.SIGTERM)
        code = server.wait(timeout=20)

    assert code == 0
    assert answer.status == 200
    assert "<h1" in page
    assert program.data.stat().st_mode & 0o777 == 0o700

"""The launcher on machines where something is missing; a whole first start is in .ci/run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.program import ROOT, Told

TOOLS = ("cmp", "cp", "dirname", "grep", "readlink", "rm", "sh", "tail", "tee")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds the launcher and the locks."""
    folder = tmp_path / "a clone"
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copy(ROOT / "diptych", folder)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A PATH with the tools of every POSIX machine, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS:
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


def start(launcher: Path, tools: Path) -> Told:
    done = subprocess.run(
        ["/bin/sh", launcher, "doctor"],
        cwd="/",
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    return Told(code=done.returncode, out=done.stdout, wrong=done.stderr)


def put_python(tools: Path, script: str) -> None:
    """A python3 that answers as this shell script does."""
    python = tools / "python3"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)


def test_a_machine_without_python_is_told_what_to_install(clone: Path, tools: Path) -> None:
    told = start(clone / "diptych", tools)

    assert told.is_one_sentence_of_regret, told.wrong
    assert "Python 3.11" in told.wrong
    assert not (clone / ".venv").exists()


def test_an_older_python_is_not_used(clone: Path, tools: Path) -> None:
    put_python(tools, "exit 1")

    told = start(clone / "diptych", tools)

    assert told.is_one_sentence_of_regret, told.wrong
    assert "Python 3.11" in told.wrong


def test_a_python_without_its_venv_module_is_named(clone: Path, tools: Path) -> None:
    put_python(tools, 'case "$2" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac')

    told = start(clone / "diptych", tools)

    assert told.is_one_sentence_of_regret, told.wrong
    assert "python3-venv" in told.wrong
    assert not (clone / ".venv").exists()


def test_what_is_installed_is_started_at_once_from_anywhere(clone: Path, tools: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    put_python(clone / ".venv/bin", 'echo "$@ with $PYTHONPATH"')
    (clone / ".venv/bin/python3").rename(clone / ".venv/bin/python")
    (clone / "static/vendor").mkdir(parents=True)
    (clone / "static/vendor/htmx.min.js").touch()
    for lock in ("run.lock", "htmx.lock"):
        shutil.copy(clone / "requirements" / lock, clone / ".venv" / lock)
    link = clone.parent / "link"
    link.symlink_to(os.path.relpath(clone / "diptych", clone.parent))

    told = start(link, tools)

    assert told.code == 0, told.wrong
    assert told.out == f"-m app doctor with {clone}\n"
    assert told.wrong == ""


def test_a_failed_installation_says_so_and_is_tried_again(clone: Path, tools: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    put_python(clone / ".venv/bin", "echo 'ERROR: no network here' >&2; exit 1")
    (clone / ".venv/bin/python3").rename(clone / ".venv/bin/python")

    told = start(clone / "diptych", tools)

    assert told.code == 1
    assert "no network here" in told.wrong
    assert "Start again" in told.wrong
    assert not (clone / ".venv/run.lock").exists()

from pathlib import Path

import pytest

from tests.commands.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program that has never run."""
    return Program(home=tmp_path)

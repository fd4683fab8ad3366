"""The command line as a reader meets it: a process with arguments, output and an exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

BRIDGE = """Harbour bridge to close for repairs

The city council voted 7-2 on Monday to close the harbour bridge for repairs.
The work will cost 4 million euros and take six months, the council said.
"""
OTHER_BRIDGE = """Bridge repairs approved

The city council voted 6-3 on Monday to close the harbour bridge for repairs.
The repairs will cost 5 million euros, according to the council.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a command said, and how it ended."""

    code: int
    out: str
    wrong: str

    @property
    def is_one_sentence_of_regret(self) -> bool:
        """It failed, and said so in one line without a traceback."""
        line = self.wrong.strip()
        return self.code == 1 and line.startswith("diptych: ") and "\n" not in line


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Diptych with a data folder of its own, run from that folder's parent."""

    home: Path

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "PYTHONSAFEPATH": "1",
            "PYTHONUTF8": "1",
            "DIPTYCH_DATA": str(self.data),
        }

    def start(self, *arguments: str | Path, **settings: str) -> "subprocess.Popen[str]":
        """Start a command and leave it running."""
        return subprocess.Popen(
            [sys.executable, "-m", "app", *map(str, arguments)],
            cwd=self.home,
            env=self.environment | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str | Path, typed: str = "", **settings: str) -> Told:
        """Run a command to its end."""
        with self.start(*arguments, **settings) as process:
            out, wrong = process.communicate(typed, timeout=60)
            return Told(code=process.returncode, out=out, wrong=wrong)

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file beside the data folder."""
        path = self.home / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

import subprocess
import sys

import pytest

from app.exporters import EXPORTERS
from tests.exporters.reports import report

SUFFIXES = sorted(EXPORTERS)


def test_each_format_is_found_by_the_ending_of_its_files() -> None:
    assert SUFFIXES == ["csv", "html", "json"]
    assert all(EXPORTERS[suffix].suffix == suffix for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_report_makes_the_same_bytes(suffix: str) -> None:
    assert EXPORTERS[suffix].write(report()) == EXPORTERS[suffix].write(report())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_another_process_in_another_zone_makes_the_same_bytes(suffix: str) -> None:
    program = ("import sys; from app.exporters import EXPORTERS;"
               " from tests.exporters.reports import report;"
               f" sys.stdout.buffer.write(EXPORTERS[{suffix!r}].write(report()))")

    made = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                          env={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"})

    assert made.stdout == EXPORTERS[suffix].write(report())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_format_says_what_it_is(suffix: str) -> None:
    exporter = EXPORTERS[suffix]

    assert exporter.name
    assert "/" in exporter.media_type
    assert exporter.holds.endswith(".")

"""From a `Report` to bytes: one module a format, none of which knows another.

To add a format: write a module with `parts(report) -> Iterator[bytes]`, add one line to
`EXPORTERS`, and name it in docs/reviewing.md. Tests over the registry demand the same bytes
for the same report.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.reports import Report
from app.exporters import data, page, spreadsheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A file format for reports. `holds` tells a reader in one line what is in the file."""

    name: str
    suffix: str
    media_type: str
    holds: str
    parts: Callable[[Report], Iterator[bytes]]

    def write(self, report: Report) -> bytes:
        """The whole file. Same report, same bytes."""
        return b"".join(self.parts(report))


EXPORTERS: dict[str, Exporter] = {
    exporter.suffix: exporter
    for exporter in (
        Exporter(
            name="HTML", suffix="html", media_type="text/html; charset=utf-8",
            holds="One file that opens and prints anywhere.", parts=page.parts,
        ),
        Exporter(
            name="CSV", suffix="csv", media_type="text/csv; charset=utf-8; header=present",
            holds="One row for each pair, reviewed or not, for any spreadsheet.",
            parts=spreadsheet.parts,
        ),
        Exporter(
            name="JSON", suffix="json", media_type="application/json",
            holds="Articles, claims and every pair, reviewed or not, for programs.",
            parts=data.parts,
        ),
    )
}

"""The table of who says what: topics by sources, cut into blocks that fit on paper."""

from app.domain.reports import Report, ReportedCell, ReportedTopic
from app.exporters.page.document import Block, Line, Told, Voice
from app.exporters.page.items import chip
from app.exporters.page.wording import listed

SOURCES_A_BLOCK = 5  # more columns than that do not fit on a sheet of A4
MOST_VERSIONS = 3  # a source that tells more than that does not fit into a cell


def blocks(report: Report) -> tuple[Block, ...]:
    """The table in blocks of five sources; none where it was not chosen or holds no topic."""
    topics = shown_topics(report)
    if not (report.choices.matrix and topics):
        return ()
    starts = range(0, len(report.sources), SOURCES_A_BLOCK)
    return tuple(_block(report, topics, start) for start in starts)


def shown_topics(report: Report) -> tuple[ReportedTopic, ...]:
    """Topics that people reviewed; the others only where unreviewed pairs were chosen."""
    return tuple(topic for topic in report.topics
                 if report.choices.unreviewed or topic.relation or topic.disputed)


def _block(report: Report, topics: tuple[ReportedTopic, ...], start: int) -> Block:
    end = min(start + SOURCES_A_BLOCK, len(report.sources))
    part = f", outlets {start + 1} to {end} of {len(report.sources)}"
    return Block(
        caption="Who says what" + (part if len(report.sources) > SOURCES_A_BLOCK else ""),
        sources=report.sources[start:end],
        lines=tuple(_line(topic, start, end) for topic in topics),
    )


def _line(topic: ReportedTopic, start: int, end: int) -> Line:
    cells = topic.cells[start:end]
    voice = Voice.SETTLED if topic.settled else Voice.TAGGED
    return Line(
        topic=topic.label,
        told=tuple(_told(cell) for cell in cells),
        silent=listed([cell.source for cell in cells if cell.version is None]),
        chip=chip(topic.relation, voice) if topic.relation else None,
        state="Tags differ" if topic.disputed else "Not reviewed",
    )


def _told(cell: ReportedCell) -> Told:
    if cell.version is None:
        return Told(source=cell.source, value="", version="")
    several = cell.versions or (cell.version,)
    versions = ", ".join(map(str, several[:MOST_VERSIONS]))
    versions += ", …" if len(several) > MOST_VERSIONS else ""
    return Told(source=cell.source, value=cell.value or "mentions it", version=f"({versions})")

"""A report set out for its page: order and words of design and print."""

from app.domain.pairs import Relation, Strength
from app.domain.reports import Report, ReportedArticle, ReportRow
from app.exporters.page.counting import counts
from app.exporters.page.document import Document, Item, Origin, Section
from app.exporters.page.items import claims_of, item
from app.exporters.page.matrix import blocks, shown_topics
from app.exporters.page.wording import count, day, spelt

OPEN_DISPUTES = "Reviewers answered these pairs differently, and nobody has settled them yet."
METHOD = (
    "People tagged each pair as agree, conflict, related or unrelated without seeing each"
    " other’s tags. Where tags differ, an adjudicator decides; the tags stay on record."
    " Suggestions that nobody reviewed are not part of any count of findings."
)
READING = (
    "The words of each claim stand as the outlet printed them; the marked ones carry the value"
    " that was compared. Each SHA-256 below is that of the file as it came in, so that anybody"
    " who has the file can check that it is the same."
)


STRONGEST_FIRST = {strength: place for place, strength in enumerate(Strength)}


def document(report: Report) -> Document:
    """The report as its page shows it. Same report, same document."""
    chosen, outlets = report.choices, len(report.sources)
    return Document(
        kicker="Comparison report" + (f", {day(report.made_on)}" if report.made_on else ""),
        title=report.case,
        subtitle=f"what {spelt(outlets, 'outlet')} {'reports' if outlets == 1 else 'report'}",
        summary=report.summary,
        counts=counts(report),
        blocks=blocks(report),
        topics_left_out=_topics_left_out(report),
        sections=_sections(report),
        agreements=_items(report, _told(report, Relation.AGREE)) if chosen.agreements else (),
        unreviewed=_items(report, _silent(report)) if chosen.unreviewed else (),
        method=(_machine(report), METHOD, READING),
        origins=tuple(map(_origin, report.articles)),
    )


def _sections(report: Report) -> tuple[Section, ...]:
    conflicts = sorted(_told(report, Relation.CONFLICT),
                       key=lambda row: (STRONGEST_FIRST[row.suggestion.strength], row.number))
    disputes = [row for row in report.rows if row.disputed]
    shown = [Section(id="related", heading="Related, no clash", lead="",
                     items=_items(report, _told(report, Relation.RELATED)))]
    if report.choices.conflicts:
        shown = [
            Section(id="conflicts", heading="Conflicts", lead="",
                    items=_items(report, conflicts)),
            Section(id="disputes", heading="Tags differ", lead=OPEN_DISPUTES,
                    items=_items(report, disputes)),
            *shown,
        ]
    return tuple(section for section in shown if section.items)


def _told(report: Report, relation: Relation) -> list[ReportRow]:
    return [row for row in report.rows if row.relation is relation]


def _silent(report: Report) -> list[ReportRow]:
    return [row for row in report.rows if not row.reviewed]


def _items(report: Report, rows: list[ReportRow]) -> tuple[Item, ...]:
    claims = claims_of(report)
    return tuple(item(row, claims, full_names=report.choices.full_names) for row in rows)


def _topics_left_out(report: Report) -> str:
    left_out = len(report.topics) - len(shown_topics(report))
    if not (left_out and report.choices.matrix):
        return ""
    verb = "is" if left_out == 1 else "are"
    return f"{count(left_out, 'topic')} that nobody has reviewed {verb} left out."


def _machine(report: Report) -> str:
    claims = sum(len(article.claims) for article in report.articles)
    engine = f" (engine: {report.engine})" if report.engine else ""
    copies = sum(article.origin is not None for article in report.articles)
    among = f" ({spelt(copies, 'copy', 'copies')} among them)" if copies else ""
    return (f"The system{engine} found {count(claims, 'claim')} in"
            f" {spelt(len(report.articles), 'article')}{among} and suggested"
            f" {count(report.tally.suggested, 'pair')} by rule.")


def _origin(article: ReportedArticle) -> Origin:
    lines = len(article.dropped)
    return Origin(
        source=article.source,
        title=article.title,
        day=day(article.published_on),
        file_name=article.file_name,
        claims=count(len(article.claims), "claim"),
        sha256=article.sha256,
        left_out=f"{count(lines, 'line')} left out" if lines else "Nothing was left out",
        dropped=article.dropped,
        copy_of=article.copy_of,
    )

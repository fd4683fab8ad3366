"""A report as CSV: one row a pair, in `COLUMNS`, a fixed order that only ever grows at its end.

UTF-8 with a byte order mark, lines end in CR LF, quotes as RFC 4180 says. A cell that a
spreadsheet could take for a formula gets an apostrophe in front (see `safe`). It holds
every pair of the case, tagged or not, so that nothing is cut silently: the column "state" says
which ones nobody has reviewed. Names and notes follow what was chosen for the report.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator

from app.domain.claims import Claim
from app.domain.reports import Report, ReportedArticle, ReportRow

COLUMNS = (
    "pair",                  # the pair's number inside its case; it never changes
    "topic",                 # the question that both claims answer
    "reason",                # what was compared: "Vote count"
    "relation",              # what people say: agree, conflict, related, unrelated, or empty
    "state",                 # settled, left unresolved, tagged, tags differ, not reviewed
    "first_source", "first_title", "first_published_on", "first_paragraph",
    "first_speaker", "first_claim", "first_value",
    "second_source", "second_title", "second_published_on", "second_paragraph",
    "second_speaker", "second_claim", "second_value",
    "suggested",             # the machine's suggestion
    "strength",              # strict, tension, framing
    "because",               # its reason in one sentence
    "people",                # how many people tagged it
    "tags",                  # "A: conflict; B: related"
    "notes",                 # "A: leaves out the second vote", one line a note
    "settled_by", "settled_why",
    "first_claim_id", "second_claim_id",
    "first_speaker_via",     # through whom the speaker is quoted
    "first_hedges",          # "nearly; so far"
    "first_scope",           # "all; in any way"
    "first_condition",       # "if the sale fails"
    "first_exception",       # "except on Sundays"
    "first_stages",          # steps of a procedure told as done
    "first_stages_ahead",    # steps told as still to come
    "first_corrected",       # yes, if a person put the reading of the claim right
    "second_speaker_via", "second_hedges", "second_scope", "second_condition",
    "second_exception", "second_stages", "second_stages_ahead", "second_corrected",
    "first_origin",          # of a copy: the source whose text the article prints
    "second_origin",
)

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
INVISIBLE = frozenset({"Zs", "Cf", "Cc"})


def safe(cell: str) -> str:
    """The cell with an apostrophe in front if a spreadsheet could run it.

    The list is OWASP's for CSV injection, with full-width forms; blanks and invisible characters
    in front are looked through, because spreadsheets trim some of them.
    """
    for character in cell:
        if character in FORMULA_STARTS:
            return f"'{cell}"
        if unicodedata.category(character) not in INVISIBLE:
            return cell
    return cell


def parts(report: Report) -> Iterator[bytes]:
    """The file, a row at a time."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    claims = {claim.id: (article, claim)
              for article in report.articles for claim in article.claims}
    for row in report.rows:
        yield _line(_cells(row, claims))


def _line(cells: tuple[str, ...]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return line.getvalue().encode()


def _cells(row: ReportRow, claims: dict[int, tuple[ReportedArticle, Claim]]) -> tuple[str, ...]:
    first_value, second_value = _values(row)
    decided = row.settlement or row.unresolved
    return (
        str(row.number), row.topic, row.reason.words, row.relation or "", _state(row),
        *_side(*claims[row.first_claim], first_value),
        *_side(*claims[row.second_claim], second_value),
        row.suggestion.relation, row.suggestion.strength, _because(row),
        str(len(row.tags)),
        "; ".join(f"{tag.reviewer}: {tag.relation}" for tag in row.tags),
        "\n".join(f"{tag.reviewer}: {tag.note}" for tag in row.tags if tag.note),
        decided.reviewer if decided else "", decided.why if decided else "",
        str(row.first_claim), str(row.second_claim),
        *_finer(*claims[row.first_claim]), *_finer(*claims[row.second_claim]),
        claims[row.first_claim][0].copy_of, claims[row.second_claim][0].copy_of,
    )


def _finer(article: ReportedArticle, claim: Claim) -> tuple[str, ...]:
    """What a claim commits to beside its values."""
    via = claim.speaker.via if claim.speaker else ""
    return (via, "; ".join(claim.hedges), "; ".join(claim.scope), claim.condition,
            claim.exception, "; ".join(claim.stages), "; ".join(claim.stages_ahead),
            "yes" if claim.id in article.corrected else "")


def _side(article: ReportedArticle, claim: Claim, value: str) -> tuple[str, ...]:
    published_on = article.published_on.isoformat() if article.published_on else ""
    speaker = claim.speaker.name if claim.speaker else ""
    return (article.source, article.title, published_on, str(claim.paragraph), speaker,
            claim.text, value)


def _values(row: ReportRow) -> tuple[str, str]:
    findings = row.suggestion.findings
    return (findings[0].first_value, findings[0].second_value) if findings else ("", "")


def _because(row: ReportRow) -> str:
    return row.suggestion.findings[0].because if row.suggestion.findings else ""


def _state(row: ReportRow) -> str:
    if row.settlement is not None:
        return "settled"
    if row.unresolved is not None:
        return "left unresolved"
    if row.disputed:
        return "tags differ"
    return "tagged" if row.tags else "not reviewed"

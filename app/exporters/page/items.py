"""A pair of the report, made ready for its page."""

from collections.abc import Iterable

from app.domain.claims import Claim
from app.domain.pairs import Place, Relation
from app.domain.reports import Report, ReportedArticle, ReportRow
from app.exporters.page.document import Chip, Item, Remark, Side, Voice
from app.exporters.page.marking import runs, value_places
from app.exporters.page.wording import RELATIONS, day, judged

Claims = dict[int, tuple[ReportedArticle, Claim]]


def claims_of(report: Report) -> Claims:
    """Every claim of the report by its id, with the article it stands in."""
    return {claim.id: (article, claim)
            for article in report.articles for claim in article.claims}


def item(row: ReportRow, claims: Claims, *, full_names: bool) -> Item:
    """The pair with its chips, both claims with their marks, and what people wrote."""
    first_places, second_places = value_places(row.suggestion)
    findings = row.suggestion.findings
    return Item(
        number=row.number,
        heading=row.topic or row.reason.words,
        chips=_chips(row),
        sides=(_side(*claims[row.first_claim], first_places),
               _side(*claims[row.second_claim], second_places)),
        remarks=_remarks(row, full_names=full_names),
        people=_people(row),
        because=findings[0].because if findings and not row.reviewed else "",
    )


def chip(relation: Relation, voice: Voice) -> Chip:
    """A relation as its chip. The words alone say who speaks."""
    word = RELATIONS[relation]
    return Chip(relation=relation, voice=voice,
                words=f"Suggested: {word.lower()}" if voice is Voice.SUGGESTED else word)


def _chips(row: ReportRow) -> tuple[Chip, ...]:
    if not row.reviewed:
        return (chip(row.suggestion.relation, Voice.SUGGESTED),)
    if row.relation is not None:
        voice = Voice.SETTLED if row.settlement else Voice.TAGGED
        return (chip(row.relation, voice),)
    told = {tag.relation for tag in row.tags}
    return tuple(chip(relation, Voice.TAGGED) for relation in Relation if relation in told)


def _side(article: ReportedArticle, claim: Claim, places: Iterable[Place]) -> Side:
    place = "headline" if claim.in_title else f"paragraph {claim.paragraph}"
    cut = runs(claim.span, places)
    if not any(letter.isalnum() for run in cut if not run.marked for letter in run.text):
        cut = runs(claim.span, ())  # a claim marked from end to end points at nothing
    return Side(runs=cut, source=article.source,
                where=f"{day(article.published_on)}, {place}")


def _remarks(row: ReportRow, *, full_names: bool) -> tuple[Remark, ...]:
    title = "" if full_names else "Reviewer "
    notes = [Remark(who=f"{title}{tag.reviewer}", text=tag.note) for tag in row.tags if tag.note]
    if row.settlement is not None:
        who = f"Adjudicator {row.settlement.reviewer}"
        notes.append(Remark(who=who, text=row.settlement.why or "gave no reason"))
    if row.unresolved is not None:
        notes.append(Remark(who=f"Adjudicator {row.unresolved.reviewer}",
                            text=row.unresolved.why))
    return tuple(notes)


def _people(row: ReportRow) -> str:
    if not row.reviewed:
        return "Nobody has reviewed this pair."
    settled = row.settlement.relation if row.settlement else None
    return judged((tag.relation for tag in row.tags), settled,
                  unresolved=row.unresolved is not None)

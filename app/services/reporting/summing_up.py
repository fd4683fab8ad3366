"""The two sentences at the head of a report, made of what people tagged and nothing else."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from app.domain.pairs import Reason, Relation, Strength
from app.domain.reports import ReportedArticle, ReportRow
from app.services import wording
from app.services.reporting.subjects import Subject

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth")
FIGURES = {Reason.VOTE_COUNT: "count", Reason.NUMBER: "figure", Reason.DATE: "date"}
RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
MOST_VALUES = 3
LONGEST_VALUES = 80
"""More values than that, or more letters in them, make a sentence nobody reads to its end."""


class _Case(NamedTuple):
    """All that the sentences draw on."""

    sources: Sequence[str]
    source_of: dict[int, str]
    texts: Sequence[str]


def summary(
    sources: Sequence[str],
    articles: Iterable[ReportedArticle],
    subjects: Sequence[Subject],
    rows: Sequence[ReportRow],
) -> str:
    """What most sources agree on, and where they clash most; silence is named."""
    if not any(row.reviewed for row in rows):
        return "Nobody has reviewed a pair of this case yet. What the outlets agree on is open."
    claims = [(article.source, claim) for article in articles for claim in article.claims]
    case = _Case(sources, {claim.id: source for source, claim in claims},
                 [claim.text for _, claim in claims])
    agreed = _agreement(case, subjects)
    they = "They" if agreed else "The outlets"
    return (f"{agreed or 'People confirmed no agreement between outlets.'}"
            f" {_conflict(case, subjects, rows, they)}")


def _agreement(case: _Case, subjects: Sequence[Subject]) -> str:
    told = [(subject, _together(case, subject.rows)) for subject in subjects]
    subject, together = max(told, key=lambda one: len(one[1]), default=(None, ()))
    if subject is None or len(together) < 2:  # noqa: PLR2004  one alone agrees with nobody
        return ""
    what = f"{_named(case, subject)}{_values(case, subject, together)}"
    return f"{_so_many(case, together)} agree on {what}{_silence(case, subject, together)}."


def _together(case: _Case, rows: Iterable[ReportRow]) -> tuple[str, ...]:
    """The largest set of sources whose claims people tagged as agreeing, in their order."""
    groups: list[set[int]] = []
    for row in rows:
        if row.relation is Relation.AGREE:
            pair = {row.first_claim, row.second_claim}
            joined = [group for group in groups if group & pair]
            groups = [group for group in groups if not group & pair] + [pair.union(*joined)]
    told = [{case.source_of[claim] for claim in group} for group in groups]
    largest = max(told, key=len, default=set())
    return tuple(source for source in case.sources if source in largest)


def _so_many(case: _Case, together: Sequence[str]) -> str:
    some, every = _number(len(together)), _number(len(case.sources))
    if len(together) == len(case.sources):
        return "Both outlets" if every == "two" else f"All {every} outlets"
    return f"{some.capitalize()} of {every} outlets"


def _values(case: _Case, subject: Subject, together: Sequence[str]) -> str:
    """What the compared words were, if they are few: " (unanimous, 13–0)"."""
    found = [(row.suggestion.findings[0], row) for row in subject.rows
             if row.relation is Relation.AGREE]
    said = dict.fromkeys(
        value for finding, row in found
        for claim, value in ((row.first_claim, finding.first_value),
                             (row.second_claim, finding.second_value))
        if value and case.source_of[claim] in together)
    if not said or len(said) > MOST_VALUES or sum(map(len, said)) > LONGEST_VALUES:
        return ""
    return f" ({', '.join(isolated(value) for value in said)})"


def _silence(case: _Case, subject: Subject, together: Sequence[str]) -> str:
    """The sources that say nothing, told apart from those that nobody has compared."""
    silent = [cell.source for cell in subject.topic.cells if not cell.claims]
    if not silent:
        return ""
    verb, verbs = _silent_verbs(subject.topic.reason)
    rest = len(case.sources) - len(together)
    if len(silent) == 1:
        who = f"the {_ordinal(len(case.sources))}" if rest == 1 else isolated(silent[0])
        return f"; {who} {verb}"
    who = f"the other {_number(rest)}" if rest == len(silent) else _number(len(silent))
    return f"; {who} {verbs}"


def _silent_verbs(reason: Reason) -> tuple[str, str]:
    if reason in FIGURES:
        return f"gives no {FIGURES[reason]}", f"give no {FIGURES[reason]}"
    return "does not mention it", "do not mention it"


def _conflict(
    case: _Case, subjects: Sequence[Subject], rows: Sequence[ReportRow], they: str,
) -> str:
    clashes = [row for row in rows if row.relation is Relation.CONFLICT]
    if not clashes:
        return "People found no conflict in the pairs that they reviewed."
    order = list(Strength)
    row = min(clashes, key=lambda one: (order.index(one.suggestion.strength), one.number))
    subject = next((one for one in subjects if row in one.rows), None)
    name = _named(case, subject) if subject else f"the {row.reason.words.lower()}"
    if case.source_of[row.first_claim] == case.source_of[row.second_claim]:
        also = f"{they} clash in {_number(len(clashes))} pairs; " if len(clashes) > 1 else ""
        return f"{also}{_within(case, row, name)}."
    found = (f"clash in {_number(len(clashes))} pairs, above all on" if len(clashes) > 1
             else "differ on")
    return f"{they} {found} {name}{_between(case, row)}."


def _within(case: _Case, row: ReportRow, name: str) -> str:
    told = [_said(row.reason, value) for value in _both_values(row)]
    values = f": {told[0]} and {told[1]}" if told else ""
    return f"{isolated(case.source_of[row.first_claim])} differs from itself on {name}{values}"


def _between(case: _Case, row: ReportRow) -> str:
    claims = (row.first_claim, row.second_claim)
    told = [f"{isolated(case.source_of[claim])} says {_said(row.reason, value)}"
            for claim, value in zip(claims, _both_values(row), strict=False)]
    if not told:
        return ": " + wording.both([isolated(case.source_of[claim]) for claim in claims])
    return f": {', '.join(told)}"


def _both_values(row: ReportRow) -> tuple[str, ...]:
    """What stood on both sides; nothing where a side is silent or both are too long to read."""
    finding = row.suggestion.findings[0]
    values = (finding.first_value, finding.second_value)
    return values if all(values) and len("".join(values)) <= LONGEST_VALUES else ()


def _said(reason: Reason, value: str) -> str:
    """A value inside a sentence: figures as they are, words in quotation marks."""
    if not value:
        return ""
    return isolated(value) if reason in FIGURES else f"“{isolated(value)}”"


def _named(case: _Case, subject: Subject) -> str:
    return wording.subject_of(subject.topic.label, case.texts)


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def _ordinal(number: int) -> str:
    return ORDINALS[number] if number < len(ORDINALS) else "last"


def isolated(words: str) -> str:
    """Words of a source inside our sentence, kept from turning it around if they run to the left.

    First strong isolate and its end (Unicode Bidirectional Algorithm, UAX 9), only where needed.
    """
    runs_left = RIGHT_TO_LEFT.intersection(map(bidirectional, words))
    return f"\u2068{words}\u2069" if runs_left else words

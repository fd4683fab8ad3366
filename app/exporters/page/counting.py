"""The honest counts of a report, in sentences."""

from app.domain.reports import Report, ReportChoices, Tally
from app.exporters.page.wording import count, listed


def counts(report: Report) -> str:
    """What was suggested, reviewed, found, settled, and what is not in the report."""
    tally = report.tally
    sentences = [
        _reviewed(tally),
        _found(tally),
        _disputes(tally),
        _unreviewed(tally, report.choices),
        _not_chosen(report.choices),
    ]
    return " ".join(filter(None, sentences))


def _reviewed(tally: Tally) -> str:
    return (f"Of {count(tally.suggested, 'suggested pair')}, people reviewed {tally.reviewed:,},"
            f" two or more people reviewed {tally.by_two:,}.")


def _found(tally: Tally) -> str:
    if not tally.reviewed:
        return ""
    told = [count(tally.conflicts, "conflict"), count(tally.agreements, "agreement"),
            count(tally.related, "related pair")]
    if tally.unrelated:
        told.append(count(tally.unrelated, "unrelated pair"))
    return f"They found {listed(told)}."


def _disputes(tally: Tally) -> str:
    settled = f"An adjudicator settled {count(tally.settled, 'pair')}"
    verb = "is" if tally.disputed == 1 else "are"
    still = f"{count(tally.disputed, 'pair')} {verb} open because tags differ"
    told = [part for part, holds in ((settled, tally.settled), (still, tally.disputed)) if holds]
    return f"{'; '.join(told)}." if told else ""


def _unreviewed(tally: Tally, choices: ReportChoices) -> str:
    if not tally.left_out:
        return ""
    verb = "is" if tally.left_out == 1 else "are"
    suggested = "shown as a suggestion" if tally.left_out == 1 else "shown as suggestions"
    fate = suggested if choices.unreviewed else "left out"
    return f"{count(tally.left_out, 'pair')} {verb} not reviewed and {verb} {fate}."


def _not_chosen(choices: ReportChoices) -> str:
    parts = [("Conflicts", choices.conflicts), ("Agreements", choices.agreements),
             ("The table of topics", choices.matrix), ("Notes", choices.notes)]
    missing = [name if place == 0 else name.lower()
               for place, name in enumerate(name for name, chosen in parts if not chosen)]
    return f"{listed(missing)} {_verb(missing)} left out by choice." if missing else ""


def _verb(missing: list[str]) -> str:
    return "is" if [part.lower() for part in missing] == ["the table of topics"] else "are"

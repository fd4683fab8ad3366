"""`python -m tests.corpus`: the figures of the engine on the corpus, by reason and part.

    --list      each false alarm, each miss and each suggestion without a label, two claims each
    --held-out  the part that is looked at only at the end, in place of the part to work with
    --pin       write the floors of the gate a little below what is reached
    EVENT ...   only these events
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from app.domain.pairs import Reason
from tests.corpus.floors import measured, pin
from tests.corpus.labels import Label, Part
from tests.corpus.measuring import (
    Judged,
    Outcome,
    Sought,
    Tally,
    Verdict,
    differences,
    tallies,
    total,
)

_HEAD = (f"{'':16}{'true':>6}{'false':>6}{'open':>6}{'prec':>7}"
         f"{'labels':>8}{'found':>7}{'recall':>8}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, and the pairs where asked for."""
    asked = _parser().parse_args(arguments)
    if asked.pin:
        pin()
    part = Part.HELD_OUT if asked.held_out else Part.WORKING
    outcomes = [outcome for outcome in measured(part)
                if not asked.events or outcome.event.name in asked.events]
    _say(_tables(part, outcomes))
    shown = [shows for outcome in outcomes for shows in differences(outcome)]
    _say([f"\n{len(shown)} differences, {sum(shown)} of them shown by one pair at least"])
    if asked.list:
        _say(line for outcome in outcomes for line in _listed(outcome))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="each error, with its claims")
    parser.add_argument("--held-out", action="store_true", help="the part held out")
    parser.add_argument("--pin", action="store_true", help="write the floors of the gate")
    parser.add_argument("events", nargs="*", metavar="EVENT")
    return parser


def _tables(part: Part, outcomes: Sequence[Outcome]) -> Iterator[str]:
    for what, agreements in (("strict conflicts", False), ("agreements", True)):
        counted = tallies(outcomes, agreements=agreements)
        yield f"\n{part}, {len(outcomes)} events: {what}"
        yield _HEAD
        yield from (_line(reason, tally) for reason, tally in counted.items())
        yield _line("all", total(counted.values()))


def _line(name: Reason | str, tally: Tally) -> str:
    verdicts = tally.verdicts
    return (f"{name:16}{verdicts[Verdict.TRUE]:6}{verdicts[Verdict.FALSE]:6}"
            f"{verdicts[Verdict.UNLABELLED]:6}{tally.precision:7.2f}{tally.sought:8}"
            f"{tally.found:7}{tally.recall:8.2f}")


def _listed(outcome: Outcome) -> Iterator[str]:
    name = outcome.event.name
    for one in outcome.conflicts:
        yield from _judged(f"{name}: {_WORDS[one.verdict]}", one)
    for miss in outcome.sought_conflicts:
        yield from _missed(f"{name}: conflict missed", miss)
    for one in outcome.agreements:
        if one.verdict is Verdict.FALSE:
            yield from _judged(f"{name}: agreement where there is none", one)
    for miss in outcome.sought_agreements:
        yield from _missed(f"{name}: agreement missed", miss)


_WORDS = {Verdict.TRUE: "", Verdict.FALSE: "false alarm",
          Verdict.UNLABELLED: "conflict without a label"}


def _judged(head: str, one: Judged) -> Iterator[str]:
    if one.verdict is Verdict.TRUE:
        return
    suggestion = one.suggested.suggestion
    finding = suggestion.findings[0]
    yield f"\n{head} ({finding.reason}, {suggestion.score:.2f}): {finding.because}"
    for side in (one.suggested.first, one.suggested.second):
        yield f"    {side.piece.name:10} {side.claim.text}"
    yield from (f"    label      {_said(label)}" for label in one.labels)


def _missed(head: str, miss: Sought) -> Iterator[str]:
    if miss.by is not None:
        return
    yield f"\n{head} ({miss.label.reason})"
    for side in (miss.label.first, miss.label.second):
        yield f"    {side.article:10} {side.quote}"


def _said(label: Label) -> str:
    words = [label.relation, label.strength or "", label.reason, label.trap]
    return " ".join(word for word in words if word)


def _say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()

"""Profiles of outlets: how often each stands alone with its version, and where.

Counted are topics told by three or more independent sources, whose state is settled or
undisputed as far as the viewer may know (design, section 3.14). A copy is no voice of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import Invalid
from app.domain.pairs import Reason, Relation
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing.pieces import shortened
from app.services.browsing.reasons import LEAST, share
from app.services.browsing.shells import shell
from app.services.pages.outlets import (
    OtherVersion,
    OutletPage,
    OutletRow,
    OutletsPage,
    ProfileLine,
    TopicLine,
)
from app.services.pages.shell import TagShown
from app.store.pages.outlets import JudgedTopic, SourceRow, ToldRow
from app.store.session import Store

VOICES = 3
"""Independent sources from which on a topic is counted: with two, both stand alone."""

ON_PAGE = 25
LATEST = 4
ALL, FRAMING = "all", "framing"
_VALUE = 60
_CLASHING = {Relation.CONFLICT, Relation.RELATED}


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one source tells on a topic that counts. `told` is what all sources tell."""

    topic: JudgedTopic
    source_id: int
    is_alone: bool
    told: Sequence[ToldRow]


def outlets(store: Store, reviewer: Reviewer) -> OutletsPage:
    """Every source."""
    return OutletsPage(shell=shell(store, reviewer), sources=tuple(
        OutletRow(id=row.id, name=row.name, articles=row.articles, cases=row.cases,
                  first_on=row.first_on, last_on=row.last_on)
        for row in store.pages.outlets.all()))


def outlet(
    store: Store, reviewer: Reviewer, source_id: int, *, line: str = "", alone: bool = False,
    after: int = 0,
) -> OutletPage:
    """One source. `line` asks for the topics behind a figure: a reason, "all" or "framing",
    with `alone` only those where it stood alone; `after` is the number of topics before.

    Raises NotFound, and Invalid for a line that no page has.
    """
    row = store.pages.outlets.one(source_id)
    if line and line not in {ALL, FRAMING, *Reason}:
        raise Invalid({"list": "This outlet has no such list."})
    tellings = _tellings(store, reviewer)
    mine = [each for each in tellings if each.source_id == source_id]
    lines = _lines(mine, tellings)
    framing = _counted(FRAMING, "Framing, counted apart", mine, tellings, _is_framing)
    latest = [each for each in _newest(mine) if each.is_alone and not each.topic.is_framing]
    shown = _newest(each for each in mine if _is_of(each, line)
                    and (each.is_alone or not alone)) if line else []
    rest = len(shown) > after + ON_PAGE
    return OutletPage(
        shell=shell(store, reviewer), id=row.id, name=row.name, articles=row.articles,
        cases=row.cases, first_on=row.first_on, last_on=row.last_on,
        changed=store.pages.outlets.changed(source_id), lines=lines, least=LEAST,
        total=_counted(ALL, "All strict reasons", mine, tellings, _is_strict),
        framing=framing if framing.topics else None,
        latest=tuple(map(_topic_line, latest[:LATEST])),
        shown=tuple(map(_topic_line, shown[after:after + ON_PAGE])) if line else None,
        shown_words=_shown_words(line, alone=alone) if line else "", shown_total=len(shown),
        next_href=_next(row, line, alone=alone, after=after + ON_PAGE) if rest else "",
    )


def _tellings(store: Store, reviewer: Reviewer) -> list[_Telling]:
    """Everything that sources told on topics with three voices or more."""
    told: dict[int, list[ToldRow]] = {}
    for row in store.pages.outlets.told(reviewer.id):
        told.setdefault(row.topic_id, []).append(row)
    found = []
    for topic in store.pages.outlets.topics(reviewer.id):
        rows = told.get(topic.id, [])
        voices = {row.source_id for row in rows if row.source_id == row.origin_id}
        if len(voices) < VOICES:
            continue
        found += [_Telling(topic, voice, _is_alone(topic, voice, rows), rows)
                  for voice in sorted(voices)]
    return found


def _is_alone(topic: JudgedTopic, voice: int, rows: Sequence[ToldRow]) -> bool:
    """People found a difference, and no other voice tells this one's version."""
    own = {row.version for row in rows if row.source_id == voice}
    others = {row.version for row in rows
              if row.source_id == row.origin_id and row.source_id != voice}
    return topic.said in _CLASHING and own.isdisjoint(others)


def _is_framing(telling: _Telling) -> bool:
    return telling.topic.is_framing


def _is_strict(telling: _Telling) -> bool:
    return not telling.topic.is_framing


def _is_of(telling: _Telling, line: str) -> bool:
    if line == FRAMING:
        return telling.topic.is_framing
    return not telling.topic.is_framing and line in {ALL, telling.topic.reason.value}


def _lines(mine: Sequence[_Telling], everybody: Sequence[_Telling]) -> tuple[ProfileLine, ...]:
    """A line a reason: those with a share first, the greatest share first."""
    reasons = [reason for reason in Reason
               if any(_is_of(each, reason.value) for each in mine)]
    lines = [_counted(reason.value, reason.words, mine, everybody,
                      lambda each, key=reason.value: _is_of(each, key))  # type: ignore[misc]
             for reason in reasons]
    return tuple(sorted(lines, key=lambda line: (
        line.share is None, -(line.share.percent if line.share else 0), -line.topics)))


def _counted(
    key: str, words: str, mine: Sequence[_Telling], everybody: Sequence[_Telling],
    belongs: Callable[[_Telling], bool],
) -> ProfileLine:
    ours, all_of = [each for each in mine if belongs(each)], [
        each for each in everybody if belongs(each)]
    alone = sum(each.is_alone for each in ours)
    return ProfileLine(
        key=key, words=words, topics=len(ours), alone=alone,
        share=share(alone, len(ours)) if len(ours) >= LEAST else None,
        everybody=share(sum(each.is_alone for each in all_of), len(all_of))
        if len(all_of) >= LEAST else None)


def _newest(tellings: Iterable[_Telling]) -> list[_Telling]:
    """Topics by the day of their newest article, those without one last."""
    return sorted(tellings, reverse=True, key=lambda each: (
        each.topic.last_on is not None,
        each.topic.last_on.isoformat() if each.topic.last_on else "", each.topic.id))


def _topic_line(telling: _Telling) -> TopicLine:
    topic = telling.topic
    own = next(row for row in telling.told if row.source_id == telling.source_id)
    others: dict[str, list[str]] = {}
    for row in telling.told:
        if row.source_id != telling.source_id and row.version != own.version:
            others.setdefault(shortened(row.value, _VALUE), []).append(row.source)
    return TopicLine(
        label=topic.label, case=topic.case, case_href=f"/cases/{topic.case_id}",
        href=f"/cases/{topic.case_id}/pairs?topic={topic.id}", version=own.version,
        value=shortened(own.value, _VALUE), is_alone=telling.is_alone,
        tag=TagShown(relation=topic.said, settled=topic.settled),
        others=tuple(OtherVersion(value=value, sources=wording.both(list(dict.fromkeys(names))))
                     for value, names in others.items()))


def _shown_words(line: str, *, alone: bool) -> str:
    words = {ALL: "all strict reasons", FRAMING: "framing"}.get(
        line) or Reason(line).words.lower()
    return f"Topics where it stood alone, {words}" if alone else f"Topics, {words}"


def _next(row: SourceRow, line: str, *, alone: bool, after: int) -> str:
    return f"/sources/{row.id}?list={line}{'&alone=1' if alone else ''}&after={after}#list"

"""The timeline of one topic: who said it first, who changed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.pieces import shortened
from app.services.browsing.shells import case_head, shell
from app.services.drawing.timeline import Drawing, Happening, Lane, Moment, Said, draw
from app.services.pages.shell import TagShown
from app.services.pages.timeline import ChangedText, Teller, TimelinePage, VersionHistory
from app.store.pages.grid import WEIGHTS
from app.store.pages.one_topic import BetweenRow, OneTopicRow, TopicClaimRow
from app.store.pages.times import EarlierTextRow, NamedDayRow
from app.store.session import Store

LONGEST_LABEL = 40
"""Characters of a value on its lane."""

NEAR = 7
"""Days before the first text and after the last in which named days are drawn."""

SAME_TIME = "All texts of this topic have the same time. There is nothing to order."
NO_TIME = "None of these texts has a date, so there is nothing to order."


def timeline(store: Store, reviewer: Reviewer, topic_id: int) -> TimelinePage:
    """A topic in time, blind to what others tagged. Raises NotFound."""
    topic = store.pages.one_topic.head(topic_id)
    sight = _Sight(
        topic=topic, claims=store.pages.one_topic.claims(topic_id),
        pairs=store.pages.one_topic.between(topic_id, reviewer.id),
        origins={article: origin.origin_id
                 for article, origin in store.origins.of_case(topic.case_id).items()},
        earlier=store.pages.times.earlier_texts(topic_id),
        days=store.pages.times.named_days(topic_id))
    order = [head.id for head in store.pages.grid.topics(topic.case_id)]
    changed = _changed(sight)
    drawing, empty = _drawing(sight, changed)
    return TimelinePage(
        shell=shell(store, reviewer), head=case_head(store, reviewer, topic.case_id),
        topic_id=topic_id, label=topic.label, count=len(order),
        place=order.index(topic_id) + 1 if topic_id in order else 0,
        sentence=_sentence(sight, changed), drawing=drawing, empty=empty,
        versions=_versions(sight), changed=tuple(
            _changed_text(sight, article, text) for article, text in changed.items()),
        happenings=tuple((one.on, one.words) for one in _happenings(sight)),
        has_copies=any(text.copy_of for text in sight.texts), has_changes=bool(changed),
    )


@dataclass(frozen=True, kw_only=True)
class _Text:
    """An article that answers the topic, by its claims there; `copy_of` names the source of the
    text that it repeats, "" for none."""

    claims: tuple[TopicClaimRow, ...]
    voice: tuple[str, int]
    copy_of: str = ""

    @property
    def first(self) -> TopicClaimRow:
        """The claim that stands first."""
        return self.claims[0]

    @property
    def versions(self) -> tuple[int, ...]:
        """What it tells, in order of place."""
        return tuple(dict.fromkeys(claim.version for claim in self.claims))


@dataclass(frozen=True, kw_only=True)
class _Sight:
    """A topic as it is looked at. `origins` maps articles to the article they repeat."""

    topic: OneTopicRow
    claims: Sequence[TopicClaimRow]
    pairs: Sequence[BetweenRow]
    origins: Mapping[int, int]
    earlier: Sequence[EarlierTextRow]
    days: Sequence[NamedDayRow]

    @cached_property
    def texts(self) -> tuple[_Text, ...]:
        """The articles in order of publication; those without a date last."""
        by_article: dict[int, list[TopicClaimRow]] = {}
        for claim in self.claims:
            by_article.setdefault(claim.article_id, []).append(claim)
        return tuple(self._text(article, claims) for article, claims in by_article.items())

    def _text(self, article: int, claims: Sequence[TopicClaimRow]) -> _Text:
        origin = self.origins.get(article, article)
        first = next((claim for claim in self.claims if claim.article_id == origin), None)
        voice = ("article", origin) if first is None else ("source", first.source_id)
        copies = first.source if first is not None and origin != article else ""
        return _Text(claims=tuple(claims), voice=voice, copy_of=copies)

    def voices(self, version: int) -> set[tuple[str, int]]:
        """Who tells a version, copies counted as one with what they repeat."""
        return {text.voice for text in self.texts if version in text.versions}

    @cached_property
    def first_day(self) -> date | None:
        """The day of the earliest text."""
        return min((text.first.published_on for text in self.texts
                    if text.first.published_on is not None), default=None)

    @cached_property
    def earliest(self) -> tuple[str, ...]:
        """The sources that told it on that day, copies left out."""
        return tuple(dict.fromkeys(
            text.first.source for text in self.texts if not text.copy_of
            and text.first.published_on is not None
            and text.first.published_on == self.first_day))


def _changed(sight: _Sight) -> dict[int, EarlierTextRow]:
    """Articles whose claim does not stand word for word in an earlier text, with the last text
    that lacks it."""
    found: dict[int, EarlierTextRow] = {}
    for text in sight.texts:
        for earlier in sight.earlier:
            if (earlier.article_id == text.first.article_id
                    and text.first.span.quote not in earlier.text):
                found[earlier.article_id] = earlier
    return found


def _changed_text(sight: _Sight, article: int, earlier: EarlierTextRow) -> ChangedText:
    claim = next(text.first for text in sight.texts if text.first.article_id == article)
    return ChangedText(
        source=claim.source, changed_at=earlier.replaced_at, words=claim.span.quote,
        text=earlier.number + 1,
        href=addresses.of_claim(sight.topic.case_id, article, claim.id))


def _sentence(sight: _Sight, changed: Mapping[int, EarlierTextRow]) -> str:
    versions = len({claim.version for claim in sight.claims})
    texts = len(sight.texts)
    count = f"{wording.number_word(versions)} {'version' if versions == 1 else 'versions'}"
    articles = f"{wording.number_word(texts)} {'article' if texts == 1 else 'articles'}"
    told = [f"{count[:1].upper()}{count[1:]} in {articles}."]
    if sight.earliest:
        told.append(f"{wording.both(sight.earliest)} told it first.")
    names = list(dict.fromkeys(text.first.source for text in sight.texts
                               if text.first.article_id in changed))
    if names:
        told.append(f"{wording.both(names)} changed "
                    f"{'its text' if len(names) == 1 else 'their texts'}.")
    return " ".join(told)


def _drawing(
    sight: _Sight, changed: Mapping[int, EarlierTextRow],
) -> tuple[Drawing | None, str]:
    """The drawing, or what is said where there is none."""
    dated = [text for text in sight.texts if text.first.published_on is not None]
    if not dated:
        return None, NO_TIME
    if len({text.first.published_on for text in dated}) == 1 and not changed:
        return None, SAME_TIME
    names = list(dict.fromkeys(text.first.source for text in dated))
    lanes = [_lane(sight, name, names, [text for text in dated if text.first.source == name],
                   changed) for name in names]
    return draw(lanes, _happenings(sight)), ""


def _lane(
    sight: _Sight, name: str, names: Sequence[str], texts: Sequence[_Text],
    changed: Mapping[int, EarlierTextRow],
) -> Lane:
    copy_of = texts[0].copy_of
    said: list[Said] = []
    for text in texts:
        made = _said(sight, text, names)
        late = changed.get(text.first.article_id)
        if late is None:
            said.append(made)
        else:
            at = _moment(late.replaced_at)
            said += [replace(made, versions=(), strong="", words="another text", until=at),
                     replace(made, at=at, strong="Changed")]
    note = f"copies {copy_of}" if copy_of else wording.count_of(len(texts), "text")
    return Lane(name=name, note=note, texts=tuple(said))


def _said(sight: _Sight, text: _Text, names: Sequence[str]) -> Said:
    on = text.first.published_on
    assert on is not None  # noqa: S101  undated texts have no lane
    return Said(
        at=Moment(day=on), versions=text.versions, strong=_strong(sight, text),
        words=shortened(text.first.value, LONGEST_LABEL) + (
            ", counts as one voice" if text.copy_of else ""),
        copies=names.index(text.copy_of) if text.copy_of in names else None)


def _strong(sight: _Sight, text: _Text) -> str:
    if (text.first.source,) == sight.earliest and text.first.published_on == sight.first_day:
        return "First to tell"
    is_alone = len(sight.voices(text.versions[0])) == 1 and len(
        {each.voice for each in sight.texts}) > 1
    return "Stands alone" if is_alone else ""


def _moment(at: datetime) -> Moment:
    here = at.astimezone()
    return Moment(day=here.date(), minute=here.hour * 60 + here.minute)


def _happenings(sight: _Sight) -> tuple[Happening, ...]:
    """Days that the claims name, near the days of the texts."""
    days = [text.first.published_on for text in sight.texts
            if text.first.published_on is not None]
    naming: dict[date, set[int]] = {}
    for row in sight.days:
        if days and (min(days) - row.on).days <= NEAR and (row.on - max(days)).days <= NEAR:
            naming.setdefault(row.on, set()).add(row.article_id)
    return tuple(Happening(on=on, words=f"named by {wording.count_of(len(texts), 'text')}")
                 for on, texts in sorted(naming.items()))


def _versions(sight: _Sight) -> tuple[VersionHistory, ...]:
    return tuple(_version(sight, version)
                 for version in sorted({claim.version for claim in sight.claims}))


def _version(sight: _Sight, version: int) -> VersionHistory:
    telling = [(text, next(claim for claim in text.claims if claim.version == version))
               for text in sight.texts if version in text.versions]
    first_on = telling[0][1].published_on
    first = [_teller(sight, text, claim) for text, claim in telling
             if claim.published_on == first_on and not text.copy_of]
    first = first or [_teller(sight, *telling[0])]
    then = [_teller(sight, text, claim) for text, claim in telling]
    voices = len(sight.voices(version))
    return VersionHistory(
        version=version, value=telling[0][1].value, first=tuple(first),
        then=tuple(one for one in then if one not in first),
        standing=("1 source" if voices == 1
                  else wording.count_of(voices, "independent source")),
        state=_state(sight, version))


def _teller(sight: _Sight, text: _Text, claim: TopicClaimRow) -> Teller:
    return Teller(
        source=claim.source, published_on=claim.published_on, paragraph=claim.paragraph,
        href=addresses.of_claim(sight.topic.case_id, claim.article_id, claim.id),
        note=f"copy of {text.copy_of}" if text.copy_of else "")


def _state(sight: _Sight, version: int) -> TagShown | None:
    """How a version stands to version 1: settled, or what I tagged; None for nothing."""
    told = {claim.id: claim.version for claim in sight.claims}
    here = [pair for pair in sight.pairs if pair.topic_id == sight.topic.id and not pair.is_gone
            and {told[pair.key.first], told[pair.key.second]} == {1, version}]
    settled = [pair.settled for pair in here if pair.settled is not None]
    mine = [pair.mine for pair in here if pair.mine is not None]
    said = min(settled or mine, key=WEIGHTS.index, default=None)
    return None if said is None else TagShown(relation=said, settled=bool(settled))

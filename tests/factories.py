"""Things that are there when a test begins, made by the store as the services make them.

    def test_...(given: Given) -> None:
        pair = given.pair(relation=Relation.CONFLICT)
        given.tag(pair, Relation.AGREE, by=given.reviewer("Bo"))

`given.store` is a store in a transaction that stays open; `given.keep()` commits it, so that a
web client or a worker sees what was given. Names are enough to say who is meant: the same name
is the same reviewer, case or source.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from itertools import count

from app.domain.articles import Article, CleanText, Dropped
from app.domain.cases import Case
from app.domain.claims import Claim, Modality, Polarity, Span, Speaker
from app.domain.errors import NotFound
from app.domain.facts import Fact, FactValue
from app.domain.imports import ImportJob
from app.domain.pairs import Finding, Pair, PairKey, Reason, Relation, Strength, Suggestion
from app.domain.people import Reviewer, Role
from app.domain.tags import Ruling, Settlement, Tag
from app.domain.topics import Answer, Topic
from app.services import importing, signing_in
from app.services.importing import NewItem
from app.store.articles import NewArticle
from app.store.session import Database, Store
from app.work import Worker

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""When everything happens unless a test says otherwise."""

CASE = "Harbour bridge"
ENGINE = "rules for tests"


def clock() -> datetime:
    return NOON


def span(text: str, quote: str) -> Span:
    """Where the quote first stands in the text."""
    start = text.index(quote)
    end = start + len(quote)
    return Span(start=start, end=end, quote=quote, before=text[max(start - 32, 0):start],
                after=text[end:end + 32])


def claim(
    text: str,
    quote: str | None = None,
    *,
    facts: Mapping[str, FactValue] | None = None,
    speaker: Speaker | None = None,
    modality: Modality = Modality.DID,
    polarity: Polarity = Polarity.POSITIVE,
    paragraph: int = 1,
    in_title: bool = False,
) -> Claim:
    """The claim that the quote makes in the text; `facts` maps its words to their values."""
    said = span(text, text if quote is None else quote)
    return Claim(
        span=said, paragraph=paragraph, speaker=speaker, modality=modality, polarity=polarity,
        in_title=in_title,
        facts=tuple(
            Fact(value=value, surface=words, start=text.index(words, said.start),
                 end=text.index(words, said.start) + len(words))
            for words, value in (facts or {}).items()
        ),
    )


def finding(
    *,
    reason: Reason = Reason.NUMBER,
    relation: Relation = Relation.CONFLICT,
    strength: Strength = Strength.STRICT,
    because: str = "One says four, the other five.",
) -> Finding:
    return Finding(reason=reason, relation=relation, strength=strength, because=because,
                   what="Piers", reading="Another figure", first_value="4", second_value="5")


def suggestion(*findings: Finding, score: float = 0.8) -> Suggestion:
    """What the machine makes of these findings; the first decides."""
    told = findings or (finding(),)
    return Suggestion(relation=told[0].relation, strength=told[0].strength, score=score,
                      findings=told, engine=ENGINE, aligned=0.5, keys=("bridge",))


class Given:
    """A store with what a test says is in it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._open = ExitStack()
        self._store: Store | None = None
        self._serial: Iterator[int] = count(1)

    @property
    def store(self) -> Store:
        """A writing store; its transaction stays open until `keep`."""
        if self._store is None:
            self._store = self._open.enter_context(self.database.writing())
        return self._store

    def keep(self) -> None:
        """Commit, so that everybody else sees it."""
        self._store = None
        self._open.close()

    def leave(self) -> None:
        """The test is over."""
        if self._store is not None:
            self._store.connection.rollback()
        self.keep()

    def reviewer(self, name: str = "Ada", role: Role = Role.REVIEWER) -> Reviewer:
        for known in self.store.people.active():
            if known.name == name:
                return known
        return signing_in.join(self.store, name, role, at=NOON)

    def case(self, name: str = CASE) -> Case:
        try:
            return importing.case_named(self.store, name)
        except NotFound:
            return importing.open_case(self.store, self.reviewer(), name, at=NOON)

    def article(
        self,
        *claims: Claim | str,
        text: str | None = None,
        source: str = "Courier",
        title: str = "",
        case: Case | None = None,
        published_on: date | None = None,
        dropped: tuple[Dropped, ...] = (),
        at: datetime = NOON,
    ) -> Article:
        """An article that makes these claims; without `text`, a paragraph for each."""
        words = [part if isinstance(part, str) else part.span.quote for part in claims]
        whole = "\n\n".join(words) if text is None else text
        raw = whole.encode() + b"\n" * next(self._serial)  # the same words in other bytes
        new = NewArticle(
            case_id=(case or self.case()).id, source=source, title=title or words[0][:60],
            file_name="article.txt", published_on=published_on, raw=raw,
            sha256=hashlib.sha256(raw).hexdigest(),
            clean=CleanText(text=whole, title=title, published_on=None, dropped=dropped),
        )
        article = self.store.articles.add(new, imported_by=self.reviewer().id, at=at)
        self.store.claims.add(article.revision, [
            claim(whole, part, paragraph=n) if isinstance(part, str) else part
            for n, part in enumerate(claims, start=1)
        ])
        return article

    def claims(self, article: Article) -> tuple[Claim, ...]:
        return self.store.claims.of_article(article.id)

    def pair(
        self,
        first: Claim | str = "The bridge stands on four piers.",
        second: Claim | str = "Five piers carry the bridge.",
        *,
        relation: Relation = Relation.CONFLICT,
        reason: Reason = Reason.NUMBER,
        strength: Strength = Strength.STRICT,
        score: float = 0.8,
        sources: tuple[str, str] = ("Courier", "Herald"),
        case: Case | None = None,
    ) -> Pair:
        """Two claims of two articles, set against each other."""
        [one] = self.claims(self.article(first, source=sources[0], case=case))
        [other] = self.claims(self.article(second, source=sources[1], case=case))
        made = suggestion(finding(reason=reason, relation=relation, strength=strength),
                          score=score)
        return self.paired(one, other, made, case=case)

    def paired(
        self, one: Claim, other: Claim, made: Suggestion | None = None, *,
        case: Case | None = None,
    ) -> Pair:
        """The pair of two claims that are there already."""
        case_id = (case or self.case()).id
        key = PairKey.of(one.id, other.id)
        self.store.pairs.suggest(case_id, [(key, made or suggestion())], among=set(key))
        [pair] = [pair for pair in self.store.pairs.of_case(case_id) if pair.key == key]
        return pair

    def topic(
        self, *pairs: Pair, label: str = "Number of piers", reason: Reason = Reason.NUMBER,
    ) -> Topic:
        """A topic that the claims of these pairs answer; it takes the place of all others."""
        claims = sorted({claim_id for pair in pairs for claim_id in pair.key})
        answers = tuple(Answer(claim_id=claim_id, value=f"value {n}", version=n)
                        for n, claim_id in enumerate(claims, start=1))
        topic = Topic(label=label, reason=reason, answers=answers)
        self.store.topics.propose(pairs[0].case_id, [topic])
        return self.store.topics.of_case(pairs[0].case_id)[0]

    def tag(
        self, pair: Pair, relation: Relation | None = Relation.AGREE, *,
        by: Reviewer | None = None, note: str = "", at: datetime = NOON,
    ) -> Tag:
        who = by or self.reviewer()
        return self.store.tags.append(pair.id, who.id, relation, note=note, at=at)

    def settlement(
        self, pair: Pair, relation: Relation = Relation.CONFLICT, *, why: str = "The plan says so.",
        at: datetime = NOON,
    ) -> Settlement:
        who = self.reviewer("Judge", Role.ADJUDICATOR)
        self.store.decisions.add(pair.id, who.id, Ruling.SETTLED, relation, why=why, at=at)
        self.store.pairs.grow(pair.id)
        made = self.store.tags.settlement(pair.id)
        assert made is not None
        return made

    def imported(self, *items: NewItem | str, case: Case | None = None) -> ImportJob:
        """Articles brought in by the worker with the real engine; kept for everybody to see."""
        wanted = [NewItem(name=f"Text {n}.txt", raw=item.encode())
                  if isinstance(item, str) else item for n, item in enumerate(items, start=1)]
        job_id = importing.request_import(
            self.store, self.reviewer(), (case or self.case()).id, wanted, at=NOON,
        )
        self.keep()
        Worker(self.database, clock).run_until_idle()
        return self.store.imports.job(job_id)

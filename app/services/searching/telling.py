"""How a result is shown: the words that were found, why, and what is known about it."""

from collections.abc import Sequence

from app.domain.pairs import Relation
from app.domain.people import Reviewer
from app.domain.searching import Read, Term, words_of
from app.services.browsing import addresses
from app.services.pages.search import ArticleFound, ClaimFound, FoundAs, NoteFound, Words
from app.services.pages.shell import TagShown
from app.services.searching.meaning import Question
from app.store.pages.found import ArticleRow, ClaimRow, MeaningRow, StandingRow
from app.store.session import Store

LONGEST_CLAIM = 260
LONGEST_SNIPPET = 140
"""Characters around the first place that was found."""
READ = 400_000
"""Characters of an article in which places are looked for."""

_Place = tuple[int, int]


def claims(
    store: Store, reviewer: Reviewer, ids: Sequence[int], wanted: Question,
) -> tuple[ClaimFound, ...]:
    """Claims in the order asked for."""
    rows, meanings = store.pages.found.claims(ids), store.pages.found.meanings(ids)
    standing = store.pages.found.standing(ids, reviewer.id)
    return tuple(_claim(rows[one], meanings.get(one, []), standing.get(one, []), wanted)
                 for one in ids if one in rows)


def _claim(
    row: ClaimRow, meanings: list[MeaningRow], standing: list[StandingRow], wanted: Question,
) -> ClaimFound:
    found = Read(row.quote)
    places, found_as = _why(found, meanings, wanted)
    return ClaimFound(
        href=addresses.of_claim(row.case_id, row.article_id, row.id),
        pieces=cut(row.quote, found.spans(places), LONGEST_CLAIM), source=row.source,
        published_on=row.published_on, paragraph=row.paragraph, case=row.case,
        topic=next((one.topic for one in meanings if one.topic), ""), state=state_of(standing),
        found_as=found_as,
    )


def _why(
    found: Read, meanings: list[MeaningRow], wanted: Question,
) -> tuple[list[_Place], FoundAs | None]:
    """The places of what was found, and how it means what was typed if it does not say it."""
    typed, *others = wanted.wanted.ways
    places = [place for term in typed for place in found.places(term)]
    if all(found.places(term) for term in typed):
        return places, None
    for value, way in zip(wanted.values, others, strict=True):
        if all(found.places(term) for term in way):
            told = [place for term in way for place in found.places(term)]
            return told, FoundAs(left=value.typed, right=value.shown)
    for meaning in meanings:
        said = Read(meaning.shown)
        if any(_explains(said, found, term) for way in wanted.wanted.ways for term in way):
            words = words_of(meaning.surface)
            told = found.places((words,)) if words else places
            return told, FoundAs(left=meaning.shown, right=meaning.surface, where=meaning.topic)
    return places, None


def _explains(said: Read, found: Read, term: Term) -> bool:
    return bool(said.places(term)) and not found.places(term)


def state_of(standing: list[StandingRow]) -> TagShown | None:
    """How a claim's pairs stand for the viewer, as for a topic: any conflict, then related, then
    agree, then unrelated; settled outranks tagged. None without pairs."""
    if not standing:
        return None
    for relation in (Relation.CONFLICT, Relation.RELATED, Relation.AGREE, Relation.UNRELATED):
        for row in standing:
            if (row.settled or row.mine) is relation:
                is_settled = any(one.settled is relation for one in standing)
                return TagShown(relation=relation, settled=is_settled)
    return TagShown(relation=None)


def articles(store: Store, ids: Sequence[int], wanted: Question) -> tuple[ArticleFound, ...]:
    """Articles in the order asked for."""
    rows = store.pages.found.articles(ids)
    return tuple(_article(rows[one], wanted) for one in ids if one in rows)


def _article(row: ArticleRow, wanted: Question) -> ArticleFound:
    text = row.text[:READ]
    found, title = Read(text), Read(row.title)
    way = next((way for way in wanted.wanted.ways
                if all(found.places(term) or title.places(term) for term in way)),
               wanted.wanted.ways[0])
    by_term = [found.places(term) for term in way]
    rarest = min(by_term, key=len, default=[])
    in_a_row = found.places(wanted.phrase.ways[0][0])
    places = [place for term in by_term for place in term]
    here = next(iter(in_a_row or rarest or places), None)
    spans = found.spans(places)
    start = found.tokens[here[0]].start if here else 0
    return ArticleFound(
        href=f"/cases/{row.case_id}/articles/{row.id}",
        title=cut(row.title, title.spans([p for term in way for p in title.places(term)]),
                  LONGEST_CLAIM),
        pieces=cut(text, spans, LONGEST_SNIPPET, around=start), source=row.source,
        published_on=row.published_on, claims=row.claims, case=row.case,
        places=len(in_a_row or rarest),
    )


def notes(
    store: Store, reviewer: Reviewer, ids: Sequence[int], wanted: Question,
) -> tuple[NoteFound, ...]:
    """Notes in the order asked for."""
    rows = store.pages.found.notes(ids)
    told = []
    for row in (rows[one] for one in ids if one in rows):
        found = Read(row.note)
        places = [place for term in wanted.wanted.ways[0] for place in found.places(term)]
        told.append(NoteFound(
            href=addresses.of_pair(row.pair_id), pieces=cut(
                row.note, found.spans(places), LONGEST_CLAIM),
            who="You" if row.reviewer_id == reviewer.id else row.name, letter=row.letter,
            is_mine=row.reviewer_id == reviewer.id, number=row.number, case=row.case,
            at=row.tagged_at, relation=row.relation,
        ))
    return tuple(told)


def cut(
    text: str, spans: list[_Place], longest: int, *, around: int | None = None,
) -> tuple[Words, ...]:
    """A text as runs, at most about `longest` characters of it, around the first place found."""
    begin, end = 0, len(text)
    if end > longest:
        first = around if around is not None else (spans[0][0] if spans else 0)
        begin = _word_start(text, max(0, min(first - longest // 3, end - longest)))
        end = _word_end(text, min(begin + longest, end))
    pieces = [Words(text="… ")] if begin else []
    at = begin
    for start, stop in spans:
        if stop <= begin or start >= end:
            continue
        pieces += [Words(text=_plain(text[at:start]))] if start > at else []
        pieces.append(Words(text=_plain(text[max(start, begin):min(stop, end)]), found=True))
        at = min(stop, end)
    pieces += [Words(text=_plain(text[at:end]))] if at < end else []
    return tuple(pieces + ([Words(text=" …")] if end < len(text) else []))


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + 30)
    return at if at == 0 or space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", max(at - 30, 0), at)
    return at if at >= len(text) or space < 0 else space


def _plain(text: str) -> str:
    """Line ends as spaces; the spaces at both ends stay."""
    return text.replace("\n", " ")

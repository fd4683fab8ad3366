"""Search: what was typed, what is found, and how it is told."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing.shells import shell
from app.services.pages.search import Facet, Group, Nothing, Option, SearchPage
from app.services.searching import telling
from app.services.searching.asking import (
    KINDS,
    LEAST,
    LONGEST,
    Asked,
    address,
    read,
    without_first_filter,
)
from app.services.searching.gathering import FEW, Gathered, Tally, after, gather_all, tally
from app.services.searching.meaning import Question, closest, question
from app.store.session import Store

__all__ = ["KINDS", "Asked", "read", "search"]

IN_GROUP = {"claims": 5, "articles": 3, "notes": 4}
ON_PAGE = 25
SHOWN = 6
"""Values of a filter that are shown before the others fold away."""

_LABELS = {"claims": "Claims", "articles": "Articles", "notes": "Notes"}
_TOO_SHORT = ("Type two letters or figures, or more. Claims, articles and notes of all cases are "
              "searched.")
_NO_WORDS = "There is no word in this. Type letters or figures."


def search(store: Store, reviewer: Reviewer, asked: Asked) -> SearchPage:
    """The results in their groups, or the whole list of one kind."""
    page = SearchPage(shell=shell(store, reviewer), words=asked.words, title="Search", summary="",
                      since=asked.since, until=asked.until, only=asked.only)
    explain, errors = _refusal(asked)
    if explain or errors:
        return replace(page, explain=explain, errors=errors)
    wanted = question(store, asked.words)
    if wanted is None:
        return replace(page, explain=_NO_WORDS)
    found = gather_all(store, reviewer, asked, wanted)
    facets = _facets(store, found, asked)
    shown = [one for one in found if asked.shown(one.kind)]
    groups = tuple(_group(store, reviewer, one, asked, wanted) for one in shown if one.results)
    page = replace(
        page, title=_title(shown, asked), summary=_summary(shown, wanted), groups=groups,
        facets=facets, notes_blind=asked.shown("notes"),
        nothing=None if groups else _nothing(store, reviewer, asked, facets),
    )
    return _listed(page, shown[0], asked) if asked.only else page


def _refusal(asked: Asked) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Why nothing is looked for, or what is wrong by field."""
    if len(asked.words) > LONGEST:
        return "", (("s", f"Use {LONGEST:,} characters or fewer"),)
    try:
        asked.sieve()
    except Invalid as wrong:
        return "", tuple(wrong.fields.items())
    return ("" if len(asked.words) >= LEAST else _TOO_SHORT), ()


def _listed(page: SearchPage, found: Gathered, asked: Asked) -> SearchPage:
    """The page as a whole list, with the way to its next page and back to all kinds."""
    left = after(found.results, asked.after)
    last = left[ON_PAGE - 1] if len(left) > ON_PAGE else None
    further = replace(asked, after=(last.tier, last.hit.id)) if last else None
    return replace(page, back_href=address(replace(asked, only="", after=None)),
                   next_href=address(further) if further else "")


def _group(
    store: Store, reviewer: Reviewer, found: Gathered, asked: Asked, wanted: Question,
) -> Group:
    most = ON_PAGE if asked.only else IN_GROUP[found.kind]
    ids = [one.hit.id for one in after(found.results, asked.after)[:most]]
    count = f"{FEW}+" if found.count is None else f"{found.count:,}"
    kind = found.kind
    return Group(
        kind=kind, label=_LABELS[kind], count=count,
        all_words=f"All {'' if found.count is None else count + ' '}{kind}",
        all_href="" if found.count is not None and found.count <= most else address(
            replace(asked, only=kind, after=None)),
        claims=telling.claims(store, reviewer, ids, wanted) if kind == "claims" else (),
        articles=telling.articles(store, ids, wanted) if kind == "articles" else (),
        notes=telling.notes(store, reviewer, ids, wanted) if kind == "notes" else (),
    )


def _title(shown: list[Gathered], asked: Asked) -> str:
    if any(one.count is None for one in shown):
        return f"More than {FEW} results for “{asked.words}”"
    total = sum(one.count or 0 for one in shown)
    if not total:
        return f"Nothing found for “{asked.words}”"
    return f"{wording.count_of(total, 'result')} for “{asked.words}”"


def _summary(shown: list[Gathered], wanted: Question) -> str:
    cases = {one.hit.case_id for found in shown for one in found.results}
    if not cases:
        return ""
    ranked = all(one.every for one in shown if one.results)
    order = "best first" if ranked else "newest first"
    where = f"In {wording.count_of(len(cases), 'case')}, " if ranked else ""
    cut = " The first 12 words are searched." if wanted.cut else ""
    told = f"{where}{order}."
    return (f"{told[0].upper()}{told[1:]} All forms of a word are found; accents may be left out. "
            f"Quotation marks find the exact words.{cut}")


def _facets(store: Store, found: list[Gathered], asked: Asked) -> tuple[Facet, ...]:
    counted = tally(found, asked)
    cases, sources = _seen(found, counted)
    cases.update(dict.fromkeys(asked.case_ids, 0))
    sources.update(dict.fromkeys(asked.source_ids, 0))
    case_names, source_names = store.pages.found.names(
        [number for number, _ in cases.most_common(FEW)],
        [number for number, _ in sources.most_common(FEW)])
    return (
        *(() if asked.only else (_kinds(found, asked),)),
        _facet("case", "Case", cases, case_names, asked.case_ids, counted is not None),
        _facet("source", "Source", sources, source_names, asked.source_ids, counted is not None),
        Facet(name="only", label="Only", options=(
            Option(value="open", label="With an open pair", chosen=asked.open_pair,
                   count=counted.open_pair if counted else None),
            Option(value="noted", label="With my note", chosen=asked.my_note,
                   count=counted.my_note if counted else None),
        )),
    )


def _seen(found: list[Gathered], counted: Tally | None) -> tuple[Counter[int], Counter[int]]:
    """The cases and sources to choose from: counted, or else those of the results."""
    if counted:
        return counted.cases, counted.sources
    hits = [one.hit for each in found for one in each.results]
    return (Counter(hit.case_id for hit in hits),
            Counter(source for hit in hits for source in hit.sources))


def _kinds(found: list[Gathered], asked: Asked) -> Facet:
    return Facet(name="kind", label="Kind", options=tuple(
        Option(value=one.kind, label=_LABELS[one.kind], count=one.count,
               chosen=asked.shown(one.kind)) for one in found))


def _facet(
    name: str, label: str, counts: Counter[int], names: Mapping[int, str],
    chosen: tuple[int, ...], is_counted: bool,  # noqa: FBT001  one caller
) -> Facet:
    options = [Option(value=str(number), label=names[number], chosen=number in chosen,
                      count=count if is_counted else None)
               for number, count in sorted(
                   counts.items(), key=lambda one: (-one[1], one[0])) if number in names]
    options.sort(key=lambda one: not one.chosen)
    return Facet(name=name, label=label, options=tuple(options[:SHOWN]),
                 more=tuple(options[SHOWN:]))


def _nothing(
    store: Store, reviewer: Reviewer, asked: Asked, facets: tuple[Facet, ...],
) -> Nothing:
    """What to try: the first filter to take away, and the closest spelling that finds something."""
    names = {facet.name: option.label for facet in facets for option in facet.options
             if option.chosen}
    without = without_first_filter(asked, names)
    spelling = closest(store, asked.words)
    if spelling:
        other = question(store, spelling)
        again = Asked(words=spelling)
        hit = other and any(one.results for one in gather_all(store, reviewer, again, other))
        spelling = spelling if hit else ""
    return Nothing(
        filter_words=without[0] if without else "",
        without_href=address(without[1]) if without else "", spelling=spelling,
        spelling_href=address(replace(asked, words=spelling)) if spelling else "",
    )

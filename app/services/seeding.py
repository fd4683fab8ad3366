"""The sample cases: read from `seeds/` and brought in as a reviewer's own import would be."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.cases import Case
from app.domain.errors import NotFound
from app.domain.pairs import PairKey, Relation
from app.domain.people import Reviewer, Role
from app.services import comparing, importing, reviewing, settling, signing_in, taking_in
from app.services.importing import NewItem
from app.settings import resources
from app.store.session import Database, Store

_LEASE = timedelta(minutes=5)
_OPENED_BEFORE = timedelta(days=3)
"""The demo's cases look as if they had been opened then, so that its tags have a past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """What `seeds/cases.json` says, and where it is."""

    folder: Path
    reviewers: list[dict[str, Any]]
    cases: list[dict[str, Any]]


def read_seeds() -> Seeds:
    """The sample cases as they come with the program."""
    folder = resources() / "seeds"
    told = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    return Seeds(folder=folder, reviewers=told["reviewers"], cases=told["cases"])


def load_demo(database: Database, at: datetime) -> None:
    """All sample cases, with the tags of two reviewers and an adjudicator, and an admin to
    act as; once and for all.

    One transaction: the demo is there whole or not at all.
    """
    seeds = read_seeds()
    with database.writing() as store:
        if _is_there(store, seeds.cases[0]["name"]):
            return
        people = {
            one["name"]: signing_in.join(store, one["name"], Role(one["role"]), at=at)
            for one in seeds.reviewers
        }
        first = people[seeds.reviewers[0]["name"]]
        loaded = [(_load_case(store, first, seeds.folder, told, at=at - _OPENED_BEFORE), told)
                  for told in seeds.cases]
        _answer(store, loaded, people, at=at)


def load_sample(store: Store, reviewer: Reviewer, *, at: datetime) -> Case:
    """The first sample case in the reviewer's own store, nothing tagged; made only once."""
    seeds = read_seeds()
    told = seeds.cases[0]
    if _is_there(store, told["name"]):
        return store.cases.named(told["name"])
    return _load_case(store, reviewer, seeds.folder, told, at=at)


def _is_there(store: Store, name: str) -> bool:
    try:
        store.cases.named(name)
    except NotFound:
        return False
    return True


def _load_case(
    store: Store, reviewer: Reviewer, folder: Path, told: dict[str, Any], *, at: datetime,
) -> Case:
    case = importing.open_case(store, reviewer, told["name"], at=at)
    items = [
        NewItem(name=one["file"], raw=(folder / told["folder"] / one["file"]).read_bytes(),
                source=one["source"], published_on=date.fromisoformat(one["published_on"]))
        for one in told["articles"]
    ]
    importing.request_import(store, reviewer, case.id, items, at=at)
    while (item := taking_in.lease(store, at=at, lasting=_LEASE)) is not None:
        taking_in.keep(store, item, taking_in.read(item, taking_in.clean_text(item)), at=at)
    outcome = comparing.compare(comparing.material(store, case.id))
    taking_in.finish(store, outcome, at=at)
    return case


def _answer(
    store: Store, loaded: list[tuple[Case, dict[str, Any]]], people: dict[str, Reviewer], *,
    at: datetime,
) -> None:
    """Tag and settle as `cases.json` says, in order of time, as it would have happened.

    Raises NotFound for a pair that is not suggested.
    """
    deeds = [deed for case, told in loaded for deed in _pairs_named(
        store, case, [*told["tags"], *told.get("settlements", [])], at)]
    for one, pair_id, then in sorted(deeds, key=lambda deed: deed[2]):
        who, relation = people[one["by"]], Relation(one["relation"])
        if "why" in one:
            settling.settle(store, who, pair_id, relation, why=one["why"], at=then)
        else:
            seen = store.pairs.state(pair_id, who.id)
            reviewing.tag_pair(store, who, pair_id, relation, note=one.get("note", ""),
                               seen=seen, key="", at=then)


def _pairs_named(
    store: Store, case: Case, named: list[dict[str, Any]], at: datetime,
) -> Iterator[tuple[dict[str, Any], int, datetime]]:
    numbers = {pair.key: pair.id for pair in store.pairs.of_case(case.id)}
    said = [
        (article.file_name, claim) for article in store.articles.of_case(case.id)
        for claim in store.claims.of_article(article.id)
    ]
    for one in named:
        ours, theirs = ({claim.id for file, claim in said if file == side[0]
                         and side[1] in claim.text} for side in (one["first"], one["second"]))
        keys = (PairKey.of(a, b) for a in ours for b in theirs if a != b)
        found = min((numbers[key] for key in keys if key in numbers), default=None)
        if found is None:
            message = f"The sample case has no pair of {one['first']} and {one['second']}."
            raise NotFound(message)
        yield one, found, at - timedelta(hours=one["hours_before"])

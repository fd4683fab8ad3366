"""The counts that lists stand on are what counting each pair would give."""

import random
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, select

from app.domain.pairs import Pair, Reason, Relation
from app.services import reviewing
from app.store.portion_tables import (
    portions_by_kind,
    portions_by_sides,
    progress_by_kind,
    progress_by_sides,
)
from app.store.portions import Portions
from app.store.tables import pairs, portions, progress, standing_tags
from tests.factories import NOON, Given, finding, suggestion


def kept(given: Given) -> dict[tuple[int, int], int]:
    rows = given.store.connection.execute(select(progress).where(progress.c.tagged > 0))
    return {(row.reviewer_id, row.portion_id): row.tagged for row in rows}


def counted(given: Given) -> dict[tuple[int, int], int]:
    rows = given.store.connection.execute(
        select(standing_tags.c.reviewer_id, pairs.c.portion_id, func.count())
        .join(pairs, pairs.c.id == standing_tags.c.pair_id)
        .where(pairs.c.portion_id.is_not(None))
        .group_by(standing_tags.c.reviewer_id, pairs.c.portion_id))
    return {(reviewer_id, portion_id): count for reviewer_id, portion_id, count in rows}


def live(given: Given) -> dict[str, int]:
    rows = given.store.connection.execute(
        select(portions.c.relation, func.sum(portions.c.pairs)).group_by(portions.c.relation))
    return {relation: int(count) for relation, count in rows}


def sums_hold(given: Given) -> bool:
    """What is added up by kind and by sides is what adding it up now gives."""
    tagged = portions.join(progress, progress.c.portion_id == portions.c.id)
    return all(
        added_up(given, sums, counted, *columns) == added_up(given, of, portions.c.pairs, *groups)
        and added_up(given, done, done.c.tagged, done.c.reviewer_id, *(
            done.c[column.name] for column in columns)) == added_up(
                given, tagged, progress.c.tagged, progress.c.reviewer_id, *groups)
        for sums, done, of, counted, columns, groups in (
            (portions_by_kind, progress_by_kind, portions, portions_by_kind.c.pairs,
             [*portions_by_kind.c][:3],
             (portions.c.case_id, portions.c.relation, portions.c.reason)),
            (portions_by_sides, progress_by_sides, portions, portions_by_sides.c.pairs,
             [*portions_by_sides.c][:3],
             (portions.c.case_id, portions.c.first_source_id, portions.c.second_source_id)),
        )
    )


def added_up(given: Given, of: FromClause, counted: ColumnElement[int],
             *groups: ColumnElement[Any]) -> dict[tuple[Any, ...], int]:
    rows = given.store.connection.execute(
        select(*groups, func.sum(counted)).select_from(of).where(counted > 0).group_by(*groups))
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


def some_pairs(given: Given, count: int) -> list[Pair]:
    reasons = list(Reason)
    return [given.pair(reason=reasons[n % 3], sources=(f"S{n % 2}", "T")) for n in range(count)]


def test_tagging_changing_and_taking_back_keep_the_count(given: Given) -> None:
    made = some_pairs(given, 8)
    chance = random.Random(3)
    people = [given.reviewer("Ada"), given.reviewer("Bo")]

    for _ in range(60):
        pair, who = chance.choice(made), chance.choice(people)
        if chance.random() < 0.4 and given.store.tags.standing(pair.id) and any(
                tag.reviewer_id == who.id for tag in given.store.tags.standing(pair.id)):
            reviewing.undo_tag(given.store, who, pair.id, at=NOON)
        else:
            seen = given.store.pairs.state(pair.id, who.id)
            reviewing.tag_pair(given.store, who, pair.id, chance.choice(list(Relation)), note="",
                               seen=seen, key="", at=NOON)

    assert kept(given) == counted(given)
    assert sums_hold(given)
    assert sum(kept(given).values()) > 0


def test_comparing_again_counts_the_pairs_where_they_are_now(given: Given) -> None:
    made = some_pairs(given, 3)
    for pair in made:
        given.tag(pair)

    agreed = suggestion(finding(relation=Relation.AGREE))
    claims = {claim_id for pair in made for claim_id in pair.key}
    given.store.pairs.suggest(made[0].case_id, [(made[0].key, agreed)], among=claims)

    assert live(given) == {"agree": 1}
    assert kept(given) == counted(given)
    assert sums_hold(given)
    assert sum(kept(given).values()) == 1


def test_a_pair_that_comes_back_is_counted_with_its_tag(given: Given) -> None:
    [pair] = some_pairs(given, 1)
    given.tag(pair)
    given.store.pairs.suggest(pair.case_id, [], among=set(pair.key))
    gone = live(given)

    given.store.pairs.suggest(pair.case_id, [(pair.key, pair.suggestion)], among=set(pair.key))

    assert gone == {}
    assert live(given) == {"conflict": 1}
    assert sums_hold(given)
    assert sum(kept(given).values()) == 1


def test_a_tag_on_a_pair_that_is_gone_is_counted_nowhere(given: Given) -> None:
    [pair] = some_pairs(given, 1)
    given.store.pairs.suggest(pair.case_id, [], among=set(pair.key))

    given.tag(pair)

    assert kept(given) == counted(given) == {}
    assert sums_hold(given)


def test_moving_a_few_pairs_comes_to_what_counting_all_would(given: Given) -> None:
    chance = random.Random(5)
    made = [given.pair(relation=chance.choice(list(Relation)), sources=("Courier", "Herald"))
            for _ in range(8)]
    given.pair(reason=Reason.DATE, sources=("Herald", "Post"))
    for pair in chance.sample(made, 5):
        given.tag(pair, by=given.reviewer(chance.choice(("Ada", "Bo"))))
    case_id, first = given.case().id, made[0]
    of = {first.key.first, made[1].key.first}
    new = suggestion(finding(reason=Reason.TITLE, relation=Relation.RELATED))

    given.store.pairs.suggest(case_id, [(first.key, new)], among={*first.key, *made[1].key},
                              of=of)

    moved = everything_counted(given)
    assert sums_hold(given)
    assert given.store.pairs.is_gone(made[1].id)
    Portions(given.store.connection).recount(case_id)
    assert moved == everything_counted(given)


def everything_counted(given: Given) -> dict[tuple[object, ...], object]:
    """Pairs and tagged pairs of each portion, without the numbers that portions bear."""
    rows = given.store.connection.execute(
        select(portions.c.case_id, portions.c.relation, portions.c.reason,
               portions.c.first_source_id, portions.c.second_source_id, portions.c.pairs,
               progress.c.reviewer_id, progress.c.tagged)
        .outerjoin(progress, (progress.c.portion_id == portions.c.id) & (progress.c.tagged > 0)))
    return {(*row[:5], row.reviewer_id): (row.pairs, row.tagged) for row in rows}

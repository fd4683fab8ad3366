"""Where a reviewer's open pairs begin is never further down than the first of them."""

import random

from sqlalchemy import select

from app.domain.pairs import Pair, Reason, Relation
from app.domain.people import Reviewer
from app.services import browsing, ordering, reviewing
from app.services.pages.queue import MyTag, QueueFilter
from app.store.frontier_tables import frontiers
from tests.factories import NOON, Given, finding, suggestion

OPEN = QueueFilter(mine=(MyTag.NOT_YET,))


def made(given: Given, count: int = 6) -> list[Pair]:
    return [given.pair(f"Bridge {n} stands.", f"Bridge {n} fell.", score=0.9 - n / 20)
            for n in range(count)]


def listed(given: Given, who: Reviewer) -> list[int]:
    return [row.pair_id for row in browsing.queue(given.store, who, OPEN).rows]


def frontier(given: Given, who: Reviewer) -> float | None:
    found = given.store.connection.execute(
        select(frontiers.c.rank).where(frontiers.c.reviewer_id == who.id)).scalar()
    return None if found is None else float(found)


def test_it_moves_down_to_the_first_open_pair(given: Given) -> None:
    pairs, me = made(given), given.reviewer()
    given.tag(pairs[0])
    reviewing.skip_pair(given.store, me, pairs[1].id, at=NOON)
    given.settlement(pairs[2])

    given.store.ranks.advance(me.id)

    assert frontier(given, me) == pairs[3].suggestion.score * 0.8
    assert listed(given, me) == [pair.id for pair in pairs[3:]] + [pairs[1].id]


def test_whatever_opens_a_pair_again_takes_it_away(given: Given) -> None:
    pairs, me = made(given), given.reviewer()
    reviewing.tag_pair(given.store, me, pairs[0].id, Relation.AGREE, note="", key="", at=NOON,
                       seen=given.store.pairs.state(pairs[0].id, me.id))
    given.store.ranks.advance(me.id)
    known = frontier(given, me)

    reviewing.undo_tag(given.store, me, pairs[0].id, at=NOON)

    assert known is not None
    assert frontier(given, me) is None
    assert listed(given, me)[0] == pairs[0].id


def test_a_likelier_pair_that_comes_later_is_listed_first(given: Given) -> None:
    pairs, me = made(given), given.reviewer()
    given.tag(pairs[0])
    given.store.ranks.advance(me.id)

    new = given.pair("It opened in May.", "It opened in June.", score=0.99)

    assert listed(given, me)[0] == new.id


def test_nobody_else_is_led_past_their_open_pairs(given: Given) -> None:
    pairs, me = made(given), given.reviewer()
    given.tag(pairs[0])
    given.store.ranks.advance(me.id)

    assert listed(given, given.reviewer("Bo"))[0] == pairs[0].id


def test_whatever_people_do_every_open_pair_is_listed(given: Given) -> None:
    pairs, me, chance = made(given, 8), given.reviewer(), random.Random(11)
    reasons = [Reason.NUMBER, Reason.DATE]

    for turn in range(120):
        pair = chance.choice(pairs)
        tagged = any(tag.reviewer_id == me.id for tag in given.store.tags.standing(pair.id))
        match chance.randrange(6):
            case 0 if tagged:
                reviewing.undo_tag(given.store, me, pair.id, at=NOON)
            case 1:
                reviewing.skip_pair(given.store, me, pair.id, at=NOON)
            case 2:
                given.store.tags.unskip(pair.id, me.id)
            case 3 if turn % 5 == 0:
                changed = suggestion(finding(reason=chance.choice(reasons)),
                                     score=chance.random())
                given.store.pairs.suggest(pair.case_id, [(pair.key, changed)], among=set(pair.key))
            case 4 if turn % 7 == 0:
                ordering.reorder(given.store)
            case _:
                given.store.tags.unskip(pair.id, me.id)
                given.tag(pair, chance.choice(list(Relation)))
        if chance.random() < 0.4:
            given.store.ranks.advance(me.id)
        mine = {pair.id for pair in pairs if any(
            tag.reviewer_id == me.id for tag in given.store.tags.standing(pair.id))}
        assert set(listed(given, me)) == {pair.id for pair in pairs} - mine

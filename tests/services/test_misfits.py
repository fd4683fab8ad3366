"""Three tags of one reviewer that do not fit together: A = B, B = C, A ≠ C."""

import random

import pytest

from app.domain.claims import Claim
from app.domain.errors import Invalid, NotFound
from app.domain.pairs import Pair, Relation
from app.services import browsing, checking, together
from app.services.browsing.findings_list import Look
from app.services.pages.findings import FindingsPage
from app.services.pages.queue import QueueFilter
from app.services.together import Press
from tests.factories import NOON, Given

AGREE, CONFLICT = Relation.AGREE, Relation.CONFLICT


@pytest.fixture
def triangle(given: Given) -> list[Pair]:
    """Three claims on one topic, each two of them a pair: AB, BC, AC."""
    claims: list[Claim] = [
        claim for source in ("Courier", "Herald", "Mail")
        for claim in given.claims(given.article(f"The {source} counts four piers.", source=source))]
    made = [given.paired(claims[one], claims[other]) for one, other in ((0, 1), (1, 2), (0, 2))]
    given.topic(*made)
    return [given.store.pairs.get(pair.id) for pair in made]


def page(given: Given, name: str = "Ada") -> FindingsPage:
    return browsing.findings(given.store, given.reviewer(name), QueueFilter(), Look())


def tag_all(given: Given, pairs: list[Pair], *relations: Relation, by: str = "Ada") -> None:
    for pair, relation in zip(pairs, relations, strict=True):
        given.tag(pair, relation, by=given.reviewer(by))


def test_two_that_agree_and_one_that_conflicts_are_told_with_their_rule(
    given: Given, triangle: list[Pair]
) -> None:
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)

    [misfit] = page(given).misfits

    assert misfit.rule == ("If A agrees with B and B agrees with C, A cannot conflict with C "
                           "about the same question.")
    assert [(edge.first.letter, edge.second.letter, edge.relation) for edge in misfit.edges] == [
        ("A", "B", AGREE), ("B", "C", AGREE), ("A", "C", CONFLICT)]
    assert [corner.source for corner in misfit.corners] == ["Courier", "Herald", "Mail"]
    assert misfit.guess == ""


@pytest.mark.parametrize("relations", [
    (AGREE, AGREE, AGREE), (AGREE, CONFLICT, CONFLICT), (CONFLICT, CONFLICT, CONFLICT),
    (AGREE, Relation.RELATED, CONFLICT), (AGREE, AGREE, Relation.UNRELATED),
])
def test_other_threes_fit(
    given: Given, triangle: list[Pair], relations: tuple[Relation, ...]
) -> None:
    tag_all(given, triangle, *relations)

    assert page(given).misfits == ()


def test_the_page_after_the_third_tag_says_so(given: Given, triangle: list[Pair]) -> None:
    tag_all(given, triangle[:2], AGREE, AGREE)
    before = browsing.pair(given.store, given.reviewer(), triangle[0].id, saved=triangle[1].id)
    given.tag(triangle[2], CONFLICT)

    after = browsing.pair(given.store, given.reviewer(), triangle[0].id, saved=triangle[2].id)
    queue = browsing.queue(given.store, given.reviewer(), QueueFilter())

    assert (before.misfit, after.misfit, queue.warnings) == (False, True, 1)


def test_only_my_own_tags_are_looked_at(given: Given, triangle: list[Pair]) -> None:
    tag_all(given, triangle[:2], AGREE, AGREE)
    given.tag(triangle[2], CONFLICT, by=given.reviewer("Bo"))
    tag_all(given, triangle, AGREE, AGREE, CONFLICT, by="Cy")

    assert page(given).misfits == page(given, "Bo").misfits == ()
    assert page(given, "Cy").misfits_count == 1


def test_what_is_settled_is_never_questioned(given: Given, triangle: list[Pair]) -> None:
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)
    given.settlement(triangle[2], CONFLICT)

    assert page(given).misfits_count == 0


def test_a_changed_tag_closes_the_triangle_and_taking_it_back_opens_it(
    given: Given, triangle: list[Pair]
) -> None:
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)
    given.tag(triangle[2], Relation.RELATED)
    closed = page(given).misfits_count
    given.tag(triangle[2], CONFLICT)

    assert (closed, page(given).misfits_count) == (0, 1)


def test_three_of_different_topics_are_not_compared(given: Given, triangle: list[Pair]) -> None:
    given.topic(triangle[0], label="Another matter")
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)

    assert page(given).misfits_count == 0


def test_kept_with_a_reason_it_is_not_shown_again_until_that_is_taken_back(
    given: Given, triangle: list[Pair]
) -> None:
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)
    [misfit] = page(given).misfits
    me = given.reviewer()

    checking.keep_misfit(given.store, me, misfit.check_id, "Two questions in one.", at=NOON)
    kept = page(given).misfits_count
    checking.show_misfit_again(given.store, me, misfit.check_id, at=NOON)

    assert (kept, page(given).misfits_count) == (0, 1)


def test_keeping_needs_a_reason_and_three_tags_of_ones_own(
    given: Given, triangle: list[Pair]
) -> None:
    tag_all(given, triangle, AGREE, AGREE, CONFLICT)
    [misfit] = page(given).misfits

    with pytest.raises(Invalid):
        checking.keep_misfit(given.store, given.reviewer(), misfit.check_id, "  ", at=NOON)
    with pytest.raises(NotFound):
        checking.keep_misfit(given.store, given.reviewer("Bo"), misfit.check_id, "No", at=NOON)
    for check_id in ("1-2", "a-b-c", "9-9-9", ""):
        with pytest.raises(NotFound):
            checking.keep_misfit(given.store, given.reviewer(), check_id, "No", at=NOON)


def test_tags_given_together_are_looked_at_too(given: Given, triangle: list[Pair]) -> None:
    tag_all(given, triangle[:2], AGREE, CONFLICT)
    name = given.store.pages.shared.findings_of([triangle[2].id])[triangle[2].id]

    together.tag_finding(given.store, given.reviewer(), name, AGREE,
                         Press(pair_ids=(triangle[2].id,), key="", at=NOON))

    assert page(given).misfits_count == 1


def test_after_any_tags_what_is_kept_is_what_counting_anew_gives(given: Given) -> None:
    claims = [claim for n in range(5)
              for claim in given.claims(given.article(f"Paper {n} counts.", source=f"S{n}"))]
    pairs = {(one, other): given.paired(claims[one], claims[other])
             for one in range(5) for other in range(one + 1, 5)}
    given.topic(*pairs.values())
    chance, me, said = random.Random(5), given.reviewer(), dict.fromkeys(pairs, AGREE)

    for _ in range(80):
        edge = chance.choice([*pairs])
        said[edge] = chance.choice([AGREE, CONFLICT, Relation.RELATED])
        given.tag(pairs[edge], said[edge], by=me)
    for edge, pair in pairs.items():
        given.tag(pair, said[edge], by=me)

    wrong = sum(sorted((said[a, b], said[b, c], said[a, c])) == [AGREE, AGREE, CONFLICT]
                for a in range(5) for b in range(a + 1, 5) for c in range(b + 1, 5))
    assert given.store.pages.triangles.count(me.id) == wrong > 0

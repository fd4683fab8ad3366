"""A large case: what comes in or is put right meets what is near to it, the rest follows.

Cases here are small; `large` makes every case one that has an index.
"""

import random
from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, settings, strategies
from hypothesis import given as drawn

from app.domain.articles import Article
from app.domain.cases import Case
from app.domain.facts import FactKind
from app.domain.pairs import Pair, PairKey, Relation, Suggestion
from app.engine.claims import read_claims
from app.services import comparing, correcting, meeting
from app.services.correcting import Change
from app.services.importing import NewItem
from app.store.session import Store
from app.work import Worker
from bench.candidates import event
from tests.factories import NOON, Given, clock
from tests.services.corrections import values

FIRE = "The fire at the mill in Orby destroyed 40 homes. Mayor Ann Marlow, 52, visited Orby."
SAME = "In Orby, 47 homes were destroyed by the fire at the mill. Mayor Ann Marlow spoke there."
VOTE = "The council of Selwyn voted 9-2 to close the harbour bridge on Monday."
LATE = "The fire at the mill in Orby destroyed 60 homes, mayor Ann Marlow said."


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.engine.casework.whole.LARGE", 0)
    monkeypatch.setattr("app.services.taking_in._FEW", 1)


def told(pairs: Iterable[Pair]) -> dict[PairKey, Suggestion]:
    return {pair.key: pair.suggestion for pair in pairs}


def met(store: Store, case_id: int, article_id: int) -> dict[PairKey, Suggestion]:
    return dict(meeting.meet(store, case_id, [article_id]).suggested)


def whole(store: Store, case_id: int, article_id: int) -> dict[PairKey, Suggestion]:
    """What comparing the whole case makes of the claims of an article."""
    own = {claim.id for claim in store.claims.of_article(article_id)}
    outcome = comparing.compare(comparing.material(store, case_id))
    return {key: made for key, made in outcome.suggested if own & {*key}}


def kept(given: Given, text: str, *, case: Case | None = None, on: date | None = None) -> Article:
    """An article with the claims that the engine reads in it, not compared yet."""
    return given.article(*read_claims(text, published_on=on), text=text, case=case,
                         published_on=on, source="Late Post")


def texts(seed: int, events: int) -> Sequence[NewItem]:
    chance = random.Random(seed)
    return [NewItem(name=f"{number}-{n}.txt", source=f"Source {n % 4}", published_on=day,
                    raw="\n\n".join(one.text for one in sentences).encode())
            for number in range(events) for n, (day, sentences) in enumerate(event(chance))]


@settings(max_examples=4, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@drawn(seed=strategies.integers(0, 10_000), at=strategies.integers(0, 15))
def test_an_article_that_comes_in_later_meets_what_it_would_meet_in_the_whole_case(
    given: Given, seed: int, at: int,
) -> None:
    case = given.case(f"Case {seed} {at}")
    items = texts(seed, events=2)
    given.imported(*items[:at], *items[at + 1:], case=case)
    late = kept(given, items[at].raw.decode(), case=case, on=items[at].published_on)

    assert met(given.store, case.id, late.id) == whole(given.store, case.id, late.id)


def test_what_comes_in_is_paired_at_once_and_the_whole_case_follows(given: Given) -> None:
    given.imported(FIRE, SAME, VOTE)
    case_id = given.case().id

    job = given.imported(LATE)

    assert given.store.keys.waiting() == 0
    at_last = told(given.store.pairs.of_case(case_id))
    assert any(pair.suggestion.relation is Relation.CONFLICT
               for pair in given.store.pairs.of_case(case_id))
    assert job.items[0].pairs > 0
    assert at_last == dict(comparing.compare(
        comparing.material(given.store, case_id)).suggested)


def arrived(given: Given) -> int:
    """A case of three articles that was compared whole, and one article more."""
    given.imported(FIRE, SAME, VOTE)
    return kept(given, LATE).id


def test_before_the_whole_case_is_compared_all_other_pairs_stay(given: Given) -> None:
    article_id = arrived(given)
    case_id = given.case().id
    before = told(given.store.pairs.of_case(case_id))

    meeting.record(given.store, meeting.meet(given.store, case_id, [article_id]), at=NOON)

    after = told(given.store.pairs.of_case(case_id))
    own = {claim.id for claim in given.store.claims.of_article(article_id)}
    assert given.store.keys.waiting() == 1
    assert {key: after[key] for key in before} == before
    assert after.keys() - before.keys()
    assert all(own & {*key} for key in after.keys() - before.keys())


def test_a_worker_compares_the_whole_case_when_nothing_more_is_to_do(given: Given) -> None:
    article_id = arrived(given)
    case_id = given.case().id
    meeting.record(given.store, meeting.meet(given.store, case_id, [article_id]), at=NOON)
    given.keep()

    Worker(given.database, clock).run_until_idle()

    assert given.store.keys.waiting() == 0
    assert told(given.store.pairs.of_case(case_id)) == dict(
        comparing.compare(comparing.material(given.store, case_id)).suggested)
    assert any(answer.claim_id in {one.id for one in given.store.claims.of_article(article_id)}
               for topic in given.store.topics.of_case(case_id) for answer in topic.answers)


def test_a_corrected_value_changes_its_pairs_at_once_and_no_others(given: Given) -> None:
    given.imported(FIRE, SAME, VOTE, LATE)
    pairs = given.store.pairs.of_case(given.case().id)
    clash = next(pair for pair in pairs
                 if "homes" in given.store.claims.get(pair.key.first).text)
    claim = given.store.claims.get(clash.key.first)
    others = {key: made for key, made in told(pairs).items() if claim.id not in key}

    made = correcting.correct_claim(
        given.store, given.reviewer(), claim.id,
        Change(values=values(claim, FactKind.COUNT, "47 homes")), why="",
        seen=given.store.corrections.state(claim.id), at=NOON)

    after = told(given.store.pairs.of_case(given.case().id))
    assert made.compared >= 1
    assert made.changed >= 1
    assert {key: after.get(key) for key in others} == others
    assert given.store.keys.waiting() == 1


def test_an_alias_in_a_large_case_settles_its_names_at_once(given: Given) -> None:
    given.imported(FIRE, SAME.replace("Marlow", "Marlaw"), VOTE)
    case_id = given.case().id
    spelt = [pair for pair in given.store.pairs.of_case(case_id)
             if any("Marlaw" in {one.first_value, one.second_value, *one.second_value.split(),
                                 *one.first_value.split()} for one in pair.suggestion.findings)]

    named = correcting.name_alias(given.store, given.reviewer(), case_id, "Ann Marlaw",
                                  "Ann Marlow", at=NOON)

    assert spelt
    assert named.again.changed >= 1
    assert not [one for pair in given.store.pairs.of_case(case_id)
                for one in pair.suggestion.findings if "Marlaw" in one.first_value.split()]


def test_a_name_that_no_claim_holds_is_kept_and_waits(given: Given) -> None:
    given.imported(FIRE, SAME, VOTE)

    named = correcting.name_alias(given.store, given.reviewer(), given.case().id, "Zo Quill",
                                  "Zoe Quill", at=NOON)

    assert (named.again.compared, named.again.changed) == (0, 0)
    assert given.store.keys.waiting() == 1


def test_a_word_that_the_index_never_saw_is_no_hindrance(given: Given) -> None:
    given.imported(FIRE, SAME, VOTE)

    late = kept(given, "Zanzibar quokkas fled the fire at the mill in Orby, 52 of them.")

    assert met(given.store, given.case().id, late.id) == whole(
        given.store, given.case().id, late.id)


def test_two_workers_do_not_compare_one_case_whole_at_once(given: Given) -> None:
    given.imported(FIRE, SAME, VOTE)
    case_id = given.case().id
    given.store.keys.change(case_id)

    given.store.keys.lease(case_id, until=NOON.replace(hour=13))

    assert given.store.keys.next_whole(at=NOON) is None
    assert given.store.keys.next_whole(at=NOON.replace(hour=14)) == case_id

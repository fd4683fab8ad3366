"""What people put right: kept for ever, undone by adding, applied to what everybody reads."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.claims import Claim, Speaker, SpeakerKind
from app.domain.corrections import (
    CorrectedPart,
    Correction,
    What,
    corrected,
    fact_json,
    speaker_json,
    words_json,
)
from app.domain.errors import NotFound
from app.domain.facts import FactKind, Vote
from app.store.corrections import NewCorrection
from tests.factories import NOON, Given, claim, span

BO = Speaker(name="Bo Lind", kind=SpeakerKind.INDIRECT, verb="said", via="Radio Orby")
TEXT = "The council voted 13-0 for the bridge. It met on Monday."


def said(given: Given) -> Claim:
    vote = Vote(for_=13, against=0)
    [found] = given.claims(given.article(
        claim(TEXT, "The council voted 13-0 for the bridge.", facts={"13-0": vote}), text=TEXT))
    return found


def kept(given: Given, about: Claim, *parts: CorrectedPart) -> Correction:
    return given.store.corrections.add(
        NewCorrection(claim_id=about.id, pair_id=None, parts=parts, why="It is so.",
                      compared=5, changed=2), by=given.reviewer().id, at=NOON)


def to_bo() -> CorrectedPart:
    return CorrectedPart(what=What.SPEAKER, before=None, after=speaker_json(BO))


@pytest.mark.parametrize("statement", [
    "UPDATE corrections SET why = 'changed'", "DELETE FROM corrections",
    "UPDATE corrected_parts SET after = 'null'", "DELETE FROM corrected_parts",
    "UPDATE undone_corrections SET compared = 0", "DELETE FROM undone_corrections",
    "UPDATE aliases SET means = 'changed'", "DELETE FROM aliases",
    "UPDATE withdrawn_aliases SET alias_id = 0", "DELETE FROM withdrawn_aliases",
])
def test_what_was_put_right_cannot_be_changed(given: Given, statement: str) -> None:
    me = given.reviewer()
    made = kept(given, said(given), to_bo())
    given.store.corrections.undo(made.id, compared=1, changed=0, by=me.id, at=NOON)
    alias = given.store.aliases.add(
        given.case().id, "Lees", "Leeds", FactKind.PLACE, by=me.id, at=NOON)
    given.store.aliases.withdraw(alias.id, by=me.id, at=NOON)
    given.keep()

    with pytest.raises(DBAPIError, match="refuses"), given.database.writing() as store:
        store.connection.execute(text(statement))


def test_a_correction_comes_back_as_it_was_made(given: Given) -> None:
    about = said(given)

    made = kept(given, about, to_bo(), CorrectedPart(
        what=What.FACT, before=fact_json(about.facts[0]), after=None))

    assert given.store.corrections.get(made.id) == made
    assert given.store.corrections.of_claim(about.id) == (made,)
    with pytest.raises(NotFound):
        given.store.corrections.get(made.id + 1)


def test_undoing_is_told_with_its_own_counts(given: Given) -> None:
    made = kept(given, said(given), to_bo())
    bo = given.reviewer("Bo")

    given.store.corrections.undo(made.id, compared=3, changed=1, by=bo.id, at=NOON)

    assert given.store.corrections.get(made.id) == replace(
        made, undone_by=bo.id, undone_at=NOON, compared=3, changed=1)


def test_the_state_of_a_claim_grows_and_never_falls(given: Given) -> None:
    about, other = said(given), said(given)
    before = given.store.corrections.state(about.id)

    made = kept(given, about, to_bo())
    corrected_once = given.store.corrections.state(about.id)
    given.store.corrections.undo(made.id, compared=0, changed=0, by=made.reviewer_id, at=NOON)

    assert before < corrected_once < given.store.corrections.state(about.id)
    assert given.store.corrections.state(other.id) == 0


def test_the_edition_of_a_case_grows_with_all_that_was_put_right(given: Given) -> None:
    about, me, case = said(given), given.reviewer(), given.case()
    elsewhere = given.case("Another")
    editions = [given.store.corrections.edition(case.id)]

    made = kept(given, about, to_bo())
    editions.append(given.store.corrections.edition(case.id))
    given.store.corrections.undo(made.id, compared=0, changed=0, by=me.id, at=NOON)
    editions.append(given.store.corrections.edition(case.id))
    alias = given.store.aliases.add(case.id, "A", "B", FactKind.PERSON, by=me.id, at=NOON)
    editions.append(given.store.corrections.edition(case.id))
    given.store.aliases.withdraw(alias.id, by=me.id, at=NOON)
    editions.append(given.store.corrections.edition(case.id))

    assert editions == sorted(set(editions))
    assert given.store.corrections.edition(elsewhere.id) == 0


def test_a_corrected_claim_is_what_everybody_reads(given: Given) -> None:
    about = said(given)
    given.store.corrections.keep_reading(about)

    given.store.claims.replace(replace(about, speaker=BO, facts=()))

    read = given.store.claims.get(about.id)
    assert read.speaker == BO
    assert read.facts == ()
    assert given.store.corrections.machine_reading(read) == about


def test_the_machines_reading_is_set_aside_once(given: Given) -> None:
    about = said(given)
    given.store.corrections.keep_reading(about)

    given.store.corrections.keep_reading(replace(about, speaker=BO))

    assert given.store.corrections.machine_reading(about).speaker is None


def test_what_is_no_claim_is_read_by_nobody_until_it_is_brought_back(given: Given) -> None:
    about = said(given)
    [article] = given.store.articles.of_case(given.case().id)

    given.store.corrections.leave_out(about.id, is_claim=False)
    left_out = given.store.corrections.left_out(given.case().id)
    read = given.claims(article)
    listed = given.store.pages.texts.claims(article.id)
    given.store.corrections.leave_out(about.id, is_claim=True)

    assert left_out == {about.id}
    assert read == ()
    assert listed == []
    assert given.claims(article) == (about,)


def test_two_claims_are_parted_and_joined_again(given: Given) -> None:
    pair, case = given.pair(), given.case()

    given.store.corrections.part(pair.key, same_event=False)
    parted = given.store.corrections.parted(case.id)
    given.store.corrections.part(pair.key, same_event=True)

    assert parted == {pair.key}
    assert given.store.corrections.parted(case.id) == frozenset()
    assert given.store.corrections.parted(case.id + 1) == frozenset()


def test_a_pair_is_found_by_either_claim(given: Given) -> None:
    pair = given.pair()
    given.pair()

    assert [given.store.pairs.of_claim(claim_id) for claim_id in pair.key] == [(pair,)] * 2


def test_a_withdrawn_name_holds_no_longer(given: Given) -> None:
    me, case = given.reviewer(), given.case()
    lees = given.store.aliases.add(case.id, "Lees", "Leeds", FactKind.PLACE, by=me.id, at=NOON)
    mill = given.store.aliases.add(case.id, "The Mill", "Old Mill", FactKind.PLACE, by=me.id,
                                   at=NOON)

    given.store.aliases.withdraw(lees.id, by=me.id, at=NOON)

    assert given.store.aliases.of_case(case.id) == (mill,)
    assert given.store.aliases.get(lees.id) == replace(lees, withdrawn_at=NOON)
    assert given.store.aliases.meaning(case.id, "THE MILL") == "Old Mill"
    assert given.store.aliases.meaning(case.id, "lees") is None


def test_words_are_put_right_before_the_facts_in_them(given: Given) -> None:
    about = said(given)
    shorter = replace(about, span=span(TEXT, "The council voted 13-0"))
    fact = about.facts[0]
    twelve = replace(fact, value=Vote(for_=12, against=1))

    read = corrected(about, [
        CorrectedPart(what=What.FACT, before=fact_json(fact), after=fact_json(twelve)),
        CorrectedPart(what=What.BOUNDARY, before=words_json(about), after=words_json(shorter)),
    ])

    assert read.span == shorter.span
    assert read.facts == (twelve,)

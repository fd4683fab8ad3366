from datetime import date, timedelta

import pytest
from sqlalchemy import event

from app.domain.articles import Dropped
from app.domain.errors import NotFound
from app.domain.pairs import Pair, Relation
from app.domain.people import Role
from app.domain.reports import Report, ReportChoices, ReportRow
from app.exporters import EXPORTERS
from app.services import reporting
from tests.factories import NOON, Given


def made(given: Given, choices: ReportChoices | None = None) -> Report:
    return reporting.report(given.store, given.reviewer(), given.case().id, choices)


def row_of(given: Given, pair: Pair, choices: ReportChoices | None = None) -> ReportRow:
    [row] = [row for row in made(given, choices).rows if row.number == pair.number]
    return row


def test_a_case_that_is_not_there_has_no_report(given: Given) -> None:
    with pytest.raises(NotFound):
        reporting.report(given.store, given.reviewer(), 404)


def test_an_empty_case_has_an_empty_report(given: Given) -> None:
    report = made(given)

    assert (report.articles, report.rows, report.topics, report.made_on) == ((), (), (), None)
    assert report.summary.startswith("Nobody has reviewed a pair")


def test_a_pair_is_what_everybody_who_tagged_it_says(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.tag(pair, Relation.AGREE, by=given.reviewer("Bo"))

    row = row_of(given, pair)

    assert (row.relation, row.disputed, row.settlement) == (Relation.AGREE, False, None)
    assert [tag.reviewer for tag in row.tags] == ["A", "B"]


def test_where_tags_differ_nobody_is_right_yet(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))

    row = row_of(given, pair)

    assert (row.relation, row.disputed) == (None, True)


def test_a_settlement_outranks_tags_and_they_stay_beside_it(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE)
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"))
    given.settlement(pair, Relation.RELATED, why="Two bridges.")

    row = row_of(given, pair)

    assert (row.relation, row.disputed) == (Relation.RELATED, False)
    assert row.settlement is not None
    assert row.settlement.why == "Two bridges."
    assert len(row.tags) == 2


def test_only_the_newest_tag_of_a_reviewer_counts(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.CONFLICT)
    given.tag(pair, Relation.AGREE, at=NOON + timedelta(minutes=1))

    row = row_of(given, pair)

    assert row.relation is Relation.AGREE
    assert len(row.tags) == 1


def test_a_tag_taken_back_leaves_the_pair_unreviewed(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.CONFLICT)
    given.tag(pair, None, at=NOON + timedelta(minutes=1))

    row = row_of(given, pair)

    assert (row.relation, row.reviewed, row.tags) == (None, False, ())


def test_counts_are_honest(given: Given) -> None:
    pairs = [given.pair(f"One {n}.", f"Two {n}.") for n in range(5)]
    other = given.reviewer("Bo")
    for pair, mine, theirs in (
        (pairs[0], Relation.CONFLICT, Relation.CONFLICT),
        (pairs[1], Relation.AGREE, Relation.RELATED),
        (pairs[2], Relation.AGREE, Relation.RELATED),
    ):
        given.tag(pair, mine)
        given.tag(pair, theirs, by=other)
    given.settlement(pairs[2], Relation.RELATED)
    given.tag(pairs[3], Relation.UNRELATED)

    told = made(given).tally

    assert (told.suggested, told.reviewed, told.by_two, told.left_out) == (5, 4, 3, 1)
    assert (told.settled, told.disputed) == (1, 1)
    assert (told.conflicts, told.agreements, told.related, told.unrelated) == (1, 0, 1, 1)


def test_a_pair_that_is_gone_stays_if_somebody_answered_it(given: Given) -> None:
    answered, silent = given.pair(), given.pair("The roof is red.", "The roof is green.")
    given.tag(answered, Relation.CONFLICT)
    among = {*answered.key, *silent.key}
    given.store.pairs.suggest(given.case().id, [], among=among)

    assert [row.number for row in made(given).rows] == [answered.number]


def test_letters_stand_for_names_unless_names_were_chosen(given: Given) -> None:
    pair = given.pair()
    ada = given.reviewer("Ada Lovelace")
    given.tag(pair, Relation.AGREE, by=ada)
    given.settlement(pair, Relation.AGREE)

    letters = row_of(given, pair)
    names = row_of(given, pair, ReportChoices(full_names=True))

    assert letters.tags[0].reviewer == ada.letter != "Ada Lovelace"
    assert names.tags[0].reviewer == "Ada Lovelace"
    assert names.settlement is not None
    assert names.settlement.reviewer == "Judge"


def test_notes_that_were_not_chosen_are_in_no_format(given: Given) -> None:
    pair = given.pair()
    given.tag(pair, Relation.AGREE, note="Ask the clerk.")

    report = made(given, ReportChoices(notes=False, unreviewed=True))

    for exporter in EXPORTERS.values():
        assert b"Ask the clerk." not in exporter.write(report)
    for exporter in EXPORTERS.values():
        assert b"Ask the clerk." in exporter.write(made(given))


def test_sources_stand_in_order_of_publication_undated_ones_last(given: Given) -> None:
    given.article("One.", source="No date")
    given.article("Two.", source="Later", published_on=date(2026, 11, 3))
    given.article("Three.", source="First", published_on=date(2026, 11, 1))
    given.article("Four.", source="Later", published_on=date(2026, 11, 4))

    report = made(given)

    assert report.sources == ("First", "Later", "No date")
    assert [article.source for article in report.articles] == ["First", "Later", "Later", "No date"]


def test_an_article_says_what_was_left_out_and_how_to_check_it(given: Given) -> None:
    kept = given.article("One.", dropped=(Dropped(text="Sign up", why="sign-up line"),))

    [article] = made(given).articles

    assert article.sha256 == kept.revision.sha256
    assert article.dropped == (Dropped(text="Sign up", why="sign-up line"),)
    assert [claim.text for claim in article.claims] == ["One."]


def test_a_topic_has_a_cell_for_each_source_and_silence_is_empty(given: Given) -> None:
    pair = given.pair(sources=("Courier", "Herald"))
    given.article("The bridge is blue.", source="Echo")
    given.topic(pair, label="Number of piers")
    given.tag(pair, Relation.CONFLICT)

    report = made(given)

    [topic] = report.topics
    assert [cell.source for cell in topic.cells] == ["Courier", "Herald", "Echo"]
    assert [cell.version for cell in topic.cells] == [1, 2, None]
    assert topic.cells[2].claims == ()
    assert (topic.relation, topic.settled, topic.disputed) == (Relation.CONFLICT, False, False)
    assert report.rows[0].topic == "Number of piers"


def test_a_source_that_differs_from_itself_shows_both_values(given: Given) -> None:
    one, other = given.claims(given.article("Four piers.", "Five piers."))
    given.topic(given.paired(one, other))

    [topic] = made(given).topics

    assert topic.cells[0].versions == (1, 2)
    assert topic.cells[0].value == "value 1 / value 2"


def test_a_conflict_outranks_the_other_tags_of_a_topic(given: Given) -> None:
    pairs = [given.pair("Four piers.", "Five piers."), given.pair("Six piers.", "Six pillars.")]
    given.topic(*pairs)
    given.tag(pairs[0], Relation.CONFLICT)
    given.tag(pairs[1], Relation.AGREE)

    [topic] = made(given).topics

    assert topic.relation is Relation.CONFLICT


def test_the_day_is_that_of_the_newest_thing_in_it(given: Given) -> None:
    pair = given.pair()
    later = NOON + timedelta(days=3)

    assert made(given).made_on == NOON.date()
    given.tag(pair, Relation.AGREE, at=later)
    assert made(given).made_on == later.date()


def test_the_same_data_makes_the_same_report(given: Given) -> None:
    pair = given.pair()
    given.topic(pair)
    given.tag(pair, Relation.CONFLICT, note="One of them.")

    assert made(given) == made(given)


def test_it_takes_as_many_queries_for_many_pairs_as_for_one(given: Given) -> None:
    def queries() -> int:
        seen: list[str] = []
        engine = given.store.connection.engine

        def count(*told: object) -> None:
            seen.append(str(told[2]))

        event.listen(engine, "before_cursor_execute", count)
        made(given)
        event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    given.topic(given.pair())
    few = queries()
    pairs = [given.pair(f"One {n}.", f"Two {n}.") for n in range(20)]
    given.topic(*pairs)

    assert queries() == few
    assert few <= 19


# --- The preview: who may look already ---


def test_a_reviewer_is_asked_first_while_others_know_more(given: Given) -> None:
    tagged, _ = given.pair(), given.pair("The roof is red.", "The roof is green.")
    given.tag(tagged, Relation.AGREE, by=given.reviewer("Bo"))

    page = reporting.preview(given.store, given.reviewer("Ada"), given.case().id, ReportChoices())

    assert page.blind
    assert page.report is None
    assert page.document is None
    assert (page.to_tag, page.hidden) == (2, 1)


def test_the_report_opens_anyway_on_demand(given: Given) -> None:
    given.tag(given.pair(), Relation.AGREE, by=given.reviewer("Bo"))

    page = reporting.preview(given.store, given.reviewer("Ada"), given.case().id,
                             ReportChoices(), anyway=True)

    assert not page.blind
    assert page.report is not None


def test_nobody_is_asked_while_there_is_nothing_to_give_away(given: Given) -> None:
    mine, settled = given.pair(), given.pair("The roof is red.", "The roof is green.")
    given.pair("The river is deep.", "The river is shallow.")
    given.tag(mine, Relation.AGREE)
    given.tag(mine, Relation.AGREE, by=given.reviewer("Bo"))
    given.tag(settled, Relation.AGREE, by=given.reviewer("Bo"))
    given.settlement(settled)

    page = reporting.preview(given.store, given.reviewer("Ada"), given.case().id, ReportChoices())

    assert not page.blind
    assert (page.to_tag, page.hidden) == (1, 0)


def test_a_viewer_has_nothing_to_tag_and_reads_at_once(given: Given) -> None:
    given.tag(given.pair(), Relation.AGREE, by=given.reviewer("Bo"))
    viewer = given.reviewer("Vi", Role.VIEWER)

    page = reporting.preview(given.store, viewer, given.case().id, ReportChoices())

    assert not page.blind


def test_a_format_that_is_not_there_is_not_found(given: Given) -> None:
    with pytest.raises(NotFound):
        reporting.preview(given.store, given.reviewer(), given.case().id, ReportChoices(),
                          form="docx")

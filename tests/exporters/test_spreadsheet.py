import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.domain.pairs import Relation
from app.domain.reports import Report
from app.exporters import EXPORTERS
from app.exporters.spreadsheet import COLUMNS, FORMULA_STARTS, safe
from tests.exporters.naughty import NAUGHTY, texts
from tests.exporters.reports import finer, report, tag

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def rows(made: Report) -> list[dict[str, str]]:
    content = EXPORTERS["csv"].write(made).removeprefix(BYTE_ORDER_MARK).decode()
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


def with_note(note: str) -> Report:
    made = report()
    first = replace(made.rows[0], tags=(tag(note, Relation.CONFLICT, note),), topic=note)
    return replace(made, rows=(first,))


def test_it_is_utf8_with_a_mark_and_lines_end_in_cr_lf() -> None:
    content = EXPORTERS["csv"].write(report())

    assert content.startswith(BYTE_ORDER_MARK)
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 6


def test_the_first_line_names_the_columns_in_their_fixed_order() -> None:
    first = EXPORTERS["csv"].write(report()).removeprefix(BYTE_ORDER_MARK).split(b"\r\n")[0]

    assert first.decode().split(",") == list(COLUMNS)
    assert COLUMNS[:5] == ("pair", "topic", "reason", "relation", "state")


def test_there_is_one_row_for_each_pair_and_it_says_who_says_so() -> None:
    told = {row["pair"]: (row["relation"], row["state"]) for row in rows(report())}

    assert told == {"1": ("conflict", "tagged"), "2": ("agree", "tagged"),
                    "3": ("", "tags differ"), "4": ("related", "settled"),
                    "5": ("", "not reviewed")}


def test_a_row_holds_both_sides_and_what_people_wrote() -> None:
    first = rows(report())[0]

    assert first["first_source"] == "Morning Post"
    assert first["first_published_on"] == "2026-11-19"
    assert first["second_speaker"] == "the clerk"
    assert (first["first_value"], first["second_value"]) == ("9–4", "9 to 3")
    assert first["tags"] == "A: conflict; B: conflict"
    assert first["notes"] == "A: One vote is missing."


@pytest.mark.parametrize("start", sorted(FORMULA_STARTS))
def test_a_cell_that_could_run_is_made_text(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"
    assert rows(with_note(f"{start}1+1"))[0]["topic"] == f"'{start}1+1"


HIDDEN = [" =1", "\u200b=1", "\ufeff=1", "\u00a0-1", "\u202e@x", "\x01+1"]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_invisible_letters_in_front_do_not_help(hidden: str) -> None:
    assert safe(hidden) == f"'{hidden}"


@pytest.mark.parametrize("harmless", ["", " ", "9–4", "a=1", "’=1", "12", "“+1”"])
def test_what_cannot_run_stays_as_it_is(harmless: str) -> None:
    assert safe(harmless) == harmless


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_strings_come_back_but_for_the_mark(text: str) -> None:
    [row] = rows(with_note(text))

    assert row["topic"] in {text, f"'{text}"}
    assert row["topic"] == safe(text)


@settings(deadline=None)
@given(texts())
def test_any_text_comes_back_and_nothing_can_run(text: str) -> None:
    [row] = rows(with_note(text))

    assert row["topic"] == safe(text)
    assert row["topic"].removeprefix("'") == text.removeprefix("'") or row["topic"] == text
    assert all(cell[:1] not in FORMULA_STARTS for cell in row.values() if cell)


def test_a_row_tells_what_its_claims_commit_to_and_whether_they_were_put_right() -> None:
    first = next(row for row in rows(finer()) if row["first_claim_id"] == "1")

    assert first["first_speaker_via"] == "Radio Orby"
    assert (first["first_hedges"], first["first_scope"]) == ("nearly", "all")
    assert (first["first_condition"], first["first_exception"]) == (
        "if it rains", "except on Sundays")
    assert (first["first_corrected"], first["second_corrected"]) == ("yes", "")

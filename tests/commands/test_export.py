import csv
import io
import json
import sqlite3

import pytest

from tests.commands.program import BRIDGE, OTHER_BRIDGE, Program


@pytest.fixture
def filled(program: Program) -> Program:
    """A program with one case of two articles."""
    paths = [program.file("ledger.txt", BRIDGE), program.file("courier.txt", OTHER_BRIDGE)]
    told = program.run("import", *paths, "--case", "Harbour bridge", "--published", "2026-03-02")
    assert told.code == 0, told.wrong
    return program


def test_the_same_data_gives_the_same_bytes_in_every_format(filled: Program) -> None:
    for form in ("html", "csv", "json"):
        one, other = filled.home / f"one.{form}", filled.home / f"other.{form}"

        first = filled.run("export", "Harbour bridge", "--format", form, "--output", one)
        second = filled.run("export", "harbour  BRIDGE", "--output", other)

        assert first.code == second.code == 0, first.wrong + second.wrong
        assert one.read_bytes() == other.read_bytes() != b""


def test_a_file_can_be_read_by_what_it_is_for(filled: Program) -> None:
    for form in ("html", "csv", "json"):
        filled.run("export", "Harbour bridge", "--output", f"r.{form}")

    whole = json.loads((filled.home / "r.json").read_text("utf-8"))
    table = (filled.home / "r.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    page = (filled.home / "r.html").read_text("utf-8")
    assert whole["schema"] == "diptych/1"
    assert [article["file"] for article in whole["articles"]] == ["ledger.txt", "courier.txt"]
    assert rows
    assert "Harbour bridge" in page
    assert "<script" not in page


def test_a_case_that_is_not_there_is_named_and_no_file_appears(filled: Program) -> None:
    told = filled.run("export", "Another bridge", "--output", "r.json")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "case" in told.wrong.lower()
    assert not (filled.home / "r.json").exists()


def test_an_unknown_format_is_answered_with_the_known_ones(filled: Program) -> None:
    told = filled.run("export", "Harbour bridge", "--format", "docx")

    assert told.is_one_sentence_of_regret, told.wrong
    for form in ("html", "csv", "json"):
        assert form in told.wrong


def test_a_folder_that_is_not_there_leaves_nothing_half_written(filled: Program) -> None:
    before = sorted(filled.home.iterdir())

    told = filled.run("export", "Harbour bridge", "--output", "nowhere/r.json")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "nowhere" in told.wrong
    assert sorted(filled.home.iterdir()) == before


def test_an_old_file_stays_whole_when_the_new_one_fails(filled: Program) -> None:
    target = filled.file("r.json", "old")

    told = filled.run("export", "No such case", "--output", target)

    assert told.code == 1
    assert target.read_text() == "old"


def test_without_a_database_the_next_step_is_named(program: Program) -> None:
    told = program.run("export", "Harbour bridge", "--output", "r.json")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "migrate" in told.wrong


def test_a_database_from_a_newer_version_is_refused_and_left_alone(filled: Program) -> None:
    file = filled.data / "diptych.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'of tomorrow'")
    connection.close()
    before = file.read_bytes()

    for arguments in (
        ("export", "Harbour bridge", "--output", "r.json"),
        ("import", "ledger.txt", "--case", "Harbour bridge"),
        ("migrate",),
        ("serve", "--port", "0"),
    ):
        told = filled.run(*arguments)

        assert told.is_one_sentence_of_regret, (arguments, told.wrong)
        assert "newer version" in told.wrong
    assert file.read_bytes() == before

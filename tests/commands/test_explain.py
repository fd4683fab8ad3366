import pytest

from tests.commands.program import BRIDGE, OTHER_BRIDGE, Program

ONE = "The council approved the ordinance unanimously on Tuesday."
OTHER = "The ordinance passed 13–0."


@pytest.fixture
def bridge(program: Program) -> Program:
    """A case of two articles that tell two tallies."""
    texts = [program.file("courier.txt", BRIDGE), program.file("herald.txt", OTHER_BRIDGE)]
    told = program.run("import", *texts, "--case", "Bridge", "--published", "2026-11-18")
    assert told.code == 0, told.wrong
    return program


def test_two_texts_are_explained_without_a_store(program: Program) -> None:
    told = program.run("explain", ONE, OTHER)

    assert told.code == 0, told.wrong
    for part in ("Suggested: agree (strict)", "Findings", "Vote count", "Decides the suggestion",
                 "Normalised values", "unanimous (from “unanimously”)", "Words side by side",
                 "Fits [1]", "Why these two meet"):
        assert part in told.out
    assert not program.data.exists()


def test_a_pair_is_explained_with_its_keys_and_its_event(bridge: Program) -> None:
    told = bridge.run("explain", "1", "--case", "bridge")

    assert told.code == 0, told.wrong
    assert told.out.startswith("Pair 1 of “Bridge”")
    assert "Same event: " in told.out
    assert "Courier" in told.out
    assert " claims\n" in told.out


def test_the_case_need_not_be_named_where_only_one_has_the_pair(bridge: Program) -> None:
    assert bridge.run("explain", "Pair 1").out == bridge.run("explain", "1").out != ""


def test_the_text_is_a_hundred_columns_wide_at_most(bridge: Program) -> None:
    long = "The council approved the ordinance unanimously on Tuesday, and " * 20

    for told in (bridge.run("explain", "1"), bridge.run("explain", long, OTHER)):
        assert max(len(line) for line in told.out.splitlines()) <= 100


@pytest.mark.parametrize("arguments", [
    ("999",), ("1", "--case", "Nowhere"), ("999", "--case", "Bridge"), ("9" * 30,), ("a text",),
], ids=["no pair", "no case", "no pair in it", "a number too large", "one text"])
def test_what_is_not_there_is_one_sentence(bridge: Program, arguments: tuple[str, ...]) -> None:
    told = bridge.run("explain", *arguments)

    assert told.is_one_sentence_of_regret, told.wrong
    assert told.out == ""


def test_two_cases_with_the_same_number_are_named(bridge: Program) -> None:
    texts = [bridge.file("one.txt", BRIDGE + "\nMore."), bridge.file("two.txt", OTHER_BRIDGE)]
    bridge.run("import", *texts, "--case", "Second bridge", "--published", "2026-11-18")

    told = bridge.run("explain", "1")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "“Bridge” and “Second bridge”" in told.wrong


def test_it_loads_no_server_and_no_database_for_texts(program: Program) -> None:
    told = program.run("explain", ONE, OTHER, PYTHONPROFILEIMPORTTIME="1")

    for heavy in ("sqlalchemy", "fastapi", "pydantic_settings", "jinja2", "uvicorn"):
        assert f" {heavy}\n" not in told.wrong

import pytest

from tests.commands.program import BRIDGE, OTHER_BRIDGE, Program


def test_articles_come_in_and_are_counted(program: Program) -> None:
    one = program.file("ledger.txt", BRIDGE)
    other = program.file("courier.txt", OTHER_BRIDGE)

    told = program.run("import", one, other, "--case", "Harbour bridge")

    assert told.code == 0, told.wrong
    assert "ledger.txt: " in told.out
    assert "claims" in told.out
    assert "2 articles added to “Harbour bridge”." in told.out


def test_what_came_in_once_is_known_the_second_time(program: Program) -> None:
    one = program.file("ledger.txt", BRIDGE)
    other = program.file("courier.txt", OTHER_BRIDGE)
    program.run("import", one, "--case", "Harbour bridge")

    both = program.run("import", one, other, "--case", "Harbour bridge")
    again = program.run("import", one, other, "--case", "Harbour bridge")

    assert both.code == 0, both.wrong
    assert "ledger.txt" in both.wrong
    assert "1 article added" in both.out
    assert again.code == 1
    assert "0 articles added" in again.out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"Some words\0and more words", "NUL"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 200)), "picture"),
        (bytes(range(1, 256)) * 40, "text"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"A council said so. " * 3_160_000, "60"),
    ],
    ids=["empty", "blank", "nul", "picture", "not text", "pdf", "60 MB"],
)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(
    program: Program, content: bytes, reason: str
) -> None:
    good = program.file("good.txt", BRIDGE)
    bad = program.file("bad.txt", content)

    told = program.run("import", good, bad, "--case", "Harbour bridge")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "bad.txt" in told.wrong
    assert reason in told.wrong
    assert not program.data.exists()


def test_text_in_an_older_encoding_comes_in_as_it_was_meant(program: Program) -> None:
    text = BRIDGE.replace("The city council", "Councillor José Núñez said the city council")
    old = program.file("old.txt", text.encode("cp1252"))

    brought = program.run("import", old, "--case", "Harbour bridge")
    program.run("export", "Harbour bridge", "--output", "report.json")

    assert brought.code == 0, brought.wrong
    assert "José Núñez" in (program.home / "report.json").read_text("utf-8")


def test_a_file_that_is_not_there_is_named(program: Program) -> None:
    told = program.run("import", "nowhere.txt", "--case", "Harbour bridge")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "nowhere.txt" in told.wrong
    assert not program.data.exists()


def test_a_folder_is_answered_with_how_to_name_its_files(program: Program) -> None:
    told = program.run("import", program.home, "--case", "Harbour bridge")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "*.txt" in told.wrong


def test_a_case_without_a_name_is_refused_and_nothing_is_kept(program: Program) -> None:
    one = program.file("ledger.txt", BRIDGE)

    told = program.run("import", one, "--case", "  ")
    export = program.run("export", " ", "--output", "r.json")

    assert told.is_one_sentence_of_regret, told.wrong
    assert "name" in told.wrong
    assert export.code == 1


def test_a_data_folder_that_cannot_be_written_is_named(program: Program) -> None:
    one = program.file("ledger.txt", BRIDGE)
    blocked = program.file("blocked", "a file where a folder should be")

    told = program.run(
        "import", one, "--case", "Harbour bridge", DIPTYCH_DATA=str(blocked / "data")
    )

    assert told.is_one_sentence_of_regret, told.wrong
    assert str(blocked) in told.wrong

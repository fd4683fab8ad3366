from app import __version__
from tests.commands.program import BRIDGE, Program


def test_a_new_installation_is_well(program: Program) -> None:
    told = program.run("doctor")

    assert told.code == 0, told.out
    assert "wrong" not in told.out
    assert not program.data.exists()


def test_a_database_in_use_is_named(program: Program) -> None:
    program.run("import", program.file("a.txt", BRIDGE), "--case", "Harbour bridge")

    told = program.run("doctor")

    assert told.code == 0, told.out
    assert str(program.data / "diptych.sqlite3") in told.out


def test_a_folder_that_others_can_read_is_wrong(program: Program) -> None:
    program.data.mkdir(mode=0o755)
    program.data.chmod(0o755)

    told = program.run("doctor")

    assert told.code == 1
    assert "chmod 700" in told.out


def test_a_damaged_database_is_wrong(program: Program) -> None:
    program.data.mkdir(mode=0o700)
    (program.data / "diptych.sqlite3").write_bytes(b"no database at all " * 100)

    told = program.run("doctor")

    assert told.code == 1
    assert "damaged" in told.out


def test_migrate_makes_a_database_and_says_where(program: Program) -> None:
    told = program.run("migrate")

    assert told.code == 0, told.wrong
    assert str(program.data / "diptych.sqlite3") in told.out
    assert (program.data / "diptych.sqlite3").stat().st_mode & 0o077 == 0


def test_the_version_is_told(program: Program) -> None:
    assert program.run("--version").out.strip() == f"Diptych {__version__}"

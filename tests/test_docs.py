"""The documents name what there is, and what they name is there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer.main

from app.__main__ import program
from app.engine.comparators import COMPARATORS
from app.exporters import EXPORTERS
from app.settings import Settings
from tests.journeys.pages import PAGES

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_explained(name: str) -> None:
    assert f"`DIPTYCH_{name.upper()}`" in text("docs/operating.md")


def test_no_setting_is_explained_that_is_not_there() -> None:
    told = set(re.findall(r"`DIPTYCH_([A-Z_]+)`", text("docs/operating.md")))

    assert told == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("command", program.registered_commands, ids=lambda one: one.name)
def test_every_command_and_option_is_explained(command: typer.models.CommandInfo) -> None:
    told = text("docs/operating.md")
    options = [
        option
        for parameter in typer.main.get_command_from_info(
            command, pretty_exceptions_short=True, rich_markup_mode=None
        ).params
        for option in parameter.opts
        if option.startswith("--") and option not in {"--help", "--data", "--database-url"}
    ]

    assert f"`./diptych {command.name}" in told
    for option in options:
        assert option in told


@pytest.mark.parametrize("reason", COMPARATORS)
def test_every_comparator_is_explained(reason: str) -> None:
    assert f"`{reason}`" in text("docs/engine.md")


@pytest.mark.parametrize("form", EXPORTERS)
def test_every_export_format_is_explained(form: str) -> None:
    assert f"| {form} |" in text("docs/reviewing.md")


def test_every_file_format_is_explained() -> None:
    formats = {path.stem for path in (ROOT / "app/intake/files").glob("[a-z]*.py")}
    told = {"text": "Plain text (`.txt`)"}

    assert formats == set(told)
    for words in told.values():
        assert words in text("docs/operating.md")


def test_every_room_has_its_place_in_the_picture() -> None:
    rooms = {path.stem for path in (ROOT / "app").iterdir() if path.suffix == ".py"} | {
        path.name for path in (ROOT / "app").iterdir() if (path / "__init__.py").exists()
    }
    told = text("docs/architecture.md")

    assert [room for room in sorted(rooms - {"__init__"}) if f"`{room}`" not in told] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = [unquote(found[0]) for found in LINK.findall(path.read_text("utf-8"))]
    broken = [
        link for link in links if "://" not in link and not (path.parent / link).exists()
    ]

    assert broken == []


def test_decisions_are_numbered_and_complete() -> None:
    decisions = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))

    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        for part in ("Status:", "## Context", "## Decision", "## Consequences"):
            assert part in path.read_text("utf-8"), path


def test_the_two_first_commands_of_the_readme_are_the_two_to_start_with() -> None:
    commands = re.findall(r"^    (\./diptych .*)$", text("README.md"), re.MULTILINE)

    assert commands[:2] == ["./diptych demo", "./diptych test"]


def test_every_page_has_a_route_of_its_own_to_be_looked_at() -> None:
    assert len(set(PAGES.values())) == len(PAGES)


def test_the_changelog_knows_this_version_or_what_comes_next() -> None:
    assert re.search(r"^## \[Unreleased\]$", text("CHANGELOG.md"), re.MULTILINE)

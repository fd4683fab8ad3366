"""The house keeps its own rules: rooms, sizes, names."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
VAGUE = {"utils", "helpers", "common", "manager", "handler", "data", "info", "misc"}
STRICT = {"frozen=True", "slots=True", "kw_only=True"}
MODULES = sorted((ROOT / "app").rglob("*.py"))
WRITTEN = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_rooms_import_downwards_only() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("path", WRITTEN, ids=relative)
def test_a_module_fits_in_one_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_no_module_has_a_name_that_says_nothing() -> None:
    allowed = {"app/exporters/data.py"}  # the JSON exporter: what it writes is data
    vague = [relative(path) for path in WRITTEN if VAGUE & set(re.split(r"[_.]", path.name))]

    assert set(vague) <= allowed


def test_domain_values_are_frozen_and_named_when_made() -> None:
    loose = [
        f"{relative(path)}: {node.name}"
        for path in MODULES
        if path.is_relative_to(ROOT / "app" / "domain")
        or path.is_relative_to(ROOT / "app" / "services" / "pages")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        for decorator in map(ast.unparse, node.decorator_list)
        if decorator.startswith("dataclass")
        and STRICT - set(re.findall(r"\w+=\w+", decorator))
    ]

    assert loose == []


def test_only_the_edges_look_at_the_clock() -> None:
    edges = ("app/main.py", "app/work.py", "app/commands/", "app/web/")
    asked = re.compile(r"\bdatetime\.now\(|\butcnow\(|\bdate\.today\(|\btime\.time\(")
    looking = [relative(path) for path in MODULES if asked.search(path.read_text("utf-8"))]

    assert [path for path in looking if not path.startswith(edges)] == []


def test_routes_are_plain_functions() -> None:
    coloured = [
        f"{relative(path)}: {node.name}"
        for path in MODULES
        if path.is_relative_to(ROOT / "app" / "web" / "routes")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.AsyncFunctionDef)
    ]

    assert coloured == []


def test_migrations_import_nothing_from_the_program() -> None:
    versions = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    leaning = [relative(path) for path in versions if re.search(r"\bapp\b[. ]", _imports(path))]

    assert versions
    assert leaning == []


def _imports(path: Path) -> str:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return "\n".join(ast.unparse(n) for n in nodes if isinstance(n, ast.Import | ast.ImportFrom))


def test_no_lock_names_an_address() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text("utf-8")

        assert "://" not in text
        assert "index-url" not in text


def test_test_and_run_locks_pin_the_same_versions() -> None:
    pin = re.compile(r"^[\w.-]+==\S+", re.MULTILINE)
    run, test = (
        set(pin.findall((ROOT / "requirements" / lock).read_text("utf-8")))
        for lock in ("run.lock", "test.lock")
    )

    assert run
    assert run <= test

"""The house's own rules: names, rooms, requirements, and what may not stand in the tree."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("pages", "charts", "exports", "uploads", "views", "analysis", "queries", "words")
SOURCES = sorted(
    file for room in (*ROOMS, "sample_data", "benchmarks") for file in (ROOT / room).rglob("*.py")
)


def test_rooms_import_downward_only() -> None:
    answer = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout


def test_the_server_imports_only_pages_and_the_store() -> None:
    tree = ast.parse((ROOT / "app.py").read_text("utf-8"))
    ours = {
        node.module.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
    } & {*ROOMS, "sample_data"}
    assert ours <= {"pages", "queries"}


def test_no_page_is_named_like_a_room_or_a_standard_module() -> None:
    """pages/ is first on the path when the app runs: a page of that name would hide it."""
    taken = {*ROOMS, "sample_data", *sys.stdlib_module_names}
    names = {file.stem for file in (ROOT / "pages").glob("*.py")}
    names |= {folder.name for folder in (ROOT / "pages").iterdir() if folder.is_dir()}
    assert names.isdisjoint(taken)


def test_pages_stay_under_a_hundred_lines() -> None:
    long = {
        file.name: n
        for file in (ROOT / "pages").glob("*.py")
        if (n := len(file.read_text("utf-8").splitlines())) > 100
    }
    assert long == {}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_says_what_it_is(file: Path) -> None:
    if file.name != "__init__.py":
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), "no docstring"


def test_every_requirement_is_pinned_exactly() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert all(re.match(r"^[\w.\[\]-]+==[\w.]+( ;.*)?$", line) for line in wanted)


def test_the_requirements_name_what_was_asked_for() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    asked = ("streamlit", "pandas", "plotly", "scikit-learn", "duckdb", "kmodes", "pytest")
    assert all(f"\n{name}==" in f"\n{text}" for name in asked)

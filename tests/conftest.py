"""Databases for tests: small ones made on the spot, and the sample union built once a run."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from queries import store
from queries.building import building
from sample_data import build

AS_OF = date(2026, 10, 31)


@pytest.fixture(autouse=True)
def key_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A secret of the tests' own: none is ever drawn in the user's folder."""
    file = tmp_path_factory.getbasetemp() / "key"
    monkeypatch.setenv("UNION_KEY", str(file))
    return file


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample union's database, built once from the shipped files."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    build.from_files(path)
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> store.Store:
    """A copy of the sample union that a test may change."""
    path = tmp_path / "sample.duckdb"
    path.write_bytes(sample_file.read_bytes())
    opened = store.Store(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_to_read(sample_file: Path) -> store.Store:
    """The sample union, for tests that change nothing."""
    opened = store.Store(sample_file)
    yield opened
    opened.close()


@pytest.fixture
def union(tmp_path: Path) -> store.Store:
    """Four people: a member, one in notice, one who came back, one who left long ago."""
    path = tmp_path / "union.duckdb"
    with building(path, as_of=AS_OF, is_sample=False, union_name="Test") as build_here:
        build_here.insert(
            "member",
            pd.DataFrame(
                {
                    "member_id": [1, 2, 3, 4],
                    "birth_year": [1980, 2003, 1950, 1970],
                    "sector": ["state", "state", "industry", "industry"],
                }
            ),
        )
        build_here.insert(
            "spell",
            pd.DataFrame(
                {
                    "member_id": [1, 2, 3, 3, 4],
                    "spell_no": [1, 1, 1, 2, 1],
                    "started_on": [
                        date(2020, 1, 1),
                        date(2025, 11, 15),
                        date(2015, 1, 1),
                        date(2026, 3, 1),
                        date(2010, 1, 1),
                    ],
                    "ended_on": [None, date(2026, 12, 1), date(2022, 1, 1), None, date(2020, 1, 1)],
                }
            ),
        )
    opened = store.Store(path)
    yield opened
    opened.close()

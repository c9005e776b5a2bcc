"""Which database a session reads, and when the sample is built again."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from pages.parts import databases
from queries.imports import ImportFile, importing
from queries.location import location
from queries.store import open_store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    return tmp_path


def test_a_folder_holds_both_databases(folder: Path) -> None:
    assert (location().sample, location().own) == (
        folder / "sample.duckdb",
        folder / "own.duckdb",
    )


def test_a_file_is_opened_first_with_the_own_one_beside_it(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("UNION_DB", str(tmp_path / "large.duckdb"))
    assert location().sample.name == "large.duckdb"
    assert location().own == tmp_path / "own.duckdb"


def test_a_missing_sample_is_built(folder: Path) -> None:
    assert not databases._is_current(folder / "sample.duckdb")
    databases._build(folder / "sample.duckdb", lambda _fraction, _stage: None)
    assert databases._is_current(folder / "sample.duckdb")


def test_a_sample_from_other_files_is_built_again(folder: Path, sample_file: Path) -> None:
    shutil.copy(sample_file, folder / "sample.duckdb")
    (folder / "sample.stamp").write_text("of other files")
    assert not databases._is_current(folder / "sample.duckdb")


def test_a_database_put_there_by_hand_is_left_alone(folder: Path, sample_file: Path) -> None:
    shutil.copy(sample_file, folder / "sample.duckdb")
    assert databases._is_current(folder / "sample.duckdb")


def test_a_sample_that_somebody_imported_into_is_left_alone(
    folder: Path, sample_file: Path
) -> None:
    shutil.copy(sample_file, folder / "sample.duckdb")
    (folder / "sample.stamp").write_text("of other files")
    file = ImportFile("k.csv", "0" * 64, "kano", "tester", 1, 1, 0)
    with importing(open_store(folder / "sample.duckdb"), file) as transaction:
        transaction.insert(
            "survey", pd.DataFrame({"survey_id": ["x"], "kind": ["kano"], "label": ["X"]})
        )
    assert databases._is_current(folder / "sample.duckdb")

"""The sample union as a database: from the shipped files, or drawn anew at any size."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pandas as pd

from queries.building import Build, building
from sample_data.catalogue import benefit_table
from sample_data.contacts import campaign_arm_table, campaign_table
from sample_data.files import FOLDER, SEED, survey_sheets, table_files
from sample_data.history import History, history
from sample_data.places import branch_table
from sample_data.rules import contact_rule_table, exit_reason_table, rejoin_rule_table
from sample_data.sizes import chunks
from sample_data.survey_tables import survey_tables
from sample_data.surveys import survey_files
from sample_data.tables import chunk_tables

AS_OF = date(2026, 10, 31)
UNION = "Forbundet Eksempel"
TABLES_A_CHUNK = 15
FILLED = 0.75  # of the progress; the rest is the store's
Progress = Callable[[float, str], None]


def from_files(path: Path, progress: Progress | None = None, folder: Path = FOLDER) -> None:
    """Build the database from the shipped files.

    Parameters
    ----------
    path : pathlib.Path
        Where the database will be.
    progress : callable, optional
        ``progress(fraction, code)``; the code is a table's name or the store's own.
    folder : pathlib.Path
        The files.
    """
    files = table_files(folder)
    with _building(path, progress) as build:
        _insert_rules(build)
        for number, file in enumerate(files):
            _say(progress, FILLED * number / len(files), file.stem)
            build.load(file.stem, file)
        for survey, sheet in survey_sheets(folder):
            _insert(build, survey_tables(survey, sheet))


def generate(path: Path, members: int, seed: int = SEED, progress: Progress | None = None) -> None:
    """Draw a union of any size straight into a database, a chunk of people at a time.

    Parameters
    ----------
    path : pathlib.Path
        Where the database will be.
    members : int
        People ever a member.
    seed : int
        Of the union; the shipped files' seed and size give the shipped union.
    progress : callable, optional
        ``progress(fraction, code)``.
    """
    sizes = chunks(members)
    with _building(path, progress) as build:
        _insert_rules(build)
        for chunk, people in enumerate(sizes):
            _say(progress, FILLED * chunk / len(sizes), "history")
            drawn = history(seed, chunk, people)
            for number, (table, frame) in enumerate(chunk_tables(drawn)):
                _say(progress, FILLED * (chunk + number / TABLES_A_CHUNK) / len(sizes), table)
                build.insert(table, frame)
            if chunk == 0:
                _insert_surveys(build, drawn)


def _building(path: Path, progress: Progress | None) -> AbstractContextManager[Build]:
    return building(path, as_of=AS_OF, is_sample=True, union_name=UNION, progress=progress)


def _insert_rules(build: Build) -> None:
    """Fill the tables that don't depend on chance."""
    rules = {
        "branch": branch_table(),
        "benefit": benefit_table(),
        "exit_reason": exit_reason_table(),
        "rejoin_rule": rejoin_rule_table(),
        "contact_rule": contact_rule_table(),
        "campaign": campaign_table(),
        "campaign_arm": campaign_arm_table(),
    }
    _insert(build, iter(rules.items()))


def _insert_surveys(build: Build, drawn: History) -> None:
    for survey, sheet, _ in survey_files(drawn):
        _insert(build, survey_tables(survey, sheet))


def _insert(build: Build, tables: Iterator[tuple[str, pd.DataFrame]]) -> None:
    for table, frame in tables:
        build.insert(table, frame)


def _say(progress: Progress | None, fraction: float, code: str) -> None:
    if progress:
        progress(fraction, code)

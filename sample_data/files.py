"""The shipped files: what of the sample union is drawn once and then only read."""

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from sample_data.history import history
from sample_data.respondents import SURVEYS, Survey
from sample_data.sizes import PEOPLE
from sample_data.surveys import survey_files
from sample_data.tables import chunk_tables
from sample_data.truth import truth

FOLDER = Path(__file__).parent / "files"
SEED = 2026
TIMESTAMPS = ("randomised_at", "answered_at")
Progress = Callable[[float, str], None]


def write_files(
    folder: Path = FOLDER, people: int = PEOPLE, seed: int = SEED, progress: Progress | None = None
) -> None:
    """Draw the union and write its files; the same seed gives the same content.

    Parameters
    ----------
    folder : pathlib.Path
        Where to; files of the same names are replaced.
    people, seed : int
        Size and seed of the union.
    progress : callable, optional
        ``progress(fraction, code)``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn = history(seed, 0, people)
    for number, (table, frame) in enumerate(chunk_tables(drawn)):
        _write_parquet(folder / f"{table}.parquet", frame)
        if progress:
            progress(0.05 * number, table)
    respondents = {}
    for survey, file, asked in survey_files(drawn):
        _write_csv(folder / f"{survey.survey_id}.csv", file)
        respondents[survey.kind] = asked
    planted = json.dumps(truth(drawn, respondents["needs"]), ensure_ascii=False, indent=1)
    (folder / "truth.json").write_text(planted + "\n", encoding="utf-8")
    if progress:
        progress(1.0, "files")


def survey_sheets(folder: Path = FOLDER) -> Iterator[tuple[Survey, pd.DataFrame]]:
    """Read the surveys' files, all as text."""
    for survey in SURVEYS:
        file = folder / f"{survey.survey_id}.csv"
        yield (
            survey,
            pd.read_csv(file, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig"),
        )


def table_files(folder: Path = FOLDER) -> list[Path]:
    """Return the Parquet files, one a table and named after it."""
    return sorted(folder.glob("*.parquet"))


@cache
def files_hash(folder: Path = FOLDER) -> str:
    """Return a hash of the shipped files: a database built from others is out of date."""
    digest = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _write_csv(file: Path, frame: pd.DataFrame) -> None:
    frame.to_csv(file, sep=";", index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _write_parquet(file: Path, frame: pd.DataFrame) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata()
    for number, field in enumerate(table.schema):
        is_day = pa.types.is_timestamp(field.type) and not _has_time(file.stem, field.name)
        if is_day:
            table = table.set_column(number, field.name, table.column(number).cast(pa.date32()))
    pq.write_table(table, file, compression="zstd", compression_level=12)


def _has_time(table: str, column: str) -> bool:
    return column in TIMESTAMPS or (table, column) == ("contact", "at")

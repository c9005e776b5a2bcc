"""Who answered which row: the ids of a survey's respondents."""

import pandas as pd

from uploads.problems import Problems
from uploads.text import blank_cells
from uploads.understood import Understood

DAMAGED_ID = r"\d(?:[.,]\d+)?[eE]\+\d+"


def identified(understood: Understood, problems: Problems) -> pd.Series:
    """Return the respondent's id of each row that has a usable one, by line.

    A wide file's rows without an id go by their line; an id that a spreadsheet cut short, or
    that two rows share, names nobody, and all its rows are reported.
    """
    rows = understood.table.frame
    column = understood.column("respondent_id")
    if column is None:
        problems.add("no_id_column")
        return pd.Series([f"line {line}" for line in rows.index], rows.index, dtype="str")
    ids = rows[column].str.strip()
    damaged = ids.str.fullmatch(DAMAGED_ID)
    ids = _without(ids, damaged, "damaged_id", column, problems)
    if understood.layout == "long":
        return _without(ids, blank_cells(ids), "missing_id", column, problems)
    blank = blank_cells(ids)
    for line in ids.index[blank]:
        problems.add("line_as_id", line, column)
    ids = ids.mask(blank, pd.Series([f"line {line}" for line in ids.index], ids.index, dtype="str"))
    return _without(ids, ids.duplicated(keep=False), "duplicate_respondent", column, problems)


def _without(
    ids: pd.Series, bad: pd.Series, code: str, column: str, problems: Problems
) -> pd.Series:
    bad = bad.astype(bool)
    for line, text in ids[bad].items():
        problems.add(code, line, column, "row", example=text)
    return ids[~bad]

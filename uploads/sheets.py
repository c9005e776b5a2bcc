"""Workbooks and SPSS files, read by a child process with bounded memory and time.

A workbook of a few kilobytes can take gigabytes to open; the child may die of it, and the server
stays up.
"""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field

from uploads.choices import Choices
from uploads.limits import COLUMNS, ROWS, UNZIPPED_BYTES
from uploads.lines import cleaned
from uploads.other_formats import Form
from uploads.problems import Problems, Question, Refused
from uploads.records import Record

SECONDS = 120


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet as text.

    Attributes
    ----------
    records : list of Record
        By the row numbers that the sheet itself shows.
    name : str
        Of the sheet; empty for SPSS.
    wording : dict of str to str
        SPSS's labels of variables.
    questions : tuple of Question
        Which sheet, where there are several.
    """

    records: list[Record]
    name: str
    wording: dict[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


def read_sheet(data: bytes, form: Form, choices: Choices, problems: Problems) -> Sheet:
    """Read a workbook's sheet, or SPSS.

    Parameters
    ----------
    data : bytes
        The whole file.
    form : {"workbook", "spss"}
        Which of them it is.
    choices : Choices
        Which sheet, where the user said so.
    problems : Problems
        Takes what was noticed.

    Raises
    ------
    Refused
        ``unzips_too_large``, ``damaged_workbook``, ``damaged_spss``, ``workbook_too_large`` (the
        child ran out of memory or time), ``empty``.
    """
    if form == "workbook":
        refuse_bombs(data)
    found = _child(data, form, choices.answers.get("sheet", ""))
    problems.add("is_workbook" if form == "workbook" else "is_spss", sheet=found["sheet"])
    if found["hidden"]:
        problems.add("hidden_sheets", sheets=tuple(found["hidden"]))
    if found["far"]:
        problems.add("far_cells", limit=COLUMNS, rows=ROWS)
    if not found["rows"]:
        raise Refused("empty")
    questions = _which(found)
    width = max(len(cells) for _, cells in found["rows"])
    blank = [""] * width
    records = [
        Record(line, [*(cleaned(cell, line, problems) for cell in cells), *blank[len(cells) :]])
        for line, cells in found["rows"]
    ]
    return Sheet(records, found["sheet"] or "", found["wording"], questions)


def refuse_bombs(data: bytes) -> None:
    """Stop before a zip is opened that would fill the memory.

    Raises
    ------
    Refused
        ``unzips_too_large``, ``damaged_archive``.
    """
    try:
        total = sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("damaged_archive") from error
    if total > UNZIPPED_BYTES:
        raise Refused("unzips_too_large", megabytes=total >> 20, limit=UNZIPPED_BYTES >> 20)


def _child(data: bytes, form: Form, sheet: str) -> dict:
    command = [sys.executable, "-m", "uploads.sheet_child", form, sheet, str(ROWS), str(COLUMNS)]
    try:
        run = subprocess.run(  # noqa: S603  our own module; the file goes in by its standard input
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("workbook_too_large") from error
    if run.returncode == 0:
        return json.loads(run.stdout)
    if run.returncode == 3:
        raise Refused("damaged_workbook" if form == "workbook" else "damaged_spss")
    raise Refused("workbook_too_large")


def _which(found: dict) -> tuple[Question, ...]:
    """Ask for the sheet where more than one holds a table."""
    if len(found["sheets"]) < 2:
        return ()
    facts = {"sheets": tuple(found["sheets"])}
    default = found["sheet"] if found["only_table"] else None
    return (Question("sheet", tuple(found["sheets"]), default, facts),)

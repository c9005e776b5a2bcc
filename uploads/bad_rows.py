"""The rows of a file that could not be stored, in the shape they came, each with its reasons.

The user mends them and uploads only those: the two columns of reasons are left out on the way back
in, and so is the apostrophe before what a spreadsheet would take for a formula.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO

from uploads.archive import file_in
from uploads.choices import Choices
from uploads.encoding import encoding_of
from uploads.lines import Lines
from uploads.other_formats import form_of
from uploads.problems import Problem, Problems
from uploads.reasons import LINE, REASON, led
from uploads.records import records
from uploads.sheets import read_sheet
from uploads.table import Table
from words.language import Language
from words.problems import cure, what


def bad_rows(
    data: bytes,
    table: Table,
    problems: tuple[Problem, ...],
    language: Language,
) -> bytes | None:
    """Write the reported rows again, or None where there are none.

    Parameters
    ----------
    data : bytes
        The file as it came.
    table : Table
        How it was read: the same delimiter and encoding are used.
    problems : tuple of Problem
        All there is to say; those that keep rows out are written.
    language : Language
        Of the reasons.
    """
    reasons: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.effect == "row":
            for line in problem.lines:
                reasons[line].append(_reason(problem, language))
    if not reasons:
        return None
    text = StringIO()
    writer = csv.writer(text, delimiter=table.delimiter or ";", lineterminator="\r\n")
    for line, cells in _cells(data, table):
        if line == table.header_line:
            writer.writerow([*map(led, cells), LINE, REASON])
        elif line in reasons:
            writer.writerow([*map(led, cells), str(line), " ".join(reasons[line])])
    encoding = table.encoding if table.encoding == "cp1252" else "utf-8-sig"
    return text.getvalue().encode(encoding, "replace")


def _cells(data: bytes, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield every record of a file with its line, read again as it came."""
    said, form = Problems(), form_of(data)
    if form in ("workbook", "spss"):
        choices = Choices(answers={"sheet": table.part})
        rows = iter(read_sheet(data, form, choices, said).records)
    else:
        text = file_in(data, table.part) if form == "archive" else data
        rows = records(Lines(text, encoding_of(text, said), said), table.delimiter)
    return ((record.line, record.cells) for record in rows)


def _reason(problem: Problem, language: Language) -> str:
    said = f"{what(language, problem.code, problem.facts)}"
    said += f" {cure(language, problem.code, problem.facts)}"
    return f"{problem.column}: {said}".strip() if problem.column else said.strip()

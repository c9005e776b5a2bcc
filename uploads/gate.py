"""The way in: the bytes of a file become a text table, and every row is kept or reported."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

import pandas as pd

from uploads.archive import read_archive
from uploads.body import Body
from uploads.choices import NO_CHOICES, Choices
from uploads.delimiter import delimiter_of, said_delimiter
from uploads.encoding import encoding_of
from uploads.header import SEARCHED, Header, header_of
from uploads.layouts import layout_of
from uploads.limits import FILE_BYTES
from uploads.lines import Lines
from uploads.other_formats import Form, form_of, refuse_other_formats
from uploads.plain import Piece, rows
from uploads.problems import Problems, Question, Refused
from uploads.reasons import without_reasons
from uploads.records import Record, records
from uploads.sheets import read_sheet
from uploads.table import Table
from uploads.text import is_blank, key

TOTALS = frozenset(
    {"total", "totals", "grand total", "i alt", "ialt", "sum", "samlet", "totalt", "totaal"}
    | {"gesamt", "summe", "total:", "i alt:", "sum:", "totalt:", "totaal:"}
)
_WHY_LINES_LOOK_MERGED = "swallowed_rows"


def read(data: bytes, choices: Choices = NO_CHOICES) -> Table:
    """Read a file into a text table: CSV, a workbook, SPSS, or a zip of CSVs.

    Parameters
    ----------
    data : bytes
        The whole file.
    choices : Choices
        What the user decided about it.

    Returns
    -------
    Table
        The rows that fit the header; what does not is among its problems, by line.

    Raises
    ------
    Refused
        When the file is no table, breaks off its quotes, or passes a limit.
    """
    if len(data) > FILE_BYTES:
        raise Refused("too_many_bytes", megabytes=FILE_BYTES >> 20)
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise Refused("empty")
    form = form_of(data)
    if form == "archive":
        return read_archive(data, choices, read)
    if form != "text":
        return _sheet(data, form, choices)
    return _text(data, choices)


def _text(data: bytes, choices: Choices) -> Table:
    refuse_other_formats(data)
    problems = Problems()
    encoding = encoding_of(data, problems)
    delimiter, skipped = _delimiter(data, encoding, choices)
    if skipped:
        problems.add("delimiter_said", 1)
    lines = Lines(data, encoding, problems)
    head = list(islice(records(lines, delimiter), skipped, skipped + SEARCHED))
    table = _table(head, partial(rows, lines, delimiter), delimiter, choices, problems)
    return _settled(replace(table, encoding=encoding), choices, problems)


def _sheet(data: bytes, form: Form, choices: Choices) -> Table:
    """Read a workbook's sheet, or SPSS; numbers in it are written with a point."""
    problems = Problems()
    sheet = read_sheet(data, form, choices, problems)
    head, rest = sheet.records[:SEARCHED], sheet.records[SEARCHED:]
    table = _table(head, lambda _width: iter(rest), ",", choices, problems)
    wording = {name: text for name, text in sheet.wording.items() if name in table.frame}
    table = replace(
        table,
        encoding=form,
        part=sheet.name,
        wording=table.wording | wording,
        questions=sheet.questions + table.questions,
    )
    return _settled(table, choices, problems)


def _delimiter(data: bytes, encoding: str, choices: Choices) -> tuple[str, int]:
    """Return the delimiter, and how many lines at the top did no more than say it."""
    first = list(islice(Lines(data, encoding, Problems()), SEARCHED * 4))
    if not first:
        raise Refused("empty")
    said = said_delimiter(first[0])
    return choices.delimiter or said or delimiter_of(first), int(said is not None)


def _table(
    head: list[Record],
    rest: Callable[[int], Iterator[Record | Piece]],
    delimiter: str,
    choices: Choices,
    problems: Problems,
) -> Table:
    found, questions = header_of(head, choices)
    layout = layout_of(head, found)
    header = layout.header
    if layout.tool:
        problems.add(f"read_as_{layout.tool}")
    for name, places in sorted(header.repeated.items()):
        problems.add("repeated_name", header.line, name, columns=places)
    body = Body(header.names, delimiter, problems)
    titles = 0
    for record in head:
        if record.line > layout.last:
            body.add(record)
        elif record.line < header.line:
            titles += 1
            problems.add("title_line", record.line, effect="row", header=header.line)
    for more in rest(len(header.names)):
        if isinstance(more, Piece):
            body.add_piece(more)
        else:
            body.add(more)
    if body.rows == 0:
        raise Refused("no_rows")
    frame = _without_blank_columns(body.frame(), header, problems)
    frame = without_reasons(frame)
    if body.swallowed:
        facts = {"lines": tuple(body.swallowed)}
        questions += (Question(_WHY_LINES_LOOK_MERGED, ("one_cell",), facts=facts),)
    rows_in = titles + body.rows
    return Table(
        frame,
        rows_in,
        header.line,
        "",
        delimiter,
        repeated=frozenset(header.repeated),
        questions=questions,
        tool=layout.tool,
        wording=layout.wording,
    )


def _without_blank_columns(frame: pd.DataFrame, header: Header, problems: Problems) -> pd.DataFrame:
    """Drop columns without a name or a value; say which have values and no name."""
    for name in header.names:
        if name in header.unnamed:
            blank = bool(frame[name].map(is_blank).all())
            number = header.names.index(name) + 1
            if header.line:
                problems.add("blank_column" if blank else "unnamed_column", column_number=number)
            frame = frame.drop(columns=name) if blank else frame
    return frame


def _settled(table: Table, choices: Choices, problems: Problems) -> Table:
    """Ask about what reads well and may still be wrong: a total row, damaged letters."""
    questions = list(table.questions)
    frame = table.frame
    if len(frame) > 1 and _first_filled(frame.iloc[-1]) in TOTALS:
        line = int(frame.index[-1])
        question = Question("total_row", ("skip", "keep"), "skip", {"line": line})
        questions.append(question)
        if choices.answer(question) == "skip":
            problems.add("total_row_skipped", line, effect="row")
            frame = frame.iloc[:-1]
    gathered = problems.gathered()
    if any(problem.code == "damaged_letters" for problem in gathered):
        questions.append(Question("damaged_letters", ("keep",)))
    return replace(table, frame=frame, problems=gathered, questions=tuple(questions))


def _first_filled(row: pd.Series) -> str:
    return next((key(cell) for cell in row if not is_blank(cell)), "")

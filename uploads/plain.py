"""Pieces of a file in which nothing needs care: most of a large file is read at once by Arrow.

Arrow's reader is asked for nothing but to cut lines of one width at each delimiter. Whatever else
a piece holds (a quote, a blank row, a row of another width, a mark that can't be seen) sends all
of it the careful way, row by row.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from uploads.limits import CELL_LENGTH
from uploads.lines import Lines
from uploads.records import Record, records
from uploads.text import DAMAGED, INVISIBLE

_CAREFUL = ('"', "\0", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\n\n", "\n\r\n")


class Piece(NamedTuple):
    """Rows that follow each other, a line each.

    Attributes
    ----------
    line : int
        The line of the first.
    table : pyarrow.Table
        Their cells as text.
    """

    line: int
    table: pa.Table


def rows(lines: Lines, delimiter: str, width: int) -> Iterator[Record | Piece]:
    """Yield the rows that are left of a file, plain pieces whole.

    Parameters
    ----------
    lines : Lines
        Taken up to the end of a record.
    delimiter : str
        Between fields.
    width : int
        Fields of a row; what has others is yielded as a record.
    """
    while text := lines.ahead():
        table = table_of(text, delimiter, width)
        if table is not None:
            yield Piece(lines.number + 1, table)
            lines.skip(table.num_rows)
            continue
        for record in records(lines, delimiter):
            yield record
            if lines.piece_is_over:
                break


def table_of(text: str, delimiter: str, width: int) -> pa.Table | None:
    """Return the cells of a text's lines, or None where anything in it needs care."""
    if not (delimiter.isascii() and _is_plain(text)):
        return None
    try:
        table = csv.read_csv(
            pa.BufferReader(text.encode()),
            csv.ReadOptions(autogenerate_column_names=True),
            csv.ParseOptions(
                delimiter=delimiter, quote_char=False, double_quote=False, ignore_empty_lines=False
            ),
            csv.ConvertOptions(
                column_types={f"f{place}": pa.large_string() for place in range(width)}
            ),
        )
    except pa.ArrowInvalid:
        return None  # rows of several widths
    fits = table.num_columns == width and not _has_long_cells(table) and not _has_blank_row(table)
    return table if fits else None


def _is_plain(text: str) -> bool:
    if text[0] in "\r\n" or any(mark in text for mark in _CAREFUL):
        return False
    return text.isascii() or not (
        DAMAGED.search(text) or INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text)
    )


def _has_long_cells(table: pa.Table) -> bool:
    return any(pc.max(pc.binary_length(column)).as_py() > CELL_LENGTH for column in table.columns)


def _has_blank_row(table: pa.Table) -> bool:
    blank = None
    for column in table.columns:
        of_column = pc.or_(pc.equal(column, ""), pc.utf8_is_space(column))
        blank = of_column if blank is None else pc.and_(blank, of_column)
        if not pc.any(blank).as_py():
            return False
    return True

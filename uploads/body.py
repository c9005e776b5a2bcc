"""The rows below a header: those that fit go into a frame, the others are reported by line."""

from array import array

import pandas as pd
import pyarrow as pa

from uploads.limits import CELL_LENGTH, CELLS, ROWS
from uploads.plain import Piece
from uploads.problems import Problems, Refused
from uploads.records import Record
from uploads.text import is_blank

_CHUNK = 20_000


class Body:
    """Takes records one by one and keeps them by column, which is a tenth of the memory.

    A row one field too long whose last field is blank is kept apart until the end: where most
    rows are so, the file ends its lines with a delimiter; where few are, they are too long.

    Parameters
    ----------
    names : tuple of str
        The header's names.
    delimiter : str
        Needed to see rows that a stray quote swallowed.
    """

    def __init__(self, names: tuple[str, ...], delimiter: str, problems: Problems) -> None:
        self._names = names
        self._delimiter = delimiter
        self._problems = problems
        self._lines = array("q")
        self._trailing = bytearray()
        self._chunk: list[list[str]] = []
        self._tables: list[pa.Table] = []
        self.rows = 0
        self.swallowed: list[int] = []

    def add(self, record: Record) -> None:
        """Take a record in, or report it."""
        self.rows += 1
        self._refuse_too_much()
        width, cells = len(self._names), record.cells
        if is_blank(cells[0] if cells else "") and record.is_blank():
            self._problems.add("blank_row", record.line, effect="row")
            return
        trailing = len(cells) == width + 1 and is_blank(cells[-1])
        if not trailing and len(cells) != width:
            self._report_width(record.line, len(cells), width)
            return
        if max(map(len, cells)) > CELL_LENGTH:
            self._problems.add("long_cell", record.line, effect="row", limit=CELL_LENGTH)
            return
        if any(line.count(self._delimiter) >= width - 1 > 0 for line in record.further):
            self.swallowed.append(record.line)
        self._keep(record.line, cells[:width], trailing)

    def add_piece(self, piece: Piece) -> None:
        """Take in rows of which none needs a closer look."""
        n = piece.table.num_rows
        self.rows += n
        self._refuse_too_much()
        if self._chunk:
            self._flush()
        self._lines.extend(range(piece.line, piece.line + n))
        self._trailing.extend(bytes(n))
        self._tables.append(piece.table.rename_columns(list(self._names)))

    def frame(self) -> pd.DataFrame:
        """Return the rows that fit, indexed by line."""
        self._flush()
        whole = pa.concat_tables(self._tables)
        self._tables = []
        kept = whole.to_pandas(self_destruct=True)
        kept.index = pd.Index(self._lines, name="line", dtype="int64")
        trailing = pd.Series(list(self._trailing), index=kept.index, dtype=bool)
        return self._agreeing(kept, trailing)

    def _agreeing(self, kept: pd.DataFrame, trailing: pd.Series) -> pd.DataFrame:
        """Keep the commoner of the two widths and report the rows of the other."""
        width = len(self._names)
        most_trail = trailing.sum() * 2 > len(trailing)
        if most_trail:
            self._problems.add("trailing_delimiter")
        found, expected = (width, width + 1) if most_trail else (width + 1, width)
        odd = trailing != most_trail
        if not odd.any():
            return kept  # the usual case, and a copy less of everything
        for line in kept.index[odd]:
            self._report_width(line, found, expected)
        return kept[~odd]

    def _report_width(self, line: int, found: int, expected: int) -> None:
        code = "row_too_short" if found < expected else "row_too_long"
        self._problems.add(code, line, effect="row", found=found, expected=expected)

    def _refuse_too_much(self) -> None:
        if self.rows > ROWS:
            raise Refused("too_many_rows", limit=ROWS)
        if self.rows * len(self._names) > CELLS:
            raise Refused("too_many_cells", limit=CELLS)

    def _keep(self, line: int, cells: list[str], trailing: bool) -> None:
        self._lines.append(line)
        self._trailing.append(trailing)
        self._chunk.append(cells)
        if len(self._chunk) == _CHUNK:
            self._flush()

    def _flush(self) -> None:
        columns = zip(*self._chunk, strict=True) if self._chunk else [()] * len(self._names)
        arrays = [pa.array(column, pa.large_string()) for column in columns]
        self._tables.append(pa.Table.from_arrays(arrays, list(self._names)))
        self._chunk = []

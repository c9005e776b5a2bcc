"""The child process that opens workbooks and SPSS files: ``python -m uploads.sheet_child``.

Reads the file from its standard input and writes one JSON object. Exit code 3: the file is
damaged; any other but 0: it took too much memory.
"""

import io
import json
import os
import sys
import tempfile
from datetime import date, datetime, time

MEMORY = 2 << 30
DAMAGED = 3
_HIDDEN = ("hidden", "veryHidden")


def main() -> None:
    """Read what the arguments name and print it."""
    form, sheet, rows, columns = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    _limit_memory()
    data = sys.stdin.buffer.read()
    try:
        found = _spss(data) if form == "spss" else _workbook(data, sheet, rows, columns)
    except MemoryError:
        sys.exit(1)
    except Exception:
        sys.exit(DAMAGED)
    json.dump(found, sys.stdout, ensure_ascii=True)


def _limit_memory() -> None:
    """Bound this process where the system can; elsewhere the bounds on rows and cells must do."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _workbook(data: bytes, wanted: str, rows: int, columns: int) -> dict:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheets = {one.title: one for one in book.worksheets}
    visible = {name: one for name, one in sheets.items() if one.sheet_state not in _HIDDEN}
    tables = [name for name, one in visible.items() if _holds_table(one)]
    filled = [name for name, one in visible.items() if name in tables or _holds_any(one)]
    name = wanted if wanted in visible else next(iter((*tables, *filled, *visible)), "")
    found, far = _rows(visible[name], rows, columns) if name else ([], False)
    return {
        "sheet": name,
        "sheets": filled,
        "only_table": len(tables) == 1,
        "hidden": [title for title in sheets if title not in visible],
        "far": far,
        "rows": found,
        "wording": {},
    }


def _holds_table(sheet) -> bool:
    """Say whether there are two rows of at least two cells near the top."""
    wide = 0
    for cells in sheet.iter_rows(max_row=60, max_col=60, values_only=True):
        wide += sum(cell is not None for cell in cells) >= 2
    return wide >= 2


def _holds_any(sheet) -> bool:
    near = sheet.iter_rows(max_row=60, max_col=60, values_only=True)
    return any(cell is not None for cells in near for cell in cells)


def _rows(sheet, rows: int, columns: int) -> tuple[list, bool]:
    """Return each row with its number, and whether there are cells too far out to be read."""
    far = (sheet.max_column or 0) > columns or (sheet.max_row or 0) > rows + 100
    found, empty = [], None
    near = sheet.iter_rows(max_row=rows + 100, max_col=columns + 1, values_only=True)
    for line, cells in enumerate(near, 1):
        # rows that nobody filled are one and the same object
        last = 0 if cells is empty else _last(cells)
        if not last:
            empty = cells
        if last or found:
            found.append((line, [_text(cell) for cell in cells[:last]]))
    while found and not any(found[-1][1]):
        found.pop()
    return found, far


def _last(cells: tuple) -> int:
    """Return how many cells there are up to the last that holds something."""
    return next((n for n in range(len(cells), 0, -1) if cells[n - 1] is not None), 0)


def _text(cell: object) -> str:
    """Write a cell as a person would type it: dates by year, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return cell.date().isoformat() if midnight else cell.replace(microsecond=0).isoformat(" ")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _spss(data: bytes) -> dict:
    import pandas as pd
    import pyreadstat

    handle, path = tempfile.mkstemp(suffix=".sav")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        frame, meta = pyreadstat.read_sav(path, apply_value_formats=False)
    finally:
        os.unlink(path)
    labels = meta.variable_value_labels
    columns = [
        [_label(value, labels.get(name, {}), pd.isna(value)) for value in frame[name]]
        for name in frame
    ]
    rows = [(1, list(frame.columns))]
    rows += [(line, list(cells)) for line, cells in enumerate(zip(*columns, strict=True), 2)]
    wording = {name: text for name, text in meta.column_names_to_labels.items() if text}
    return {
        "sheet": "", "sheets": [], "only_table": True, "hidden": [], "far": False, "rows": rows,
        "wording": wording,
    }  # fmt: skip


def _label(value: object, labels: dict, missing: bool) -> str:
    if missing:
        return ""
    return str(labels[value]) if value in labels else _text(value)


if __name__ == "__main__":
    main()

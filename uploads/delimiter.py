"""Which character stands between a file's fields."""

import csv
import re
from collections import Counter

from uploads.text import is_blank

CANDIDATES = (";", "\t", "|", ",")
_SAID = re.compile(r'"?sep=(\W)"?\s*', re.IGNORECASE)


def said_delimiter(first_line: str) -> str | None:
    """Return what a first line such as ``sep=;``, as Excel writes it, says."""
    said = _SAID.fullmatch(first_line)
    return said.group(1) if said else None


def delimiter_of(lines: list[str]) -> str:
    """Return the candidate that cuts most lines into the same number of fields, above one.

    Parameters
    ----------
    lines : list of str
        The file's first lines; the header should be among them, because a comma inside numbers
        or answers seldom occurs as often in the header.
    """
    return max(CANDIDATES, key=lambda candidate: _evenness(lines, candidate))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Return the share of lines that have the commonest width, and that width."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if not _blank(row)]
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows)
    if not widths:
        return 0, 0
    width, rows_of_width = max(widths.items(), key=lambda item: (item[0] > 1, item[1]))
    return (rows_of_width / len(rows) if width > 1 else 0), width


def _blank(row: list[str]) -> bool:
    return all(map(is_blank, row))

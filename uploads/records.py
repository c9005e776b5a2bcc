"""The records of a text file, each with the line that it begins on."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

from uploads.lines import Lines
from uploads.problems import Refused
from uploads.text import is_blank


class Record(NamedTuple):
    """A row as the file has it.

    Attributes
    ----------
    line : int
        The line that it begins on, as an editor counts lines.
    cells : list of str
        Its fields.
    further : tuple of str
        The lines after the first, where a field holds line breaks.
    """

    line: int
    cells: list[str]
    further: tuple[str, ...] = ()

    def is_blank(self) -> bool:
        """Say whether no field holds anything."""
        return all(map(is_blank, self.cells))


def records(lines: Lines, delimiter: str) -> Iterator[Record]:
    """Yield a file's records; a quote out of place stops it, because what follows can't be told.

    Raises
    ------
    Refused
        ``unclosed_quote`` with the line it opened on, ``text_after_quote``, ``cell_too_long``.
    """
    held: list[str] = []
    reader = csv.reader(_held(lines, held), delimiter=delimiter, strict=True)
    while True:
        held.clear()
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refusal(error, held, line, delimiter) from error
        yield Record(line, cells, tuple(held[1:]))


def _held(lines: Lines, held: list[str]) -> Iterator[str]:
    for line in lines:
        held.append(line)
        yield line


def _refusal(error: csv.Error, held: list[str], line: int, delimiter: str) -> Refused:
    last = line + len(held) - 1
    if "expected after" in str(error):
        return Refused("text_after_quote", line=last)
    opened = _opened_on("".join(held), line, delimiter)
    if opened == last and "field limit" in str(error):
        return Refused("cell_too_long", line=last, limit=csv.field_size_limit())
    return Refused("unclosed_quote", line=opened)


def _opened_on(text: str, line: int, delimiter: str) -> int:
    """Return the line on which the last quote of an unfinished record opened."""
    opened, inside, quoted, field_start = line, False, False, True
    for character in text:
        if character == '"' and field_start:
            opened, inside, quoted = line, True, True
        elif character == '"' and quoted:
            inside = not inside
        field_start = not inside and character in (delimiter, "\n")
        quoted = quoted and not field_start
        line += character == "\n"
    return opened

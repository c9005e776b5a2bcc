"""The lines of a file as text, cleaned of what can't be seen."""

import io
import unicodedata
from collections.abc import Iterator

from uploads.limits import LINE_LENGTH
from uploads.problems import Problems, Refused
from uploads.text import DAMAGED, INVISIBLE

_PIECE = 1 << 18


class Lines(Iterator[str]):
    """A file's lines with their ends, decoded a piece at a time as they are asked for.

    Whoever finds that a whole piece needs no care may take it at once: see `ahead` and `skip`.

    Parameters
    ----------
    data : bytes
        The whole file.
    codec : str
        What reads it.
    problems : Problems
        Takes ``invisible_marks``, ``letters_composed`` and ``damaged_letters``.

    Attributes
    ----------
    number : int
        Lines taken so far.

    Raises
    ------
    Refused
        When a line is asked for: ``nul_character``, ``line_too_long``.
    """

    def __init__(self, data: bytes, codec: str, problems: Problems) -> None:
        self._whole = io.TextIOWrapper(io.BytesIO(data), encoding=codec, newline="")
        self._piece = io.StringIO()
        self._left = 0
        self._problems = problems
        self.number = 0

    def __next__(self) -> str:
        """Return the next line."""
        if self.piece_is_over:
            self._load()
        line = self._piece.readline(LINE_LENGTH)
        if not line:
            raise StopIteration
        self.number += 1
        self._left -= len(line)
        if len(line) == LINE_LENGTH and line[-1] not in "\r\n":
            raise Refused("line_too_long", line=self.number, limit=LINE_LENGTH)
        if "\0" in line:
            raise Refused("nul_character", line=self.number)
        return cleaned(line, self.number, self._problems)

    @property
    def piece_is_over(self) -> bool:
        """Whether all lines of the piece at hand are taken."""
        return self._left == 0

    def ahead(self) -> str:
        """Return what is left of the piece at hand, else the next; nothing at the file's end."""
        if self.piece_is_over:
            self._load()
        here = self._piece.tell()
        text = self._piece.read()
        self._piece.seek(here)
        return text

    def skip(self, lines: int) -> None:
        """Count the lines of the piece that `ahead` returned as taken."""
        self.number += lines
        self._left = 0

    def _load(self) -> None:
        """Decode the next piece, up to the end of the line that it breaks off in."""
        text = self._whole.read(_PIECE)
        text += self._whole.readline(LINE_LENGTH)
        self._piece = io.StringIO(text, newline="")
        self._left = len(text)


def cleaned(line: str, number: int, problems: Problems) -> str:
    """Return a line, or a cell, without what can't be seen; note that, and what looks damaged."""
    if line.isascii():
        return line
    damaged = DAMAGED.search(line)
    if damaged:
        around = line[max(0, damaged.start() - 10) : damaged.end() + 10]
        problems.add("damaged_letters", number, example=around)
    seen = INVISIBLE.sub("", line)
    if seen != line:
        problems.add("invisible_marks", number)
    composed = unicodedata.normalize("NFC", seen)
    if composed != seen:
        problems.add("letters_composed", number)
    return composed

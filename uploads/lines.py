"""The lines of a file as text, cleaned of what can't be seen."""

import io
import unicodedata
from collections.abc import Iterator

from uploads.limits import LINE_LENGTH
from uploads.problems import Problems, Refused
from uploads.text import DAMAGED, INVISIBLE


def lines(data: bytes, codec: str, problems: Problems) -> Iterator[str]:
    """Yield a file's lines with their ends, decoded as they are asked for.

    Parameters
    ----------
    data : bytes
        The whole file.
    codec : str
        What reads it.
    problems : Problems
        Takes ``invisible_marks``, ``letters_composed`` and ``damaged_letters``.

    Raises
    ------
    Refused
        ``nul_character``, ``line_too_long``.
    """
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=codec, newline="")
    number = 0
    while line := stream.readline(LINE_LENGTH):
        number += 1
        if len(line) == LINE_LENGTH and line[-1] not in "\r\n":
            raise Refused("line_too_long", line=number, limit=LINE_LENGTH)
        if "\0" in line:
            raise Refused("nul_character", line=number)
        yield line if line.isascii() else _cleaned(line, number, problems)


def _cleaned(line: str, number: int, problems: Problems) -> str:
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

"""Where a table's header is, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from uploads.choices import Choices
from uploads.limits import COLUMNS
from uploads.problems import Question, Refused
from uploads.records import Record
from uploads.text import is_blank, key

SEARCHED = 50
_DATUM = re.compile(r"[-+]?[\d.,]*\d%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*")


@dataclass(frozen=True)
class Header:
    """The header of a table.

    Attributes
    ----------
    line : int
        Its line; 0 = the file has none.
    names : tuple of str
        One a column, all different.
    unnamed : frozenset of str
        Those that the file left blank.
    repeated : mapping of str to tuple of int
        Those that it uses more than once, with the places where it does.
    """

    line: int
    names: tuple[str, ...]
    unnamed: frozenset[str]
    repeated: Mapping[str, tuple[int, ...]]


def header_of(head: list[Record], choices: Choices) -> tuple[Header, tuple[Question, ...]]:
    """Find the header among a file's first records, past title lines.

    Returns
    -------
    Header
        With names for its blank and repeated columns.
    tuple of Question
        ``no_header`` when the line found looks like data.
    """
    found = _record(head, choices)
    width = len(found.cells)
    if width > COLUMNS:
        raise Refused("too_many_columns", line=found.line, found=width, limit=COLUMNS)
    question = Question("no_header", ("header", "data"), facts={"line": found.line})
    looks_like_data = choices.header_line is None and _looks_like_data(found, head)
    questions = (question,) if looks_like_data else ()
    if choices.header_line == 0 or (questions and choices.answer(question) == "data"):
        return _named(0, [""] * width), questions
    return _named(found.line, found.cells), questions


def _record(head: list[Record], choices: Choices) -> Record:
    if choices.header_line:
        said = [record for record in head if record.line == choices.header_line]
        if not said:
            raise Refused("header_not_there", line=choices.header_line)
        return said[0]
    filled = [record for record in head if not record.is_blank()]
    if not filled:
        raise Refused("empty")
    widths = Counter(len(record.cells) for record in filled)
    usual = max(widths, key=lambda width: (widths[width], width))
    enough = max(2, usual / 2) if usual > 1 else 1
    wide = [record for record in filled if _filled(record) >= enough]
    return (wide or filled)[0]


def _filled(record: Record) -> int:
    return sum(not is_blank(cell) for cell in record.cells)


def _looks_like_data(found: Record, head: list[Record]) -> bool:
    """Say whether half a line's cells are numbers, dates, or stand again below them."""
    below = [record for record in head if record.line > found.line]
    seen = {(place, key(cell)) for record in below for place, cell in enumerate(record.cells)}
    named = [(place, cell.strip()) for place, cell in enumerate(found.cells) if cell.strip()]
    data = [_DATUM.fullmatch(cell) or (place, key(cell)) in seen for place, cell in named]
    return sum(map(bool, data)) * 2 >= len(named)


def unique_names(cells: list[str]) -> tuple[str, ...]:
    """Return a name for each column, all different; blank ones go by their place."""
    texts = [" ".join(cell.split()) for cell in cells]
    counts = Counter(text for text in texts if text)
    names: dict[str, None] = {}
    for place, text in enumerate(texts, 1):
        first = text and text not in names
        name = text if first else f"{text or 'Column'} {place}"
        while name in names or (not first and name in counts):
            name += "'"
        names[name] = None
    return tuple(names)


def _named(line: int, cells: list[str]) -> Header:
    texts = [" ".join(cell.split()) for cell in cells]
    names = unique_names(cells)
    unnamed = frozenset(name for name, text in zip(names, texts, strict=True) if not text)
    places = {
        text: tuple(place for place, name in enumerate(texts, 1) if name == text)
        for text, n in Counter(filter(None, texts)).items()
        if n > 1
    }
    return Header(line, names, unnamed, places)

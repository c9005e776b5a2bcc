"""What a column of a register's file may hold: its names in five languages, and how it is read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from uploads.text import key
from words.language import NAMES, language
from words.uploads import column_name

Reads = Literal["member", "id", "text", "code", "number", "whole", "day", "yes_no"]
_JOINTS = re.compile(r"[\s_./-]+")


@dataclass(frozen=True)
class Field:
    """A column that a kind of file may have.

    Attributes
    ----------
    name : str
        Its role: ``"started_on"``, ``"member_number"``, …
    names : str
        What it is called in files, comma-separated; case and punctuation are set aside.
    reads : str
        How its cells are read.
    examples : tuple of str
        Cells as they may look, one a template's example row.
    needed : bool
        Whether a row without it can't be stored.
    codes : str or None
        Of a code: which vocabulary of `uploads.vocabularies` it is from; None keeps the union's
        own words.
    """

    name: str
    names: str
    reads: Reads = "text"
    examples: tuple[str, ...] = ("",)
    needed: bool = False
    codes: str | None = None


def header_key(text: str) -> str:
    """Return a column's name for comparison: ``Member_No.`` and ``member no`` are the same."""
    return _JOINTS.sub(" ", key(text)).strip()


def matched(columns: Iterable[str], fields: Iterable[Field]) -> dict[str, Field]:
    """Return the field of each column that is called like one; the first of two keeps it.

    Only whole names count: opposites are the most alike.
    """
    of_name: Mapping[str, Field] = {
        header_key(name): field for field in fields for name in _names(field)
    }
    found: dict[str, Field] = {}
    taken: set[str] = set()
    for column in columns:
        field = of_name.get(header_key(column))
        if field is not None and field.name not in taken:
            found[column] = field
            taken.add(field.name)
    return found


def _names(field: Field) -> tuple[str, ...]:
    """Return what a field is called in files, and in our own templates of every language."""
    ours = (column_name(language(code), field.name) for code in NAMES)
    return (*ours, *field.names.split(","), field.name)

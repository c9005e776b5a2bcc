"""A file as a text table, and what was seen on the way to it."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from uploads.problems import Problem, Question
from uploads.text import different_values


@dataclass(frozen=True)
class Table:
    """The rows of a file as text.

    Attributes
    ----------
    frame : pandas.DataFrame
        All cells as text; the index is the line of the file that each row begins on.
    rows_in : int
        Rows of the file: all records but the header.
    header_line : int
        Line of the header; 0 = none.
    encoding, delimiter : str
        How the file was read.
    tool : str or None
        Which survey tool wrote it, where that can be told.
    wording : dict of str to str
        A column's question in full, where the file has it apart from its name.
    repeated : frozenset of str
        Column names that the file uses more than once.
    problems : tuple of Problem
        What was noticed; ``rows_in = len(frame) + lines of the problems whose effect is row``.
    questions : tuple of Question
        What the file leaves open.
    part : str
        The sheet of a workbook, or the file of a zip, that it is; empty for a file of its own.
    national_ids : bool
        Whether the file holds national ids; they are out of the frame.
    """

    frame: pd.DataFrame
    rows_in: int
    header_line: int
    encoding: str
    delimiter: str
    repeated: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    tool: str | None = None
    wording: dict[str, str] = field(default_factory=dict)
    part: str = ""
    national_ids: bool = False

    @cached_property
    def values(self) -> dict[str, pd.Series]:
        """Each column's different values, blanks set aside; found once for all kinds of file."""
        return {name: different_values(self.frame[name]) for name in self.frame}

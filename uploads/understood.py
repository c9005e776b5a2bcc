"""What was understood of a file, and what would be stored of it."""

from dataclasses import dataclass, field

import pandas as pd

from uploads.kano_columns import Pair
from uploads.problems import Problem, Question, reported_lines
from uploads.roles import Role
from uploads.table import Table


@dataclass(frozen=True)
class UnknownLabel:
    """An answer's text that no published set has.

    Attributes
    ----------
    text : str
        As the file has it.
    n : int
        Cells that hold it.
    columns : tuple of str
        Where it occurs.
    codes : tuple of str
        What it may stand for; empty for a place on the Kano scale.
    """

    text: str
    n: int
    columns: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understood:
    """A file as it was understood, before its cells are judged.

    Attributes
    ----------
    kind, layout : str
        What it holds, as in ``survey.kind``; ``"wide"`` (a row a person) or ``"long"`` (a row an
        answer).
    table : Table
        The gate's report and the rows.
    roles : dict of str to Role
        What each column holds.
    pairs : tuple of Pair
        The columns of each feature; the features of a long file have theirs in its rows.
    unknown_labels : tuple of UnknownLabel
        For the user to map; none of them is ever guessed.
    problems : tuple of Problem
        What there is to say about the columns.
    could_be : tuple of str
        The kinds of file that it may be just as well, its own among them: then the user is asked.
    """

    kind: str
    layout: str
    table: Table
    roles: dict[str, Role]
    pairs: tuple[Pair, ...] = ()
    unknown_labels: tuple[UnknownLabel, ...] = ()
    problems: tuple[Problem, ...] = ()
    could_be: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the file's form leaves open."""
        if not self.could_be:
            return self.table.questions
        return (Question("kind", self.could_be), *self.table.questions)

    @property
    def preview(self) -> pd.DataFrame:
        """The first rows, by line."""
        return self.table.frame.head(5)

    def column(self, role: str) -> str | None:
        """Return the first column that has a role."""
        return next((name for name, held in self.roles.items() if held.name == role), None)

    def columns(self, *roles: str) -> list[str]:
        """Return all columns that have one of some roles."""
        return [name for name, held in self.roles.items() if held.name in roles]


@dataclass(frozen=True)
class Checked:
    """The rows of a file as they would be stored.

    Attributes
    ----------
    kind : str
        As in ``survey.kind``.
    frames : dict of str to pandas.DataFrame
        Table → rows, complete but for ``survey_id``.
    rows_in, rows_stored, rows_reported : int
        ``rows_in = rows_stored + rows_reported``.
    problems : tuple of Problem
        All there is to say, the gate's part included.
    questions : tuple of Question
        All that the file leaves open.
    has_ids : bool
        Whether respondents carry ids of their own, by which a later file can update them.
    holds_nothing : bool
        Whether there is no answer in any of the rows.
    keys : dict of str to tuple of str
        Of a register: what tells two rows of a table apart, by which newer ones replace older;
        empty where a row is an event that either is known or is new.
    """

    kind: str
    frames: dict[str, pd.DataFrame]
    rows_in: int
    rows_stored: int
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...] = field(default=())
    has_ids: bool = True
    holds_nothing: bool = False
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows_reported(self) -> int:
        """Rows that are reported and not stored."""
        return len(reported_lines(self.problems))

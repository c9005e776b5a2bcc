"""A register's file, a row a record: columns found by name, cells read by what they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from uploads.cells import Cells, unknown_words
from uploads.choices import Choices
from uploads.context import Context
from uploads.fields import Field, matched
from uploads.personal_columns import names_a_person
from uploads.problems import Problems, Question, in_order
from uploads.roles import Role
from uploads.table import Table
from uploads.understood import Checked, Understood, UnknownLabel
from uploads.vocabularies import CODES


@dataclass(frozen=True)
class Register:
    """What a kind of register consists of.

    Attributes
    ----------
    kind : str
        As in ``import_batch.kind``.
    fields : tuple of Field
        Its columns.
    either : tuple of frozenset of str
        Sets of roles of which a file must have at least one each.
    """

    kind: str
    fields: tuple[Field, ...]
    either: tuple[frozenset[str], ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The roles that it can't do without."""
        return tuple(one.name for one in self.fields if one.needed)

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that a column of it may have, those needed first."""
        rest = tuple(one.name for one in self.fields if not one.needed)
        return (*self.needed, *rest)


@dataclass
class Rows:
    """The rows of a register, read.

    Attributes
    ----------
    frame : pandas.DataFrame
        By line: a column a role that the file has, typed; rows that can't be stored are out of it.
    problems : Problems
        For what is still to be reported.
    questions : dict of str to Question
        What the file leaves open, by code.
    columns : dict of str to str
        The file's column of each role.
    """

    frame: pd.DataFrame
    problems: Problems
    questions: dict[str, Question] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)

    def drop(self, bad: pd.Series, code: str, role: str | None = None) -> None:
        """Report rows and take them out."""
        out = bad.to_numpy(dtype=bool)
        if not out.any():
            return  # the usual case, and a copy less of everything
        column = self.columns.get(role) if role else None
        for line in self.frame.index[out]:
            self.problems.add(code, line, column, "row")
        self.frame = self.frame[~out]

    def empty(self, bad: pd.Series, role: str, code: str) -> None:
        """Report cells and empty them; their rows stay."""
        for line in self.frame.index[bad.to_numpy(dtype=bool)]:
            self.problems.add(code, line, self.columns.get(role), "cell")
        self.frame.loc[bad, role] = pd.NA

    def get(self, role: str) -> pd.Series:
        """Return a column, or one of missing values where the file has none."""
        if role in self.frame:
            return self.frame[role]
        return pd.Series(pd.NA, self.frame.index, dtype="object")


def understood(table: Table, choices: Choices, register: Register) -> Understood | None:
    """Say how a table is such a register; None where columns that it needs are missing."""
    of_column = matched(table.frame.columns, register.fields)
    by_name = {one.name: one for one in register.fields}
    for column, role in choices.roles.items():
        if column in table.frame:
            of_column.pop(column, None)
            if role.name in by_name:
                of_column = {c: f for c, f in of_column.items() if f.name != role.name}
                of_column[column] = by_name[role.name]
    held = {one.name for one in of_column.values()}
    whole = held >= set(register.needed) and all(held & one for one in register.either)
    if not whole:
        return None
    problems = Problems()
    roles = {
        column: Role(of_column[column].name) if column in of_column else _left_out(table, column)
        for column in table.frame
    }
    say_left_out({name: role for name, role in roles.items() if name not in of_column}, problems)
    unknown = _unknown(table, of_column, choices)
    return Understood(register.kind, "rows", table, roles, (), unknown, problems.gathered())


def rows(of: Understood, context: Context, register: Register) -> Rows:
    """Read every cell of a register."""
    problems = Problems()
    cells = Cells(of.table.delimiter, context.choices, context.pseudonyms, problems)
    by_name = {one.name: one for one in register.fields}
    text = of.table.frame
    read = {
        role.name: cells.read(
            text[column] if context.shown else text.pop(column), by_name[role.name]
        )
        for column, role in of.roles.items()
        if role.name in by_name
    }
    frame = pd.DataFrame(read, index=text.index, copy=False)
    if cells.missing:
        frame = frame[~frame.index.isin(cells.missing)]
    columns = {role.name: column for column, role in of.roles.items()}
    return Rows(frame, problems, cells.questions, columns)


def checked(
    of: Understood,
    found: Rows,
    frames: dict[str, pd.DataFrame],
    keys: Mapping[str, Sequence[str]],
    questions: tuple[Question, ...] = (),
) -> Checked:
    """Put together what would be stored."""
    said = in_order(of.table.problems + of.problems + found.problems.gathered())
    asked = (*of.questions, *found.questions.values(), *questions)
    return Checked(
        of.kind,
        frames,
        of.table.rows_in,
        len(found.frame),
        said,
        asked,
        holds_nothing=found.frame.empty,
        keys={table: tuple(names) for table, names in keys.items()},
    )


def say_left_out(roles: Mapping[str, Role], problems: Problems) -> None:
    """Name the columns that are not stored: those of persons each, the others in one sentence."""
    unused = tuple(name for name, role in roles.items() if role.name == "not_used")
    if unused:
        problems.add("columns_not_used", columns=unused)
    for column, role in roles.items():
        if role.name not in ("ignored", "not_used"):
            problems.add(f"left_out_{role.name}", column=column)


def _left_out(table: Table, column: str) -> Role:
    """Say what a column that no field is called like holds, national ids first."""
    values = table.values[column]
    if names_a_person(column, values):
        return Role("personal")
    return Role("ignored" if values.empty else "not_used")


def _unknown(
    table: Table, of_column: Mapping[str, Field], choices: Choices
) -> tuple[UnknownLabel, ...]:
    labels: dict[tuple[str, str], UnknownLabel] = {}
    for column, one in of_column.items():
        for text, n in unknown_words(table.frame[column], one, choices).items():
            codes = CODES[one.codes or "yes_no"]
            labels[(column, str(text))] = UnknownLabel(str(text), int(n), (column,), codes)
    return tuple(sorted(labels.values(), key=lambda label: (-label.n, label.text)))

"""National ids at the gate: asked about, and out of the text before anything else looks at it."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from uploads.choices import Choices
from uploads.fields import matched
from uploads.members import MEMBER
from uploads.personal_numbers import are_personal_numbers, danish, holds_one
from uploads.problems import Problem, Question
from uploads.pseudonyms import Pseudonyms
from uploads.roles import Role
from uploads.table import Table

NAMED = "national_ids"
WRITTEN = "national_ids_in_text"


@dataclass(frozen=True)
class Found:
    """Where a table holds national ids.

    Attributes
    ----------
    columns : tuple of str
        Columns of them.
    texts : tuple of str
        Columns in which some are written among other words.
    """

    columns: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def found_in(table: Table) -> Found:
    """Find national ids in a table's columns."""
    columns = tuple(name for name, of in table.values.items() if are_personal_numbers(name, of))
    texts = tuple(
        name for name, of in table.values.items() if name not in columns and holds_one(of).any()
    )
    return Found(columns, texts)


def without_national_ids(
    table: Table, choices: Choices, pseudonyms: Pseudonyms
) -> tuple[Table, Choices]:
    """Return a table whose text holds none, with what is asked and said about them.

    Where no other column tells members apart, a column of national ids may do so: its cells are
    hashed here. Until the user has answered, the table is as the last of the answers makes it.

    Parameters
    ----------
    table : Table
        As the gate read it.
    choices : Choices
        What the user decided.
    pseudonyms : Pseudonyms
        What national ids are hashed by.

    Returns
    -------
    Table
        With ``national_ids`` set where it held any.
    Choices
        With the role of the column that tells members apart.
    """
    found = found_in(table)
    if found == Found():
        return table, choices
    table = replace(table, frame=table.frame.copy(deep=False), national_ids=True)
    if found.columns:
        table, choices = _columns(table, found.columns, choices, pseudonyms)
    if found.texts:
        table = _texts(table, found.texts, choices)
    return table, choices


def hashed(cells: pd.Series, pseudonyms: Pseudonyms) -> pd.Series:
    """Return national ids as texts that tell them apart and nothing else; what is none is blank.

    However an id is written (with a hyphen, blanks, or without its leading zero), it is hashed to
    the same text.
    """
    digits = cells.map(_digits)
    there = digits[digits != ""]
    told = ("id " + pseudonyms.of(there).astype("str")).astype("str")
    return told.reindex(cells.index, fill_value="").rename(cells.name)


def _columns(
    table: Table, columns: tuple[str, ...], choices: Choices, pseudonyms: Pseudonyms
) -> tuple[Table, Choices]:
    others = matched((name for name in table.frame if name not in columns), (MEMBER,))
    could_be_key = len(columns) == 1 and not others
    answers = ("leave_out", "as_key") if could_be_key else ("leave_out",)
    question = Question(NAMED, answers, facts={"columns": columns})
    if (choices.answer(question) or answers[-1]) == "leave_out":
        return _left_out(table, question, choices), choices
    (name,) = columns
    table.frame[name] = hashed(table.frame[name], pseudonyms)
    choices = replace(choices, roles={**choices.roles, name: Role("member_number")})
    said = Problem("national_ids_hashed", column=name)
    return _told(table, question, choices, said), choices


def _texts(table: Table, columns: tuple[str, ...], choices: Choices) -> Table:
    question = Question(WRITTEN, ("leave_out", "empty_cells"), facts={"columns": columns})
    if (choices.answer(question) or "leave_out") == "leave_out":
        return _left_out(table, question, choices)
    problems = []
    for name in columns:
        telling = holds_one(table.frame[name])
        lines = tuple(int(line) for line in table.frame.index[telling])
        problems.append(Problem("national_id_in_text", lines, name, effect="cell"))
        table.frame[name] = table.frame[name].mask(telling, "")
    return _told(table, question, choices, *problems)


def _left_out(table: Table, question: Question, choices: Choices) -> Table:
    kept = table.frame.drop(columns=list(question.facts["columns"]))
    said = Problem("national_ids_left_out", facts=question.facts)
    return _told(replace(table, frame=kept), question, choices, said)


def _told(table: Table, question: Question, choices: Choices, *problems: Problem) -> Table:
    """Ask, or say what the answer did."""
    said = problems if choices.answer(question) else ()
    return replace(table, questions=(*table.questions, question), problems=(*table.problems, *said))


def _digits(text: str) -> str:
    """Return an id's digits; a spreadsheet may have taken the zero before a Danish one."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 9 and danish(f"0{digits}"):
        return f"0{digits}"
    return digits[2:] if len(digits) == 12 else digits  # Swedish ones, with their century

"""What the columns of a survey hold: the answers of its kind, and who gave them."""

from collections import Counter
from collections.abc import Callable, Mapping

import pandas as pd

from uploads.background import background_role, trait_role
from uploads.choices import Choices
from uploads.problems import Problems, Refused
from uploads.roles import LEFT_OUT, Role
from uploads.table import Table
from uploads.understood import UnknownLabel

MANY = ("trait", "question", "reason_text", *LEFT_OUT)  # roles that several columns may have
FEW = 12  # different answers that a question with named answers has at most


def values_by_column(table: Table) -> dict[str, pd.Series]:
    """Return each column's different values, blanks set aside."""
    return table.values


def asked_as(table: Table) -> dict[str, str]:
    """Return what each column asks: its question in full, where the file has that, or its name.

    A question that several columns have tells none of them, so these go by their names.
    """
    times = Counter(table.wording.values())
    return {
        name: table.wording[name] if times.get(table.wording.get(name, "")) == 1 else name
        for name in table.frame
    }


def by_question(table: Table, find: Callable[[list[str]], dict[str, Role]]) -> dict[str, Role]:
    """Return what a search in names finds; in the questions in full, where names tell nothing."""
    found = find(list(table.frame.columns))
    if any(role.name != "half_pair" for role in found.values()) or not table.wording:
        return found
    column_of = {text: name for name, text in asked_as(table).items()}
    return {column_of[text]: role for text, role in find(list(column_of)).items()}


def survey_roles(
    table: Table,
    values: Mapping[str, pd.Series],
    choices: Choices,
    answers: Mapping[str, Role],
) -> dict[str, Role]:
    """Return what each column holds: what the user says, an answer, or something of the person.

    Parameters
    ----------
    table : Table
        A file that passed the gate.
    values : mapping of str to pandas.Series
        `values_by_column`.
    choices : Choices
        The user's roles come before what is found.
    answers : mapping of str to Role
        The columns that were recognised as answers.

    Raises
    ------
    Refused
        ``repeated_question`` when two columns of one name are answers.
    """
    for name in table.repeated & answers.keys():
        raise Refused("repeated_question", line=table.header_line, column=name)
    roles: dict[str, Role] = {}
    taken: set[str] = set()
    for name, different in values.items():
        role = choices.roles.get(name) or answers.get(name) or background_role(name, different)
        if role.item is None and role.name in taken and role.name not in MANY:
            role = trait_role(different)
        taken.add(role.name)
        roles[name] = role
    return roles


def say_what_is_left_out(roles: Mapping[str, Role], problems: Problems) -> None:
    """Name the columns that are not stored."""
    for column, role in roles.items():
        if role.name in LEFT_OUT and role.name != "ignored":
            problems.add(f"left_out_{role.name}", column=column)


def unknown_labels(
    frame: pd.DataFrame, codes_of: Mapping[str, Mapping[str, object]], may_be: tuple[str, ...] = ()
) -> tuple[UnknownLabel, ...]:
    """List the texts of answer columns that stand for nothing known, commonest first.

    Parameters
    ----------
    frame : pandas.DataFrame
        The file's rows.
    codes_of : mapping of str to mapping
        By column, what each known text stands for.
    may_be : tuple of str
        What such a text may stand for.
    """
    places: dict[str, dict[str, int]] = {}
    for name, codes in codes_of.items():
        for text, n in frame[name].value_counts().items():
            if text not in codes:
                places.setdefault(str(text), {})[name] = int(n)
    labels = [
        UnknownLabel(text, sum(at.values()), tuple(at), may_be) for text, at in places.items()
    ]
    return tuple(sorted(labels, key=lambda label: (-label.n, label.text)))

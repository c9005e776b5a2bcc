"""Recognising a Kano survey: pairs of columns a feature, or a row an answer."""

from dataclasses import replace

import pandas as pd

from uploads.answer_labels import codes_of
from uploads.background import trait_role
from uploads.choices import Choices
from uploads.kano_columns import SIDES, pair_roles, pairs
from uploads.missing_rules import ruled
from uploads.problems import Problems, Refused
from uploads.question_names import question_name
from uploads.roles import Role
from uploads.survey_roles import (
    FEW,
    asked_as,
    by_question,
    say_what_is_left_out,
    survey_roles,
    unknown_labels,
    values_by_column,
)
from uploads.table import Table
from uploads.understood import Understood


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a Kano survey, or that it is none.

    Parameters
    ----------
    table : Table
        A file that passed the gate.
    choices : Choices
        The user's roles of columns come before what is found.

    Raises
    ------
    Refused
        ``repeated_question`` when two columns of one name are answers;
        ``long_without_id`` when rows are answers and nothing says whose.
    """
    values = values_by_column(table)
    roles = survey_roles(table, values, choices, _answers(table, values))
    layout = _layout(roles)
    if layout is None:
        return None
    item = next((name for name, role in roles.items() if role.name == "item"), None)
    if layout == "wide" and item:
        roles[item] = trait_role(values[item])
    problems = Problems()
    say_what_is_left_out(roles, problems)
    understood = Understood(
        "kano", layout, table, roles, pairs(roles), problems=problems.gathered()
    )
    codes = answer_codes(understood, choices)
    columns = dict.fromkeys(understood.columns("functional", "dysfunctional"), codes)
    return replace(understood, unknown_labels=unknown_labels(table.frame, columns))


def answer_codes(understood: Understood, choices: Choices) -> dict[str, int | str]:
    """Return what each text of the answer columns stands for."""
    columns = understood.columns("functional", "dysfunctional")
    texts = set(pd.unique(understood.table.frame[columns].to_numpy().ravel()))
    return ruled(codes_of(texts, choices.labels), choices)


def _layout(roles: dict[str, Role]) -> str | None:
    """Tell a row a person from a row an answer."""
    found = pairs(roles)
    held = {role.name for role in roles.values()}
    bare = all(not question_name(name).stem for name in _answer_columns(roles))
    if len(found) == 1 and "item" in held and bare:
        if "respondent_id" not in held:
            raise Refused("long_without_id")
        return "long"
    return "wide" if found else None


def _answer_columns(roles: dict[str, Role]) -> list[str]:
    return [name for name, role in roles.items() if role.name in SIDES]


def _answers(table: Table, values: dict[str, pd.Series]) -> dict[str, Role]:
    few = {name for name, different in values.items() if 0 < len(different) <= FEW}
    few |= {text for name, text in asked_as(table).items() if name in few}
    return by_question(table, lambda names: pair_roles(names, few))

"""Recognising a Kano survey: pairs of columns a feature, or a row an answer."""

import pandas as pd

from uploads.answer_labels import codes_of
from uploads.background import background_role, different_values, trait_role
from uploads.choices import Choices
from uploads.kano_columns import SIDES, pair_roles, pairs
from uploads.personal_numbers import refuse_personal_numbers
from uploads.problems import Problems, Refused
from uploads.question_names import question_name
from uploads.roles import LEFT_OUT, Role
from uploads.table import Table
from uploads.understood import Understood, UnknownLabel

_ANSWERS = 12


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
        ``personal_number``; ``repeated_question`` when two columns of one name are answers;
        ``long_without_id`` when rows are answers and nothing says whose.
    """
    values = {name: different_values(table.frame[name]) for name in table.frame}
    for name, different in values.items():
        refuse_personal_numbers(name, different)
    roles = _roles(table, values, choices)
    layout = _layout(roles)
    if layout is None:
        return None
    item = next((name for name, role in roles.items() if role.name == "item"), None)
    if layout == "wide" and item:
        roles[item] = trait_role(values[item])
    problems = Problems()
    _say_what_is_left_out(roles, problems)
    return Understood(
        "kano", layout, table, roles, pairs(roles),
        _unknown_labels(table.frame, roles, choices), problems.gathered(),
    )  # fmt: skip


def answer_codes(understood: Understood, choices: Choices) -> dict[str, int | str]:
    """Return what each text of the answer columns stands for."""
    columns = understood.columns("functional", "dysfunctional")
    texts = set(pd.unique(understood.table.frame[columns].to_numpy().ravel()))
    return codes_of(texts, choices.labels)


def _roles(table: Table, values: dict[str, pd.Series], choices: Choices) -> dict[str, Role]:
    answers = {name for name, different in values.items() if 0 < len(different) <= _ANSWERS}
    asked = pair_roles(list(values), answers)
    for name in table.repeated & asked.keys():
        raise Refused("repeated_question", line=table.header_line, column=name)
    roles, taken = {}, set()
    for name, different in values.items():
        role = choices.roles.get(name) or asked.get(name) or background_role(name, different)
        if role.item is None and role.name in taken and role.name not in (*LEFT_OUT, "trait"):
            role = trait_role(different)
        taken.add(role.name)
        roles[name] = role
    return roles


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


def _say_what_is_left_out(roles: dict[str, Role], problems: Problems) -> None:
    for column, role in roles.items():
        if role.name in LEFT_OUT and role.name != "ignored":
            problems.add(f"left_out_{role.name}", column=column)


def _unknown_labels(
    frame: pd.DataFrame, roles: dict[str, Role], choices: Choices
) -> tuple[UnknownLabel, ...]:
    """List the texts of the answer columns that stand for nothing known, commonest first."""
    columns = [name for name, role in roles.items() if role.name in ("functional", "dysfunctional")]
    counts = {name: frame[name].value_counts() for name in columns}
    known = codes_of({text for found in counts.values() for text in found.index}, choices.labels)
    places: dict[str, dict[str, int]] = {}
    for name, found in counts.items():
        for text, n in found.items():
            if text not in known:
                places.setdefault(text, {})[name] = int(n)
    labels = [UnknownLabel(text, sum(at.values()), tuple(at)) for text, at in places.items()]
    return tuple(sorted(labels, key=lambda label: (-label.n, label.text)))

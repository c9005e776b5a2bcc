"""Recognising a value survey: how important, known, needed, used, solved and satisfying."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from uploads.answer_labels import Code
from uploads.choices import Choices
from uploads.missing import MISSING
from uploads.missing_rules import ruled
from uploads.problems import Problems, Refused
from uploads.roles import Role
from uploads.scales import RATINGS as PLACES
from uploads.scales import YES_NO, rating_codes, yes_no_codes
from uploads.scores import score_roles
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
from uploads.understood import Understood, UnknownLabel
from uploads.value_columns import ASPECTS, RATINGS, STEPS, aspect_roles, bare_aspects, benefits

RATING_CODES = (*map(str, PLACES), *MISSING)
YES_NO_CODES = (*map(str, YES_NO), *MISSING)


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a value survey, or that it is none.

    Parameters
    ----------
    table : Table
        A file that passed the gate.
    choices : Choices
        The user's roles of columns come before what is found.

    Raises
    ------
    Refused
        ``repeated_question``; ``long_without_id`` when rows are answers and
        nothing says whose.
    """
    values = values_by_column(table)
    roles = _long(table, values, choices)
    layout = "long" if roles else "wide"
    roles = roles or _wide(table, values, choices)
    if roles is None:
        return None
    problems = Problems()
    say_what_is_left_out(roles, problems)
    found = Understood("value", layout, table, roles, problems=problems.gathered())
    return replace(found, unknown_labels=_unknown(found, choices))


def value_codes(understood: Understood, choices: Choices) -> dict[str, dict[str, Code]]:
    """Return, by aspect, what each text of its columns stands for."""
    frame = understood.table.frame
    codes: dict[str, dict[str, Code]] = {}
    for aspect in ASPECTS:
        columns = understood.columns(aspect)
        texts = {str(text) for name in columns for text in frame[name].unique()}
        read = rating_codes if aspect in RATINGS else yes_no_codes
        codes[aspect] = ruled(read(texts, choices.labels), choices)
    return codes


def codes_by_column(understood: Understood, choices: Choices) -> dict[str, dict[str, Code]]:
    """Return, by column of answers, what each of its texts stands for."""
    codes = value_codes(understood, choices)
    return {
        column: codes[role.name]
        for column, role in understood.roles.items()
        if role.name in ASPECTS
    }


def _wide(
    table: Table, values: Mapping[str, pd.Series], choices: Choices
) -> dict[str, Role] | None:
    few = {name for name, different in values.items() if 0 < len(different) <= FEW}
    few |= {text for name, text in asked_as(table).items() if name in few}
    scores = score_roles(values, asked_as(table))
    found = by_question(table, lambda names: aspect_roles(names, few))
    asked = {name: role for name, role in found.items() if name not in scores}
    roles = survey_roles(table, values, choices, scores | asked)
    groups = benefits(roles)
    rated = [group for group in groups.values() if set(group) & set(RATINGS)]
    whole = any(len(group) > 1 for group in rated) or len(rated) > 1
    if not whole and not (choices.kind == "value" and groups):
        return None
    return roles


def _long(
    table: Table, values: Mapping[str, pd.Series], choices: Choices
) -> dict[str, Role] | None:
    """Return the roles of a file of a row an answer, or None where it is no such file."""
    roles = survey_roles(table, values, choices, bare_aspects(values))
    held = {role.name for role in roles.values()}
    if "item" not in held or not held & set(RATINGS):
        return None
    if "respondent_id" not in held:
        raise Refused("long_without_id")
    return roles


def _unknown(understood: Understood, choices: Choices) -> tuple[UnknownLabel, ...]:
    """List what the published sets don't have; what the user has mapped stays on the list."""
    unmapped = replace(choices, labels={})
    frame, codes = understood.table.frame, codes_by_column(understood, unmapped)
    rated = {name: codes[name] for name in understood.columns(*RATINGS)}
    stepped = {name: codes[name] for name in understood.columns(*STEPS)}
    return (
        *unknown_labels(frame, rated, RATING_CODES),
        *unknown_labels(frame, stepped, YES_NO_CODES),
    )

"""Recognising surveys of named answers: of needs, of leaving, of recommending the union."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from uploads.background import background_role, trait_role, vocabulary
from uploads.choices import Choices
from uploads.leaving import REASONS, is_exit_reason, reason_codes
from uploads.missing import MISSING
from uploads.needs_numbers import MOST_ANSWERS, numbers_said
from uploads.needs_questionnaire import known_question
from uploads.problems import Problems, Refused
from uploads.roles import Role
from uploads.scores import NAMED_SO, SCORE_CODES, score_codes, score_roles
from uploads.survey_roles import (
    asked_as,
    say_what_is_left_out,
    survey_roles,
    unknown_labels,
    values_by_column,
)
from uploads.table import Table
from uploads.text import key, means_blank
from uploads.understood import Understood

CONSIDERED = "considered_leaving"
_CONSIDERED = re.compile(
    r"(overvej|considered|overveid|overwogen|overwegen|überlegt).*"
    r"(melde dig ud|udmeld|leav|resign|melde deg ut|utmeld|opzeg|verlaten|austret|kündig)",
    re.IGNORECASE,
)
_LEAST_QUESTIONS = 3  # with a score among them: fewer are background of a survey of the score
_ANSWER_NAMES = frozenset(
    {"answer", "value", "response", "svar", "værdi", "verdi", "antwoord", "waarde", "antwort"}
)
_ANSWERING = ("question", "score", "exit_reason")
_ANYBODY_S_ID = frozenset({"id", "#", "case", "caseid", "record", "record id", "løbenr"})


def recognise_exit(table: Table, choices: Choices) -> Understood | None:
    """Say how a table holds people's reasons for leaving, or that it doesn't."""
    roles, values = _roles(table, choices)
    held = {role.name for role in roles.values()}
    if choices.kind != "exit" and not ("exit_reason" in held and _is_asked(roles)):
        return None
    return _understood("exit", table, roles, values, choices)


def recognise_score(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a survey of who would recommend the union, or that it is none."""
    roles, values = _roles(table, choices)
    held = [role.name for role in roles.values()]
    if "score" not in held or "item" in held or not (choices.kind == "nps" or _is_asked(roles)):
        return None
    if held.count("question") >= _LEAST_QUESTIONS and choices.kind != "nps":
        return None
    for name, role in roles.items():
        if role.name in ("question", "exit_reason"):
            roles[name] = trait_role(values[name])
    return _understood("nps", table, roles, values, choices)


def recognise_needs(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a survey of needs, or that it is none.

    Any questions with named answers are a survey of needs; what tells them from a register is
    that they are asked: they end in a question mark, are the questionnaire's, or somebody's
    answers have a number or a time of their own.
    """
    roles, values = _roles(table, choices)
    long = _long(roles)
    questions = [name for name, role in roles.items() if role.name == "question"]
    if not long and not questions:
        return None
    sure = len(questions) >= _LEAST_QUESTIONS and _is_asked(roles)
    if not (sure or long or choices.kind == "needs"):
        return None
    found = _understood("needs", table, roles, values, choices)
    only_former = _all_left(table, roles) and choices.kind is None
    return replace(found, could_be=("needs", "exit") if only_former else ())


def _roles(table: Table, choices: Choices) -> tuple[dict[str, Role], dict[str, pd.Series]]:
    values, asked = values_by_column(table), asked_as(table)
    answers = score_roles(values, asked)
    for name, different in values.items():
        if name not in answers and is_exit_reason(asked[name], different):
            answers[name] = Role("exit_reason")
        elif name not in answers and _CONSIDERED.search(asked[name]):
            answers[name] = Role(CONSIDERED)
        elif name not in answers and (
            _is_question(name, asked[name], different)
            or _asks_for_a_number(name, asked[name], different, table)
        ):
            answers[name] = Role("question", asked[name])
    roles = survey_roles(table, values, choices, answers)
    return roles, values


def _is_asked(roles: Mapping[str, Role]) -> bool:
    """Say whether a file was answered by people: a register has no questions and no answers' time.

    An id that is only called so tells nothing: members have one as well.
    """
    return any(
        role.name == "answered_at"
        or (role.name == "respondent_id" and key(name) not in _ANYBODY_S_ID)
        or (role.name in _ANSWERING and _is_asking(role.item or name))
        for name, role in roles.items()
    )


def _is_asking(text: str) -> bool:
    return (
        text.rstrip().endswith("?")
        or known_question(text) is not None
        or NAMED_SO.search(text) is not None
    )


def _is_question(name: str, asked: str, values: pd.Series) -> bool:
    """Say whether a column has few, short answers and is no background of a person."""
    if background_role(name, values).name != "trait" or len(values) > MOST_ANSWERS:
        return False
    return len(values) > 1 or asked.rstrip().endswith("?")


def _asks_for_a_number(name: str, asked: str, values: pd.Series, table: Table) -> bool:
    """Say whether a column with many answers is a question that numbers answer."""
    background = background_role(name, values).name in ("trait", "free_text")
    return background and asked.rstrip().endswith("?") and bool(numbers_said(values, table))


def _long(roles: Mapping[str, Role]) -> bool:
    """Say whether each row is an answer: who, to what, and which one."""
    held = {role.name for role in roles.values()}
    answer = next((name for name in roles if key(name) in _ANSWER_NAMES), None)
    return {"item", "respondent_id"} <= held and answer is not None


def _understood(
    kind: str,
    table: Table,
    roles: dict[str, Role],
    values: Mapping[str, pd.Series],
    choices: Choices,
) -> Understood:
    layout = "long" if kind == "needs" and _long(roles) else "wide"
    if layout == "long":
        roles = _long_roles(roles, values)
    problems = Problems()
    say_what_is_left_out(roles, problems)
    found = Understood(kind, layout, table, roles, problems=problems.gathered())
    choices = replace(choices, labels={})  # what the user has mapped stays on the list
    score, reason = found.column("score"), found.column("exit_reason")
    scores = {score: score_codes(set(values[score]), choices)} if score else {}
    reasons = {reason: reason_codes(set(values[reason]), choices)} if reason else {}
    blank = {name: [t for t in table.frame[name].unique() if means_blank(t)] for name in
             (*scores, *reasons)}  # fmt: skip
    unknown = (
        *unknown_labels(table.frame, _with(scores, blank), SCORE_CODES),
        *unknown_labels(table.frame, _with(reasons, blank), (*REASONS, *MISSING)),
    )
    return replace(found, unknown_labels=unknown)


def _with(
    codes: Mapping[str, Mapping[str, object]], blank: Mapping[str, list[str]]
) -> dict[str, dict[str, object]]:
    return {name: dict(read) | dict.fromkeys(blank[name]) for name, read in codes.items()}


def _long_roles(roles: dict[str, Role], values: Mapping[str, pd.Series]) -> dict[str, Role]:
    """Of a file of a row an answer, one column is the answer and the rest is background."""
    answer = next(name for name in roles if key(name) in _ANSWER_NAMES)
    if "respondent_id" not in {role.name for role in roles.values()}:
        raise Refused("long_without_id")
    settled = {
        name: trait_role(values[name]) if role.name in ("question", "exit_reason") else role
        for name, role in roles.items()
    }
    return settled | {answer: Role("question", "")}


def _all_left(table: Table, roles: Mapping[str, Role]) -> bool:
    """Say whether everybody who answered had left: then it may be a survey of leaving."""
    column = next((name for name, role in roles.items() if role.name == "status"), None)
    if column is None:
        return False
    said = [text for text in table.frame[column].unique() if not means_blank(text)]
    return bool(said) and all(vocabulary("status", text) == "former" for text in said)

"""Recognising a survey of what the union should stand for: choices of the most and the least."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from uploads.choices import Choices
from uploads.missing import LEFT_BLANK, MISSING_WORDS
from uploads.problems import Problems
from uploads.roles import Role
from uploads.survey_roles import say_what_is_left_out, survey_roles, values_by_column
from uploads.table import Table
from uploads.text import key, means_blank
from uploads.understood import Understood

SIDES = ("best", "worst")
_WORDS = {
    "best": "best most mest bedst vigtigst beste viktigst meest belangrijkst belangrijkste"
    " wichtigsten meisten",
    "worst": "worst least mindst dårligst uvigtigst minst verste slechtst onbelangrijkst"
    " wenigsten unwichtigsten",
}
_SIDE_OF = {word: side for side, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[^\W_]+")
_FEWEST_CHOICES = 2
_MOST_VALUES = 30


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table holds choices of the most and the least, or that it holds none."""
    values = values_by_column(table)
    few = [name for name, different in values.items() if len(different) <= _MOST_VALUES]
    roles = survey_roles(table, values, choices, _choices(few))
    tasks = tasks_of(roles)
    if len(tasks) < _FEWEST_CHOICES and not (tasks and choices.kind == "brand_values"):
        return None
    problems = Problems()
    say_what_is_left_out(roles, problems)
    found = Understood("brand_values", "wide", table, roles)
    return replace(found, problems=problems.gathered())


def tasks_of(roles: dict[str, Role]) -> dict[str, dict[str, str]]:
    """Return the two columns of each choice, in the file's order."""
    tasks: dict[str, dict[str, str]] = defaultdict(dict)
    for column, role in roles.items():
        if role.name in SIDES and role.item is not None:
            tasks[role.item][role.name] = column
    return {task: sides for task, sides in tasks.items() if set(sides) == set(SIDES)}


def value_codes(texts: Iterable[str], own: dict[str, object]) -> dict[str, str]:
    """Return why there is no choice, by text; every other text is a value's name."""
    mapped = {key(label): str(code) for label, code in own.items() if isinstance(code, str)}
    words = MISSING_WORDS | mapped
    codes: dict[str, str] = {}
    for text in texts:
        if means_blank(text):
            codes[text] = LEFT_BLANK
        elif key(text) in words:
            codes[text] = words[key(text)]
    return codes


def _choices(columns: list[str]) -> dict[str, Role]:
    """Pair the columns that are called alike but for the side's word."""
    groups: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for column in columns:
        words = _WORD.findall(key(column))
        sides = {_SIDE_OF[word] for word in words if word in _SIDE_OF}
        if len(sides) == 1:
            stem = tuple(word for word in words if word not in _SIDE_OF)
            groups[stem][sides.pop()].append(column)
    roles: dict[str, Role] = {}
    for stem, of in groups.items():
        if len(of["best"]) == len(of["worst"]) == 1:
            name = " ".join(stem)
            roles |= {of[side][0]: Role(side, name) for side in SIDES}
    return roles

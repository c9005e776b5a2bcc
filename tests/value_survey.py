"""Value surveys with known answers, made on the spot."""

from datetime import date
from pathlib import Path

import pandas as pd

from queries import store
from tests.planted import database, membership

COLUMNS = ("importance", "satisfaction", "aware", "needed", "used", "solved")
KINDS = {
    "legal": ("Legal help", "insurance", False),
    "stress": ("Stress counselling", "advice", False),
    "agreement": ("Collective agreement", "solidarity", True),
    "magazine": ("Printed magazine", "community", False),
    "politics": ("Political work", "political", True),
}
LONG_AGO = date(2015, 1, 1)
Group = dict[str, list[tuple]]


def people(members: int, former: int = 0) -> dict[str, pd.DataFrame]:
    """Make so many members and former members, in the state sector."""
    rows = [(members, "state", LONG_AGO, None)]
    if former:
        rows.append((former, "state", LONG_AGO, date(2020, 1, 1)))
    return membership(rows)


def answered(*groups: tuple) -> list[tuple]:
    """Expand (how many, answers in the order of COLUMNS, None at the end) to a row a person."""
    width = len(COLUMNS)
    return [
        (*values, *[None] * (width - len(values))) for many, *values in groups for _ in range(many)
    ]


def survey(
    plan: dict[tuple[str | None, str | None], Group], items: dict | None = None, **extra: object
) -> dict[str, pd.DataFrame]:
    """Make a value survey from the answers of each (status, branch), by item.

    Parameters
    ----------
    plan : dict
        By (status, branch): item → rows of `answered`; the longest list says how many people.
    items : dict, optional
        By item: English name, kind, collective; a kind of None is a need that no benefit meets.
    **extra
        Further columns of the respondents, such as ``weight``.
    """
    items = items or KINDS
    asked = [(*group, number, at) for group, of in plan.items() for number, at in _people(of)]
    respondents = pd.DataFrame(asked, columns=["status", "branch_id", "number", "answers"])
    respondents["respondent_id"] = [f"p{number}" for number in range(len(respondents))]
    rows = [
        (respondent, item, *values)
        for respondent, of in zip(respondents["respondent_id"], respondents["answers"], strict=True)
        for item, values in of.items()
    ]
    met = {item: row for item, row in items.items() if row[1] is not None}
    return {
        "survey": pd.DataFrame(
            [("v", "value", "Values", date(2026, 9, 1))],
            columns=["survey_id", "kind", "label", "fielded_on"],
        ),
        "survey_item": pd.DataFrame(
            {
                "survey_id": "v",
                "item_id": list(items),
                "position": range(len(items)),
                "label": [row[0] for row in items.values()],
                "benefit_id": [item if item in met else None for item in items],
                "need_id": [None if item in met else item for item in items],
            }
        ),
        "benefit": pd.DataFrame(
            [(item, f"da {name}", name, kind, both) for item, (name, kind, both) in met.items()],
            columns=["benefit_id", "label", "label_en", "kind", "collective"],
        ),
        "respondent": respondents.drop(columns=["number", "answers"]).assign(
            survey_id="v", **extra
        ),
        "value_answer": pd.DataFrame(rows, columns=["respondent_id", "item_id", *COLUMNS]).assign(
            survey_id="v"
        ),
    }


def _people(of: Group) -> list[tuple[int, dict[str, tuple]]]:
    longest = max(len(rows) for rows in of.values())
    return [
        (place, {item: rows[place] for item, rows in of.items() if place < len(rows)})
        for place in range(longest)
    ]


def build(path: Path, *parts: dict[str, pd.DataFrame]) -> store.Store:
    """Make a database of several parts' tables."""
    tables: dict[str, pd.DataFrame] = {}
    for part in parts:
        tables |= part
    return database(path, tables)

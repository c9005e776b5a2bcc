"""Answers group by group: of those that may be shown, under their names, and side by side."""

from dataclasses import replace

import pandas as pd

from queries.filters import Filters
from views.gaps.answers import CURRENT, FORMER, Asked, answers, asked, cells
from views.gaps.options import Options
from views.scope import newest_solution, value_label
from views.view import Ask
from words.language import Language


def asked_by_group(filters: Filters, options: Options, ask: Ask) -> tuple[Asked, pd.DataFrame]:
    """Return those whom the page speaks of, and the answers of the groups that are compared.

    Raises
    ------
    Nothing
        As `views.gaps.answers.asked`.
    """
    of = asked(
        options.survey_id, filters, options, ask, weights=options.weights, theme_id=options.theme
    )
    return of, grouped(of, options.compare, ask)[0]


def grouped(of: Asked, by: str, ask: Ask) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return answers of the groups that may be shown, and the table that decides which may."""
    scope = of.scope
    solution = (scope.filters.segment or newest_solution(ask)) if by == "segment" else None
    if solution is not None:
        profiles = ask("respondent_profiles", survey_id=of.survey.survey_id, segment=solution)
        scope = replace(scope, profiles=profiles)
    rows = answers(of.survey, scope.filters.without(by), ask, solution)
    table = cells(scope, by)
    if by == "status":
        table = table[table["status"].isin((*CURRENT, *FORMER))]
        sides = {**dict.fromkeys(CURRENT, "members"), **dict.fromkeys(FORMER, "former")}
        table = table.assign(group=table["status"].map(sides))
        rows = rows.assign(group=rows["status"].map(sides))
    else:
        rows = rows.assign(group=rows[by])
        if of.statuses:
            table = table[table["status"].isin(of.statuses)]
    shown = table.loc[table["visible"] & (table["group"] != ""), ["status", "group"]]
    return rows.merge(shown, on=["status", "group"]), table


def group_name(say: Language, by: str, code: str, ask: Ask) -> str:
    """Return what a group of a comparison is called."""
    if by == "status":
        return say.say("Former members") if code == "former" else say.say("Members")
    return value_label(say, by, code, ask)


def group_names(cells: pd.DataFrame, options: Options, ask: Ask) -> dict[str, str]:
    """Return what the groups of a table by (group, item id) are called, by code."""
    codes = cells.index.get_level_values("group").unique()
    return {code: group_name(options.language, options.compare, code, ask) for code in codes}


def side_by_side(
    text: pd.Series, sure: pd.Series, names: dict[str, str], labels: pd.Series, say: Language
) -> pd.DataFrame:
    """Return a row a benefit and a column a group, as a reader sees it.

    Parameters
    ----------
    text : pandas.Series of str
        By (group, item id), what a cell says; «–» stands where there is none.
    sure : pandas.Series of float
        By (group, item id), how much it surely is; the benefit with the most in any group is first.
    names, labels
        What groups and benefits are called, by code.
    say : Language
    """
    order = sure.groupby(level="item_id").max().sort_values(ascending=False).index
    wide = text.unstack("group").reindex(index=order, columns=list(names)).fillna("–")
    wide = wide.rename(columns=names)
    wide.insert(0, say.say("Benefit"), labels.reindex(order))
    return wide

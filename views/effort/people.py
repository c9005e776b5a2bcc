"""Whom effort can reach: people who left, by group, under the small-group rule."""

from dataclasses import dataclass

import pandas as pd

from analysis.disclosure import groups
from queries.filters import DIMENSIONS
from views.effort.options import Options
from views.scope import Scope
from views.view import Ask

UNREACHABLE = ("dead", "excluded", "refused")


@dataclass(frozen=True, eq=False)
class Reach:
    """People in the filter who left.

    Attributes
    ----------
    rows : DataFrame
        Those who can be reached: by group's code, counts and sums as ``effort_people`` has them.
        Groups too small to show are out of it.
    hidden : int
        Groups that are.
    n : int
        People in the groups shown; of segments, which may overlap, people in the filter.
    unreachable : dict
        How many can't be reached, by why; only counts that may be shown.
    """

    rows: pd.DataFrame
    hidden: int
    n: int
    unreachable: dict[str, int]


def reach(scope: Scope, options: Options, ask: Ask) -> Reach:
    """Count those who left within a filter."""
    everyone = _left(scope, options.rows, ask)
    rows = _of_filter(everyone, scope)
    rows = rows[rows["reach"] == "yes"].drop(columns=["reach", *DIMENSIONS])
    counted = rows.groupby("code").sum()
    visible = _visible(everyone[everyone["reach"] == "yes"], scope)
    shown = counted[visible.reindex(counted.index, fill_value=False)]
    # One may be in several segments, so that people are counted apart from groups.
    people = _left(scope, "all", ask) if options.rows == "segment" else everyone
    by_reach = _of_filter(people, scope).groupby("reach")["n"].sum()
    n = int(by_reach.get("yes", 0)) if options.rows == "segment" else int(shown["n"].sum())
    return Reach(shown, len(counted) - len(shown), n, _unreachable(by_reach, scope.limit))


def _left(scope: Scope, rows: str, ask: Ask) -> pd.DataFrame:
    """Everyone who left, split by the filters in force only: the small-group rule needs all."""
    filters = scope.filters
    flags = {f"by_{name}": name in filters.active() for name in DIMENSIONS}
    return ask(
        "effort_people",
        rows=rows,
        segment=filters.segment,
        since=filters.since,
        until=filters.until,
        **flags,
    )


def _of_filter(table: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    for name, value in scope.filters.active().items():
        table = table[table[name] == value]
    return table


def _visible(can: pd.DataFrame, scope: Scope) -> pd.Series:
    table = groups(can, (*scope.filters.active(), "code"), scope.limit).reset_index()
    return _of_filter(table, scope).set_index("code")["visible"]


def _unreachable(by_reach: pd.Series, limit: int) -> dict[str, int]:
    counts = by_reach.reindex(list(UNREACHABLE), fill_value=0)
    return {why: int(n) for why, n in counts.items() if n >= limit}

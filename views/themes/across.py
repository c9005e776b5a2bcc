"""Themes across segments, or other groups: where more people want them, and where fewer."""

from dataclasses import dataclass, field

import pandas as pd

from analysis.intervals import wilson
from analysis.value import differences
from analysis.value.theme_wants import theme_wants
from views.gaps.by_group import group_name, grouped
from views.scope import parted
from views.themes.found import Found
from views.themes.options import Options
from views.view import Ask
from words.labels import dimension


@dataclass(frozen=True, eq=False)
class Across:
    """How many of each group want the benefits of a theme.

    Attributes
    ----------
    by : str
        ``"segment"``, ``"status"`` or ``"branch"``.
    names : dict
        What each group that may be shown is called, by code, in order.
    cells : pandas.DataFrame
        By (group, theme): columns of `analysis.value.Differences.cells`, and ``share_low`` and
        ``share_high``; empty where there are not two groups.
    notes : tuple of str
        Why there is nothing to see, and how few are known.
    """

    by: str
    names: dict[str, str] = field(default_factory=dict)
    cells: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()

    def clear(self) -> pd.DataFrame:
        """Return the cells in which a group clearly differs from the others, the widest first."""
        if self.cells.empty:
            return self.cells
        rows = self.cells[self.cells["clear"]]
        return rows.reindex(rows["difference"].abs().sort_values(ascending=False).index)


def across(found: Found, options: Options, ask: Ask) -> Across:
    """Hold the groups that may be shown against each other, theme by theme."""
    say = options.language
    by = options.across or ("segment" if parted(ask) else "status")
    rows, table = grouped(found.asked, by, ask)
    group = rows.groupby("respondent_id")["group"].first()
    names = {code: group_name(say, by, code, ask) for code in sorted(group.unique())}
    if len(names) < 2:
        nothing = say.say(
            "Here are not two groups by {what} that are large enough to compare.",
            what=dimension(say, by).lower(),
        )
        return Across(by, names, notes=(*_hidden(table, names, by, options, ask), nothing))
    told = theme_wants(rows, found.theme_of)
    told = told.rename(columns={"theme": "item", "important": "hits", "rated": "asked"})
    cells = differences(told.assign(group=told["respondent_id"].map(group))).cells
    cells = cells.rename_axis(["group", "theme"])
    cells = cells[(cells["n"] >= options.limit) & (cells["other_n"] >= options.limit)]
    low, high = wilson(cells["share"] * cells["effective"], cells["effective"])
    cells = cells.assign(share_low=low, share_high=high)
    shown = cells.index.get_level_values("theme").isin(found.codes)
    notes = (*_hidden(table, names, by, options, ask), *_coverage(found, group, by, options))
    return Across(by, names, cells[shown], notes)


def _hidden(
    table: pd.DataFrame, names: dict[str, str], by: str, options: Options, ask: Ask
) -> tuple[str, ...]:
    """Name the groups that are too small to be seen."""
    say = options.language
    codes = [code for code in table["group"].unique() if code and code not in names]
    hidden = [group_name(say, by, code, ask) for code in codes]
    if not hidden:
        return ()
    return (say.say("Too few answers to show: {groups}.", groups=say.listed(hidden)),)


def _coverage(found: Found, group: pd.Series, by: str, options: Options) -> tuple[str, ...]:
    say, asked_of = options.language, found.asked.n
    left_out = asked_of - len(group)
    if by == "status" or left_out < options.limit:
        return ()
    return (
        say.say(
            "{n} of {total} respondents are in none of these groups and are left out here.",
            n=say.number(left_out),
            total=say.number(asked_of),
        ),
    )

"""Who came and went by period: months, or longer ones where a month would speak of too few."""

from datetime import date

import pandas as pd

from words.language import N_

COUNTED = ["joined", "returned", "gone"]
# The grain's heading and its axis title, the finest first.
PERIODS = {
    "M": (N_("Month"), N_("People a month")),
    "Q": (N_("Quarter from"), N_("People a quarter")),
    "Y": (N_("Year from"), N_("People a year")),
}


def by_period(counted: pd.DataFrame, since: date, limit: int) -> tuple[pd.DataFrame, str]:
    """Count by the finest period in which no number is above zero and under the limit.

    Parameters
    ----------
    counted : pandas.DataFrame
        ``month``, ``joined``, ``returned``, ``gone``: people.
    since : datetime.date
        The first day shown; longer periods begin with the first whole one after it.
    limit : int
        The least number of people that may be shown.

    Returns
    -------
    tuple of pandas.DataFrame and str
        A row a period: ``month`` (its first day), ``joined``, ``returned``, ``left`` (below
        zero) and ``net``; and the grain, a key of `PERIODS`. Where even years are too small,
        their small numbers and net are null.
    """
    for grain in PERIODS:
        table = _table(counted, since, grain)
        small = table[COUNTED].gt(0) & table[COUNTED].lt(limit)
        if not small.any(axis=None):
            break
    shown = table[COUNTED].mask(small)
    net = (shown["joined"] + shown["returned"] - shown["gone"]).where(~small.any(axis=1))
    flow = table[["month"]].assign(joined=shown["joined"], returned=shown["returned"])
    return flow.assign(left=-shown["gone"], net=net), grain


def _table(counted: pd.DataFrame, since: date, grain: str) -> pd.DataFrame:
    periods = counted["month"].dt.to_period(grain)
    first = pd.Timestamp(since).to_period(grain)
    if first.start_time < pd.Timestamp(since):
        first += 1
    inside = counted.assign(month=periods.dt.start_time)[periods >= first]
    return inside.groupby("month", as_index=False)[COUNTED].sum()

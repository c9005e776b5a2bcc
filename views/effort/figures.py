"""What history knows of each group: the criteria that effort is weighed by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.attractiveness import Criteria, scaled
from analysis.errors import NotEnough
from analysis.intervals import wilson
from analysis.second_spell import HORIZON, ExpectedMonths, expected_months
from views.effort.options import CRITERIA, group_of, time_of

# A group's own past leavers, returns or complaints speak from here on; with fewer, everyone's do.
ENOUGH = 20
MARGIN = float(norm.isf(0.025))


@dataclass(frozen=True, eq=False)
class Figures:
    """The criteria of each group, in their own units.

    Attributes
    ----------
    values, low, high, n : DataFrame
        Groups in rows, criteria in columns; NaN where nobody's history knows the figure. ``n``
        is what a figure rests on.
    borrowed : DataFrame of bool
        Where everyone's figure stands in for a group's own.
    """

    values: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    n: pd.DataFrame
    borrowed: pd.DataFrame

    def criteria(self) -> Criteria:
        """Return them against the best group's; what nobody knows counts for nobody."""
        return scaled(self.values.fillna(0), self.low.fillna(0), self.high.fillna(0))


def figures(people: pd.DataFrame, returns: pd.DataFrame, second_spells: pd.DataFrame) -> Figures:
    """Work out the criteria.

    Parameters
    ----------
    people : DataFrame
        By group's code, as `views.effort.people.reach` counts them.
    returns, second_spells : DataFrame
        As the queries ``effort_returns`` and ``effort_second_spells`` give them.
    """
    n = people["n"].astype(float)
    parts = {
        "value": _value(people, second_spells),
        "size": pd.DataFrame({"value": n, "low": n, "high": n, "n": n, "borrowed": False}),
        "referrers": _share(people["referrers"], n),
        "return": _returned(people.index, returns),
        "price": _share(people["price"], n),
        "complaint": _complaints(people),
        "fixable": _share(people["fixable"], n),
    }
    stacked = pd.concat({name: parts[name] for name in CRITERIA}, axis=1)
    tables = (stacked.xs(what, axis=1, level=1) for what in ("value", "low", "high", "n"))
    borrowed = stacked.xs("borrowed", axis=1, level=1).astype(bool)
    return Figures(*(table.astype(float) for table in tables), borrowed)


def hard_to_regain(figures: Figures, people: pd.DataFrame) -> Figures:
    """Read those pushed away without meaning to as hard to regain: no mended cause counts there."""
    other = _share(people["fixable_hard"], people["n"].astype(float))
    tables = {"values": "value", "low": "low", "high": "high"}
    changed = {
        name: getattr(figures, name).assign(fixable=other[column])
        for name, column in tables.items()
    }
    return replace(figures, **changed)


def _share(hits: pd.Series, n: pd.Series) -> pd.DataFrame:
    low, high = wilson(hits, n)
    share = hits / n.where(n > 0)
    return pd.DataFrame({"value": share, "low": low, "high": high, "n": n, "borrowed": False})


def _or_everyones(own: pd.DataFrame, everyones: pd.DataFrame) -> pd.DataFrame:
    """Let everyone's share stand in where a group's own rests on too few."""
    few = own["n"] < ENOUGH
    known = everyones["n"] >= ENOUGH
    filled = own.mask(few, everyones.where(known))
    return filled.assign(borrowed=few & known, n=filled["n"].fillna(0))


def _returned(codes: pd.Index, returns: pd.DataFrame) -> pd.DataFrame:
    """Share who came back: in the first year, and of those away for longer in the second."""
    later = np.array([time_of(code) == "earlier" for code in codes])
    history = returns.set_index("code").reindex([group_of(code) for code in codes]).fillna(0)
    totals = returns.drop(columns="code").sum()

    def pick(what: str, table: pd.DataFrame) -> pd.Series:
        chosen = np.where(later, table[f"second_{what}"], table[f"first_{what}"])
        return pd.Series(np.broadcast_to(chosen, len(codes)), codes, dtype=float)

    own = _share(pick("back", history), pick("n", history))
    return _or_everyones(own, _share(pick("back", totals), pick("n", totals)))


def _complaints(people: pd.DataFrame) -> pd.DataFrame:
    total = people[["resolved", "complained"]].sum()
    own = _share(people["resolved"], people["complained"].astype(float))
    everyones = _share(
        *(pd.Series(float(total[name]), people.index) for name in ("resolved", "complained"))
    )
    return _or_everyones(own, everyones)


def _value(people: pd.DataFrame, second_spells: pd.DataFrame) -> pd.DataFrame:
    """Mean fee × expected months; the doubts of the two combine as those of a product."""
    everyones = _months(second_spells)
    months = {code: _months(spells) for code, spells in second_spells.groupby("code")}
    rows = {}
    for code, row in people.iterrows():
        own = months.get(group_of(code))
        rows[code] = _worth(row, own or everyones) | {"borrowed": own is None and bool(everyones)}
    return pd.DataFrame.from_dict(rows, orient="index")


def _months(spells: pd.DataFrame) -> ExpectedMonths | None:
    if spells["n"].sum() < ENOUGH or spells["months"].max() < HORIZON:
        return None
    try:
        return expected_months(spells["months"], spells["ended"], spells["n"])
    except NotEnough:
        return None


def _worth(row: pd.Series, months: ExpectedMonths | None) -> dict[str, float]:
    n = row["fee_n"]
    if months is None or n == 0:
        return {"value": np.nan, "low": np.nan, "high": np.nan, "n": 0}
    fee = row["fee_sum"] / n
    variance = max(row["fee_squares"] / n - fee**2, 0) / max(n - 1, 1)
    value = fee * months.months
    error = np.sqrt(variance * months.months**2 + fee**2 * months.error**2)
    low = max(value - MARGIN * error, 0)
    return {"value": value, "low": low, "high": value + MARGIN * error, "n": months.n}


def unknown(figures: Figures) -> Iterable[str]:
    """Return the criteria that no group's history knows."""
    return [name for name in CRITERIA if figures.values[name].isna().all()]

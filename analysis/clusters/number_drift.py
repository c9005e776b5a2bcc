"""How numbers have moved since they helped to make classes."""

import numpy as np
import pandas as pd

from analysis.clusters.numbers import Numbers
from analysis.means import Mean, mean

# A mean that has moved by so many of the first people's spreads has moved somewhat (Cohen 1988: a
# small effect).
SOME_APART = 0.2
COLUMNS = ("then", "now", "low", "high", "n", "apart", "spread")


def numbers_moved(
    numbers: Numbers | None, frame: pd.DataFrame, people: np.ndarray, weight: np.ndarray
) -> pd.DataFrame:
    """Hold the mean of each number now against that of those who made the classes.

    Parameters
    ----------
    numbers : Numbers or None
        Those that made the classes; of them the mean and spread are used.
    frame : DataFrame
        People now; who has no number is left out, and so is a number that nobody has.
    people, weight : array
        People a row, and their survey weight.

    Returns
    -------
    DataFrame
        By number, the one that moved most first: ``then``, ``now`` (weighted means, in the
        number's own unit), ``low``, ``high`` (95 %, Student), ``n`` (people now), ``apart`` (the
        standardised mean difference (now − then) / spread; Cohen 1988, Statistical Power
        Analysis), ``spread`` (then).
    """
    rows = {}
    for place, name in enumerate(numbers.names if numbers else ()):
        values = frame[name].to_numpy(dtype=float) if name in frame else np.full(len(frame), np.nan)
        there = people * np.isfinite(values)
        if (there * weight).any():
            found = mean_of(np.where(there > 0, values, 0), there, weight)
            then, spread = float(numbers.mean[place]), float(numbers.spread[place])
            apart = (found.value - then) / spread
            rows[name] = (then, found.value, found.low, found.high, found.n, apart, spread)
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS))
    order = table["apart"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].rename_axis("number")


def mean_of(values: np.ndarray, people: np.ndarray, weight: np.ndarray) -> Mean:
    """Return the mean of a number over rows, each of several people."""
    times = people.astype(int)
    return mean(np.repeat(values, times), np.repeat(weight, times))

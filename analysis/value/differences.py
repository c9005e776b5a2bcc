"""What one group knows or is satisfied with more or less than the others; chance kept out."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control, fisher_exact, norm

from analysis.errors import NotEnough
from analysis.intervals import newcombe
from analysis.value.ratios import moments, ratios

FALSE_DISCOVERIES = 0.05
# Cochran (1954): with fewer expected hits or misses than this the score test is not to be trusted.
LEAST_EXPECTED = 5


@dataclass(frozen=True, eq=False)
class Differences:
    """Groups against the rest.

    Attributes
    ----------
    cells : DataFrame
        By (group, item): ``n`` (people), ``asked`` (their answers, weighted), ``share`` and
        ``effective`` (answers that it rests on) of the group; the same with ``other_`` of all
        other groups together;
        ``difference`` (group − others) with ``low`` and ``high``, ``p``, ``p_adjusted`` and
        ``clear``. Cells that nobody answered, on either side, are left out.
    level : float
        Of the intervals.
    """

    cells: pd.DataFrame
    level: float


def differences(
    rows: pd.DataFrame, *, false_discoveries: float = FALSE_DISCOVERIES, level: float = 0.95
) -> Differences:
    """Hold each group's shares against those of everybody else.

    The interval is Newcombe's (1998, method 10), the test the score test of two shares, or
    Fisher's exact test where few are expected, and the share of false ones among those called
    clear is held down (Benjamini & Hochberg 1995, J. Roy. Statist. Soc. B 57:289) over all cells
    at once. Answers that come several from one person are not independent: their number is
    brought down to the effective one (Rao & Scott 1992, Biometrics 48:577).

    Parameters
    ----------
    rows : DataFrame
        One row a respondent and item: ``group``, ``item``, ``hits`` (yes answers), ``asked``
        (answers), ``weight``. One item may stand for several questions together.
    false_discoveries : float
        Share of false ones allowed among the clear ones.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``one_group`` when there is nothing to compare.
    """
    if rows["group"].nunique() < 2:
        raise NotEnough("one_group")
    mine = moments(rows)
    others = mine.groupby("item").sum().reindex(mine.index, level="item") - mine
    cells = ratios(mine).join(ratios(others).add_prefix("other_"))
    cells = cells[(cells["asked"] > 0) & (cells["other_asked"] > 0)]
    return Differences(_compared(cells, false_discoveries, level), level)


def _compared(cells: pd.DataFrame, false_discoveries: float, level: float) -> pd.DataFrame:
    n, other_n = cells["effective"], cells["other_effective"]
    low, high = newcombe(cells["share"] * n, n, cells["other_share"] * other_n, other_n, level)
    difference = cells["share"] - cells["other_share"]
    p = _tested(cells["share"] * n, n, cells["other_share"] * other_n, other_n)
    adjusted = false_discovery_control(p) if len(p) else p
    cells = cells.assign(difference=difference, low=low, high=high, p=p, p_adjusted=adjusted)
    # Newcombe's interval and the test may differ at the edge: both must say so.
    apart = (cells["low"] > 0) | (cells["high"] < 0)
    return cells.assign(clear=(cells["p_adjusted"] < false_discoveries) & apart)


def _tested(hits: pd.Series, n: pd.Series, other_hits: pd.Series, other_n: pd.Series) -> pd.Series:
    """Return p of equal shares, by cell."""
    pooled = (hits + other_hits) / (n + other_n)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    apart = (hits / n - other_hits / other_n).abs()
    p = pd.Series(2 * norm.sf(apart / error.where(error > 0)), n.index).fillna(1.0)
    expected = np.minimum(n, other_n) * np.minimum(pooled, 1 - pooled)
    for cell in n.index[expected < LEAST_EXPECTED]:
        # Effective counts are not whole; the exact test knows whole answers only.
        yes, no = (
            np.rint([part[0][cell], part[1][cell]])
            for part in ((hits, other_hits), (n - hits, other_n - other_hits))
        )
        p[cell] = fisher_exact(np.array([yes, no], dtype=int)).pvalue
    return p

"""A campaign whose people were drawn within strata: compared within each, then put together.

Where strata gave different parts of their people to the holdout, the pooled shares compare
different people (Simpson 1951). So each stratum is compared by itself and the differences are
added, weighted by its treated members: the sum is what the campaign brought.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import chi2, false_discovery_control

from analysis.campaigns import ArmComparison
from analysis.errors import NotEnough
from analysis.intervals import newcombe, wilson


@dataclass(frozen=True)
class StrataComparison:
    """Treated against holdout, over strata.

    Attributes
    ----------
    treated_n, treated_hits, holdout_n, holdout_hits : int
        Over all strata that have both arms.
    treated, treated_low, treated_high : float
        Share of hits in the treated arm with its interval.
    holdout, holdout_low, holdout_high : float
        The same of the holdout, its strata weighted as in the treated arm.
    effect : ArmComparison
        What the campaign brought.
    roi_low, roi_high : float or None
        Interval of the effect's return on cost; None without cost.
    p : float
        Of no difference in any stratum (Cochran–Mantel–Haenszel, without correction); 1 where
        all or none are hits.
    left_out : int
        People of strata where one of the arms is empty.
    """

    treated_n: int
    treated_hits: int
    holdout_n: int
    holdout_hits: int
    treated: float
    treated_low: float
    treated_high: float
    holdout: float
    holdout_low: float
    holdout_high: float
    effect: ArmComparison
    roi_low: float | None
    roi_high: float | None
    p: float
    left_out: int


def compare_strata(
    strata: pd.DataFrame,
    *,
    cost: float = 0.0,
    value_per_hit: ArrayLike = 0.0,
    level: float = 0.95,
) -> StrataComparison:
    """Incremental hits over strata, by intention to treat.

    Parameters
    ----------
    strata : DataFrame
        A row a stratum: ``treated_n, treated_hits, holdout_n, holdout_hits``.
    cost : float
        Total cost of the treated arms.
    value_per_hit : float or array
        In the unit of `cost`; one for all or one a stratum.
    level : float
        Of the intervals. Those of sums are put together from each stratum's own limits (MOVER:
        Zou & Donner 2008, Stat. Med. 27:1693); with one stratum they are Newcombe's and Wilson's.

    Raises
    ------
    NotEnough
        ``no_holdout``, ``no_treated`` when no stratum has both; ``hits_outside_n``.
    """
    counts = strata[["treated_n", "treated_hits", "holdout_n", "holdout_hits"]]
    counts = counts.to_numpy(dtype=float)
    both = (counts[:, 0] > 0) & (counts[:, 2] > 0)
    if not both.any():
        raise NotEnough("no_holdout" if counts[:, 0].sum() else "no_treated")
    n1, x1, n0, x0 = counts[both].T
    value = np.broadcast_to(np.asarray(value_per_hit, dtype=float), len(counts))[both]
    low, high = wilson(x1.sum(), n1.sum(), level)
    lifts = (x1 / n1 - x0 / n0, *newcombe(x1, n1, x0, n0, level))
    controls = _sum(n1 / n1.sum(), x0 / n0, *wilson(x0, n0, level))
    gained = _sum(n1 * value, *lifts)
    return StrataComparison(
        treated_n=int(n1.sum()),
        treated_hits=int(x1.sum()),
        holdout_n=int(n0.sum()),
        holdout_hits=int(x0.sum()),
        treated=float(x1.sum() / n1.sum()),
        treated_low=float(low),
        treated_high=float(high),
        holdout=controls[0],
        holdout_low=controls[1],
        holdout_high=controls[2],
        effect=_effect(_sum(n1, *lifts), n1.sum(), (gained[0], float(x1 @ value)), cost),
        roi_low=_roi(gained[1], cost),
        roi_high=_roi(gained[2], cost),
        p=_no_difference(x1, n1, x0, n0),
        left_out=int(counts[~both][:, [0, 2]].sum()),
    )


def clear(comparisons: list[StrataComparison], level: float = 0.95) -> list[bool]:
    """Say which of several comparisons are clear when all of them are looked at.

    Parameters
    ----------
    comparisons : list of StrataComparison
        All that are looked at, not only those that look good.
    level : float
        One less the part of the clear ones that may be chance.

    Returns
    -------
    list of bool
        The interval leaves out 0, and so does the false discovery rate of Benjamini & Hochberg
        (1995).
    """
    if not comparisons:
        return []
    adjusted = false_discovery_control([one.p for one in comparisons])
    return [
        bool(p <= 1 - level and (one.effect.shown_to_work or one.effect.harmful))
        for one, p in zip(comparisons, adjusted, strict=True)
    ]


def _effect(
    members: tuple[float, float, float], n: float, values: tuple[float, float], cost: float
) -> ArmComparison:
    """Put together the effect; ``values`` are those of the incremental and of all hits."""
    incremental, low, high = members
    works = low > 0
    return ArmComparison(
        lift=incremental / n,
        low=low / n,
        high=high / n,
        incremental=incremental,
        incremental_low=low,
        incremental_high=high,
        cost_per_incremental=cost / incremental if works else None,
        incremental_roi=_roi(values[0], cost),
        naive_roi=_roi(values[1], cost),
        shown_to_work=works,
    )


def _sum(
    weights: np.ndarray, values: np.ndarray, lows: np.ndarray, highs: np.ndarray
) -> tuple[float, float, float]:
    """Return a weighted sum of independent figures with its interval (MOVER)."""
    total = weights @ values
    below = np.sqrt(np.sum((weights * (values - lows)) ** 2))
    above = np.sqrt(np.sum((weights * (highs - values)) ** 2))
    return float(total), float(total - below), float(total + above)


def _no_difference(x1: np.ndarray, n1: np.ndarray, x0: np.ndarray, n0: np.ndarray) -> float:
    n, hits = n1 + n0, x1 + x0
    variance = n1 * n0 * hits * (n - hits) / (n**2 * np.maximum(n - 1, 1))
    if not variance.sum():
        return 1.0
    return float(chi2.sf((x1 - n1 * hits / n).sum() ** 2 / variance.sum(), 1))


def _roi(value: float, cost: float) -> float | None:
    return (value - cost) / cost if cost else None

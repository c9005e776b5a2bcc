"""What a campaign brought: a treated arm against a random holdout, everyone assigned counted."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm, ttest_ind
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

from analysis.errors import NotEnough
from analysis.intervals import newcombe


@dataclass(frozen=True)
class ArmComparison:
    """A treated arm against its holdout.

    Attributes
    ----------
    lift, low, high : float
        Difference of the shares, treated − holdout, with its interval.
    incremental, incremental_low, incremental_high : float
        Hits that would not have come without the campaign.
    cost_per_incremental : float or None
        None unless the campaign is shown to work.
    incremental_roi, naive_roi : float or None
        (value − cost)/cost, of the incremental hits and of all the treated arm's hits; None
        without cost. The naive one is shown only to say how far it is off.
    shown_to_work : bool
        The whole interval lies above 0.
    """

    lift: float
    low: float
    high: float
    incremental: float
    incremental_low: float
    incremental_high: float
    cost_per_incremental: float | None
    incremental_roi: float | None
    naive_roi: float | None
    shown_to_work: bool

    @property
    def harmful(self) -> bool:
        """The whole interval lies below 0."""
        return self.high < 0


@dataclass(frozen=True)
class ValueComparison:
    """Value per member of a treated arm against its holdout.

    Attributes
    ----------
    lift, low, high : float
        Difference of the means, treated − holdout, with Welch's interval.
    incremental, incremental_low, incremental_high : float
        Value that would not have come without the campaign.
    incremental_roi, naive_roi : float or None
        As in `ArmComparison`.
    """

    lift: float
    low: float
    high: float
    incremental: float
    incremental_low: float
    incremental_high: float
    incremental_roi: float | None
    naive_roi: float | None


def compare_arms(
    treated_n: int,
    treated_hits: int,
    holdout_n: int,
    holdout_hits: int,
    *,
    cost: float = 0.0,
    value_per_hit: float = 0.0,
    level: float = 0.95,
) -> ArmComparison:
    """Incremental hits of a campaign, by intention to treat.

    Parameters
    ----------
    treated_n, treated_hits, holdout_n, holdout_hits : int
        Everyone assigned to the arm, reached or not, and the hits among them.
    cost : float
        Total cost of the treated arm.
    value_per_hit : float
        In the unit of `cost`.
    level : float
        Confidence level of Newcombe's interval (1998, method 10).

    Raises
    ------
    NotEnough
        ``no_holdout``, ``no_treated``, ``hits_outside_n``, ``negative_n``, ``negative_cost``.
    """
    _refuse_arm("treated", treated_n, treated_hits)
    _refuse_arm("holdout", holdout_n, holdout_hits)
    _refuse_cost(cost)
    low, high = (
        float(end) for end in newcombe(treated_hits, treated_n, holdout_hits, holdout_n, level)
    )
    incremental = float(treated_hits - treated_n * holdout_hits / holdout_n)
    works = low > 0
    return ArmComparison(
        lift=float(treated_hits / treated_n - holdout_hits / holdout_n),
        low=low,
        high=high,
        incremental=incremental,
        incremental_low=treated_n * low,
        incremental_high=treated_n * high,
        cost_per_incremental=cost / incremental if works else None,
        incremental_roi=_roi(incremental * value_per_hit, cost),
        naive_roi=_roi(treated_hits * value_per_hit, cost),
        shown_to_work=works,
    )


def compare_values(
    treated: ArrayLike, holdout: ArrayLike, *, cost: float = 0.0, level: float = 0.95
) -> ValueComparison:
    """Incremental value of a campaign, by intention to treat.

    Parameters
    ----------
    treated, holdout : array
        Value of each member assigned, 0 for those who brought none.
    cost : float
        Total cost of the treated arm, in the values' unit.
    level : float
        Confidence level of Welch's interval.

    Raises
    ------
    NotEnough
        ``no_holdout``, ``no_treated`` (under two members), ``value_missing``,
        ``values_all_equal`` (nothing to tell chance by), ``negative_cost``.
    """
    treated, holdout = np.asarray(treated, dtype=float), np.asarray(holdout, dtype=float)
    for arm, values in (("treated", treated), ("holdout", holdout)):
        if len(values) < 2:
            raise NotEnough(f"no_{arm}", n=len(values))
        if not np.isfinite(values).all():
            raise NotEnough("value_missing", arm=arm, n=int((~np.isfinite(values)).sum()))
    _refuse_cost(cost)
    if not (np.ptp(treated) or np.ptp(holdout)):
        raise NotEnough("values_all_equal", n=len(treated) + len(holdout))
    lift = float(treated.mean() - holdout.mean())
    low, high = _welch(treated, holdout, level)
    return ValueComparison(
        lift=lift,
        low=low,
        high=high,
        incremental=len(treated) * lift,
        incremental_low=len(treated) * low,
        incremental_high=len(treated) * high,
        incremental_roi=_roi(len(treated) * lift, cost),
        naive_roi=_roi(float(treated.sum()), cost),
    )


def sample_size_per_arm(
    p0: float, p1: float, power: float = 0.80, level: float = 0.95, *, method: str = "pooled"
) -> int:
    """Members per arm that a two-sided test of two shares needs.

    Parameters
    ----------
    p0, p1 : float
        Shares expected without and with the campaign, strictly between 0 and 1.
    power : float
        Chance to find the difference if it is there.
    level : float
        1 − the test's level.
    method : {"pooled", "arcsine"}
        Pooled variance under no difference (Fleiss, Levin & Paik 2003, eq. 4.14), or Cohen's
        arcsine transformation (1988).

    Raises
    ------
    NotEnough
        ``share_outside``, ``no_difference``, ``unknown_method``.
    """
    if not all(0 < share < 1 for share in (p0, p1, power, level)):
        raise NotEnough("share_outside", p0=p0, p1=p1, power=power, level=level)
    if p0 == p1:
        raise NotEnough("no_difference", p0=p0)
    if method == "arcsine":
        effect = proportion_effectsize(p1, p0)
        return math.ceil(NormalIndPower().solve_power(effect, alpha=1 - level, power=power))
    if method != "pooled":
        raise NotEnough("unknown_method", method=method, known=("pooled", "arcsine"))
    mean = (p0 + p1) / 2
    null = norm.isf((1 - level) / 2) * math.sqrt(2 * mean * (1 - mean))
    alternative = norm.isf(1 - power) * math.sqrt(p0 * (1 - p0) + p1 * (1 - p1))
    return math.ceil(((null + alternative) / (p1 - p0)) ** 2)


def _refuse_arm(arm: str, n: float, hits: float) -> None:
    if n == 0:
        raise NotEnough(f"no_{arm}", n=n)
    if n < 0:
        raise NotEnough("negative_n", arm=arm, n=n)
    if not 0 <= hits <= n:
        raise NotEnough("hits_outside_n", arm=arm, hits=hits, n=n)


def _refuse_cost(cost: float) -> None:
    if not cost >= 0:
        raise NotEnough("negative_cost", cost=cost)


def _welch(treated: np.ndarray, holdout: np.ndarray, level: float) -> tuple[float, float]:
    interval = ttest_ind(treated, holdout, equal_var=False).confidence_interval(level)
    return float(interval.low), float(interval.high)


def _roi(value: float, cost: float) -> float | None:
    return (value - cost) / cost if cost else None

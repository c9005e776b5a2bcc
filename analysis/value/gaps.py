"""Importance against satisfaction: the gap, and the four quadrants."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

from analysis.errors import NotEnough
from analysis.rows import Weights
from analysis.value.answers import Rated, rated

CROSSHAIRS = ("midpoint", "mean", "median")
MIDPOINT = 3.0

# By (important, satisfied): Martilla & James' four actions.
QUADRANTS = {
    (True, False): "concentrate_here",
    (True, True): "keep_up",
    (False, False): "low_priority",
    (False, True): "possible_overkill",
}


@dataclass(frozen=True, eq=False)
class Gaps:
    """Importance, satisfaction and what lies between.

    Attributes
    ----------
    benefits : DataFrame
        By benefit: ``importance`` and ``satisfaction`` (means of all who answered, 1–5), ``n``
        (answered both), ``gap`` (mean of importance − satisfaction of those), ``low``, ``high``
        (paired t interval; NaN under two answers), ``quadrant`` (see QUADRANTS; NaN where one
        of the means is missing).
    crosshair : tuple of float
        Importance and satisfaction from which on a benefit counts as high.
    level : float
        Confidence level of the intervals.
    """

    benefits: pd.DataFrame
    crosshair: tuple[float, float]
    level: float


def gaps(
    answers: pd.DataFrame,
    *,
    crosshair: str = "midpoint",
    weights: Weights = None,
    level: float = 0.95,
) -> Gaps:
    """Paired gaps, and importance–performance analysis (Martilla & James 1977, J. Marketing 41:77).

    Parameters
    ----------
    answers, weights
        See `analysis.value.opportunities`.
    crosshair : {"midpoint", "mean", "median"}
        Middle of the scale, grand mean or median of the benefits' means.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``unknown_crosshair``, and see `analysis.value.answers.rated`.
    """
    if crosshair not in CROSSHAIRS:
        raise NotEnough("unknown_crosshair", crosshair=crosshair, known=CROSSHAIRS)
    rows = rated(answers, weights)
    importance, satisfaction = (_mean(rows, half) for half in (rows.importance, rows.satisfaction))
    cross = _cross(importance, crosshair), _cross(satisfaction, crosshair)
    means = pd.DataFrame({"importance": importance, "satisfaction": satisfaction}, index=rows.items)
    paired = pd.DataFrame(_paired(rows, level), index=rows.items)
    quadrant = {"quadrant": _quadrants(importance >= cross[0], satisfaction >= cross[1])}
    known = means.notna().all(axis=1)
    benefits = means.join(paired).assign(**quadrant)
    benefits["quadrant"] = benefits["quadrant"].where(known)
    return Gaps(benefits, cross, level)


def _mean(rows: Rated, scores: np.ndarray) -> np.ndarray:
    total = rows.sums(rows.weights * (scores > 0))
    # A missing answer is a 0 and adds nothing to the sum.
    return rows.sums(rows.weights * scores) / np.where(total > 0, total, np.nan)


def _paired(rows: Rated, level: float) -> dict[str, np.ndarray]:
    both = (rows.importance > 0) & (rows.satisfaction > 0)
    weight = rows.weights * both
    difference = rows.importance.astype(float) - rows.satisfaction
    total = rows.sums(weight)
    total = np.where(total > 0, total, np.nan)
    gap = rows.sums(weight * difference) / total
    spread = rows.sums(weight * (difference - gap[rows.item]) ** 2) / total
    n = rows.effective_n(both)
    more_than_one = np.where(n > 1, n, np.nan)
    # n − 1 twice: once for the unbiased variance, once for t's degrees of freedom.
    half = t.ppf((1 + level) / 2, more_than_one - 1) * np.sqrt(spread / (more_than_one - 1))
    return {"n": rows.sums(both).astype(int), "gap": gap, "low": gap - half, "high": gap + half}


def _cross(means: np.ndarray, crosshair: str) -> float:
    if crosshair == "midpoint" or np.isnan(means).all():
        return MIDPOINT
    return float({"mean": np.nanmean, "median": np.nanmedian}[crosshair](means))


def _quadrants(important: np.ndarray, satisfied: np.ndarray) -> list[str]:
    return [QUADRANTS[pair] for pair in zip(important.tolist(), satisfied.tolist(), strict=True)]

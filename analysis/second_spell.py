"""How long somebody who comes back stays: expected months of a second spell."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm

from analysis.survival import kaplan_meier

HORIZON = 36


@dataclass(frozen=True)
class ExpectedMonths:
    """Months that a second spell lasts on average, up to a horizon.

    Attributes
    ----------
    months, low, high, error : float
        The restricted mean, its interval and its standard error.
    n : int
        Second spells that it rests on.
    horizon : int
        Months after which nothing more is counted.
    """

    months: float
    low: float
    high: float
    error: float
    n: int
    horizon: int


def expected_months(
    months: ArrayLike,
    ended: ArrayLike,
    spells: ArrayLike,
    horizon: int = HORIZON,
    level: float = 0.95,
) -> ExpectedMonths:
    """Restricted mean of the Kaplan–Meier curve, in months that are paid for.

    Klein & Moeschberger (2003), Survival Analysis, eq. 4.5.1 and 4.5.2, with fees due at the
    beginning of each month: the sum of S(0), S(1), … S(horizon − 1).

    Parameters
    ----------
    months : array of int
        Age of second spells in months, 1 or more: the month in which they ended, or the last
        that was seen whole.
    ended : array of bool
        Whether they ended then.
    spells : array of int
        How many second spells there are of each.
    horizon : int
        Months after which nothing more is counted.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``no_spells``.
    """
    months, ended, spells = (np.asarray(values).astype(int) for values in (months, ended, spells))
    survival = kaplan_meier(np.repeat(months, spells), np.repeat(ended, spells))
    alive = survival.at(np.arange(horizon))["survival"].to_numpy()
    error = _error(survival.curve, alive, horizon)
    margin = norm.isf((1 - level) / 2) * error
    mean = float(alive.sum())
    low, high = max(mean - margin, 0.0), min(mean + margin, float(horizon))
    return ExpectedMonths(mean, low, high, error, survival.n, horizon)


def _error(curve, alive: np.ndarray, horizon: int) -> float:
    """Weigh Greenwood's terms by what lies behind each event."""
    events = curve[(curve["events"] > 0) & (curve["survival"] > 0) & (curve.index < horizon)]
    behind = np.append(alive[::-1].cumsum()[::-1], 0)[events.index.to_numpy(dtype=int)]
    at_risk, left = events["at_risk"].to_numpy(), events["events"].to_numpy()
    return float(np.sqrt((behind**2 * left / (at_risk * (at_risk - left))).sum()))

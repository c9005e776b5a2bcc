"""Which option comes first: weighted scores, and what would swap two ranks."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough

MOST = 10.0


@dataclass(frozen=True, eq=False)
class Criteria:
    """How good each option is on each criterion, more is better.

    Attributes
    ----------
    values, low, high : DataFrame
        Options in rows, criteria in columns: 0 is nothing, 1 as good as the best option; and the
        95 % interval on the same scale, the values themselves where a figure has no doubt.
    """

    values: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame


@dataclass(frozen=True)
class Swap:
    """The smallest change of one weight that lets one option catch up with another.

    Attributes
    ----------
    criterion : str
        Whose weight changes.
    now, needed : float
        The weight as it is, and the weight at which the two options are equal.
    """

    criterion: str
    now: float
    needed: float


def scaled(values: pd.DataFrame, low: pd.DataFrame, high: pd.DataFrame) -> Criteria:
    """Measure every criterion against its best option.

    The ratio keeps a criterion on which all options are alike from deciding anything, as
    stretching each from worst to best would let it. The best option's own doubt is not carried
    into the scale.

    Parameters
    ----------
    values, low, high : DataFrame
        Options in rows, criteria in columns; 0 or more, in each criterion's own unit.
    """
    best = values.max()
    unit = best.where(best > 0, 1.0)
    return Criteria(values / unit, low / unit, high / unit)


def weighted(criteria: Criteria, weights: pd.Series) -> pd.DataFrame:
    """Weighted mean of the criteria, with its interval.

    Parameters
    ----------
    criteria : Criteria
    weights : Series
        By criterion, 0 or more on any scale; criteria that it does not name are left out.

    Returns
    -------
    DataFrame
        By option: ``score``, ``low``, ``high``. The interval combines those of the criteria by
        MOVER (Zou & Donner 2008, Statistics in Medicine 27:1693), which takes them as independent.

    Raises
    ------
    NotEnough
        ``weights_all_zero``.
    """
    share = shares(weights)
    values, low, high = (
        table[share.index] for table in (criteria.values, criteria.low, criteria.high)
    )
    score = values @ share
    below = np.sqrt((((values - low) * share) ** 2).sum(axis=1))
    above = np.sqrt((((high - values) * share) ** 2).sum(axis=1))
    return pd.DataFrame({"score": score, "low": score - below, "high": score + above})


def smallest_swap(
    values: pd.DataFrame, weights: pd.Series, ahead: str, behind: str, most: float = MOST
) -> Swap | None:
    """Find the one weight that has to change least for two options to swap places.

    Parameters
    ----------
    values : DataFrame
        Options in rows, criteria in columns.
    weights : Series
        By criterion, from 0 to ``most``.
    ahead, behind : str
        Options; the score of ``ahead`` is at least that of ``behind``.
    most : float
        The largest weight that can be given.

    Returns
    -------
    Swap or None
        None where no single weight between 0 and ``most`` does it; at the ends the two could at
        most draw level. The most critical criterion
        of Triantaphyllou & Sánchez (1997, Decision Sciences 28:151), on weights as they are
        given: that they are divided by their sum changes no order.
    """
    pair = values.loc[[ahead, behind], weights.index].to_numpy()
    lead, given = pair[0] - pair[1], weights.to_numpy(dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = given - (lead @ given) / lead
    # Less of what the one ahead is better on, or more of what the other is better on.
    possible = ((lead > 0) & (needed > 0)) | ((lead < 0) & (needed < most))
    change = np.where(possible, np.abs(needed - given), np.inf)
    nearest = int(change.argmin())
    if not np.isfinite(change[nearest]):
        return None
    return Swap(weights.index[nearest], float(given[nearest]), float(needed[nearest]))


def shares(weights: pd.Series) -> pd.Series:
    """Divide weights by their sum.

    Raises
    ------
    NotEnough
        ``weights_all_zero``.
    """
    total = float(weights.sum())
    if total <= 0:
        raise NotEnough("weights_all_zero", criteria=len(weights))
    return weights.astype(float) / total

"""Means of numbers under survey weights: their intervals, and the difference of two."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import t

from analysis.errors import NotEnough
from analysis.intervals import kish


@dataclass(frozen=True)
class Mean:
    """A weighted mean with its interval.

    Attributes
    ----------
    value, low, high : float
        The mean and its interval; the ends are NaN where one person alone has any weight.
    spread : float
        Standard deviation of the numbers.
    n : int
        People.
    effective_n : float
        Kish's; n without weights.
    """

    value: float
    low: float
    high: float
    spread: float
    n: int
    effective_n: float


def mean(values: ArrayLike, weights: ArrayLike | None = None, level: float = 0.95) -> Mean:
    """Mean with Student's interval (Student 1908), under weights on Kish's effective n.

    Parameters
    ----------
    values : array
        A number a person.
    weights : array or None
        Survey weight of each; where nobody has any, all weigh alike.
    level : float
        Confidence level, two-sided.

    Raises
    ------
    NotEnough
        ``nobody`` when there are no numbers.
    """
    numbers = np.asarray(values, dtype=float)
    if not len(numbers):
        raise NotEnough("nobody")
    weight = np.ones(len(numbers)) if weights is None else np.asarray(weights, dtype=float)
    weight = weight if weight.any() else np.ones(len(numbers))
    n = kish(weight)
    middle = float(np.average(numbers, weights=weight))
    square = float(np.average((numbers - middle) ** 2, weights=weight))
    spread = float(np.sqrt(square * n / (n - 1))) if n > 1 else np.nan
    half = float(t.isf((1 - level) / 2, n - 1)) * spread / np.sqrt(n) if n > 1 else np.nan
    return Mean(middle, middle - half, middle + half, spread, len(numbers), n)


def welch(one: Mean, other: Mean, level: float = 0.95) -> tuple[float, float]:
    """Interval of the difference of two means whose spreads differ (Welch 1947).

    Returns
    -------
    low, high : float
        Of one less other; NaN where either has no spread to be had.
    """
    squares = [each.spread**2 / each.effective_n for each in (one, other)]
    difference, whole = one.value - other.value, sum(squares)
    if np.isnan(whole) or not whole:
        return (difference, difference) if not np.isnan(whole) else (np.nan, np.nan)
    free = whole**2 / sum(
        square**2 / (each.effective_n - 1)
        for square, each in zip(squares, (one, other), strict=True)
    )
    half = float(t.isf((1 - level) / 2, free)) * np.sqrt(whole)
    return difference - half, difference + half

"""Confidence intervals of shares, and the effective number of weighted answers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint

from analysis.errors import NotEnough

# Effective counts are sums of floats: hits may exceed n by a rounding error, and by no more.
ROUNDING = 1e-9


def wilson(hits: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[ArrayLike, ArrayLike]:
    """Wilson score interval of a share (Wilson 1927).

    Parameters
    ----------
    hits, n : number or array
        Hits among n; effective (non-integer) counts are welcome.
    level : float
        Confidence level, two-sided.

    Returns
    -------
    low, high : float or array
        Shares from 0 to 1. Nobody asked (n = 0) says nothing about the share: (0, 1), which is
        also the limit of the formula.

    Raises
    ------
    NotEnough
        ``hits_outside_n`` when hits are negative or exceed n.
    """
    hits, n = _counts(hits, n)
    nobody = n == 0
    low, high = proportion_confint(hits, np.where(nobody, 1, n), 1 - level, method="wilson")
    # At none of n the formula's lower end is 0, at n of n its upper end 1, which floats miss by
    # their last digit.
    return np.where(hits == 0, 0.0, low)[()], np.where(hits == n, 1.0, high)[()]


def newcombe(
    hits1: ArrayLike, n1: ArrayLike, hits0: ArrayLike, n0: ArrayLike, level: float = 0.95
) -> tuple[ArrayLike, ArrayLike]:
    """Interval of the difference of two independent shares (Newcombe 1998, method 10).

    Parameters
    ----------
    hits1, n1, hits0, n0 : number or array
        Hits and answers of the two groups; the difference is share 1 − share 0.
    level : float
        Confidence level, two-sided.

    Returns
    -------
    low, high : float or array
        From −1 to 1; (−1, 1) where one of the groups is empty.

    Raises
    ------
    NotEnough
        ``hits_outside_n`` when hits are negative or exceed n.
    """
    low1, high1 = wilson(hits1, n1, level)
    low0, high0 = wilson(hits0, n0, level)
    p1, p0 = _share(hits1, n1), _share(hits0, n0)
    low = p1 - p0 - np.hypot(p1 - low1, high0 - p0)
    high = p1 - p0 + np.hypot(high1 - p1, p0 - low0)
    nobody = (np.asarray(n1) == 0) | (np.asarray(n0) == 0)
    return np.where(nobody, -1.0, low)[()], np.where(nobody, 1.0, high)[()]


def goodman(counts: ArrayLike, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Simultaneous intervals of multinomial shares (Goodman 1965).

    Parameters
    ----------
    counts : array of k numbers
        Answers per category; effective counts are welcome.
    level : float
        Joint confidence level of all k intervals.

    Returns
    -------
    low, high : arrays of k shares
        (0, 1) throughout when nobody answered.
    """
    counts = np.asarray(counts, dtype=float)
    if not counts.sum():
        return np.zeros(len(counts)), np.ones(len(counts))
    return tuple(multinomial_proportions_confint(counts, 1 - level, method="goodman").T)


def kish(weights: ArrayLike) -> float:
    """Effective number of answers under weights, (Σw)²/Σw² (Kish 1965).

    Parameters
    ----------
    weights : array
        One weight an answer, on any scale.

    Returns
    -------
    float
        Between 1 and the number of answers; 0 when no answer has weight.
    """
    weights = np.asarray(weights, dtype=float)
    squares = np.square(weights).sum()
    return float(weights.sum() ** 2 / squares) if squares else 0.0


class Share(NamedTuple):
    """A weighted share with its interval, and the people that it is of."""

    value: float
    low: float
    high: float
    n: int


def weighted_share(hits: ArrayLike, weights: ArrayLike) -> Share:
    """Return the weighted share of hits, with Wilson's interval on Kish's n.

    Parameters
    ----------
    hits : bool array
    weights : array
        One weight a hit or miss; all alike where nobody has any.
    """
    hits, weights = np.asarray(hits, dtype=bool), np.asarray(weights, dtype=float)
    if not weights.any():
        weights = np.ones(len(hits))
    value, n = float(weights @ hits / weights.sum()), kish(weights)
    low, high = wilson(min(value, 1.0) * n, n)
    return Share(value, float(low), float(high), len(hits))


def _counts(hits: ArrayLike, n: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    hits, n = np.broadcast_arrays(np.asarray(hits, dtype=float), np.asarray(n, dtype=float))
    if not ((hits >= 0) & (hits <= n * (1 + ROUNDING))).all():
        raise NotEnough("hits_outside_n", hits=hits.tolist(), n=n.tolist())
    return np.minimum(hits, n), n


def _share(hits: ArrayLike, n: ArrayLike) -> np.ndarray:
    n = np.asarray(n, dtype=float)
    return np.asarray(hits, dtype=float) / np.where(n == 0, 1, n)

"""Satisfaction coefficients and category strengths of counted classes."""

import numpy as np

from analysis.intervals import wilson
from analysis.kano.rules import leaders


def coefficients(counts: np.ndarray, level: float = 0.95) -> dict[str, np.ndarray]:
    """Timko's coefficients (in Berger et al. 1993) with Wilson intervals.

    Parameters
    ----------
    counts : array (F, 6)
        M, O, A, I, R, Q; R and Q stay out of the coefficients.
    level : float
        Confidence level.

    Returns
    -------
    dict of arrays (F,)
        ``cs_plus`` from 0 to 1 and ``cs_minus`` from −1 to 0, each with ``_low`` and ``_high``;
        NaN where nobody answered M, O, A or I.
    """
    must, one, attractive = counts[:, 0], counts[:, 1], counts[:, 2]
    n = counts[:, :4].sum(1)
    plus, minus = attractive + one, one + must
    plus_low, plus_high = wilson(plus, n, level)
    minus_low, minus_high = wilson(minus, n, level)
    known = np.where(n > 0, n, np.nan)
    defined = known / known
    return {
        "cs_plus": plus / known,
        "cs_minus": -minus / known,
        "cs_plus_low": plus_low * defined,
        "cs_plus_high": plus_high * defined,
        "cs_minus_low": -minus_high * defined,
        "cs_minus_high": -minus_low * defined,
    }


def strengths(counts: np.ndarray) -> dict[str, np.ndarray]:
    """Category strength and total strength (Lee & Newcomb 1997), shares of all answers with Q.

    Parameters
    ----------
    counts : array (F, 6)
        M, O, A, I, R, Q.

    Returns
    -------
    dict of arrays (F,)
        ``category_strength`` (first − second) and ``total_strength`` (M + O + A), 0–1; NaN
        without answers.
    """
    first, second = leaders(counts)
    n = counts.sum(1)
    n = np.where(n > 0, n, np.nan)
    return {
        "category_strength": (first - second) / n,
        "total_strength": counts[:, :3].sum(1) / n,
    }

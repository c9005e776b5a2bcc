"""Shares of the six classes with joint intervals, and whether the classes differ at all."""

import numpy as np
import pandas as pd
from scipy.stats import chi2

from analysis.intervals import goodman
from analysis.kano.result import KanoResult
from analysis.kano.tables import CLASSES


def class_shares(result: KanoResult, level: float = 0.95) -> pd.DataFrame:
    """Shares of the six classes with Goodman's simultaneous intervals (1965).

    Parameters
    ----------
    result : KanoResult
    level : float
        Joint confidence level of a feature's six intervals.

    Returns
    -------
    DataFrame
        By (feature, category): ``count``, ``share``, ``low``, ``high``; share NaN and (0, 1)
        without answers.
    """
    counts = result.features[list(CLASSES)].to_numpy()
    n = counts.sum(1, keepdims=True)
    low, high = np.array([goodman(row, level) for row in counts]).transpose(1, 0, 2)
    columns = {"count": counts, "share": counts / np.where(n > 0, n, np.nan)}
    columns |= {"low": low, "high": high}
    names = ["feature", "category"]
    index = pd.MultiIndex.from_product([result.features.index, CLASSES], names=names)
    return pd.DataFrame({name: values.ravel() for name, values in columns.items()}, index=index)


def evenness(result: KanoResult) -> pd.DataFrame:
    """Pearson's chi² that a feature's answers fall evenly on M, O, A and I.

    Returns
    -------
    DataFrame
        By feature: ``chi2`` (3 degrees of freedom) and ``p``; NaN without such answers.
    """
    counts = result.features[["M", "O", "A", "I"]]
    expected = counts.mean(axis=1).where(lambda mean: mean > 0)
    statistic = counts.sub(expected, axis=0).pow(2).div(expected, axis=0).sum(axis=1, skipna=False)
    return pd.DataFrame({"chi2": statistic, "p": chi2.sf(statistic, counts.shape[1] - 1)})

"""Two groups' Kano results compared."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import MonteCarloMethod, chi2_contingency, false_discovery_control, fisher_exact

from analysis.errors import NotEnough
from analysis.intervals import newcombe
from analysis.kano.result import KanoResult

# Opinions only: a difference in Q is a difference in how well the question was understood.
OPINIONS = ["M", "O", "A", "I", "R"]

# Cochran (1954): chi² is fit to use when no expected count is under 1 and few are under 5.
LEAST_EXPECTED, MOSTLY_EXPECTED, MOSTLY = 1, 5, 0.8


@dataclass(frozen=True, eq=False)
class Comparison:
    """Differences between two groups, the first less the second.

    Attributes
    ----------
    features : DataFrame
        By feature that both have: ``cs_plus_difference`` and ``cs_minus_difference`` each with
        ``_low`` and ``_high`` (Newcombe's method 10); ``test`` (``"chi2"``, ``"exact"``),
        ``p`` of equal distribution over M, O, A, I, R, and ``p_adjusted`` over all features
        (Benjamini & Hochberg 1995). NaN where a group has no such answers.
    left_out : tuple
        Features that only one of the two has.
    level : float
        Confidence level of the intervals.
    """

    features: pd.DataFrame
    left_out: tuple
    level: float


def compare(
    first: KanoResult, second: KanoResult, *, level: float = 0.95, seed: int = 0
) -> Comparison:
    """Compare two groups of different people, feature by feature.

    Parameters
    ----------
    first, second : KanoResult
        Of groups that share nobody, under the same table.
    level : float
        Confidence level of the intervals.
    seed : int
        Of the Monte Carlo draws behind the exact test of sparse counts.

    Raises
    ------
    NotEnough
        ``tables_differ``; ``no_common_features``.
    """
    if first.table != second.table:
        raise NotEnough("tables_differ", first=first.table, second=second.table)
    common = first.features.index.intersection(second.features.index, sort=False)
    if common.empty:
        raise NotEnough("no_common_features")
    one, other = first.features.loc[common], second.features.loc[common]
    columns = _differences(one, other, level)
    tests = [
        _distribution(pair, seed)
        for pair in zip(one[OPINIONS].to_numpy(), other[OPINIONS].to_numpy(), strict=True)
    ]
    features = pd.DataFrame(columns, index=common)
    features["test"], features["p"] = np.array(tests, dtype=object).T
    features["p"] = features["p"].astype(float)
    features["p_adjusted"] = adjusted(features["p"])
    left_out = first.features.index.symmetric_difference(second.features.index, sort=False)
    return Comparison(features, tuple(left_out), level)


def adjusted(p: pd.Series) -> pd.Series:
    """Benjamini & Hochberg (1995) over the tests that could be made; NaN stays NaN."""
    made = p.dropna()
    return pd.Series(false_discovery_control(made), index=made.index).reindex(p.index)


def _differences(one: pd.DataFrame, other: pd.DataFrame, level: float) -> dict[str, pd.Series]:
    low, high = _interval(one, other, ["A", "O"], level)
    # CS− is a share with its sign turned, so the difference and its limits turn too.
    minus_high, minus_low = (-limit for limit in _interval(one, other, ["O", "M"], level))
    plus, minus = one["cs_plus"] - other["cs_plus"], one["cs_minus"] - other["cs_minus"]
    known = plus.notna()
    return {
        "cs_plus_difference": plus,
        "cs_plus_difference_low": np.where(known, low, np.nan),
        "cs_plus_difference_high": np.where(known, high, np.nan),
        "cs_minus_difference": minus,
        "cs_minus_difference_low": np.where(known, minus_low, np.nan),
        "cs_minus_difference_high": np.where(known, minus_high, np.nan),
    }


def _interval(one: pd.DataFrame, other: pd.DataFrame, classes: list[str], level: float):
    asked = ["M", "O", "A", "I"]
    hits1, n1 = one[classes].sum(axis=1), one[asked].sum(axis=1)
    hits0, n0 = other[classes].sum(axis=1), other[asked].sum(axis=1)
    return newcombe(hits1, n1, hits0, n0, level)


def _distribution(pair: tuple[np.ndarray, np.ndarray], seed: int) -> tuple[str | None, float]:
    table = np.array(pair)
    table = table[:, table.sum(0) > 0]
    if not table.sum(1).all():
        return None, np.nan
    if table.shape[1] == 1:
        return "exact", 1.0
    chi2 = chi2_contingency(table, correction=False)
    often = (chi2.expected_freq >= MOSTLY_EXPECTED).mean() >= MOSTLY
    if often and chi2.expected_freq.min() >= LEAST_EXPECTED:
        return "chi2", float(chi2.pvalue)
    return "exact", _exact(table, seed)


def _exact(table: np.ndarray, seed: int) -> float:
    # Effective counts are not whole; the exact test knows whole answers only.
    whole = np.rint(table).astype(int)
    whole = whole[:, whole.sum(0) > 0]
    if whole.shape == (2, 2):
        return float(fisher_exact(whole).pvalue)
    method = MonteCarloMethod(n_resamples=9999, rng=np.random.default_rng(seed))
    return float(fisher_exact(whole, method=method).pvalue)

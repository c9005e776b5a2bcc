"""Derived importance: how much each benefit's satisfaction carries of the satisfaction overall."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough

LEAST_TOGETHER = 30  # answers that two questions must share before their correlation is used
_ORDERINGS = 400
_FLOOR = 1e-6


@dataclass(frozen=True, eq=False)
class Derived:
    """Derived importance by benefit.

    Attributes
    ----------
    benefits : DataFrame
        By benefit: ``n`` (rated it and said how satisfied they are overall), ``correlation``,
        ``beta`` (standardised regression), ``shapley`` (its part of R²; adds up to ``r_squared``)
        with ``low`` and ``high`` (bootstrap).
    left_out : tuple of str
        Benefits rated by too few, or by everybody alike.
    r_squared : float
        What all of them explain together.
    n : int
        Respondents who rated at least one benefit and said how satisfied they are overall.
    level : float
        Confidence level of the intervals.
    """

    benefits: pd.DataFrame
    left_out: tuple[str, ...]
    r_squared: float
    n: int
    level: float


def derived_importance(
    ratings: pd.DataFrame,
    overall: pd.Series,
    *,
    level: float = 0.95,
    resamples: int = 200,
    seed: int = 0,
) -> Derived:
    """Standardised coefficients and Shapley values of R² (Lindeman, Merenda & Gold 1980, p. 119).

    Parameters
    ----------
    ratings : DataFrame
        A row a respondent, a column a benefit: satisfaction, missing where they don't have it.
    overall : Series
        Satisfaction overall (or 0–10 of the NPS question), by the same index.
    level : float
        Confidence level of the percentile bootstrap over respondents.
    resamples, seed : int

    Returns
    -------
    Derived
        Few rate every benefit, so correlations come from those who answered each two questions
        (available cases), are shrunk to the nearest valid matrix where need be, and the Shapley
        values are means over 400 orderings drawn in pairs, each with its reverse.

    Raises
    ------
    NotEnough
        ``too_few_rated`` when no two benefits have 30 answers in common with the overall question.
    """
    ratings = ratings.loc[overall.notna()].astype(float)
    overall = overall[overall.notna()].astype(float)
    used = _usable(ratings, overall)
    if len(used) < 2:
        raise NotEnough("too_few_rated", least=LEAST_TOGETHER)
    table = np.column_stack([ratings[used].to_numpy(), overall.to_numpy()])
    table = table[~np.isnan(table[:, :-1]).all(axis=1)]
    rng = np.random.default_rng(seed)
    orders = _orderings(len(used), rng)
    matrix = _correlations(table)
    shapley = _shapley(matrix, orders)
    draws = np.array([_drawn(table, orders, rng) for _ in range(resamples)])
    low, high = np.nanquantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
    beta = np.linalg.solve(matrix[:-1, :-1], matrix[:-1, -1])
    benefits = pd.DataFrame(
        {
            "n": (~np.isnan(table[:, :-1])).sum(0),
            "correlation": matrix[:-1, -1],
            "beta": beta,
            "shapley": shapley,
            "low": low,
            "high": high,
        },
        index=pd.Index(used, name="item_id"),
    )
    left_out = tuple(str(name) for name in ratings.columns if name not in used)
    return Derived(benefits, left_out, float(shapley.sum()), len(table), level)


def _usable(ratings: pd.DataFrame, overall: pd.Series) -> list[str]:
    """Keep the benefits that enough people rated, each beside each other one."""
    kept: list[str] = []
    known = ratings.notna().to_numpy()
    order = np.argsort(-known.sum(0), kind="stable")
    for place in order:
        name = ratings.columns[place]
        values = ratings[name].dropna()
        together = [known[:, place] & ratings[other].notna().to_numpy() for other in kept]
        enough = min([known[:, place].sum(), *(both.sum() for both in together)]) >= LEAST_TOGETHER
        if enough and values.nunique() > 1 and overall[values.index].nunique() > 1:
            kept.append(name)
    return [name for name in ratings.columns if name in kept]


def _correlations(table: np.ndarray) -> np.ndarray:
    """Correlate each two columns over the rows that have both; make the matrix a valid one."""
    known = ~np.isnan(table)
    values = np.where(known, table, 0.0)
    n = known.T.astype(float) @ known
    sums = values.T @ known
    with np.errstate(divide="ignore", invalid="ignore"):
        mean, square = sums / n, (values**2).T @ known / n
        covariance = values.T @ values / n - mean * mean.T
        spread = np.sqrt(np.maximum(square - mean**2, 0))
        matrix = np.nan_to_num(covariance / (spread * spread.T))
    np.fill_diagonal(matrix, 1.0)
    return _valid(np.clip(matrix, -1, 1))


def _valid(matrix: np.ndarray) -> np.ndarray:
    """Lift the eigenvalues that available cases left below zero (Higham 2002, one step)."""
    values, vectors = np.linalg.eigh(matrix)
    if values[0] >= _FLOOR:
        return matrix
    lifted = vectors * np.maximum(values, _FLOOR) @ vectors.T
    scale = np.sqrt(np.diag(lifted))
    return lifted / np.outer(scale, scale)


def _orderings(size: int, rng: np.random.Generator) -> np.ndarray:
    forward = rng.permuted(np.tile(np.arange(size), (_ORDERINGS // 2, 1)), axis=1)
    return np.concatenate([forward, forward[:, ::-1]])


def _shapley(matrix: np.ndarray, orders: np.ndarray) -> np.ndarray:
    """Mean increase in R² as each benefit enters.

    With the overall question last, the last row of the Cholesky factor holds the square roots of
    the increases, one a benefit in the ordering's sequence: a single factor gives them all.
    """
    last = np.full((len(orders), 1), len(matrix) - 1)
    full = np.concatenate([orders, last], axis=1)
    factors = np.linalg.cholesky(matrix[full[:, :, None], full[:, None, :]])
    steps = factors[:, -1, :-1] ** 2
    return np.bincount(orders.ravel(), steps.ravel()) / len(orders)


def _drawn(table: np.ndarray, orders: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    rows = rng.integers(len(table), size=len(table))
    return _shapley(_correlations(table[rows]), orders)

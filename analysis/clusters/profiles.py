"""What classes answer, held against everybody: shares, index, standardised residual."""

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded
from analysis.intervals import wilson

PAIR = ["share", "overall"]


def profile(
    coded: Coded,
    labels: np.ndarray,
    counts: np.ndarray | None = None,
    weights: np.ndarray | None = None,
    inside: np.ndarray | None = None,
) -> pd.DataFrame:
    """Shares of every answer in every class.

    Parameters
    ----------
    coded : Coded
        Of the frame, by `analysis.clusters.coding.code`.
    labels : int array
        The class of each row of the frame, from 0 up.
    counts, weights : arrays or None
        As the frame was coded with.
    inside : bool array or None
        Which rows to speak of; the base of the index stays everybody.

    Returns
    -------
    DataFrame
        One row a question, level and class, in this order: ``n`` (people of the class), ``share``
        and its Wilson interval ``low``, ``high`` with Kish's effective n, ``overall`` (everybody's
        share), ``index`` (100 × share / overall) and ``residual``, Haberman's (1973) adjusted
        standardised residual of the class against everybody else. A class with nobody inside has
        no shares. The classes were made from these very answers, so a residual describes and
        tests nothing.
    """
    people, weight = _ones(counts, len(labels)), _ones(weights, len(labels))
    here = people if inside is None else people * inside
    k, by_row = int(labels.max()) + 1, coded.packed.some(coded.row)
    everybody = by_row.counted(labels, people * weight, k)
    sizes = np.bincount(labels, here * weight, k)
    squares = np.bincount(labels, here * weight**2, k)
    n_effective = np.divide(sizes**2, squares, out=np.zeros(k), where=squares > 0)
    mass = everybody if inside is None else by_row.counted(labels, here * weight, k)
    overall = everybody.sum(axis=0)[:, None] / (people * weight).sum()
    values = _shares(mass.T, sizes, overall, n_effective, coded.effective_n)
    n = np.bincount(labels, here, k).astype(int)
    return _named(coded.levels, n).assign(**{name: one.ravel() for name, one in values.items()})


def separation(profiles: pd.DataFrame, sizes: np.ndarray) -> pd.Series:
    """Cramér's V between each question and the classes: 0 they don't differ, 1 it settles them.

    Parameters
    ----------
    profiles : DataFrame
        By `profile`.
    sizes : array (K,)
        Shares of the classes.

    Returns
    -------
    Series
        By question, the most telling first.
    """
    strengths = {}
    for question, rows in profiles.groupby("question", sort=False):
        # A row a level, as they come in this order.
        shares, overall = (rows[name].to_numpy().reshape(-1, len(sizes)) for name in PAIR)
        overall = overall[:, :1]
        # A class with nobody has no shares.
        chi2_by_n = np.nansum(sizes * (shares - overall) ** 2 / np.where(overall, overall, 1))
        least = min(len(overall), len(sizes)) - 1
        strengths[question] = np.sqrt(chi2_by_n / least) if least else 0.0
    return pd.Series(strengths, name="cramers_v").sort_values(ascending=False, kind="stable")


def _shares(
    mass: np.ndarray,
    sizes: np.ndarray,
    overall: np.ndarray,
    n_effective: np.ndarray,
    everybody: float,
) -> dict[str, np.ndarray]:
    """Return shares and what is made of them, each (L, K); NaN for a class without people."""
    held = sizes > 0
    # Sums of floats may miss a class in which all say the same by their last digit.
    share = np.minimum(mass / np.where(held, sizes, 1), 1)
    low, high = wilson(share * n_effective, np.broadcast_to(n_effective, share.shape))
    spread = overall * (1 - overall) * np.maximum(1 - n_effective / everybody, 0)
    differs = np.sqrt(n_effective) * (share - overall)
    residual = np.divide(differs, np.sqrt(spread), out=np.zeros(mass.shape), where=spread > 0)
    index = np.divide(100 * share, overall, out=np.full(mass.shape, np.nan), where=overall > 0)
    values = {"share": share, "low": low, "high": high, "index": index, "residual": residual}
    known = {name: np.where(held, one, np.nan) for name, one in values.items()}
    return {**known, "overall": np.broadcast_to(overall, mass.shape)}


def _named(levels: dict[str, pd.Index], n: np.ndarray) -> pd.DataFrame:
    """Return a row a question, level and class, in this order."""
    pairs = [(name, level) for name, own in levels.items() for level in own]
    table = pd.DataFrame(pairs, columns=["question", "level"])
    table = table.loc[table.index.repeat(len(n))].reset_index(drop=True)
    table = table.assign(**{"class": np.tile(np.arange(len(n)), len(pairs))})
    table = table.assign(n=np.tile(n, len(pairs)))
    order = ["share", "low", "high", "overall", "index", "residual"]
    return table.reindex(columns=[*table.columns, *order])


def _ones(values: np.ndarray | None, n: int) -> np.ndarray:
    return np.ones(n) if values is None else np.asarray(values, dtype=float)

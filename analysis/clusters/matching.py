"""One solution against another: who goes where, and which class is which.

Classes of last year's are held against this year's by typing this year's people into last year's
classes (``earlier.classify(frame).labels``) and taking both labels here.
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.optimize import linear_sum_assignment


def flow(one: np.ndarray, other: np.ndarray, people: ArrayLike | None = None) -> pd.DataFrame:
    """Count who goes from each class of one solution to each of another.

    Parameters
    ----------
    one, other : int array
        Labels of the same people; −1 is in no class and left out.
    people : array or None
        People a row; None: one each.

    Returns
    -------
    DataFrame
        One row a pair with anybody in it: ``class``, ``other``, ``n``, ``share`` (of the class)
        and ``jaccard`` (people in both over people in either).
    """
    both = overlap(one, other, people)
    sizes, others = both.sum(axis=1, keepdims=True), both.sum(axis=0)
    share = both / np.where(sizes, sizes, 1)
    near = both / np.where(sizes + others - both, sizes + others - both, 1)
    at = np.nonzero(both)
    values = {"n": both[at], "share": share[at], "jaccard": near[at]}
    return pd.DataFrame({"class": at[0], "other": at[1], **values})


def matched(earlier: np.ndarray, labels: np.ndarray, people: ArrayLike | None = None) -> np.ndarray:
    """Return for each class of ``labels`` the number that keeps it steady against ``earlier``.

    Numbers are given so that as many people as possible keep theirs (Kuhn 1955); classes that
    have none of the earlier ones to go to get the next free numbers. ``matched(…)[labels]``
    are the labels in steady numbers.
    """
    both = overlap(labels, earlier, people)
    steady = np.full(len(both), -1)
    rows, columns = linear_sum_assignment(-both)
    steady[rows] = columns
    free = np.setdiff1d(np.arange(max(both.shape)), columns)
    steady[steady < 0] = free[: (steady < 0).sum()]
    return steady


def agreement(one: np.ndarray, other: np.ndarray, people: ArrayLike | None = None) -> float:
    """Hubert & Arabie's (1985) adjusted Rand index of two solutions: 1 alike, 0 as by chance."""
    both = overlap(one, other, people)
    pairs, rows, columns = (
        (of * (of - 1) / 2).sum() for of in (both, both.sum(axis=1), both.sum(axis=0))
    )
    n = both.sum()
    by_chance = rows * columns / (n * (n - 1) / 2)
    most = (rows + columns) / 2
    return float((pairs - by_chance) / (most - by_chance)) if most != by_chance else 1.0


def overlap(one: np.ndarray, other: np.ndarray, people: ArrayLike | None = None) -> np.ndarray:
    """Count people by both labels, (K, K'); who is in no class of either is left out."""
    mass = np.ones(len(one)) if people is None else np.asarray(people, dtype=float)
    inside = (one >= 0) & (other >= 0)
    rows, columns = int(one.max()) + 1, int(other.max()) + 1
    joint = one[inside].astype(np.intp) * columns + other[inside]
    return np.bincount(joint, mass[inside], rows * columns).reshape(rows, columns)

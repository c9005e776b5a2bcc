"""How large classes are."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.checks import effective_number
from analysis.intervals import wilson


def class_sizes(
    labels: np.ndarray,
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    inside: np.ndarray | None = None,
) -> pd.DataFrame:
    """People and shares by class, with Wilson's interval on Kish's effective n.

    Parameters
    ----------
    labels : int array
        By row, from 0 up.
    counts, weights : array or None
        People a row, and their survey weight.
    inside : bool array or None
        Which rows to speak of.

    Returns
    -------
    DataFrame
        By class: ``n, share, low, high``; all classes, also those with nobody inside.
    """
    people = np.ones(len(labels)) if counts is None else np.asarray(counts, dtype=float)
    weight = np.ones(len(labels)) if weights is None else np.asarray(weights, dtype=float)
    people = people if inside is None else people * inside
    classes = int(labels.max()) + 1
    mass = np.bincount(labels, people * weight, classes)
    share = mass / mass.sum() if mass.any() else np.zeros(classes)
    n_effective = np.full(classes, effective_number(people, weight))
    low, high = wilson(share * n_effective, n_effective)
    n = np.bincount(labels, people, classes).astype(int)
    index = pd.RangeIndex(classes, name="class")
    return pd.DataFrame({"n": n, "share": share, "low": low, "high": high}, index=index)

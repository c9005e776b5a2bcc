"""The exact silhouette of a partition of categorical data, without any pair of people.

A person's mean matching distance to a cluster is linear in the cluster's frequency table: with m
questions, n people in cluster C and count(j, a) of them answering a to question j, the distances
of person x to all of them sum to m·n − Σ_j count(j, x_j). So P profiles cost P·K·m steps and not
P²·m. Squared distances in numbers are as good: they sum to n·x² − 2x·Σy + Σy².
"""

from functools import partial
from typing import NamedTuple

import numpy as np

from analysis.clusters.numbers import Numbers
from analysis.clusters.packing import Packed, pack
from analysis.clusters.stretches import each, stretches


def silhouette(
    codes: np.ndarray,
    labels: np.ndarray,
    counts: np.ndarray | None = None,
    numbers: Numbers | None = None,
    apart: float = 1.0,
    *,
    packed: Packed | None = None,
) -> np.ndarray:
    """Silhouette of each profile (Rousseeuw 1987), under the matching distance.

    Parameters
    ----------
    codes : int array (P, Q)
        Answers from 0 up, a row a profile.
    labels : int array (P,)
        Clusters from 0 up.
    counts : array (P,) or None
        People with the profile; None: one each. A person's distance to the own cluster is the
        mean over the *others* in it, those with the same answers among them.
    numbers : Numbers or None
        Whose squared distances count too, where both people have one.
    apart : float
        What an answer that differs counts.
    packed : Packed or None
        The same profiles as joint codes, where they are known already.

    Returns
    -------
    float array (P,)
        Between −1 and 1; 0 for whoever is alone in a cluster, and everywhere where there is
        only one cluster.
    """
    counts = np.ones(len(codes)) if counts is None else np.asarray(counts, dtype=float)
    sizes = np.bincount(labels, counts)
    if (sizes > 0).sum() < 2:
        return np.zeros(len(codes))
    packed = packed or pack(codes, (codes.max(axis=0) + 1).tolist())
    answers = apart * packed.counted(labels, counts, len(sizes))
    squares = numbers and _squares(numbers, labels, counts, len(sizes))
    clusters = _Clusters(sizes, apart * codes.shape[1] * sizes, answers, squares)
    return np.concatenate(
        each(partial(_widths, packed, labels, numbers, clusters), stretches(len(codes)))
    )


class _Squares(NamedTuple):
    """Of each cluster's numbers: how many, their sum and that of their squares, each (K, M)."""

    n: np.ndarray
    once: np.ndarray
    twice: np.ndarray


class _Clusters(NamedTuple):
    """People (K,), what all their answers count (K,), each answer's part of it (K, L), numbers."""

    sizes: np.ndarray
    whole: np.ndarray
    answers: np.ndarray
    squares: _Squares | None


def _widths(
    packed: Packed, labels: np.ndarray, numbers: Numbers | None, of: _Clusters, part: slice
) -> np.ndarray:
    """Return the silhouettes of a stretch of the profiles."""
    total = packed.some(part).score(of.whole, -of.answers)
    if numbers:
        total += _total_squares(numbers.some(part), of.squares)
    labels = labels[part]
    here = (labels, np.arange(len(labels)))
    own = total[here] / np.maximum(of.sizes - 1, 1)[labels]
    total /= np.where(of.sizes > 0, of.sizes, 1)[:, None]
    total[of.sizes == 0] = np.inf
    total[here] = np.inf
    nearest = total.min(axis=0)
    widest = np.maximum(own, nearest)
    known = (of.sizes > 1)[labels] & (widest > 0)
    return np.divide(nearest - own, widest, out=np.zeros(len(labels)), where=known)


def _squares(numbers: Numbers, labels: np.ndarray, counts: np.ndarray, k: int) -> _Squares:
    columns = [
        [np.bincount(labels, counts * one, k) for one in (known, values, values**2)]
        for values, known in zip(numbers.values.T, numbers.known.T, strict=True)
    ]
    return _Squares(*np.stack(columns, axis=2))


def _total_squares(numbers: Numbers, of: _Squares) -> np.ndarray:
    """Sum each profile's squared distances in numbers to the people of each cluster, (K, P)."""
    total = np.zeros((len(of.n), len(numbers.values)))
    for place, known in enumerate(numbers.known.T.copy()):
        values = numbers.values[:, place].copy()
        for one, (n, once, twice) in enumerate(zip(*(sums[:, place] for sums in of), strict=True)):
            total[one] += values * (n * values - 2 * once) + known * twice
    return total

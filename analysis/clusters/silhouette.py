"""The exact silhouette of a partition of categorical data, without any pair of people.

A person's mean matching distance to a cluster is linear in the cluster's frequency table: with m
questions, n people in cluster C and count(j, a) of them answering a to question j, the distances
of person x to all of them sum to m·n − Σ_j count(j, x_j). So P profiles cost P·K·m steps and not
P²·m. Squared distances in numbers are as good: they sum to n·x² − 2x·Σy + Σy².
"""

import numpy as np

from analysis.clusters.numbers import Numbers


def silhouette(
    codes: np.ndarray,
    labels: np.ndarray,
    counts: np.ndarray | None = None,
    numbers: Numbers | None = None,
    apart: float = 1.0,
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
    total = apart * _total_distances(codes, labels, counts)
    if numbers:
        total += _total_squares(numbers, labels, counts)
    here = (np.arange(len(codes)), labels)
    own = total[here] / np.maximum(sizes[labels] - 1, 1)
    others = np.divide(total, sizes, out=np.full(total.shape, np.inf), where=sizes > 0)
    others[here] = np.inf
    nearest = others.min(axis=1)
    widest = np.maximum(own, nearest)
    known = (sizes[labels] > 1) & (widest > 0)
    return np.divide(nearest - own, widest, out=np.zeros(len(codes)), where=known)


def _total_distances(codes: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Sum each profile's distances to the people of each cluster, (P, K)."""
    sizes = np.bincount(labels, counts)
    total = np.tile(codes.shape[1] * sizes, (len(codes), 1))
    for answers in codes.T:
        levels, classes = int(answers.max()) + 1, len(sizes)
        joint = answers.astype(np.intp) * classes + labels
        total -= np.bincount(joint, counts, levels * classes).reshape(levels, classes)[answers]
    return total


def _total_squares(numbers: Numbers, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Sum each profile's squared distances in numbers to the people of each cluster, (P, K)."""
    values, known = numbers.values, numbers.known
    inside = (labels[:, None] == np.arange(labels.max() + 1)) * counts[:, None]
    n, once, twice = inside.T @ known, inside.T @ values, inside.T @ values**2
    return values**2 @ n.T - 2 * values @ once.T + known @ twice.T

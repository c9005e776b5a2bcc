"""A partition of people into classes of those who answer alike."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.coding import Coded, code
from analysis.clusters.kmodes import Progress, k_modes
from analysis.clusters.profiles import profile, separation
from analysis.clusters.silhouette import silhouette
from analysis.clusters.sizes import class_sizes
from analysis.errors import NotEnough, Problem

# Each takes (coded, k, seed, progress) and returns labels of the profiles and what it minimised.
METHODS = {"kmodes-package": k_modes}


@dataclass(frozen=True, eq=False)
class Clusters:
    """A partition; classes are numbered by size, 0 is the largest.

    Attributes
    ----------
    method : str
    k : int
        Classes that were asked for.
    seed : int
    labels : int array
        By row of the frame.
    cost : float
        What the method minimised: for k-modes answers that differ from their class's mode.
    silhouette : float
        Mean over people, −1 to 1.
    sizes : DataFrame
        By class: ``n`` (people), ``share`` (weighted), ``low``, ``high``.
    profiles : DataFrame
        See `analysis.clusters.profile`.
    separation : Series
        Cramér's V by question, the most telling first.
    coded : Coded
        The answers as the method saw them.
    problems : tuple of Problem
        ``fewer_classes`` when a class came out empty.
    """

    method: str
    k: int
    seed: int
    labels: np.ndarray
    cost: float
    silhouette: float
    sizes: pd.DataFrame
    profiles: pd.DataFrame
    separation: pd.Series
    coded: Coded
    problems: tuple[Problem, ...] = ()


def fit(
    frame: pd.DataFrame,
    method: str,
    k: int,
    *,
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Clusters:
    """Group people who answer alike.

    Parameters
    ----------
    frame : DataFrame
        One row a person or profile, one column a question, values as codes; null is a level.
    method : {"kmodes-package"}
        How: k-modes (Huang 1998).
    k : int
        Number of classes, 2 or more.
    counts, weights : array or None
        People a row, and their survey weight.
    seed : int
        The same seed on the same answers gives the same classes, whatever the order of rows.
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel.

    Raises
    ------
    NotEnough
        ``unknown_method``, ``too_few_classes``, ``too_few_profiles`` (k above the number of
        distinct ways in which people answered), and those of `analysis.clusters.coding.code`.
    """
    if method not in METHODS:
        raise NotEnough("unknown_method", method=method)
    if k < 2:
        raise NotEnough("too_few_classes", k=k)
    coded = code(frame, counts, weights)
    if k > len(coded.codes):
        raise NotEnough("too_few_profiles", k=k, profiles=len(coded.codes))
    found, cost = METHODS[method](coded, k, seed, progress)
    by_profile = _by_size(found, coded)
    labels = by_profile[coded.row]
    width = silhouette(coded.codes, by_profile, coded.people)
    profiles = profile(coded, labels, counts, weights)
    sizes = class_sizes(labels, counts, weights)
    classes = len(sizes)
    return Clusters(
        method=method,
        k=k,
        seed=seed,
        labels=labels,
        cost=cost,
        silhouette=float(np.average(width, weights=coded.people)),
        sizes=sizes,
        profiles=profiles,
        separation=separation(profiles, sizes["share"].to_numpy()),
        coded=coded,
        problems=(Problem("fewer_classes", {"k": k, "classes": classes}),) * (classes < k),
    )


def _by_size(labels: np.ndarray, coded: Coded) -> np.ndarray:
    """Number classes by size, the largest 0; equal ones by the first profile in them."""
    classes, first, numbers = np.unique(labels, return_index=True, return_inverse=True)
    mass = np.bincount(numbers, coded.mass)
    place = np.empty(len(classes), dtype=int)
    place[np.lexsort((first, -mass))] = np.arange(len(classes))
    return place[numbers]

"""A partition of people into classes of those who answer alike."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters import kmodes, modes
from analysis.clusters.coding import Coded, code
from analysis.clusters.em import latent_classes
from analysis.clusters.kmodes import Progress
from analysis.clusters.partition import Partition, cost_of
from analysis.clusters.profiles import profile, separation
from analysis.clusters.silhouette import silhouette
from analysis.clusters.sizes import class_sizes
from analysis.clusters.typing_form import Typed, typed
from analysis.errors import NotEnough, Problem

# Each takes (coded, k, seed, progress) and returns a Partition of the profiles.
METHODS = {"lca": latent_classes, "kmodes": modes.k_modes, "kmodes-package": kmodes.k_modes}


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
        By row of the frame: the class that it belongs to most.
    cost : float
        Answers that differ from their class's mode, in people, whatever the method: k-modes makes
        that small, latent classes don't aim at it.
    log_likelihood : float
        Of the effective number of people; NaN for a method that has none.
    bic : float
        −2 log-likelihood + parameters · ln n, n the effective number of people (not profiles).
    parameters : int
        Free parameters of the likelihood.
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
    partition : Partition
        Of the distinct profiles.
    problems : tuple of Problem
        ``fewer_classes`` when a class came out empty, and those of `Coded`.
    """

    method: str
    k: int
    seed: int
    labels: np.ndarray
    cost: float
    log_likelihood: float
    bic: float
    parameters: int
    silhouette: float
    sizes: pd.DataFrame
    profiles: pd.DataFrame
    separation: pd.Series
    coded: Coded
    partition: Partition
    problems: tuple[Problem, ...] = ()

    @property
    def posterior(self) -> np.ndarray:
        """How much each row belongs to each class, (rows, k); a row sums to 1."""
        return self.partition.posterior.T[self.coded.row]

    def classify(self, frame: pd.DataFrame) -> Typed:
        """Put people into these classes by their answers; see `analysis.clusters.typed`."""
        return typed(self.coded, self.partition.scores, frame)


def fit(
    frame: pd.DataFrame,
    method: str = "lca",
    k: int = 5,
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
    method : {"lca", "kmodes", "kmodes-package"}
        How: latent class analysis (Goodman 1974), where people belong to a class with some
        chance and missing answers say nothing of it; or k-modes (Huang 1998), fast or by the
        kmodes package, where a missing answer is like any other.
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
    _check(method, k)
    coded = code(frame, counts, weights)
    if k > len(coded.codes):
        raise NotEnough("too_few_profiles", k=k, profiles=len(coded.codes))
    found = by_size(METHODS[method](coded, k, seed, progress), coded)
    labels = found.labels[coded.row]
    profiles = profile(coded, labels, counts, weights)
    sizes = class_sizes(labels, counts, weights)
    width = silhouette(coded.codes, found.labels, coded.people)
    classes = len(sizes)
    return Clusters(
        method=method,
        k=k,
        seed=seed,
        labels=labels,
        cost=cost_of(coded, found.labels, k),
        log_likelihood=found.log_likelihood,
        bic=found.parameters * np.log(coded.effective_n) - 2 * found.log_likelihood,
        parameters=found.parameters,
        silhouette=float(np.average(width, weights=coded.people)),
        sizes=sizes,
        profiles=profiles,
        separation=separation(profiles, sizes["share"].to_numpy()),
        coded=coded,
        partition=found,
        problems=(Problem("fewer_classes", {"k": k, "classes": classes}),) * (classes < k)
        + coded.problems,
    )


def by_size(found: Partition, coded: Coded) -> Partition:
    """Number classes by size, the largest 0; equal ones by the first profile in them."""
    k = len(found.posterior)
    mass = np.bincount(found.labels, coded.mass, k)
    first = np.full(k, len(found.labels))
    np.minimum.at(first, found.labels, np.arange(len(found.labels)))
    return found.ordered(np.lexsort((first, -mass)))


def _check(method: str, k: int) -> None:
    if method not in METHODS:
        raise NotEnough("unknown_method", method=method)
    if k < 2:
        raise NotEnough("too_few_classes", k=k)

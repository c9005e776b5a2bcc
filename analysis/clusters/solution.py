"""A partition of people into classes of those who answer alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters import kmodes, modes, prototypes
from analysis.clusters.checks import number_of_classes
from analysis.clusters.coding import Coded, code
from analysis.clusters.em import latent_classes
from analysis.clusters.number_profile import number_profile
from analysis.clusters.partition import Partition, cost_of
from analysis.clusters.profiles import profile, separation
from analysis.clusters.progress import Progress
from analysis.clusters.silhouette import silhouette
from analysis.clusters.sizes import class_sizes
from analysis.clusters.typing_form import Typed, typed
from analysis.errors import NotEnough, Problem

# Each takes (coded, k, seed, progress) and returns a Partition of the profiles.
METHODS = {
    "lca": latent_classes,
    "kmodes": modes.k_modes,
    "kprototypes": prototypes.k_prototypes,
    "kmodes-package": kmodes.k_modes,
}
MIXED = ("lca", "kprototypes")


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
        that small, latent classes don't aim at it. With numbers, Huang's (1997): their squared
        distances from the class's mean, and gamma an answer that differs.
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
    gamma : float
        What an answer that differs counts against a squared spread of a number; NaN without any.
    numbers : DataFrame or None
        One row a number and class: ``question``, ``class``, ``mean`` and its 95 % interval
        ``low``, ``high``, ``spread`` and ``overall``, everybody's mean, in the number's own unit.
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
    gamma: float = np.nan
    numbers: pd.DataFrame | None = None

    @property
    def posterior(self) -> np.ndarray:
        """How much each row belongs to each class, (rows, k); a row sums to 1."""
        return self.partition.posterior.T[self.coded.row].astype(float)

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
    numbers: Sequence[str] | None = None,
) -> Clusters:
    """Group people who answer alike.

    Parameters
    ----------
    frame : DataFrame
        One row a person or profile, one column a question, values as codes; null is a level.
    method : {"lca", "kmodes", "kprototypes", "kmodes-package"}
        How: latent class analysis (Goodman 1974), where people belong to a class with some
        chance and missing answers say nothing of it, also with numbers (normal in each class);
        k-modes (Huang 1998), fast or by the kmodes package, where a missing answer is like any
        other; or k-prototypes (Huang 1997), the same with numbers.
    k : int
        Number of classes, 2 or more.
    counts, weights : array or None
        People a row, and their survey weight.
    seed : int
        The same seed on the same answers gives the same classes, whatever the order of rows.
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel.
    numbers : sequence of str or None
        Columns that are numbers, for the latent classes and k-prototypes; None: columns of
        numbers that aren't all whole.

    Raises
    ------
    NotEnough
        ``unknown_method``, ``classes_not_whole``, ``too_few_classes``, ``too_few_profiles`` (k
        above the number of distinct ways in which people answered), ``no_numbers`` and
        ``numbers_alike`` (k-prototypes without any that differ), and those of
        `analysis.clusters.coding.code`.
    """
    check_method(method)
    k = number_of_classes(k)
    rows = rows_of(counts, weights)
    coded = coded_for(method, frame, rows, numbers)
    if k > len(coded.codes):
        raise NotEnough("too_few_profiles", k=k, profiles=len(coded.codes))
    return described(coded, method, k, rows=rows, seed=seed, progress=progress)


class Rows(NamedTuple):
    """People a row of the frame, and their survey weight; None: one each, equal."""

    counts: ArrayLike | None
    weights: ArrayLike | None


def rows_of(counts: ArrayLike | None, weights: ArrayLike | None) -> Rows:
    """Bring weights to a scale on which their squares are numbers, as far as they are any."""
    given = np.asarray(1.0 if weights is None else weights)
    if weights is None or given.dtype.kind not in "biuf" or not given.size:
        return Rows(counts, weights)
    most = given.max()
    return Rows(counts, given / most if 0 < most < np.inf else weights)


def described(
    coded: Coded,
    method: str,
    k: int,
    *,
    rows: Rows,
    seed: int = 0,
    progress: Progress | None = None,
) -> Clusters:
    """Make classes of coded people and say what they are like; see `fit`."""
    found = by_size(METHODS[method](coded, k, seed, progress), coded)
    return like(found, coded, method, k, rows=rows, seed=seed)


def like(
    found: Partition, coded: Coded, method: str, k: int, *, rows: Rows, seed: int = 0
) -> Clusters:
    """Say what the classes of a partition are like."""
    profiles, sizes = _class_tables(coded, found.labels, rows)
    gamma = prototypes.GAMMA if coded.numbers else np.nan
    apart = gamma if coded.numbers else 1.0
    width = silhouette(
        coded.codes, found.labels, coded.people, coded.numbers, apart, packed=coded.packed
    )
    classes = int((sizes["n"] > 0).sum())
    return Clusters(
        method=method,
        k=k,
        seed=seed,
        labels=found.labels[coded.row],
        cost=_cost(coded, found.labels, k),
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
        gamma=gamma,
        numbers=number_profile(coded, found.labels) if coded.numbers else None,
    )


def _class_tables(
    coded: Coded, labels: np.ndarray, rows: Rows
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what classes answer, and their sizes."""
    if rows.weights is None:
        # Then who answers alike weighs alike, and a profile stands for all its rows.
        alike = replace(coded, row=slice(None))
        return profile(alike, labels, coded.people), class_sizes(labels, coded.people)
    by_row = labels[coded.row]
    return profile(coded, by_row, *rows), class_sizes(by_row, *rows)


def by_size(found: Partition, coded: Coded) -> Partition:
    """Number classes by size, the largest 0; equal ones by the first profile in them."""
    k = len(found.scores.own)
    mass = np.bincount(found.labels, coded.mass, k)
    first = np.full(k, len(found.labels))
    np.minimum.at(first, found.labels, np.arange(len(found.labels)))
    return found.ordered(np.lexsort((first, -mass)))


def _cost(coded: Coded, labels: np.ndarray, k: int) -> float:
    if coded.numbers:
        return prototypes.prototypes_cost(coded, labels, k)
    return cost_of(coded, labels, k)


def coded_for(method: str, frame: pd.DataFrame, rows: Rows, numbers: Sequence[str] | None) -> Coded:
    """Code a frame as a method needs it; see `fit`."""
    if len(frame.select_dtypes("floating").columns):
        # What is beyond all bounds is not known.
        frame = frame.replace([np.inf, -np.inf], np.nan)
    coded = code(frame, *rows, numbers_in(frame, method, numbers))
    if method == "kprototypes" and not coded.numbers:
        raise NotEnough("numbers_alike" if numbers else "no_numbers")
    return coded


def numbers_in(frame: pd.DataFrame, method: str, numbers: Sequence[str] | None) -> tuple[str, ...]:
    """Return the columns that a method takes as numbers; see `fit`."""
    if method not in MIXED:
        return ()
    if numbers is not None:
        return tuple(numbers)
    floats = frame.select_dtypes("floating")
    return tuple(name for name in floats if (floats[name].dropna() % 1 != 0).any())


def check_method(method: str) -> None:
    """Refuse a method that there is none of."""
    if method not in METHODS:
        raise NotEnough("unknown_method", method=method)

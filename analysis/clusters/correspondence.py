"""A map of answers and people: those who answer alike lie close together.

Multiple correspondence analysis from the Burt table (Greenacre 2017, *Correspondence Analysis in
Practice*, chapters 18-19): a million people cost no more than their pair tables, and where each
of them lies is a look-up.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded
from analysis.clusters.pairs import burt

NOTHING = 1e-12


@dataclass(frozen=True, eq=False)
class Map:
    """Answers and people on common axes, the one that tells most first.

    Attributes
    ----------
    levels : DataFrame
        One row an answer: ``question``, ``level``, ``n`` (weighted people), a principal coordinate
        an axis (``x1, x2, …``) and its share of what makes the axis (``made1, made2, …``).
    axes : DataFrame
        By axis from 1: ``inertia`` (of the indicator table), ``corrected`` (Benzécri 1979; 0 for
        an axis below the mean) and ``share``, of what can be explained: after Greenacre (1993), who
        takes all off-diagonal tables as the whole, or after Benzécri, who takes the corrected
        inertias as the whole and so flatters.
    profiles : float array (P, axes)
        Where each distinct profile of `Coded` lies.
    """

    levels: pd.DataFrame
    axes: pd.DataFrame
    profiles: np.ndarray

    def centres(self, labels: np.ndarray, mass: np.ndarray) -> np.ndarray:
        """Return the mean place of each class, (K, axes); NaN where it holds nobody.

        ``labels`` and ``mass`` are by profile, e.g. ``found.partition.labels`` and
        ``found.coded.mass``.
        """
        sizes = np.bincount(labels, mass)
        sums = [np.bincount(labels, mass * axis) for axis in self.profiles.T]
        with np.errstate(invalid="ignore"):
            return np.column_stack(sums) / sizes[:, None]

    def density(self, people: np.ndarray, cells: int = 40) -> tuple[np.ndarray, ...]:
        """Count people in a grid of the first two axes.

        Returns the counts (cells, cells), first axis first, and both axes' edges; hide small ones
        before anybody sees them.
        """
        return np.histogram2d(*self.profiles[:, :2].T, bins=cells, weights=people)


def correspondence(coded: Coded, axes: int = 2, correction: str = "greenacre") -> Map:
    """Map answers and people.

    Parameters
    ----------
    coded : Coded
        As ``found.coded``; a missing answer is a level of its own.
    axes : int
        How many, as far as there are so many.
    correction : {"greenacre", "benzecri"}
        What an axis's share is a share of.
    """
    questions = len(coded.levels)
    table = burt(coded)
    masses = table.diagonal() / (questions * coded.mass.sum())
    held = np.sqrt(np.where(masses > 0, masses, 1))
    shares = table / (questions**2 * coded.mass.sum()) - np.outer(masses, masses)
    inertia, vectors = np.linalg.eigh(shares / np.outer(held, held))
    order = np.argsort(-inertia)[: len(masses) - questions]
    inertia = np.maximum(inertia[order], 0)
    kept = min(axes, int((inertia > NOTHING).sum()))
    standard = _same_way_up(vectors[:, order[:kept]] / held[:, None])
    return Map(
        levels=_levels(coded, table.diagonal(), standard, masses, inertia[:kept]),
        axes=corrected(inertia, questions, correction).head(kept),
        profiles=coded.packed.score(np.zeros(kept), standard.T / questions).T,
    )


def corrected(inertia: np.ndarray, questions: int, correction: str) -> pd.DataFrame:
    """Correct the inertias of all axes of an indicator table; see `Map` for the columns."""
    above = np.maximum(inertia - 1 / questions, 0)
    better = (questions / (questions - 1) * above) ** 2
    whole = better.sum()
    if correction == "greenacre":
        off = (inertia**2).sum() - len(inertia) / questions**2
        whole = questions / (questions - 1) * off
    share = better / whole if whole > NOTHING else np.zeros(len(better))
    index = pd.RangeIndex(1, len(inertia) + 1, name="axis")
    return pd.DataFrame({"inertia": inertia, "corrected": better, "share": share}, index=index)


def _same_way_up(standard: np.ndarray) -> np.ndarray:
    """Turn each axis so that its farthest answer lies on the positive side."""
    farthest = np.abs(standard).argmax(axis=0)
    return standard * np.sign(standard[farthest, np.arange(standard.shape[1])])


def _levels(
    coded: Coded, n: np.ndarray, standard: np.ndarray, masses: np.ndarray, inertia: np.ndarray
) -> pd.DataFrame:
    pairs = [(name, level) for name, own in coded.levels.items() for level in own]
    table = pd.DataFrame(pairs, columns=["question", "level"]).assign(n=n)
    for place, axis in enumerate(standard.T):
        table[f"x{place + 1}"] = axis * np.sqrt(inertia[place])
        table[f"made{place + 1}"] = masses * axis**2
    return table

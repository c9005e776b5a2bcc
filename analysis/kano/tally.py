"""Counts of the pairs of answers: all that the Kano methods need of the answers."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.kano.answers import SIDE, Coded
from analysis.kano.tables import CELLS


@dataclass(frozen=True, eq=False)
class Tally:
    """Pairs counted per feature.

    Attributes
    ----------
    features : Index of F names
    cells : float array (F, 25)
        Complete pairs; under weights the weighted counts, scaled so that each feature's sum to
        Kish's effective n.
    squares : float array (F, 25) or None
        Sums of the squared scaled weights, which the weighted bootstrap needs; None without
        weights.
    answered, half_pairs, empty_pairs : int arrays (F,)
        Rows with both halves, with one, with none; never weighted.
    """

    features: pd.Index
    cells: np.ndarray
    squares: np.ndarray | None
    answered: np.ndarray
    half_pairs: np.ndarray
    empty_pairs: np.ndarray


def count(coded: Coded) -> Tally:
    """Count the pairs of each feature.

    Raises
    ------
    NotEnough
        ``no_complete_pairs`` when no row has both halves.
    """
    rows = _pairs(coded)
    cells = _complete(rows)
    if not cells.any():
        raise NotEnough("no_complete_pairs", rows=len(coded.pair))
    answered, empty = cells.sum(1).astype(int), rows[:, 0, 0].astype(int)
    half = rows.sum((1, 2)).astype(int) - answered - empty
    squares = None
    if coded.weights is not None:
        cells, squares = _scaled(*(_complete(_pairs(coded, coded.weights**k)) for k in (1, 2)))
    return Tally(coded.features, cells, squares, answered, half, empty)


def _pairs(coded: Coded, by: np.ndarray | None = None) -> np.ndarray:
    """Counts, or sums, by feature × functional × dysfunctional, both with 0 for missing."""
    shape = (len(coded.features), SIDE, SIDE)
    packed = coded.feature * SIDE**2 + coded.pair
    return np.bincount(packed, by, minlength=math.prod(shape)).reshape(shape).astype(float)


def _complete(pairs: np.ndarray) -> np.ndarray:
    return pairs[:, 1:, 1:].reshape(len(pairs), CELLS)


def _scaled(sums: np.ndarray, squares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    total, total_squares = sums.sum(1, keepdims=True), squares.sum(1, keepdims=True)
    # Kish's n is total²/total_squares, so this factor makes the counts sum to it.
    factor = np.divide(total, total_squares, out=np.zeros_like(total), where=total_squares > 0)
    return sums * factor, squares * factor**2

"""How spread classes are against how far apart they lie."""

import numpy as np

from analysis.clusters.packing import Packed


def davies_bouldin(
    codes: np.ndarray, labels: np.ndarray, people: np.ndarray, packed: Packed
) -> float:
    """Davies & Bouldin's (1979) index; lower is clearer, NaN where there is only one class.

    Every answer is a coordinate, 1 for who gave it and 0 for others. The centre of a class is
    then its table of shares, and who is how far from it follows from the table.

    Parameters
    ----------
    codes : int array (P, Q)
    labels : int array (P,)
        Classes from 0 up.
    people : array (P,)
        With each profile.
    packed : Packed
        The same profiles as joint codes.
    """
    k = int(labels.max()) + 1
    sizes = np.bincount(labels, people, k)
    held = np.flatnonzero(sizes)
    if len(held) < 2:
        return np.nan
    centres = packed.counted(labels, people, k) / np.maximum(sizes, 1)[:, None]
    in_common = packed.own(labels, centres)
    square = codes.shape[1] + (centres**2).sum(axis=1)[labels] - 2 * in_common
    spread = np.bincount(labels, people * np.sqrt(np.maximum(square, 0)), k)[held] / sizes[held]
    apart = np.linalg.norm(centres[held, None] - centres[None, held], axis=2)
    np.fill_diagonal(apart, np.inf)
    ratio = (spread[:, None] + spread) / np.where(apart > 0, apart, np.inf)
    return float(ratio.max(axis=1).mean())

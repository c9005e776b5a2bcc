"""How partitions change with the number of classes: there is never one right number."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.coding import code
from analysis.clusters.kmodes import Progress
from analysis.clusters.solution import Clusters, fit
from analysis.errors import NotEnough


@dataclass(frozen=True, eq=False)
class Sweep:
    """Partitions into several numbers of classes.

    Attributes
    ----------
    table : DataFrame
        By k: ``cost``, ``silhouette``, ``smallest`` (people in the smallest class), ``classes``
        (those that came out with anybody in them).
    solutions : dict
        The partitions by k.
    """

    table: pd.DataFrame
    solutions: dict[int, Clusters]


def sweep(
    frame: pd.DataFrame,
    ks: Sequence[int],
    *,
    method: str = "kmodes-package",
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Sweep:
    """Group people into several numbers of classes; the partition at k is that of `fit`.

    Parameters
    ----------
    ks : sequence of int
        Numbers of classes; those above the number of distinct profiles are left out.
    frame, method, counts, weights, seed, progress
        See `fit`.

    Raises
    ------
    NotEnough
        As `fit`, when no k can be fitted.
    """
    most = len(code(frame, counts, weights).codes)
    possible = [k for k in ks if k <= most]
    if not possible:
        raise NotEnough("too_few_profiles", k=min(ks), profiles=most)
    solutions = {
        k: fit(frame, method, k, counts=counts, weights=weights, seed=seed,
               progress=_part(progress, place, len(possible)))
        for place, k in enumerate(possible)
    }  # fmt: skip
    rows = [
        (k, one.cost, one.silhouette, int(one.sizes["n"].min()), len(one.sizes))
        for k, one in solutions.items()
    ]
    columns = ["k", "cost", "silhouette", "smallest", "classes"]
    return Sweep(pd.DataFrame(rows, columns=columns).set_index("k"), solutions)


def _part(progress: Progress | None, place: int, parts: int) -> Progress | None:
    if progress is None:
        return None
    return lambda fraction, stage: progress((place + fraction) / parts, stage)

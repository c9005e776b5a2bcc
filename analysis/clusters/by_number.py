"""How partitions change with the number of classes: there is never one right number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.checks import number_of_classes
from analysis.clusters.davies_bouldin import davies_bouldin
from analysis.clusters.progress import Progress, within
from analysis.clusters.solution import Clusters, check_method, coded_for, described, rows_of
from analysis.clusters.stability import DISSOLVED, STABLE, stability, verdict
from analysis.errors import NotEnough


@dataclass(frozen=True, eq=False)
class Sweep:
    """Partitions into several numbers of classes.

    Attributes
    ----------
    table : DataFrame
        By k: ``cost``, ``silhouette``, ``smallest`` (people in the smallest class), ``classes``
        (those that came out with anybody in them), ``davies_bouldin`` (lower is clearer);
        ``log_likelihood``, ``parameters``, ``bic``, ``icl`` (Biernacki, Celeux & Govaert 2000;
        the BIC and twice the entropy) and ``entropy`` (relative, 1 when everybody's class is
        certain), NaN for a method without a likelihood; ``elbow``, how far the cost lies below the
        straight line from the least k's to the largest's, both axes scaled to 1 (Satopää et al.
        2011): the bend is where it is largest. With bootstraps also ``stability`` (the least
        stable class's mean Jaccard), ``stable`` (classes from 0.75 up), ``dissolved`` (classes
        below 0.5) and ``verdict``, the least stable class's: ``"stable"``, ``"weak"`` or
        ``"dissolved"``.
    solutions : dict
        The partitions by k.
    stability : dict
        By k, as `analysis.clusters.stability`; empty without bootstraps.
    """

    table: pd.DataFrame
    solutions: dict[int, Clusters]
    stability: dict[int, pd.DataFrame]


def sweep(
    frame: pd.DataFrame,
    ks: Sequence[int],
    *,
    method: str = "lca",
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    bootstraps: int = 0,
    numbers: Sequence[str] | None = None,
) -> Sweep:
    """Group people into several numbers of classes; the partition at k is that of `fit`.

    Parameters
    ----------
    ks : sequence of int
        Numbers of classes, 2 or more; those above the number of distinct profiles are left out.
    frame, method, counts, weights, seed, numbers
        See `fit`.
    progress : callable, optional
        ``progress(fraction, code)``, the code being the number of classes; may raise to cancel.
    bootstraps : int
        Resamples of each partition's stability; 0 leaves it out.

    Raises
    ------
    NotEnough
        As `fit`, when no k can be fitted.
    """
    check_method(method)
    whole = [number_of_classes(k) for k in ks]
    if not whole:
        raise NotEnough("too_few_classes", k=0)
    rows = rows_of(counts, weights)
    coded = coded_for(method, frame, rows, numbers)
    most = len(coded.codes)
    possible = [k for k in whole if k <= most]
    if not possible:
        raise NotEnough("too_few_profiles", k=min(whole), profiles=most)
    solutions, steady = {}, {}
    for place, k in enumerate(possible):
        part = within(progress, place / len(possible), (place + 1) / len(possible), str(k))
        # A resample costs about a quarter of a fit.
        first = 4 / (4 + bootstraps)
        one = described(coded, method, k, rows=rows, seed=seed, progress=within(part, 0, first))
        solutions[k] = one
        if bootstraps:
            steady[k] = stability(one.coded, one.partition.labels, method, bootstraps, seed=seed,
                                  progress=within(part, first, 1))  # fmt: skip
    table = {k: _row(one) | _steadiness(steady.get(k)) for k, one in solutions.items()}
    table = pd.DataFrame.from_dict(table, orient="index").rename_axis("k")
    table["elbow"] = elbow(table["cost"])
    return Sweep(table, solutions, steady)


def elbow(cost: pd.Series) -> pd.Series:
    """Return how far the cost by k lies below the line between its ends; 0 at them."""
    ks = cost.index.to_numpy(dtype=float)
    wide, high = ks[-1] - ks[0], cost.iloc[0] - cost.iloc[-1]
    if not wide or high <= 0:
        return pd.Series(0.0, index=cost.index)
    return 1 - (ks - ks[0]) / wide - (cost - cost.iloc[-1]) / high


def _row(one: Clusters) -> dict[str, float]:
    coded, labels = one.coded, one.partition.labels
    unsure = one.partition.unsure
    return {
        "cost": one.cost,
        "silhouette": one.silhouette,
        "smallest": int(one.sizes["n"].min()),
        "classes": len(one.sizes),
        "davies_bouldin": davies_bouldin(coded.codes, labels, coded.people, coded.packed),
        "log_likelihood": one.log_likelihood,
        "parameters": one.parameters,
        "bic": one.bic,
        "icl": one.bic + 2 * unsure,
        "entropy": 1 - unsure / (coded.effective_n * np.log(one.k)),
    }


def _steadiness(steady: pd.DataFrame | None) -> dict[str, object]:
    if steady is None:
        return {}
    jaccard = steady["jaccard"]
    return {
        "stability": float(jaccard.min()),
        "stable": int((jaccard >= STABLE).sum()),
        "dissolved": int((jaccard < DISSOLVED).sum()),
        "verdict": verdict(float(jaccard.min())),
    }

"""k-modes through the kmodes package, on distinct profiles with weights."""

import numpy as np
from kmodes.kmodes import KModes

from analysis.clusters.coding import Coded
from analysis.clusters.partition import Partition, by_modes
from analysis.clusters.progress import Progress

STARTS = 10


def k_modes(
    coded: Coded, k: int, seed: int, progress: Progress | None = None, *, starts: int = STARTS
) -> Partition:
    """k-modes (Huang 1998), the best of ten starts.

    Parameters
    ----------
    coded : Coded
        Profiles; ``mass`` weighs them.
    k : int
        Classes, at most as many as there are profiles. One may come out empty.
    seed : int
        Of the starts.
    progress : callable, optional
        ``progress(fraction, code)`` before each start; may raise to cancel.
    starts : int
        How many.
    """
    codes = coded.codes.astype(np.int64)
    best, least = None, np.inf
    for start, start_seed in enumerate(np.random.SeedSequence(seed).generate_state(starts)):
        if progress:
            progress(start / starts, "cluster")
        # One start at a time, so that somebody who lets go needn't wait for all of them. Huang's
        # way to begin, as Cao's and the package's default leave the weights out of account.
        model = KModes(n_clusters=k, init="Huang", n_init=1, random_state=int(start_seed))
        model.fit(codes, sample_weight=coded.mass.astype(float))
        if model.cost_ < least:
            best, least = model, float(model.cost_)
    modes = best.cluster_centroids_.astype(np.intp)
    # Its own labels are none where there are as many classes as profiles.
    return by_modes(coded, best.predict(codes).astype(np.intp), modes)

"""k-modes through the kmodes package, on distinct profiles with weights."""

from collections.abc import Callable

import numpy as np
from kmodes.kmodes import KModes

from analysis.clusters.coding import Coded

STARTS = 10
Progress = Callable[[float, str], None]


def k_modes(
    coded: Coded, k: int, seed: int, progress: Progress | None = None
) -> tuple[np.ndarray, float]:
    """k-modes (Huang 1998), the best of ten starts.

    Parameters
    ----------
    coded : Coded
        Profiles; ``mass`` weighs them.
    k : int
        Classes, at most as many as there are profiles.
    seed : int
        Of the starts.
    progress : callable, optional
        ``progress(fraction, code)`` before each start; may raise to cancel.

    Returns
    -------
    labels : int array (P,)
        A class may have come out empty.
    cost : float
        Answers that differ from their class's mode, in people.
    """
    if k == len(coded.codes):
        return np.arange(k), 0.0  # each profile is a class; the package would give no labels
    best, least = np.zeros(len(coded.codes), dtype=int), np.inf
    for start, start_seed in enumerate(np.random.SeedSequence(seed).generate_state(STARTS)):
        if progress:
            progress(start / STARTS, "cluster")
        # One start at a time, so that somebody who lets go needn't wait for all of them. Huang's
        # way to begin, as Cao's and the package's default leave the weights out of account.
        model = KModes(n_clusters=k, init="Huang", n_init=1, random_state=int(start_seed))
        model.fit(coded.codes, sample_weight=coded.mass.astype(float))
        if model.cost_ < least:
            best, least = model.labels_.astype(int), float(model.cost_)
    return best, least

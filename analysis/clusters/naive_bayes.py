"""What each answer alone says of a class: naive Bayes, whatever method made the classes."""

import numpy as np

from analysis.clusters.packing import Packed
from analysis.clusters.partition import Scores

SMOOTHING = 0.5


def naive_bayes(packed: Packed, missing: np.ndarray, mass: np.ndarray) -> Scores:
    """Return what speaks for a class by its share and its answers' shares; missing says nothing.

    Parameters
    ----------
    packed : Packed
        Profiles.
    missing : bool array (L,)
        Which of all questions' levels, side by side, are missing answers.
    mass : float array (K, P)
        People of each class that have each profile.
    """
    counted = np.where(missing, 0, packed.summed(mass) + SMOOTHING)
    by_level = np.zeros(counted.shape)
    for place in packed.places:
        own = counted[:, place]
        share = own / own.sum(axis=1, keepdims=True)
        by_level[:, place] = np.log(np.where(share > 0, share, 1))
    sizes = mass.sum(axis=1) + SMOOTHING
    return Scores(np.log(sizes / sizes.sum()), by_level, shared=True)

"""A step of EM where two joint codes tell everything: nobody's classes need to be kept.

With a person's chance in class k the product A[a, k] · B[b, k] of what their two joint codes say,
the people of class k with code a are A[a, k] · Σ_b W[a, b] · B[b, k], where W holds people over
their chance in all classes. Both sums are products with one sparse table, and a person costs the
chance in all classes alone.
"""

import numpy as np
from scipy.sparse import csr_array

from analysis.clusters.packing import Packed
from analysis.clusters.sums import products

# So many people's classes at a time stay in a processor's nearer caches.
CHUNK = 4_096


def can_cross(packed: Packed) -> bool:
    """Say whether there are two blocks, and the profiles come in the order of the first."""
    return len(packed.joint) == 2 and bool((np.diff(packed.joint[0]) >= 0).all())


def chances(packed: Packed, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return every profile's chance in all classes, of the blocks' tables (codes, K)."""
    whole = np.empty(len(packed.joint[0]))
    for low in range(0, len(whole), CHUNK):
        here = slice(low, low + CHUNK)
        first, second = (codes[here] for codes in packed.joint)
        whole[here] = products(one.take(first, axis=0), other.take(second, axis=0))
    return whole


def counts(
    packed: Packed, one: np.ndarray, other: np.ndarray, mass: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the people of each class by code of either block, (codes, K) each.

    ``mass`` is people over their chance in all classes.
    """
    rows = np.searchsorted(packed.joint[0], np.arange(len(one) + 1))
    table = csr_array((mass, packed.joint[1], rows), shape=(len(one), len(other)))
    return one * (table @ other), other * (table.T @ one)

"""A step of EM where two joint codes tell everything: nobody's classes need to be kept.

With a person's chance in class k the product A[a, k] · B[b, k] of what their two joint codes say,
the people of class k with code a are A[a, k] · Σ_b W[a, b] · B[b, k], where W holds people over
their chance in all classes. Both sums are products with one sparse table, and a person costs the
chance in all classes alone.
"""

from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from analysis.clusters.packing import Packed
from analysis.clusters.stretches import STRETCH, each
from analysis.clusters.sums import products, weighed

# Chances below this are worked out by logarithms.
FAINTEST = 1e-280
# So many people's classes at a time stay in a processor's nearer caches.
CHUNK = 4_096
# Where more than one in so many pairs of codes has anybody, all pairs are worked out and picked
# from: by so few multiplications at a time that BLAS doesn't wake other cores (see `sums`).
CROWDED, QUIET = 24, 250_000


class Stretch(NamedTuple):
    """Profiles with neighbouring first codes.

    Attributes
    ----------
    rows : slice
        Their first codes.
    people : slice
        Where they stand among all profiles.
    begins : int array
        Where each first code's profiles begin among these.
    first, second, pair : int array
        Their codes, and both as one; the first ones from the stretch's own least.
    """

    rows: slice
    people: slice
    begins: np.ndarray
    first: np.ndarray
    second: np.ndarray
    pair: np.ndarray


class Crossed(NamedTuple):
    """What a step finds out: people of each class by code of either block, (codes, K) each."""

    first: np.ndarray
    second: np.ndarray
    log_likelihood: float


def can_cross(packed: Packed) -> bool:
    """Say whether there are two blocks, and the profiles come in the order of the first."""
    return len(packed.joint) == 2 and bool((np.diff(packed.joint[0]) >= 0).all())


def cut(packed: Packed) -> list[Stretch]:
    """Cut profiles in the order of their first codes, nobody's first code into two."""
    first = packed.joint[0]
    begins = np.searchsorted(first, np.arange(np.prod(packed.blocks[0]) + 1))
    ends = np.searchsorted(begins, np.arange(STRETCH, len(first), STRETCH)).tolist()
    edges = sorted({0, *ends, len(begins) - 1})
    return [_stretch(packed, begins, slice(*rows)) for rows in pairwise(edges)]


def crossed(
    parts: list[Stretch], one: np.ndarray, other: np.ndarray, mass: np.ndarray
) -> Crossed | None:
    """Put all profiles into classes by the blocks' tables (codes, K) and count them there.

    Return None where somebody's chance is too small to be told from none.
    """
    told = each(partial(_counted, one=one, other=other, mass=mass), parts)
    if any(part is None for part in told):
        return None
    firsts, seconds, heights = zip(*told, strict=True)
    return Crossed(np.concatenate(firsts), sum(seconds), sum(heights))


def chances(part: Stretch, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return every profile's chance in all classes; ``one`` holds the stretch's rows alone."""
    crowded = len(part.first) * CROWDED > len(one) * len(other)
    return (_picked if crowded else _multiplied)(part, one, other)


def _stretch(packed: Packed, begins: np.ndarray, rows: slice) -> Stretch:
    people = slice(*begins[[rows.start, rows.stop]].tolist())
    first, second = (codes[people] for codes in packed.joint)
    first = first - rows.start
    own = (begins[rows.start : rows.stop + 1] - people.start).astype(np.int32)
    pair = first * np.prod(packed.blocks[1]) + second
    # Sparse tables count in 32 bits, and would make these anew at every step.
    return Stretch(rows, people, own, first, second.astype(np.int32), pair)


def _counted(part: Stretch, one: np.ndarray, other: np.ndarray, mass: np.ndarray) -> Crossed | None:
    one, mass = one[part.rows], mass[part.people]
    whole = chances(part, one, other)
    if not whole.min(initial=1) > FAINTEST:
        return None
    table = csr_array((mass / whole, part.second, part.begins), shape=(len(one), len(other)))
    height = weighed(mass, np.log(whole))
    return Crossed(one * (table @ other), other * (table.T @ one), height)


def _multiplied(part: Stretch, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    whole = np.empty(len(part.first))
    for low in range(0, len(whole), CHUNK):
        here = slice(low, low + CHUNK)
        tables = one.take(part.first[here], axis=0), other.take(part.second[here], axis=0)
        whole[here] = products(*tables)
    return whole


def _picked(part: Stretch, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    whole, across = np.empty(len(part.first)), np.ascontiguousarray(other.T)
    rows = max(QUIET // other.size, 1)
    for low in range(0, len(one), rows):
        pairs = one[low : low + rows] @ across
        here = slice(part.begins[low], part.begins[min(low + rows, len(one))])
        pairs.ravel().take(part.pair[here] - low * len(other), out=whole[here], mode="clip")
    return whole

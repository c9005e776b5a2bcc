"""Seeded randomness: one stream a subject and chunk, so that no draw shifts another's."""

from zlib import crc32

import numpy as np

_63_BITS = np.uint64(2**63 - 1)


def stream(seed: int, chunk: int, subject: str) -> np.random.Generator:
    """Return the random stream of one subject within one chunk of members.

    Parameters
    ----------
    seed : int
        The union's seed.
    chunk : int
        Which chunk of members.
    subject : str
        What is drawn; two subjects never share a stream.
    """
    return np.random.default_rng([seed, chunk, crc32(subject.encode())])


def pseudonyms(seed: int, numbers: np.ndarray) -> np.ndarray:
    """Mix member numbers into unique 63-bit ids that tell nothing of the order of joining.

    Each step (odd multiplier, xor with a shift of itself, both modulo 2⁶³) can be undone, so two
    numbers never meet.
    """
    mixed = numbers.astype(np.uint64) + np.uint64((seed + 1) * 0x9E3779B9)
    for factor, shift in ((0x1F58476D1CE4E5B9, 31), (0x14D049BB133111EB, 29), (0x2545F491, 33)):
        mixed = (mixed * np.uint64(factor)) & _63_BITS
        mixed ^= mixed >> np.uint64(shift)
    return mixed.astype(np.int64)


def pick(rng: np.random.Generator, shares: np.ndarray, n: int | None = None) -> np.ndarray:
    """Draw option numbers.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    shares : array of shape (k,) or (n, k)
        Chance of each option, one row for all or a row a person; need not sum to one.
    n : int, optional
        How many to draw where one row serves all.

    Returns
    -------
    array of int, shape (n,)
    """
    chances = np.atleast_2d(np.asarray(shares, dtype=float))
    edges = np.cumsum(chances, axis=1)
    draws = rng.random(n if n is not None else len(chances)) * edges[:, -1]
    if len(chances) == 1:
        return np.searchsorted(edges[0], draws, side="right").astype(np.int8)
    return (draws[:, None] >= edges).sum(axis=1).astype(np.int8)

"""A few people standing for all: to begin on, and to try whether classes come again."""

from typing import NamedTuple

import numpy as np


class Drawn(NamedTuple):
    """Which profiles were drawn, in their order, and how often each was."""

    kept: np.ndarray
    mass: np.ndarray


def draw(mass: np.ndarray, n: int, rng: np.random.Generator) -> Drawn:
    """Draw n people with replacement, by the mass of their profiles."""
    edges = np.cumsum(mass)
    # In order, neighbours are looked for near each other.
    drawn = np.searchsorted(edges, np.sort(rng.random(n)) * edges[-1], side="right")
    kept, times = np.unique(drawn, return_counts=True)
    return Drawn(kept, times.astype(float))


def sample(mass: np.ndarray, most: int, rng: np.random.Generator) -> Drawn:
    """Draw as many people as there may be profiles; everybody where there are few profiles."""
    if len(mass) <= most:
        return Drawn(np.arange(len(mass)), mass)
    return draw(mass, most, rng)

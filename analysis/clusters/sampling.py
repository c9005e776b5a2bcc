"""A few people standing for all: to begin on, and to try whether classes come again."""

from typing import NamedTuple

import numpy as np


class Drawn(NamedTuple):
    """Which profiles were drawn, in their order, and how often each was."""

    kept: np.ndarray
    mass: np.ndarray


def draw(mass: np.ndarray, n: int, rng: np.random.Generator) -> Drawn:
    """Draw n people with replacement, by the mass of their profiles."""
    times = rng.multinomial(n, mass / mass.sum())
    kept = np.flatnonzero(times)
    return Drawn(kept, times[kept].astype(float))


def sample(mass: np.ndarray, most: int, rng: np.random.Generator) -> Drawn:
    """Draw as many people as there may be profiles; everybody where there are few profiles."""
    if len(mass) <= most:
        return Drawn(np.arange(len(mass)), mass)
    return draw(mass, most, rng)

"""Sums over very many people that are the same on every machine.

BLAS shares vectors of more than some ten thousand numbers out to all cores. Its sum then depends
on how many there are, and waking the others takes longer than adding up.
"""

import numpy as np


def weighed(mass: np.ndarray, values: np.ndarray) -> float:
    """Add up values, (P,), each times its mass."""
    return float(np.einsum("p,p->", mass, values))


def across(values: np.ndarray) -> np.ndarray:
    """Add up each row, (P, K) to (P,)."""
    return np.einsum("pk->p", values)


def products(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Multiply two tables, (P, K), and add up each row of their product."""
    return np.einsum("pk,pk->p", one, other)

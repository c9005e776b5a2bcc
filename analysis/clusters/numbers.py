"""Questions answered by a number: brought to a common scale, and bell curves over them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

# One person of everybody's spread in each class: no class shrinks to a point (Vermunt & Magidson).
PRIOR = 1.0


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers of the distinct profiles, with mean 0 and spread 1.

    Attributes
    ----------
    names : tuple of str
    values : float array (P, M)
        0 where there is none.
    known : float array (P, M)
        1 where there is one, else 0.
    mean, spread : float array (M,)
        What brings them back to their own unit.
    """

    names: tuple[str, ...]
    values: np.ndarray
    known: np.ndarray
    mean: np.ndarray
    spread: np.ndarray

    def some(self, kept: np.ndarray) -> "Numbers":
        """Return those of some of the profiles."""
        return Numbers(self.names, self.values[kept], self.known[kept], self.mean, self.spread)

    def of(self, frame: pd.DataFrame) -> "Numbers":
        """Return the numbers of other people on the same scale; a column not there is missing."""
        raw = frame.reindex(columns=list(self.names)).to_numpy(dtype=float)
        return _scaled(self.names, raw, self.mean, self.spread)

    def squares(self, centres: np.ndarray) -> np.ndarray:
        """Return each profile's squared distance to centres (K, M), as (K, P); missing ones 0."""
        away = np.zeros((len(centres), len(self.values)))
        for values, known, places in zip(self._columns, self._known, centres.T, strict=True):
            for one, place in enumerate(places):
                apart = values - place
                apart *= apart if known is None else apart * known
                away[one] += apart
        return away

    @cached_property
    def _columns(self) -> np.ndarray:
        """The numbers, (M, P), each one's side by side in memory."""
        return np.ascontiguousarray(self.values.T)

    @cached_property
    def _known(self) -> list[np.ndarray | None]:
        """By number, whose are known; None where everybody's is."""
        return [None if column.all() else column.copy() for column in self.known.T]

    def centres(self, labels: np.ndarray, mass: np.ndarray, k: int) -> np.ndarray:
        """Return the means (K, M) of k classes that people belong to wholly."""
        sizes = np.bincount(labels, mass, k)
        columns = []
        for values, known in zip(self._columns, self._known, strict=True):
            whole = sizes if known is None else np.bincount(labels, mass * known, k)
            sums = np.bincount(labels, mass * values, k)
            columns.append(np.divide(sums, whole, out=np.zeros(k), where=whole > 0))
        return np.column_stack(columns)

    def means(self, shares: np.ndarray) -> np.ndarray:
        """Return the means (K, M) of classes that have such shares (P, K) of the profiles."""
        whole = shares.T @ self.known
        return np.divide(shares.T @ self.values, whole, out=np.zeros(whole.shape), where=whole > 0)


@dataclass(frozen=True, eq=False)
class Bells:
    """What a number says of a class: peak − sharpness · (x − mean)² / 2, each (K, M)."""

    means: np.ndarray
    sharpness: np.ndarray
    peak: np.ndarray

    def score(self, numbers: Numbers) -> np.ndarray:
        """Add up over the numbers that are known, (P, K)."""
        values, known = numbers.values, numbers.known
        own = self.peak - self.sharpness * self.means**2 / 2
        return (
            known @ own.T
            + values @ (self.sharpness * self.means).T
            - values**2 @ self.sharpness.T / 2
        )

    def ordered(self, order: np.ndarray) -> "Bells":
        """Return the same with its classes in another order."""
        return Bells(self.means[order], self.sharpness[order], self.peak[order])


def gaussian(means: np.ndarray, spreads: np.ndarray) -> Bells:
    """Return normal densities' logarithms."""
    return Bells(means, spreads**-2.0, -np.log(spreads) - np.log(2 * np.pi) / 2)


def fitted(numbers: Numbers, shares: np.ndarray) -> Bells:
    """Return the normal densities that are likeliest under such shares (P, K), after the prior."""
    means, whole = numbers.means(shares), shares.T @ numbers.known
    squares = shares.T @ numbers.values**2 - whole * means**2
    return gaussian(means, np.sqrt((np.maximum(squares, 0) + PRIOR) / (whole + PRIOR)))


def prior(bells: Bells) -> float:
    """Return the logarithm of the prior that `fitted` maximises along, up to a constant."""
    return PRIOR / 2 * float((np.log(bells.sharpness) - bells.sharpness).sum())


def numbers_of(frame: pd.DataFrame, names: tuple[str, ...], mass: np.ndarray) -> Numbers:
    """Bring a frame's numbers to mean 0 and spread 1, by people's mass."""
    raw = frame[list(names)].to_numpy(dtype=float)
    known = np.isfinite(raw)
    weight = known * mass[:, None]
    whole = np.maximum(weight.sum(axis=0), 1e-300)
    filled = np.where(known, raw, 0)
    mean = (weight * filled).sum(axis=0) / whole
    spread = np.sqrt((weight * (filled - mean) ** 2).sum(axis=0) / whole)
    return _scaled(names, raw, mean, spread)


def _scaled(
    names: tuple[str, ...], raw: np.ndarray, mean: np.ndarray, spread: np.ndarray
) -> Numbers:
    known = np.isfinite(raw)
    values = np.where(known, (np.where(known, raw, 0) - mean) / spread, 0)
    return Numbers(names, values, known.astype(float), mean, spread)

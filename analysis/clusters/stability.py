"""Whether classes come again when other people of the same kind are asked."""

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from analysis.clusters import kmodes, modes, prototypes
from analysis.clusters.coding import Coded
from analysis.clusters.em import latent_classes
from analysis.clusters.progress import Progress
from analysis.clusters.sampling import draw

# From here on a class is stable; below the other it has dissolved (Hennig 2007, section 4).
STABLE, DISSOLVED = 0.75, 0.5
# More people than this tell no more of a class; a resample has at most so many.
MOST_PEOPLE = 20_000
# A resample is not gone over as closely as everybody.
AGAIN = {
    "lca": partial(latent_classes, starts=5, close=1e-5),
    "kmodes": partial(modes.k_modes, starts=5),
    "kprototypes": partial(prototypes.k_prototypes, starts=5),
    "kmodes-package": partial(kmodes.k_modes, starts=1),
}


def stability(
    coded: Coded,
    labels: np.ndarray,
    method: str,
    bootstraps: int,
    *,
    seed: int = 0,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Clusterwise stability by the bootstrap (Hennig 2007, Comput. Stat. Data Anal. 52:258).

    People are drawn anew, classes made of them by the same method, and each class is held against
    the one that it overlaps with most: people in both over people in either, each counted as
    often as drawn.

    Parameters
    ----------
    coded : Coded
    labels : int array (P,)
        Class of each profile.
    method : str
        As of `analysis.clusters.fit`.
    bootstraps : int
        Resamples, of everybody or of 20,000.
    seed : int
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel.

    Returns
    -------
    DataFrame
        By class: ``jaccard`` (mean over resamples), ``dissolved`` (share of resamples where it is
        below 0.5), ``verdict`` of the mean: ``"stable"``, ``"weak"`` or ``"dissolved"``.
    """
    k = int(labels.max()) + 1
    found = np.empty((bootstraps, k))
    for place, one in enumerate(np.random.SeedSequence(seed).spawn(bootstraps)):
        if progress:
            progress(place / bootstraps, "stability")
        rng = np.random.default_rng(one)
        again, kept = resampled(coded, rng)
        anew = AGAIN[method](again, min(k, len(kept)), int(rng.integers(2**31))).labels
        found[place] = jaccard(labels[kept], anew, again.people, k)
    index = pd.RangeIndex(k, name="class")
    dissolved = (found < DISSOLVED).mean(axis=0)
    mean = found.mean(axis=0)
    values = {"jaccard": mean, "dissolved": dissolved, "verdict": list(map(verdict, mean))}
    return pd.DataFrame(values, index=index)


def verdict(jaccard: float) -> str:
    """Return how a class holds, by its mean Jaccard (Hennig 2007)."""
    if jaccard >= STABLE:
        return "stable"
    return "weak" if jaccard >= DISSOLVED else "dissolved"


def jaccard(one: np.ndarray, other: np.ndarray, people: np.ndarray, k: int) -> np.ndarray:
    """Return for each of k classes its overlap with the class of the other kind nearest to it."""
    others = int(other.max()) + 1
    both = np.bincount(one * others + other, people, k * others).reshape(k, others)
    either = both.sum(axis=1, keepdims=True) + both.sum(axis=0) - both
    return np.divide(both, either, out=np.zeros(both.shape), where=either > 0).max(axis=1)


def resampled(coded: Coded, rng: np.random.Generator) -> tuple[Coded, np.ndarray]:
    """Draw people anew, each with their weight; return them and whose profiles they have."""
    everybody = coded.people.sum()
    n = int(min(everybody, MOST_PEOPLE))
    drawn = draw(coded.people, n, rng)
    kept = drawn.kept
    again = replace(
        coded,
        codes=np.asfortranarray(coded.codes[kept]),
        packed=coded.packed.some(kept),
        numbers=coded.numbers and coded.numbers.some(kept),
        row=np.arange(len(kept)),
        people=drawn.mass,
        mass=drawn.mass * coded.mass[kept] / coded.people[kept],
        effective_n=coded.effective_n * n / everybody,
    )
    return again, kept

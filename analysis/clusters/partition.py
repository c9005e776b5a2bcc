"""What a method found: the class of every profile, how sure that is, and what speaks for it."""

from dataclasses import dataclass

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.numbers import Bells

TIE = 1e-6


@dataclass(frozen=True, eq=False)
class Scores:
    """What speaks for a class: its own score, and one for each answer; the sum decides.

    Attributes
    ----------
    own : float array (K,)
        Before any answer is known.
    by_level : float array (K, L)
        Of each answer, all questions' levels side by side.
    shared : bool
        Whether a score is the logarithm of a chance, so that people belong to several classes in
        part; else they belong to the best one.
    bells : Bells or None
        Of each number, where there are any.
    """

    own: np.ndarray
    by_level: np.ndarray
    shared: bool
    bells: Bells | None = None

    def posterior(self, total: np.ndarray) -> np.ndarray:
        """Return each class's share of people, (K, P), from their total scores, (K, P)."""
        if self.shared:
            return normalised(total)[0]
        return (total.argmax(axis=0) == np.arange(len(self.own))[:, None]).astype(float)


@dataclass(frozen=True, eq=False)
class Partition:
    """A partition of profiles.

    Attributes
    ----------
    labels : int array (P,)
        The class that each profile belongs to most.
    posterior : float array (K, P)
        How much it belongs to each; of truth values where that is wholly or not.
    scores : Scores
    log_likelihood : float
        Of the people, at the effective n; NaN for a method without a likelihood.
    parameters : int
        Free parameters of the likelihood.
    """

    labels: np.ndarray
    posterior: np.ndarray
    scores: Scores
    log_likelihood: float = np.nan
    parameters: int = 0

    def ordered(self, order: np.ndarray) -> "Partition":
        """Return the same with its classes in another order."""
        place = np.argsort(order)
        own, bells = self.scores, self.scores.bells
        scores = Scores(
            own.own[order], own.by_level[order], own.shared, bells and bells.ordered(order)
        )
        labels, posterior = place[self.labels], self.posterior[order]
        return Partition(labels, posterior, scores, self.log_likelihood, self.parameters)


def by_modes(
    coded: Coded,
    labels: np.ndarray,
    modes: np.ndarray,
    *,
    apart: float = 1.0,
    bells: Bells | None = None,
) -> Partition:
    """Return a partition in which people belong to one class, whose mode (K, Q) speaks for it.

    An answer that differs from the mode's counts ``apart``, and numbers count by their bells.
    """
    classes = np.arange(len(modes))
    differs = np.full((len(modes), len(coded.missing)), -apart)
    for place, answers in zip(coded.packed.places, modes.T, strict=True):
        differs[classes, place.start + answers] = 0
    # Between equally near modes the first one wins, in whatever order they are shown later.
    own = np.where(np.bincount(labels, minlength=len(modes)) > 0, -TIE * classes, -np.inf)
    belongs = labels == classes[:, None]
    return Partition(labels, belongs, Scores(own, differs, shared=False, bells=bells))


def cost_of(coded: Coded, labels: np.ndarray, k: int) -> float:
    """Answers that differ from their class's mode (Huang 1998), in people."""
    counted = coded.packed.counted(labels, coded.mass, k)
    alike = sum(counted[:, place].max(axis=1).sum() for place in coded.packed.places)
    return float(coded.codes.shape[1] * coded.mass.sum() - alike)


def normalised(total: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn log chances (K, P) into shares by person and the log of their sums; in place."""
    top = total.max(axis=0)
    total -= top
    np.exp(total, out=total)
    whole = total.sum(axis=0)
    total /= whole
    return total, top + np.log(whole)

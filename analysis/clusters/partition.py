"""What a method found: the class of every profile, how sure that is, and what speaks for it."""

from dataclasses import dataclass, replace

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.numbers import Bells, Numbers
from analysis.clusters.packing import Packed

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

    def total(self, packed: Packed, numbers: Numbers | None) -> np.ndarray:
        """Add up what speaks for each class of every profile, (K, P)."""
        total = packed.score(self.own, self.by_level)
        if self.bells:
            total += self.bells.score(numbers).T
        return total

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
    scores : Scores
    packed : Packed
        The profiles.
    numbers : Numbers or None
        Theirs, where there are any.
    log_likelihood : float
        Of the people, at the effective n; NaN for a method without a likelihood.
    parameters : int
        Free parameters of the likelihood.
    unsure : float
        The entropy of all people's classes, in nats at the effective n; 0 when everybody's is
        certain, NaN for a method without a likelihood.
    """

    labels: np.ndarray
    scores: Scores
    packed: Packed
    numbers: Numbers | None = None
    log_likelihood: float = np.nan
    parameters: int = 0
    unsure: float = np.nan

    @property
    def posterior(self) -> np.ndarray:
        """How much each profile belongs to each class, (K, P); worked out anew when asked for.

        Of truth values where that is wholly or not.
        """
        return self.shares(slice(None))

    def shares(self, part: slice) -> np.ndarray:
        """Return the posterior of some profiles, (K, n)."""
        if not self.scores.shared:
            return self.labels[part] == np.arange(len(self.scores.own))[:, None]
        numbers = self.numbers and self.numbers.some(part)
        return normalised(self.scores.total(self.packed.some(part), numbers))[0]

    def ordered(self, order: np.ndarray) -> "Partition":
        """Return the same with its classes in another order."""
        own, bells = self.scores, self.scores.bells
        scores = Scores(
            own.own[order], own.by_level[order], own.shared, bells and bells.ordered(order)
        )
        return replace(self, labels=np.argsort(order)[self.labels], scores=scores)


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
    scores = Scores(own, differs, shared=False, bells=bells)
    return Partition(labels, scores, coded.packed, coded.numbers)


def cost_of(coded: Coded, labels: np.ndarray, k: int) -> float:
    """Answers that differ from their class's mode (Huang 1998), in people."""
    counted = coded.packed.counted(labels, coded.mass, k)
    alike = sum(counted[:, place].max(axis=1).sum() for place in coded.packed.places)
    return float(coded.codes.shape[1] * coded.mass.sum() - alike)


def foremost(total: np.ndarray) -> np.ndarray:
    """Return the class of the highest score, the first of several, (P,) from (K, P).

    Class by class, as that is several times faster than looking down each column.
    """
    top, labels = total[0].copy(), np.zeros(total.shape[1], dtype=np.intp)
    for one, scores in enumerate(total[1:], 1):
        np.copyto(labels, one, where=scores > top)
        np.maximum(top, scores, out=top)
    return labels


def normalised(total: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn log chances (K, P) into shares by person and the log of their sums; in place."""
    top = total.max(axis=0)
    total -= top
    np.exp(total, out=total)
    whole = total.sum(axis=0)
    total /= whole
    return total, top + np.log(whole)

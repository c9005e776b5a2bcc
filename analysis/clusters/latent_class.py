"""Latent class analysis: answers are independent of each other inside a class.

Expectation and maximisation (Goodman 1974) on distinct profiles. A missing answer is skipped, as
in full-information maximum likelihood: it is taken to say nothing of the class. As a level of its
own it would tie the last questions of all who gave up early together, and such a tie is read as a
class of those who gave up.
"""

from dataclasses import dataclass

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.packing import Packed
from analysis.clusters.partition import normalised
from analysis.clusters.sampling import Drawn


@dataclass(frozen=True, eq=False)
class Model:
    """A latent class model.

    Attributes
    ----------
    shares : float array (K,)
        Of the classes; they sum to 1.
    chances : float array (K, L)
        Of each answer in each class, all questions' levels side by side; 1 for a level that is
        skipped, the others sum to 1 by question.
    """

    shares: np.ndarray
    chances: np.ndarray


class People:
    """What expectation and maximisation need of the people.

    Parameters
    ----------
    packed : Packed
    mass : array (P,)
    skipped : bool array (L,)
        Levels that say nothing of the class.
    smoothing : float
        People added to every answer of every class, and to every class: nobody's answer is
        impossible, and the logarithm stays finite (Vermunt & Magidson 2002).
    """

    def __init__(
        self, packed: Packed, mass: np.ndarray, skipped: np.ndarray, smoothing: float
    ) -> None:
        self.packed, self.mass, self.skipped, self.smoothing = packed, mass, skipped, smoothing
        levels = [place.stop - place.start for place in packed.places]
        self.question = np.repeat(np.arange(len(levels)), levels)
        self.begins = np.array([place.start for place in packed.places])

    def expectation(self, model: Model) -> tuple[np.ndarray, float]:
        """Return each class's share of every profile, (K, P), and the log-likelihood."""
        total = self.packed.score(np.log(model.shares), np.log(model.chances))
        posterior, log_chance = normalised(total)
        return posterior, float(self.mass @ log_chance)

    def maximisation(self, posterior: np.ndarray) -> Model:
        """Return the model under which such shares are likeliest, after smoothing."""
        mass = posterior * self.mass
        sizes, counts = mass.sum(axis=1), self.packed.summed(mass)
        return self.settled(sizes + self.smoothing, counts + self.smoothing)

    def settled(self, sizes: np.ndarray, counts: np.ndarray) -> Model:
        """Scale to sums of 1, and make skipped levels say nothing."""
        counts = np.where(self.skipped, 0, counts)
        answered = np.add.reduceat(counts, self.begins, axis=1)[:, self.question]
        return Model(sizes / sizes.sum(), np.where(self.skipped, 1, counts / answered))

    def penalised(self, model: Model, log_likelihood: float) -> float:
        """Return what maximisation with smoothing raises: it never falls from step to step."""
        return log_likelihood + self.smoothing * float(
            np.log(model.shares).sum() + np.log(model.chances).sum()
        )

    def parameters(self, k: int) -> int:
        """Return how many chances k classes are free to have."""
        levels = np.bincount(self.question, ~self.skipped)
        return int(k - 1 + k * (levels - 1).sum())

    def some(self, drawn: Drawn) -> "People":
        """Return a part of the people in everybody's place."""
        mass = drawn.mass * self.mass.sum() / drawn.mass.sum()
        return People(self.packed.some(drawn.kept), mass, self.skipped, self.smoothing)

    def random(self, k: int, rng: np.random.Generator) -> Model:
        """Draw a model around what everybody answers."""
        everybody = self.maximisation(np.ones((1, len(self.mass)))).chances
        drawn = rng.gamma(2 * np.repeat(everybody, k, axis=0)) + 0.2 * everybody
        return self.settled(np.ones(k), drawn)


def people_of(coded: Coded, smoothing: float, skip_missing: bool) -> People:
    """Bring coded answers to the effective number of people."""
    scale = coded.effective_n / coded.people.sum()
    skipped = coded.missing if skip_missing else np.zeros_like(coded.missing)
    return People(coded.packed, coded.mass * scale, skipped, smoothing)

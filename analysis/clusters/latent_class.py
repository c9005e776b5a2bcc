"""Latent class analysis: answers are independent of each other inside a class.

Expectation and maximisation (Goodman 1974) on distinct profiles. A missing answer is skipped, as
in full-information maximum likelihood: it is taken to say nothing of the class. As a level of its
own it would tie the last questions of all who gave up early together, and such a tie is read as a
class of those who gave up. Numbers have a normal density of their own in each class.
"""

from dataclasses import dataclass

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.crossed import FAINTEST, can_cross, crossed, cut
from analysis.clusters.numbers import Bells, Numbers, fitted, gaussian, prior
from analysis.clusters.packing import Packed
from analysis.clusters.partition import normalised
from analysis.clusters.sampling import Drawn
from analysis.clusters.sums import across, weighed


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
    bells : Bells or None
        Densities of numbers, where there are any.
    """

    shares: np.ndarray
    chances: np.ndarray
    bells: Bells | None = None


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
    numbers : Numbers or None
    """

    def __init__(
        self,
        packed: Packed,
        mass: np.ndarray,
        skipped: np.ndarray,
        smoothing: float,
        numbers: Numbers | None = None,
    ) -> None:
        self.packed, self.mass, self.skipped, self.smoothing = packed, mass, skipped, smoothing
        self.numbers = numbers
        self.parts = cut(packed) if numbers is None and can_cross(packed) else []
        levels = [place.stop - place.start for place in packed.places]
        self.question = np.repeat(np.arange(len(levels)), levels)
        self.begins = np.array([place.start for place in packed.places])

    def step(self, model: Model) -> tuple[Model, float]:
        """One step of EM; return the model after it, and the log-likelihood before."""
        if self.parts:
            tables = self.packed.tables(model.shares, model.chances, np.multiply)
            found = crossed(self.parts, *tables, self.mass)
            if found:
                answers = self.packed.folded([found.first, found.second]) + self.smoothing
                after = self.settled(found.first.sum(axis=0) + self.smoothing, answers)
                return after, found.log_likelihood
        joint, whole, log_chance = self._joint(model)
        return self._likeliest(joint, self.mass / whole), weighed(self.mass, log_chance)

    def maximisation(self, posterior: np.ndarray) -> Model:
        """Return the model under which such shares, (K, P), are likeliest, after smoothing."""
        return self._likeliest(np.ascontiguousarray(posterior.T), self.mass)

    def _likeliest(self, joint: np.ndarray, mass: np.ndarray) -> Model:
        sizes, counts = mass @ joint, self.packed.gathered(joint, mass)
        bells = self.numbers and fitted(self.numbers, joint * mass[:, None])
        return self.settled(sizes + self.smoothing, counts + self.smoothing, bells)

    def _joint(self, model: Model) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return chances of profile and class together (P, K), their sums, and those' logs."""
        joint = self.packed.joined(model.shares, model.chances, np.multiply)
        if model.bells:
            joint *= np.exp(model.bells.score(self.numbers))
        whole = across(joint)
        if whole.min() > FAINTEST:
            return joint, whole, np.log(whole)
        # So small a chance may have lost its digits: the same by logarithms, at twice the time.
        total = self.packed.joined(np.log(model.shares), np.log(model.chances), np.add)
        total += model.bells.score(self.numbers) if model.bells else 0
        posterior, log_chance = normalised(total.T)
        return np.ascontiguousarray(posterior.T), np.ones(len(whole)), log_chance

    def settled(self, sizes: np.ndarray, counts: np.ndarray, bells: Bells | None = None) -> Model:
        """Scale to sums of 1, and make skipped levels say nothing."""
        counts = np.where(self.skipped, 0, counts)
        answered = np.add.reduceat(counts, self.begins, axis=1)[:, self.question]
        return Model(sizes / sizes.sum(), np.where(self.skipped, 1, counts / answered), bells)

    def penalised(self, model: Model, log_likelihood: float) -> float:
        """Return what maximisation with smoothing raises: it never falls from step to step."""
        logs = float(np.log(model.shares).sum() + np.log(model.chances).sum())
        return log_likelihood + self.smoothing * logs + (prior(model.bells) if model.bells else 0)

    def parameters(self, k: int) -> int:
        """Return how many chances k classes are free to have."""
        levels = np.bincount(self.question, ~self.skipped)
        numbers = 2 * len(self.numbers.names) if self.numbers else 0
        return int(k - 1 + k * ((levels - 1).sum() + numbers))

    def some(self, drawn: Drawn) -> "People":
        """Return a part of the people in everybody's place."""
        mass = drawn.mass * self.mass.sum() / drawn.mass.sum()
        numbers = self.numbers and self.numbers.some(drawn.kept)
        return People(self.packed.some(drawn.kept), mass, self.skipped, self.smoothing, numbers)

    def random(self, k: int, rng: np.random.Generator) -> Model:
        """Draw a model around what everybody answers."""
        everybody = self.maximisation(np.ones((1, len(self.mass)))).chances
        drawn = rng.gamma(2 * np.repeat(everybody, k, axis=0)) + 0.2 * everybody
        bells = None
        if self.numbers:
            somebody = rng.choice(len(self.mass), k, p=self.mass / self.mass.sum())
            bells = gaussian(self.numbers.values[somebody], np.ones((k, len(self.numbers.names))))
        return self.settled(np.ones(k), drawn, bells)


def people_of(coded: Coded, smoothing: float, skip_missing: bool) -> People:
    """Bring coded answers to the effective number of people."""
    scale = coded.effective_n / coded.people.sum()
    skipped = coded.missing if skip_missing else np.zeros_like(coded.missing)
    return People(coded.packed, coded.mass * scale, skipped, smoothing, coded.numbers)

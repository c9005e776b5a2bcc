"""k-prototypes: answers and numbers together (Huang 1997).

The distance to a prototype is the squared distance in the numbers, standardised, and gamma for
every answer that differs from the prototype's. Everybody goes to the nearest prototype, and each
prototype to its people's mean numbers and commonest answers, until that saves next to nothing.
"""

from typing import NamedTuple

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.numbers import Bells, Numbers
from analysis.clusters.packing import SMALL_BLOCK, Packed, pack
from analysis.clusters.partition import Partition, by_modes, foremost
from analysis.clusters.progress import Progress, within
from analysis.clusters.sampling import sample
from analysis.clusters.sums import weighed

# Half the mean spread of the numbers (Huang 1997; Szepannek 2018): they are standardised to 1.
GAMMA = 0.5
STARTS, SAMPLE, MOST_ROUNDS = 20, 2_000, 200
# The starts race: after so many rounds only so many go on (successive halving, Jamieson &
# Talwalkar 2016).
HEATS = ((3, 8), (MOST_ROUNDS, 2))
# Of more profiles than this, so many people choose between the polished starts.
MIDDLING = 20_000
# A round that saves less than this share of the cost is the last: among starts, and in the end.
ROUGH, CLOSE = 1e-4, 1e-6


class People(NamedTuple):
    """Profiles' answers (P, Q), joint codes, numbers and mass (P,)."""

    codes: np.ndarray
    packed: Packed
    numbers: Numbers
    mass: np.ndarray

    def some(self, kept: np.ndarray, mass: np.ndarray) -> "People":
        """Return some of them, with another mass."""
        codes = np.asfortranarray(self.codes[kept])
        return People(codes, self.packed.some(kept), self.numbers.some(kept), mass)


class Prototypes(NamedTuple):
    """Answers (K, Q) and numbers (K, M) that classes gather around."""

    modes: np.ndarray
    means: np.ndarray


def k_prototypes(
    coded: Coded, k: int, seed: int, progress: Progress | None = None, *, starts: int = STARTS
) -> Partition:
    """k-prototypes: of twenty starts on a sample, the best goes on over everybody.

    Parameters
    ----------
    coded : Coded
        Profiles with numbers; ``mass`` weighs them.
    k : int
        Classes, at most as many as there are profiles.
    seed : int
        Of the starts.
    progress : callable, optional
        ``progress(fraction, code)`` before each descent; may raise to cancel.
    starts : int
        How many.
    """
    rng = np.random.default_rng(seed)
    whole = People(coded.codes, coded.packed, coded.numbers, coded.mass)
    part = whole.some(*sample(coded.mass, SAMPLE, rng))
    part = part._replace(packed=pack(part.codes, coded.packed.levels, SMALL_BLOCK))
    found = [seeds(part, k, rng) for _ in range(starts)]
    for place, (rounds, kept) in enumerate(HEATS):
        told = within(progress, place / 3, (place + 1) / 3)
        found = _raced(part, found, told, ROUGH, rounds)[:kept]
    middling = whole
    if len(whole.mass) > MIDDLING:
        middling = whole.some(*sample(coded.mass, MIDDLING, rng))
    best = _raced(middling, found, within(progress, 2 / 3, 1))[0]
    modes, means = descend(whole, best)[1]
    labels = foremost(-distances(whole, Prototypes(modes, means)))
    around = Bells(means, np.full(means.shape, 2.0), np.zeros(means.shape))
    return by_modes(coded, labels, modes, apart=GAMMA, bells=around)


def seeds(people: People, k: int, rng: np.random.Generator) -> Prototypes:
    """Draw k profiles far apart, by mass and distance (Arthur & Vassilvitskii 2007, k-means++)."""
    drawn, near = [], np.ones(len(people.mass))
    for _ in range(k):
        chance = people.mass * near if people.mass @ near > 0 else people.mass
        drawn.append(int(rng.choice(len(chance), p=chance / chance.sum())))
        near = distances(people, _at(people, drawn)).min(axis=0)
    return _at(people, drawn)


def descend(
    people: People, at: Prototypes, close: float = CLOSE, most: int = MOST_ROUNDS
) -> tuple[float, Prototypes]:
    """Go on until a round saves next to nothing; return the cost and the prototypes."""
    before = np.inf
    for _ in range(most):
        away = distances(people, at)
        labels = foremost(-away)
        cost = weighed(people.mass, away.min(axis=0))
        if before - cost <= close * cost:
            break
        before = cost
        at = centred(people, _filled(people, labels, away), len(at.modes))
    return cost, at


def distances(people: People, at: Prototypes) -> np.ndarray:
    """Return each profile's distance to the prototypes, (K, P)."""
    differs = np.full((len(at.modes), people.packed.places[-1].stop), GAMMA)
    for place, answers in zip(people.packed.places, at.modes.T, strict=True):
        differs[np.arange(len(at.modes)), place.start + answers] = 0
    away = people.packed.score(np.zeros(len(at.modes)), differs)
    away += people.numbers.squares(at.means)
    return away


def centred(people: People, labels: np.ndarray, k: int) -> Prototypes:
    """Return the commonest answers and mean numbers of classes."""
    counted = people.packed.counted(labels, people.mass, k)
    modes = np.column_stack([counted[:, place].argmax(axis=1) for place in people.packed.places])
    return Prototypes(modes, people.numbers.centres(labels, people.mass, k))


def prototypes_cost(coded: Coded, labels: np.ndarray, k: int) -> float:
    """Huang's (1997) objective: squared distances in numbers, and gamma an answer that differs."""
    people = People(coded.codes, coded.packed, coded.numbers, coded.mass)
    away = distances(people, centred(people, labels, k))
    return weighed(coded.mass, away[labels, np.arange(len(labels))])


def _raced(
    people: People,
    begun: list[Prototypes],
    progress: Progress | None,
    close: float = CLOSE,
    most: int = MOST_ROUNDS,
) -> list[Prototypes]:
    """Let all go on, and return them in the order of what they cost."""
    gone = []
    for place, one in enumerate(begun):
        if progress:
            progress(place / len(begun), "cluster")
        gone.append(descend(people, one, close, most))
    return [one for _, one in sorted(gone, key=lambda one: one[0])]


def _at(people: People, drawn: list[int]) -> Prototypes:
    return Prototypes(people.codes[drawn].astype(np.intp), people.numbers.values[drawn])


def _filled(people: People, labels: np.ndarray, away: np.ndarray) -> np.ndarray:
    """Give a class with nobody in it to whom the others fit worst."""
    empty = np.flatnonzero(np.bincount(labels, minlength=len(away)) == 0)
    if not len(empty):
        return labels
    worst = np.argsort(-people.mass * away.min(axis=0), kind="stable")[: len(empty)]
    filled = labels.copy()
    filled[worst] = empty
    return filled

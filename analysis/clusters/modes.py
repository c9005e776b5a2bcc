"""k-modes, by setting one answer of one mode at a time.

Huang's (1998) two steps, everybody to the nearest mode and each mode to the commonest answers,
stop after two or three rounds wherever they happen to be. Here each answer of each mode is set in
turn to what costs least *with everybody free to move*. For class c and question q let b(x) be
person x's distance to the mode without q, and o(x) that to the nearest other mode. The answer v
then costs Σ min(o, b + [x_q ≠ v]) = Σ min(o, b + 1) − Σ [x_q = v, b < o], so the best v is the
commonest among those with b < o. Who has b < o can be read from the distance with q: it is less
than o, or equal to o and x_q is not the mode's answer. So two counts by answer tell the best change
of a mode in all questions at once. Where no answer can be bettered Huang's steps can't better
anything either.
"""

from typing import NamedTuple

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.packing import Packed
from analysis.clusters.partition import Partition, by_modes, foremost
from analysis.clusters.progress import Progress
from analysis.clusters.sampling import sample
from analysis.clusters.sums import weighed

STARTS, POLISHED, SAMPLE = 20, 2, 4_000
# Of more profiles than this, so many people choose between the polished starts.
MIDDLING = 50_000
ROUNDING = 1e-12


class People(NamedTuple):
    """Profiles (P, Q), their mass (P,), and the same profiles as joint codes."""

    codes: np.ndarray
    mass: np.ndarray
    packed: Packed


def k_modes(
    coded: Coded, k: int, seed: int, progress: Progress | None = None, *, starts: int = STARTS
) -> Partition:
    """k-modes (Huang 1998): of twenty starts on a sample, the best goes over everybody.

    Parameters
    ----------
    coded : Coded
        Profiles; ``mass`` weighs them.
    k : int
        Classes, at most as many as there are profiles.
    seed : int
        Of the starts.
    progress : callable, optional
        ``progress(fraction, code)`` before each start; may raise to cancel.
    starts : int
        How many.
    """
    rng = np.random.default_rng(seed)
    whole = People(coded.codes, coded.mass, coded.packed)
    kept, mass = sample(coded.mass, SAMPLE, rng)
    part = People(np.asfortranarray(coded.codes[kept]), mass, coded.packed.some(kept))
    found = []
    for start in range(starts):
        if progress:
            progress(start / (starts + POLISHED), "cluster")
        found.append(descend(part, seeds(part, k, rng)))
    found.sort(key=lambda one: one[0])
    if len(part.mass) < len(whole.mass):
        found = _polished(_middling(whole, rng), found[:POLISHED], progress)
    if len(whole.mass) > MIDDLING:
        found = [descend(whole, found[0][1])]
    modes = found[0][1]
    return by_modes(coded, nearest(whole, modes), modes)


def seeds(people: People, k: int, rng: np.random.Generator) -> np.ndarray:
    """Draw k different profiles by their mass, as the first modes (K, Q)."""
    # Profiles of no weight come last, and only where there are too few others.
    order = rng.exponential(size=len(people.mass)) / np.maximum(people.mass, 1e-300)
    return people.codes[np.argsort(order)[:k]].astype(np.intp)


def descend(people: People, modes: np.ndarray) -> tuple[float, np.ndarray]:
    """Better the modes, (K, Q), until no single answer of theirs can be; return cost and modes."""
    modes, away = modes.copy(), distances(people, modes)
    moved = True
    while moved:
        moved = sum(_settle(people, modes, away, one) for one in range(len(modes))) > 0
        moved |= _fill_empty(people, modes, away)
    return weighed(people.mass, away.min(axis=0)), modes


def distances(people: People, modes: np.ndarray) -> np.ndarray:
    """Count the answers in which profiles differ from the modes, (K, P)."""
    places = people.packed.places
    differs = np.ones((len(modes), places[-1].stop), dtype=np.int16)
    for place, answers in zip(places, modes.T, strict=True):
        differs[np.arange(len(modes)), place.start + answers] = 0
    return people.packed.score(np.zeros(len(modes), dtype=np.int16), differs)


def nearest(people: People, modes: np.ndarray) -> np.ndarray:
    """Return the nearest mode of each profile, the first of several."""
    return foremost(-distances(people, modes))


def _settle(people: People, modes: np.ndarray, away: np.ndarray, one: int) -> bool:
    """Better one mode, the answer that saves most first; say whether any was changed."""
    elsewhere = np.delete(away, one, axis=0).min(axis=0)
    moved = False
    while (change := _best_change(people, modes[one], away[one], elsewhere)) is not None:
        question, answer = change
        given = people.codes[:, question]
        away[one] += given == modes[one, question]
        away[one] -= given == answer
        modes[one, question] = answer
        moved = True
    return moved


def _best_change(
    people: People, mode: np.ndarray, away: np.ndarray, elsewhere: np.ndarray
) -> tuple[int, int] | None:
    """Return the question and the answer to it that save most; None when none does."""
    near = np.flatnonzero(away <= elsewhere)
    as_near = (away[near] == elsewhere[near]).astype(np.intp)
    nearer, tied = people.packed.some(near).counted(as_near, people.mass[near], 2)
    begins = np.array([place.start for place in people.packed.places])
    # Without the question itself who is as near elsewhere comes nearer, unless it was alike.
    gain = nearer + tied
    now = nearer[begins + mode]
    gain[begins + mode] = now
    saved = gain - np.repeat(now, np.diff(np.append(begins, len(gain))))
    best = int(saved.argmax())
    # A saving within rounding is none: it could go round in circles.
    if saved[best] <= ROUNDING * gain[best]:
        return None
    question = int(np.searchsorted(begins, best, side="right")) - 1
    return question, best - int(begins[question])


def _fill_empty(people: People, modes: np.ndarray, away: np.ndarray) -> bool:
    """Give the mode of a class with nobody in it to whom the others fit worst."""
    moved = False
    for one in np.flatnonzero(np.bincount(foremost(-away), minlength=len(modes)) == 0):
        costs = people.mass * away.min(axis=0)
        if costs.any():
            modes[one] = people.codes[costs.argmax()]
            away[one] = distances(people, modes[[one]])[0]
            moved = True
    return moved


def _middling(whole: People, rng: np.random.Generator) -> People:
    kept, mass = sample(whole.mass, MIDDLING, rng)
    return People(np.asfortranarray(whole.codes[kept]), mass, whole.packed.some(kept))


def _polished(
    whole: People, found: list[tuple[float, np.ndarray]], progress: Progress | None
) -> list[tuple[float, np.ndarray]]:
    better = []
    for place, (_, modes) in enumerate(found):
        if progress:
            progress(1 - (len(found) - place) / (STARTS + POLISHED), "cluster")
        better.append(descend(whole, modes))
    return sorted(better, key=lambda one: one[0])

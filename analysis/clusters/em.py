"""Fitting latent classes: many short runs, then the best of them as far as it goes."""

import numpy as np

from analysis.clusters.coding import Coded
from analysis.clusters.kmodes import Progress
from analysis.clusters.latent_class import Model, People, people_of
from analysis.clusters.numbers import gaussian
from analysis.clusters.partition import Partition, Scores
from analysis.clusters.sampling import sample

STARTS, SHORT, POLISHED, SAMPLE = 20, 15, 4, 10_000
# Where there are more profiles than this, more and more people are drawn to climb with.
RUNGS = (50_000, 250_000)
SMOOTHING = 0.01
# Mean log-likelihood a person that three further steps may still bring: roughly, and in the end.
ROUGH, MIDDLING, CLOSE, MOST_STEPS = 1e-5, 1e-6, 1e-7, 2_000


def latent_classes(
    coded: Coded,
    k: int,
    seed: int,
    progress: Progress | None = None,
    *,
    skip_missing: bool = True,
    starts: int = STARTS,
    close: float = CLOSE,
) -> Partition:
    """Latent class analysis (Goodman 1974; Vermunt & Magidson 2002) by weighted EM.

    Parameters
    ----------
    coded : Coded
        Profiles; ``mass`` weighs them, brought to the effective number of people.
    k : int
        Classes.
    seed : int
        Of the starts.
    progress : callable, optional
        ``progress(fraction, code)`` before each start; may raise to cancel.
    skip_missing : bool
        Whether a missing answer says nothing of the class, or is an answer like others.
    starts : int
        Short runs, on a sample where there are many profiles; the best few go on over everybody.
    close : float
        Log-likelihood a person that a cycle may still bring at the end.
    """
    rng = np.random.default_rng(seed)
    people = people_of(coded, SMOOTHING, skip_missing)
    part = people.some(sample(people.mass, SAMPLE, rng))
    found = []
    for start in range(starts):
        if progress:
            progress(start / (starts + POLISHED), "cluster")
        model, reached = climb(part, part.random(k, rng), 0, SHORT)
        found.append((reached, model))
    rungs = [
        people.some(sample(people.mass, most, rng)) for most in RUNGS if most < len(coded.codes)
    ]
    rough = []
    found.sort(key=lambda one: -one[0])
    for place, (_, model) in enumerate(found[:POLISHED]):
        if progress:
            progress((starts + place) / (starts + POLISHED), "cluster")
        better, reached = climb([*rungs, people][0], model, ROUGH, MOST_STEPS)
        rough.append((reached, better))
    model = max(rough, key=lambda one: one[0])[1]
    for rung in rungs:
        model, _ = climb(rung, model, MIDDLING, MOST_STEPS)
    model, _ = climb(people, model, close, MOST_STEPS)
    return _partition(people, model)


def climb(people: People, model: Model, close: float, most: int) -> tuple[Model, float]:
    """Go up until a cycle brings less than ``close`` a person; return the model, and how high.

    A cycle is two steps of EM, a leap along the line that they point out (Varadhan & Roland 2008,
    SQUAREM, scheme S3), and a step from there; a leap that led down is taken back.
    """
    total = people.mass.sum()
    here, height = _step(people, model)
    for _ in range(most // 3):
        once, before = here, height
        twice, middle = _step(people, once)
        leapt = _leap(people, model, once, twice)
        after, height = _step(people, leapt)
        if height >= middle:
            model, here = leapt, after
        else:
            model = twice
            here, height = _step(people, twice)
        if height - before < close * total:
            break
    return here, height


def _step(people: People, model: Model) -> tuple[Model, float]:
    """One step of EM; return the model after it, and how high it was before."""
    after, log_likelihood = people.step(model)
    return after, people.penalised(model, log_likelihood)


def _leap(people: People, start: Model, once: Model, twice: Model) -> Model:
    first, second, third = (_line(one) for one in (start, once, twice))
    pace, bend = second - first, third - 2 * second + first
    length = max(np.linalg.norm(pace) / max(np.linalg.norm(bend), 1e-300), 1)
    there = first + 2 * length * pace + length**2 * bend
    # Beyond the edge of what chances can be, half of the way to it is gone.
    held = 1 + len(start.chances[0])
    inside = np.where(there[:, :held] > 0, there[:, :held], third[:, :held] / 2)
    bells = start.bells and gaussian(*_halves(there[:, held:]))
    return people.settled(inside[:, 0], inside[:, 1:], bells)


def _line(model: Model) -> np.ndarray:
    """Return a model as rows of numbers, one a class: share, chances, means, log spreads."""
    parts = [model.shares, model.chances]
    if model.bells:
        parts += [model.bells.means, -np.log(model.bells.sharpness) / 2]
    return np.column_stack(parts)


def _halves(bells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    means, logs = np.split(bells, 2, axis=1)
    return means, np.exp(np.clip(logs, -10, 10))


def _partition(people: People, model: Model) -> Partition:
    posterior, log_likelihood = people.expectation(model)
    scores = Scores(np.log(model.shares), np.log(model.chances), shared=True, bells=model.bells)
    return Partition(
        labels=posterior.argmax(axis=0),
        posterior=posterior,
        scores=scores,
        log_likelihood=log_likelihood,
        parameters=people.parameters(len(model.shares)),
    )

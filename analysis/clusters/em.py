"""Fitting latent classes: many short runs, then the best of them as far as it goes."""

from functools import partial

import numpy as np

from analysis.clusters.ascent import climb
from analysis.clusters.coding import Coded
from analysis.clusters.kmodes import Progress
from analysis.clusters.latent_class import Model, People, people_of
from analysis.clusters.partition import Partition, Scores, foremost, normalised
from analysis.clusters.sampling import sample
from analysis.clusters.stretches import each, stretches
from analysis.clusters.sums import weighed

STARTS, SHORT, POLISHED, SAMPLE = 20, 10, 4, 10_000
# Where there are more profiles than this, more and more people are drawn to climb with.
RUNGS = (50_000, 250_000)
SMOOTHING = 0.01
# Mean log-likelihood a person that three further leaps may still bring: roughly, and in the end.
ROUGH, CLOSE, MOST_LEAPS = 1e-5, 1e-7, 700


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
        Log-likelihood a person that three leaps may still bring at the end.
    """
    rng, polished = np.random.default_rng(seed), min(POLISHED, (starts + 1) // 2)
    people = people_of(coded, SMOOTHING, skip_missing)
    part = people.some(sample(people.mass, SAMPLE, rng))
    found = []
    for start in range(starts):
        if progress:
            progress(start / (starts + polished), "cluster")
        model, reached = climb(part, part.random(k, rng), 0, SHORT)
        found.append((reached, model))
    rungs = [
        people.some(sample(people.mass, most, rng)) for most in RUNGS if most < len(coded.codes)
    ]
    rough = []
    found.sort(key=lambda one: -one[0])
    for place, (_, model) in enumerate(found[:polished]):
        if progress:
            progress((starts + place) / (starts + polished), "cluster")
        better, reached = climb([*rungs, people][0], model, ROUGH, MOST_LEAPS)
        rough.append((reached, better))
    model = max(rough, key=lambda one: one[0])[1]
    for rung in rungs[1:]:
        model, _ = climb(rung, model, ROUGH, MOST_LEAPS)
    model, _ = climb(people, model, close, MOST_LEAPS)
    return _partition(people, model)


def _partition(people: People, model: Model) -> Partition:
    scores = Scores(np.log(model.shares), np.log(model.chances), shared=True, bells=model.bells)
    placed = each(partial(_placed, people, scores), stretches(len(people.mass)))
    labels, heights = zip(*placed, strict=True)
    return Partition(
        labels=np.concatenate(labels),
        scores=scores,
        packed=people.packed,
        numbers=people.numbers,
        log_likelihood=sum(heights),
        parameters=people.parameters(len(model.shares)),
    )


def _placed(people: People, scores: Scores, part: slice) -> tuple[np.ndarray, float]:
    """Return the classes of a stretch of the profiles, and their log-likelihood."""
    total = scores.total(people.packed.some(part), people.numbers and people.numbers.some(part))
    return foremost(total), weighed(people.mass[part], normalised(total)[1])

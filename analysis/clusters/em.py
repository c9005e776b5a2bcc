"""Fitting latent classes: many beginnings, of which the best goes as far as it leads."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from analysis.clusters.ascent import Ascent, at_foot, climb
from analysis.clusters.coding import Coded
from analysis.clusters.latent_class import Model, People, people_of
from analysis.clusters.partition import Partition, Scores, foremost, normalised
from analysis.clusters.progress import Progress, within
from analysis.clusters.sampling import sample
from analysis.clusters.stretches import each, stretches
from analysis.clusters.sums import weighed

STARTS, SAMPLE = 20, 10_000
# The starts race on a sample: after so many leaps only so many go on (successive halving, Jamieson
# & Talwalkar 2016). Those race on with more people, and the last of them goes as far as it leads.
TO_THE_END = ((700, 1),)
FIRST_HEATS, LATER_HEATS = ((3, 7), (7, 4)), ((8, 2), *TO_THE_END)
# Where there are more profiles than this, more and more people are drawn to climb with.
RUNGS = (50_000, 250_000)
SMOOTHING = 0.01
# Mean log-likelihood a person that three further leaps may still bring: roughly, and in the end.
# That leaves out a few in all of a million people, where other starts end ten and more apart.
ROUGH, CLOSE = 1e-5, 5e-7


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
        ``progress(fraction, code)`` before each climb; may raise to cancel.
    skip_missing : bool
        Whether a missing answer says nothing of the class, or is an answer like others.
    starts : int
        Of which the best few go on, over more and more people.
    close : float
        Log-likelihood a person that three leaps may still bring at the end.
    """
    rng = np.random.default_rng(seed)
    people = people_of(coded, SMOOTHING, skip_missing)
    part = people.some(sample(people.mass, SAMPLE, rng))
    climbers = [at_foot(part.random(k, rng)) for _ in range(starts)]
    rungs = [people.some(sample(people.mass, n, rng)) for n in RUNGS if n < len(coded.codes)]
    first, *others = rungs or [people]
    courses = [
        (part, 0, [(leaps, min(kept, (starts + 1) // 2)) for leaps, kept in FIRST_HEATS]),
        (first, ROUGH, LATER_HEATS),
        *((rung, ROUGH, TO_THE_END) for rung in others),
        (people, close, TO_THE_END),
    ]
    for place, course in enumerate(courses):
        told = within(progress, place / len(courses), (place + 1) / len(courses))
        climbers = _raced(climbers, *course, told)
    return _partition(people, climbers[0].model)


def _raced(
    climbers: list[Ascent],
    people: People,
    close: float,
    heats: Sequence[tuple[int, int]],
    progress: Progress | None,
) -> list[Ascent]:
    """Let models climb with the same people, heat by heat; return those that are left."""
    # What was learnt of the ground with other people is no good here.
    here = [at_foot(one.model) for one in climbers]
    for heat, (leaps, kept) in enumerate(heats):
        come = []
        for place, one in enumerate(here):
            if progress:
                progress((heat + place / len(here)) / len(heats), "cluster")
            come.append(climb(people, one, close, leaps))
        here = sorted(come, key=lambda one: -one.height)[:kept]
    return here


def _partition(people: People, model: Model) -> Partition:
    scores = Scores(np.log(model.shares), np.log(model.chances), shared=True, bells=model.bells)
    placed = each(partial(_placed, people, scores), stretches(len(people.mass)))
    labels, heights, unsure = zip(*placed, strict=True)
    return Partition(
        labels=np.concatenate(labels),
        scores=scores,
        packed=people.packed,
        numbers=people.numbers,
        log_likelihood=sum(heights),
        parameters=people.parameters(len(model.shares)),
        unsure=sum(unsure),
    )


def _placed(people: People, scores: Scores, part: slice) -> tuple[np.ndarray, float, float]:
    """Return the classes of a stretch of the profiles, their log-likelihood, and their entropy."""
    total = scores.total(people.packed.some(part), people.numbers and people.numbers.some(part))
    shares, log_chance = normalised(total.copy())
    # A share's logarithm is its score less the chance's.
    entropy = log_chance - np.einsum("kp,kp->p", shares, total)
    mass = people.mass[part]
    return foremost(total), weighed(mass, log_chance), weighed(mass, entropy)

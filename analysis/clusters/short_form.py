"""A short typing form: the few questions that tell classes apart best, and how well they do."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.clusters.bands import banded
from analysis.clusters.coding import Coded
from analysis.clusters.kept import Kept
from analysis.clusters.naive_bayes import naive_bayes
from analysis.clusters.packing import Packed
from analysis.clusters.partition import Partition, Scores, foremost
from analysis.clusters.sampling import sample
from analysis.clusters.sums import weighed
from analysis.clusters.typing_form import Typed
from analysis.intervals import wilson

MOST_QUESTIONS, MOST_PROFILES, FOLDS = 6, 20_000, 5


@dataclass(frozen=True, eq=False)
class ShortForm:
    """The best questions to type people with.

    Attributes
    ----------
    questions : list of str
        The most telling first.
    accuracy : DataFrame
        By number of questions asked: ``question`` (the one added), ``accuracy`` (weighted share of
        people put where all their answers put them, by a form made without them), its 95 %
        interval ``low``, ``high`` (Wilson), and ``guess``, the share of the largest class.
    n : int
        People that it was tried on.
    kept : Kept
        What types people by these questions alone. Its shares of classes are those that the form
        itself puts people in, so that others typed by it can be compared with them.
    """

    questions: list[str]
    accuracy: pd.DataFrame
    n: int
    kept: Kept

    def classify(self, frame: pd.DataFrame, asked: int | None = None) -> Typed:
        """Type people by the first ``asked`` questions (None: all), skipping missing answers."""
        kept = [name for name in self.questions[:asked] if name in frame]
        return self.kept.classify(frame[kept])


class People(NamedTuple):
    """Profiles that a form is made from: answers (Q, P), classes (K, P), and how many people."""

    packed: Packed
    codes: np.ndarray
    missing: np.ndarray
    shares: np.ndarray
    labels: np.ndarray
    people: np.ndarray
    weight: np.ndarray


def short_form(
    coded: Coded, found: Partition, most: int = MOST_QUESTIONS, seed: int = 0
) -> ShortForm:
    """Choose questions one by one, each the one that puts most people where they belong.

    Naive Bayes on the classes' own answers, whatever method made them; numbers are asked for in
    bands. How often that is right is tried on people that neither the questions nor the answers'
    shares were taken from, in five parts (Stone 1974, J. R. Stat. Soc. B 36:111): a form tried on
    its own makers looks better than it is (Ambroise & McLachlan 2002, PNAS 99:6562).

    Parameters
    ----------
    coded : Coded
    found : Partition
        ``found.coded`` and ``found.partition`` of a solution.
    most : int
        Questions at most; fewer where there are no more.
    seed : int
        Of the five parts, and of a sample where there are very many profiles.
    """
    rng = np.random.default_rng(seed)
    coded = banded(coded)
    told = _people(coded, found, rng)
    most = min(most, len(coded.levels))
    scores, chosen = _made(told, told.people, most)
    right = _tried(told, most, rng)
    n = float(told.people.sum())
    n_effective = n * coded.effective_n / coded.people.sum()
    low, high = wilson(right * n_effective, np.full(most, n_effective))
    names = [list(coded.levels)[one] for one in chosen]
    classes = np.bincount(told.labels, told.people * told.weight, len(scores.own))
    accuracy = pd.DataFrame(
        {"question": names, "accuracy": right, "low": low, "high": high},
        index=pd.RangeIndex(1, most + 1, name="asked"),
    ).assign(guess=classes.max() / classes.sum())
    return ShortForm(names, accuracy, round(n), _kept(coded, told, scores, chosen))


def _people(coded: Coded, found: Partition, rng: np.random.Generator) -> People:
    kept, people = sample(coded.people, MOST_PROFILES, rng)
    return People(
        packed=coded.packed.some(kept),
        codes=np.ascontiguousarray(coded.codes[kept].T, dtype=np.intp),
        missing=coded.missing,
        shares=found.shares(kept),
        labels=found.labels[kept],
        people=people,
        weight=(coded.mass / coded.people)[kept],
    )


def _made(told: People, people: np.ndarray, most: int) -> tuple[Scores, list[int]]:
    """Make a form of some of the people: what each answer says, and the questions to ask."""
    mass = people * told.weight
    scores = naive_bayes(told.packed, told.missing, told.shares * mass)
    total = np.tile(scores.own[:, None], (1, len(people)))
    chosen: list[int] = []
    while len(chosen) < most:
        right = {
            one: _right(told, total + _says(told, scores, one), mass)
            for one in range(len(told.codes))
            if one not in chosen
        }
        chosen.append(max(right, key=lambda one: right[one]))
        total += _says(told, scores, chosen[-1])
    return scores, chosen


def _tried(told: People, most: int, rng: np.random.Generator) -> np.ndarray:
    """Return by number of questions how often forms are right on those they weren't made from."""
    folds = rng.multinomial(told.people.astype(np.int64), np.full(FOLDS, 1 / FOLDS))
    right = np.zeros(most)
    for out in folds.T.astype(float):
        scores, chosen = _made(told, told.people - out, most)
        total = np.tile(scores.own[:, None], (1, len(out)))
        for place, one in enumerate(chosen):
            total += _says(told, scores, one)
            right[place] += _right(told, total, out * told.weight)
    return right / (folds.sum(axis=1) @ told.weight)


def _right(told: People, total: np.ndarray, mass: np.ndarray) -> float:
    return weighed(mass, (foremost(total) == told.labels).astype(float))


def _says(told: People, scores: Scores, question: int) -> np.ndarray:
    return scores.by_level[:, told.packed.places[question]].take(told.codes[question], axis=1)


def _kept(coded: Coded, told: People, scores: Scores, chosen: list[int]) -> Kept:
    """Return what types people by the chosen questions alone."""
    places = [told.packed.places[one] for one in chosen]
    mass = told.people * told.weight
    total = scores.own[:, None] + sum(_says(told, scores, one) for one in chosen)
    given = told.packed.summed(mass[None])[0]
    names = list(coded.levels)
    return Kept(
        levels={names[one]: coded.levels[names[one]] for one in chosen},
        scores=Scores(
            scores.own, np.concatenate([scores.by_level[:, place] for place in places], 1), True
        ),
        classes=np.bincount(foremost(total), mass, len(total)) / mass.sum(),
        answers=np.concatenate([given[place] / given[place].sum() for place in places]),
        certainty=float(np.average(scores.posterior(total).max(axis=0), weights=mass)),
        effective_n=coded.effective_n,
    )

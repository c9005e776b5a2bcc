"""A short typing form: the few questions that tell classes apart best, and how well they do."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded
from analysis.clusters.partition import Partition, Scores
from analysis.clusters.sampling import sample
from analysis.clusters.typing_form import Typed, typed

MOST_QUESTIONS, MOST_PROFILES = 6, 20_000
SMOOTHING = 0.5


@dataclass(frozen=True, eq=False)
class ShortForm:
    """The best questions to type people with.

    Attributes
    ----------
    questions : list of str
        The most telling first.
    accuracy : DataFrame
        By number of questions asked: ``question`` (the one added), ``accuracy`` (share of people
        put where all their answers put them) and ``guess``, the share that the largest class
        alone would get right.
    scores : Scores
        Naive Bayes's: the classes' shares and the answers' in each.
    coded : Coded
    """

    questions: list[str]
    accuracy: pd.DataFrame
    scores: Scores
    coded: Coded

    def classify(self, frame: pd.DataFrame, asked: int | None = None) -> Typed:
        """Type people by the first ``asked`` questions (None: all), skipping missing answers."""
        kept = [name for name in self.questions[:asked] if name in frame]
        return typed(self.coded, self.scores, frame[kept])


def short_form(
    coded: Coded, found: Partition, most: int = MOST_QUESTIONS, seed: int = 0
) -> ShortForm:
    """Choose questions one by one, each the one that puts most people where they belong.

    Naive Bayes on the classes' own answers, whatever method made them. Accuracy is measured on
    the people who made the classes: a form of few questions has next to nothing to overfit with.

    Parameters
    ----------
    coded : Coded
    found : Partition
        ``found.coded`` and ``found.partition`` of a solution.
    most : int
        Questions at most; fewer where there are no more.
    seed : int
        Of a sample, where there are very many profiles.
    """
    scores = naive_bayes(coded, found)
    kept, people = sample(coded.people, MOST_PROFILES, np.random.default_rng(seed))
    truth, codes = found.labels[kept], coded.codes[kept]
    names, chosen, rows = list(coded.levels), [], []
    total = np.tile(scores.own[:, None], (1, len(kept)))
    guess = float(np.average(total.argmax(axis=0) == truth, weights=people))
    while len(chosen) < min(most, len(names)):
        tried = {
            one: total + _speaks(coded, scores, codes, one)
            for one in range(len(names)) if one not in chosen
        }  # fmt: skip
        right = {
            one: float(np.average(score.argmax(axis=0) == truth, weights=people))
            for one, score in tried.items()
        }
        best = max(right, key=lambda one: right[one])
        chosen, total = [*chosen, best], tried[best]
        rows.append({"question": names[best], "accuracy": right[best], "guess": guess})
    index = pd.RangeIndex(1, len(rows) + 1, name="asked")
    return ShortForm([names[one] for one in chosen], pd.DataFrame(rows, index=index), scores, coded)


def naive_bayes(coded: Coded, found: Partition) -> Scores:
    """Return what speaks for a class by its share and its answers' shares; missing says nothing."""
    mass = found.posterior * coded.mass
    counted = coded.packed.summed(mass) + SMOOTHING
    counted = np.where(coded.missing, 0, counted)
    by_level = np.zeros(counted.shape)
    for place in coded.packed.places:
        own = counted[:, place]
        share = own / own.sum(axis=1, keepdims=True)
        by_level[:, place] = np.log(np.where(share > 0, share, 1))
    sizes = mass.sum(axis=1) + SMOOTHING
    return Scores(np.log(sizes / sizes.sum()), by_level, shared=True)


def _speaks(coded: Coded, scores: Scores, codes: np.ndarray, question: int) -> np.ndarray:
    begin = coded.packed.places[question].start
    return scores.by_level[:, begin + codes[:, question]]

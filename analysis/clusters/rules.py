"""A cluster in plain rules: who answers so is taken to be in it, and how often that is right."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.clusters.bands import banded, in_bands
from analysis.clusters.coding import Coded
from analysis.clusters.levels import MISSING, OTHER
from analysis.clusters.rule_trees import Told, cells_of, grown, paths, rates, too_good, worth
from analysis.clusters.sampling import sample
from analysis.intervals import wilson

DEPTH, MOST_PROFILES = 3, 50_000
Interval = tuple[float, float]
UNKNOWN: Interval = (np.nan, np.nan)


@dataclass(frozen=True)
class Rule:
    """One way into a class: every question answered by one of the levels named.

    Attributes
    ----------
    answers : dict
        By question, the levels that fit, in their order; ``MISSING`` among them is no answer. Of a
        number they are bands.
    n : float
        People who fit.
    precision : float
        Share of them who are in the class, weighted, and lowered as that of all rules.
    beside : dict
        By question whose rare answers were gathered in ``OTHER`` and fit: the levels that don't.
        Any answer but those fits, as those gathered have no name of their own.
    interval : tuple of float
        Of the precision (Wilson, 95 %); NaN where it isn't known.
    """

    answers: dict[str, tuple[str, ...]]
    n: float
    precision: float
    beside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    interval: Interval = UNKNOWN

    def fits(self, frame: pd.DataFrame) -> np.ndarray:
        """Return which rows of a frame of answers fit."""
        inside = np.ones(len(frame), dtype=bool)
        for question, levels in self.answers.items():
            said = in_bands(frame[question], levels).map(str, na_action="ignore")
            # A number in none of the rule's bands is an answer all the same.
            said = said.where(said.notna() | frame[question].isna(), OTHER).fillna(MISSING)
            fitting = (
                ~said.isin(self.beside[question])
                if question in self.beside
                else (said.isin(levels))
            )
            inside &= fitting.to_numpy()
        return inside


@dataclass(frozen=True)
class Rules:
    """Rules that stand for a class: who fits any of them.

    Attributes
    ----------
    rules : tuple of Rule
        No two fit the same person; the one with the most people first.
    precision, recall, accuracy : float
        Of those who fit, the share in the class; of the class, the share who fit; of everybody,
        the share on the right side. Each weighted, and lowered by as much as such rules are worse
        on people they weren't made from than on those they were (five folds).
    n : float
        People who fit any.
    inside : float
        People in the class; NaN where it isn't known.
    precision_interval, recall_interval : tuple of float
        Wilson, 95 %; NaN where they aren't known.
    """

    rules: tuple[Rule, ...]
    precision: float
    recall: float
    accuracy: float
    n: float
    inside: float = np.nan
    precision_interval: Interval = UNKNOWN
    recall_interval: Interval = UNKNOWN

    def fits(self, frame: pd.DataFrame) -> np.ndarray:
        """Return which rows of a frame of answers fit any rule."""
        inside = np.zeros(len(frame), dtype=bool)
        for rule in self.rules:
            inside |= rule.fits(frame)
        return inside


def approximated(
    coded: Coded, labels: np.ndarray, cluster: int, *, depth: int = DEPTH, seed: int = 0
) -> Rules:
    """Approximate a class by a small decision tree (Breiman et al. 1984), read as rules.

    Numbers are asked for in bands.

    Parameters
    ----------
    coded : Coded
    labels : int array (P,)
        Class of each profile, as ``found.partition.labels``.
    cluster : int
        The class.
    depth : int
        Questions that a rule may ask at most.
    seed : int
        Of the folds, and of a sample where there are very many profiles.
    """
    rng = np.random.default_rng(seed)
    coded = banded(coded)
    kept, people = sample(coded.people, MOST_PROFILES, rng)
    weight = (coded.mass / coded.people)[kept]
    told = Told(cells_of(coded, coded.codes[kept]), labels[kept] == cluster, people, weight)
    tree, shares = grown(told, told.people, depth)
    leaves = tree.apply(told.cells)
    guessed = ~np.isnan(shares[leaves])
    better = too_good(told, depth, rng)
    own = rates(worth(told, guessed, people * weight))
    precision, recall, accuracy = np.maximum(own - better, 0).tolist()
    scale = coded.people.sum() / people.sum()
    effect = coded.effective_n / coded.people.sum()
    n = {leaf: float(people[leaves == leaf].sum()) for leaf in np.unique(leaves[guessed])}
    rules = []
    for leaf, way in paths(tree):
        if leaf in n:
            right, asked = float(max(shares[leaf] - better.precision, 0)), _asked(coded, way)
            rules.append(
                Rule(
                    answers=asked,
                    n=n[leaf] * scale,
                    precision=right,
                    beside=_beside(coded, asked),
                    interval=_interval(right, n[leaf] * effect),
                )
            )
    inside = float(people @ told.inside)
    return Rules(
        rules=tuple(sorted(rules, key=lambda rule: -rule.n)),
        precision=precision,
        recall=recall,
        accuracy=accuracy,
        n=sum(n.values()) * scale,
        inside=inside * scale,
        precision_interval=_interval(precision, sum(n.values()) * effect),
        recall_interval=_interval(recall, inside * effect),
    )


def _interval(share: float, n: float) -> Interval:
    if np.isnan(share):
        return UNKNOWN
    low, high = wilson(share * n, n)
    return float(low), float(high)


def _beside(coded: Coded, asked: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    gathered = next(
        (one.facts["questions"] for one in coded.problems if one.code == "levels_grouped"), []
    )
    return {
        question: tuple(level for level in coded.levels[question] if level not in levels)
        for question, levels in asked.items()
        if question in gathered and OTHER in levels
    }


def _asked(coded: Coded, way: list[tuple[int, bool]]) -> dict[str, tuple[str, ...]]:
    """Return the levels of each question that a way through the tree leaves open."""
    open_still = np.ones(len(coded.missing), dtype=bool)
    for level, given in way:
        place = next(one for one in coded.packed.places if one.start <= level < one.stop)
        own = np.arange(place.start, place.stop) == level
        open_still[place] &= own if given else ~own
    return {
        question: tuple(own[open_still[place]])
        for (question, own), place in zip(coded.levels.items(), coded.packed.places, strict=True)
        if not open_still[place].all()
    }

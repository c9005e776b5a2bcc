"""A cluster in plain rules: who answers so is taken to be in it, and how often that is right."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

from analysis.clusters.coding import Coded
from analysis.clusters.levels import OTHER
from analysis.clusters.sampling import sample

DEPTH, FOLDS, MOST_PROFILES = 3, 5, 50_000
LEAST_SHARE = 0.005


@dataclass(frozen=True)
class Rule:
    """One way into a class: every question answered by one of the levels named.

    Attributes
    ----------
    answers : dict
        By question, the levels that fit, in their order; ``MISSING`` among them is no answer.
    n : float
        People who fit.
    precision : float
        Share of them who are in the class.
    beside : dict
        By question whose rare answers were gathered in ``OTHER`` and fit: the levels that don't.
        Any answer but those fits, as those gathered have no name of their own.
    """

    answers: dict[str, tuple[str, ...]]
    n: float
    precision: float
    beside: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def fits(self, frame: pd.DataFrame) -> np.ndarray:
        """Return which rows of a frame of answers fit."""
        inside = np.ones(len(frame), dtype=bool)
        for question, levels in self.answers.items():
            said = frame[question].map(str, na_action="ignore").fillna("")
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
        the share on the right side. Each on people the rules weren't made from (five folds).
    n : float
        People who fit any.
    """

    rules: tuple[Rule, ...]
    precision: float
    recall: float
    accuracy: float
    n: float

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
    kept, people = sample(coded.people, MOST_PROFILES, rng)
    told = Told(_cells(coded, coded.codes[kept]), labels[kept] == cluster, people)
    right, hits, guesses = _tried(told, depth, rng)
    scale = coded.people.sum() / people.sum()
    rules = _rules(coded, told, depth, scale)
    return Rules(
        rules=tuple(sorted(rules, key=lambda rule: -rule.n)),
        precision=hits / guesses if guesses else np.nan,
        recall=hits / float(people @ told.inside),
        accuracy=right / float(people.sum()),
        n=sum(rule.n for rule in rules),
    )


class Told(NamedTuple):
    """Profiles' answers, 1 for who gave it (P, L), whether they are in the class, and people."""

    cells: np.ndarray
    inside: np.ndarray
    people: np.ndarray


def _cells(coded: Coded, codes: np.ndarray) -> np.ndarray:
    """Return every answer as a column of its own, 1 for who gave it, (P, L)."""
    begins = np.array([place.start for place in coded.packed.places])
    cells = np.zeros((len(codes), len(coded.missing)), dtype=np.float32)
    cells[np.arange(len(codes))[:, None], codes + begins] = 1
    return cells


def _grown(told: Told, depth: int) -> tuple[DecisionTreeClassifier, np.ndarray]:
    """Grow a tree; return it, and the leaves that stand for the class."""
    cells, inside, people = told
    tree = DecisionTreeClassifier(
        max_depth=depth, min_weight_fraction_leaf=LEAST_SHARE, random_state=0
    )
    # Both sides weigh alike, or a small class would never be asked for.
    sides = np.where(inside, people.sum() / max(people @ inside, 1), 1.0)
    tree.fit(cells, inside, sample_weight=people * sides)
    leaves = tree.apply(cells)
    of_leaf, in_class = np.bincount(leaves, people), np.bincount(leaves, people * inside)
    share = in_class / np.where(of_leaf, of_leaf, 1)
    chosen = share > 0.5
    # A class too mixed for any such leaf still gets its best one.
    return tree, np.flatnonzero(chosen if chosen.any() else share == share.max())


def _tried(told: Told, depth: int, rng: np.random.Generator) -> tuple[float, float, float]:
    """Return how many people trees made without them put right, into the class rightly, at all."""
    folds = rng.multinomial(told.people.astype(np.int64), np.full(FOLDS, 1 / FOLDS))
    tallies = np.zeros(3)
    for out in folds.T.astype(float):
        tree, chosen = _grown(told._replace(people=told.people - out), depth)
        guessed = np.isin(tree.apply(told.cells), chosen)
        tallies += [out @ (guessed == told.inside), out @ (guessed & told.inside), out @ guessed]
    right, hits, guesses = tallies.tolist()
    return right, hits, guesses


def _rules(coded: Coded, told: Told, depth: int, scale: float) -> list[Rule]:
    tree, chosen = _grown(told, depth)
    leaves = tree.apply(told.cells)
    rules = []
    for leaf, way in _paths(tree):
        if leaf in chosen:
            here = told.people * (leaves == leaf)
            precision = float(here @ told.inside / here.sum())
            asked = _asked(coded, way)
            n = float(here.sum() * scale)
            rules.append(Rule(asked, n, precision, _beside(coded, asked)))
    return rules


def _beside(coded: Coded, asked: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    gathered = next(
        (one.facts["questions"] for one in coded.problems if one.code == "levels_grouped"), []
    )
    return {
        question: tuple(level for level in coded.levels[question] if level not in levels)
        for question, levels in asked.items()
        if question in gathered and OTHER in levels
    }


def _paths(tree: DecisionTreeClassifier) -> list[tuple[int, list[tuple[int, bool]]]]:
    """Return each leaf and the answers given, or not given, on the way there."""
    grown = tree.tree_
    waiting, found = [(0, [])], []
    while waiting:
        node, way = waiting.pop()
        if grown.children_left[node] < 0:
            found.append((node, way))
            continue
        level = int(grown.feature[node])
        waiting.append((int(grown.children_left[node]), [*way, (level, False)]))
        waiting.append((int(grown.children_right[node]), [*way, (level, True)]))
    return found


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

"""Small decision trees whose leaves stand for a class, tried on people they weren't made from."""

from typing import NamedTuple

import numpy as np
from sklearn.tree import DecisionTreeClassifier

from analysis.clusters.coding import Coded

FOLDS, LEAST_SHARE = 5, 0.005
# Leaves of people who are all alike aren't parted over the last digit of their weights.
LEAST_GAIN = 1e-9


class Told(NamedTuple):
    """Profiles' answers, 1 for who gave it (P, L), whether in the class, people, their weight."""

    cells: np.ndarray
    inside: np.ndarray
    people: np.ndarray
    weight: np.ndarray


class Worth(NamedTuple):
    """How right a tree is.

    Of those taken to be in the class, the share who are; of the class, the share who are taken; of
    everybody, the share on the right side.
    """

    precision: float
    recall: float
    accuracy: float


def cells_of(coded: Coded, codes: np.ndarray) -> np.ndarray:
    """Return every answer as a column of its own, 1 for who gave it, (P, L)."""
    begins = np.array([place.start for place in coded.packed.places])
    cells = np.zeros((len(codes), len(coded.missing)), dtype=np.float32)
    cells[np.arange(len(codes))[:, None], codes + begins] = 1
    return cells


def grown(told: Told, people: np.ndarray, depth: int) -> tuple[DecisionTreeClassifier, np.ndarray]:
    """Grow a tree of some of the people; return it, and of each leaf the share in the class.

    The share is NaN where the leaf doesn't stand for the class.
    """
    mass = people * told.weight
    tree = DecisionTreeClassifier(
        max_depth=depth,
        min_weight_fraction_leaf=LEAST_SHARE,
        min_impurity_decrease=LEAST_GAIN,
        random_state=0,
    )
    # Both sides weigh alike, or a small class would never be asked for.
    sides = np.where(told.inside, mass.sum() / max(mass @ told.inside, 1), 1.0)
    tree.fit(told.cells, told.inside, sample_weight=mass * sides)
    leaves = tree.apply(told.cells)
    of_leaf, in_class = np.bincount(leaves, mass), np.bincount(leaves, mass * told.inside)
    share = in_class / np.where(of_leaf, of_leaf, 1)
    chosen = share > 0.5
    # A class too mixed for any such leaf still gets its best one.
    return tree, np.where(chosen if chosen.any() else share == share.max(), share, np.nan)


def worth(told: Told, guessed: np.ndarray, mass: np.ndarray) -> np.ndarray:
    """Add up what `rates` needs, in people of such a mass: hits, guesses, class, right, all."""
    right, hits = guessed == told.inside, guessed & told.inside
    return np.array([mass @ one for one in (hits, guessed, told.inside, right)] + [mass.sum()])


def rates(tallied: np.ndarray) -> np.ndarray:
    """Return precision, recall and accuracy; NaN where there is nobody to tell it by."""
    hits, guesses, of_class, right, whole = tallied
    of = np.array([guesses, of_class, whole])
    return np.divide([hits, hits, right], of, out=np.full(3, np.nan), where=of > 0)


def too_good(told: Told, depth: int, rng: np.random.Generator) -> Worth:
    """Return by how much trees are better on their own makers than on others, at least 0.

    Five trees, each made without a part of the people and tried on it (the optimism of Efron 1983,
    J. Am. Stat. Assoc. 78:316, by cross-validation).
    """
    folds = rng.multinomial(told.people.astype(np.int64), np.full(FOLDS, 1 / FOLDS))
    own, others = np.zeros(5), np.zeros(5)
    for part in folds.T.astype(float):
        makers = told.people - part
        tree, shares = grown(told, makers, depth)
        guessed = ~np.isnan(shares[tree.apply(told.cells)])
        own += worth(told, guessed, makers * told.weight)
        others += worth(told, guessed, part * told.weight)
    return Worth(*np.nan_to_num(np.maximum(rates(own) - rates(others), 0)).tolist())


def paths(tree: DecisionTreeClassifier) -> list[tuple[int, list[tuple[int, bool]]]]:
    """Return each leaf and the answers given, or not given, on the way there."""
    whole = tree.tree_
    waiting, found = [(0, [])], []
    while waiting:
        node, way = waiting.pop()
        if whole.children_left[node] < 0:
            found.append((node, way))
            continue
        level = int(whole.feature[node])
        waiting.append((int(whole.children_left[node]), [*way, (level, False)]))
        waiting.append((int(whole.children_right[node]), [*way, (level, True)]))
    return found

"""How often the answers to two questions go together."""

from itertools import combinations

import numpy as np

from analysis.clusters.coding import Coded


def pair_table(coded: Coded, one: int, other: int, mass: np.ndarray) -> np.ndarray:
    """Return the people who gave each answer to one question and each to the other, weighed."""
    rows, columns = _levels(coded, one), _levels(coded, other)
    joint = coded.codes[:, one].astype(np.intp) * columns + coded.codes[:, other]
    return np.bincount(joint, mass, rows * columns).reshape(rows, columns)


def burt(coded: Coded) -> np.ndarray:
    """Return the Burt table (L, L): all questions' levels by all questions' levels.

    A question by itself stands on the diagonal. People are weighed by ``coded.mass``.
    """
    places = coded.packed.places
    everybody = coded.packed.counted(np.zeros(len(coded.codes), dtype=np.intp), coded.mass, 1)[0]
    table = np.diag(everybody)
    for one, other in combinations(range(len(places)), 2):
        both = pair_table(coded, one, other, coded.mass)
        table[places[one], places[other]] = both
        table[places[other], places[one]] = both.T
    return table


def _levels(coded: Coded, question: int) -> int:
    place = coded.packed.places[question]
    return place.stop - place.start

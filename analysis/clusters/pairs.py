"""How often the answers to two questions go together."""

from itertools import combinations_with_replacement

import numpy as np

from analysis.clusters.coding import Coded


def pair_table(coded: Coded, one: int, other: int, mass: np.ndarray) -> np.ndarray:
    """Return the people who gave each answer to one question and each to the other, weighed."""
    rows, columns = _levels(coded, one), _levels(coded, other)
    joint = coded.codes[:, one].astype(np.intp) * columns + coded.codes[:, other]
    return np.bincount(joint, mass, rows * columns).reshape(rows, columns)


def burt(coded: Coded) -> np.ndarray:
    """Return the Burt table (L, L): all questions' levels by all questions' levels.

    A question by itself stands on the diagonal. People are weighed by ``coded.mass``. Counting
    a block of questions once with another one tells that one's tables with all in the block.
    """
    packed, places = coded.packed, coded.packed.places
    table, begin = np.zeros((places[-1].stop, places[-1].stop)), 0
    for joint, block in zip(packed.joint, packed.blocks, strict=True):
        inside = range(begin, begin + len(block))
        begin += len(block)
        size = int(np.prod(block))
        cube = np.bincount(joint, coded.mass, size).reshape(block)
        for one, other in combinations_with_replacement(inside, 2):
            _fill(
                table, places[one], places[other], _side(cube, one - inside[0], other - inside[0])
            )
        for other in range(begin, len(places)):
            levels = _levels(coded, other)
            both = np.bincount(joint * levels + coded.codes[:, other], coded.mass, size * levels)
            cube = both.reshape(*block, levels)
            for one in inside:
                _fill(table, places[one], places[other], _side(cube, one - inside[0], len(block)))
    return table


def _fill(table: np.ndarray, one: slice, other: slice, both: np.ndarray) -> None:
    table[one, other], table[other, one] = both, both.T


def _side(cube: np.ndarray, one: int, other: int) -> np.ndarray:
    """Sum a table of many questions to that of two of them, or of one by itself."""
    side = cube.sum(axis=tuple(set(range(cube.ndim)) - {one, other}))
    return np.diag(side) if one == other else side


def _levels(coded: Coded, question: int) -> int:
    place = coded.packed.places[question]
    return place.stop - place.start

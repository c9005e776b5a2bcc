"""Where labels go, so that those of sixteen points in a plane can all be read.

Each label tries positions around its point, near ones first, and takes the one that covers least
of other labels, of other points and of what lies outside; a few rounds settle it. Simple and
repeatable; see Christensen, Marks & Shieber (1995, ACM Trans. Graphics 14:203) for the problem.
"""

from dataclasses import dataclass

import numpy as np

ROUNDS = 8
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
# What covering costs, per square unit: leaving the plane is worse than hiding a point, and that is
# worse than touching a label. A step away from the point costs as much as covering STEP_COST.
OUTSIDE, POINT, LABEL, STEP_COST = 6.0, 3.0, 1.0, 60.0


@dataclass(frozen=True)
class Plane:
    """What labels must fit into; all in the same unit, such as px.

    Attributes
    ----------
    width, height : float
        Of the plane; points lie between 0 and these.
    radius : float or array (N,)
        Of the points' marks: of all, or of each.
    steps : tuple of float
        How far from the mark a label may stand, nearest first.
    directions : tuple of (int, int)
        Where it may stand: (1, 0) is right, (0, 1) above, (1, 1) above and to the right.
    """

    width: float
    height: float
    radius: float | np.ndarray
    steps: tuple[float, ...] = (2, 14, 30)
    directions: tuple[tuple[int, int], ...] = DIRECTIONS


NOTHING = np.empty((0, 2, 2))


def placed(
    points: np.ndarray, sizes: np.ndarray, plane: Plane, obstacles: np.ndarray = NOTHING
) -> np.ndarray:
    """Place the labels of points.

    Parameters
    ----------
    points : array (N, 2)
        Points, y upwards.
    sizes : array (N, 2)
        Width and height of each label.
    plane : Plane
        What they must fit into.
    obstacles : array (M, 2, 2)
        Lower left and upper right corners of what labels should not cover either.

    Returns
    -------
    array (N, 2)
        From each point to the middle of its label.
    """
    offsets, steps = _offsets(sizes, plane)
    own = np.stack([points[:, None] + offsets] * 2, axis=2) + _corners(sizes)[:, None]
    reach = np.reshape(plane.radius, (-1, 1))
    marks = np.stack([points - reach, points + reach], axis=1)
    cost = steps * STEP_COST + OUTSIDE * _outside(own, sizes, plane)
    cost = cost + POINT * _covered(own, np.concatenate([marks, obstacles]))
    chosen = cost.argmin(1)
    row = np.arange(len(points))
    for _ in range(ROUNDS):
        before = chosen.copy()
        for place in row:
            others = own[row != place, chosen[row != place]]
            chosen[place] = (cost[place] + LABEL * _covered(own[place], others)).argmin()
        if (before == chosen).all():
            break
    return offsets[row, chosen]


def _offsets(sizes: np.ndarray, plane: Plane) -> tuple[np.ndarray, np.ndarray]:
    """Middles of all positions, (N, positions, 2), and how many steps away each position is."""
    away = np.array([direction for _ in plane.steps for direction in plane.directions], dtype=float)
    gap = np.repeat(plane.steps, len(plane.directions)) + np.reshape(plane.radius, (-1, 1))
    # On a diagonal the label's corner comes as near as its side does straight ahead.
    gap = gap / np.where((away != 0).all(1), np.sqrt(2), 1)
    steps = np.repeat(np.arange(len(plane.steps)), len(plane.directions))
    return away * (sizes[:, None] / 2 + gap[:, :, None]), steps


def _corners(sizes: np.ndarray) -> np.ndarray:
    """From a label's middle to its lower left and upper right corner, (N, 2, 2)."""
    return np.stack([-sizes / 2, sizes / 2], axis=1)


def _covered(boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Area of each box (..., 2, 2) that the other boxes (M, 2, 2) cover, overlaps counted twice."""
    low = np.maximum(boxes[..., None, 0, :], others[:, 0])
    high = np.minimum(boxes[..., None, 1, :], others[:, 1])
    return np.clip(high - low, 0, None).prod(-1).sum(-1)


def _outside(boxes: np.ndarray, sizes: np.ndarray, plane: Plane) -> np.ndarray:
    """Area of each label that lies outside the plane."""
    whole = np.array([[[0, 0], [plane.width, plane.height]]], dtype=float)
    return sizes.prod(1)[:, None] - _covered(boxes, whole)

"""Going up with latent classes faster than steps of EM do, and never down.

A step of EM points upwards and comes to a crawl where classes overlap. The way it points, seen in
coordinates where everybody's information is the same in all directions if their classes were known
(square roots of chances), is the slope there. L-BFGS (Liu & Nocedal 1989) learns from the last few
slopes how the ground bends and makes a leap of the step (Jamshidian & Jennrich 1997, J. R. Stat.
Soc. B 59:569, who learn from all of them).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.clusters.latent_class import Model, People
from analysis.clusters.numbers import gaussian

# Slopes that are remembered, and how often a leap that led down is shortened before it's given up.
MEMORY, SHORTER = 10, 6
# A stop is made where so many leaps together bring next to nothing.
LEAPS = 3
FAINT = 1e-300


class Place(NamedTuple):
    """A model, the one a step of EM makes of it, its height; place and step in coordinates."""

    after: Model
    height: float
    at: np.ndarray
    step: np.ndarray


class Bend(NamedTuple):
    """How the slope changed, falling positive, along a way that was gone."""

    way: np.ndarray
    change: np.ndarray


class Space:
    """Coordinates of models: square roots of chances, means and log spreads, a row a class.

    They are stretched by what a class's people know of each, as it is at the start.
    """

    def __init__(self, start: Model) -> None:
        self.held = 1 + start.chances.shape[1]
        root = np.sqrt(start.shares)[:, None]
        stretch = [np.ones(root.shape), np.broadcast_to(root, start.chances.shape)]
        if start.bells:
            sharp = start.bells.sharpness
            stretch += [root * np.sqrt(sharp) / 2, root * np.full(sharp.shape, np.sqrt(0.5))]
        self.stretch = np.column_stack(stretch)

    def of(self, model: Model) -> np.ndarray:
        """Return a model's coordinates."""
        parts = [np.sqrt(model.shares), np.sqrt(model.chances)]
        if model.bells:
            parts += [model.bells.means, -np.log(model.bells.sharpness) / 2]
        return np.column_stack(parts) * self.stretch

    def model(self, people: People, at: np.ndarray) -> Model:
        """Return the model at some coordinates, scaled to sums of 1."""
        loose = at / self.stretch
        chances = np.maximum(loose[:, : self.held] ** 2, FAINT)
        bells = None
        if people.numbers:
            means, logs = np.split(loose[:, self.held :], 2, axis=1)
            bells = gaussian(means, np.exp(np.clip(logs, -10, 10)))
        return people.settled(chances[:, 0], chances[:, 1:], bells)


class Ascent(NamedTuple):
    """How far up a model has come, and what was learnt of the ground on the way.

    Attributes
    ----------
    model : Model
        A step of EM beyond where it ended.
    height : float
        There, of the people it climbed with.
    space : Space
    bends : list of Bend
    """

    model: Model
    height: float
    space: Space
    bends: list[Bend]


def at_foot(model: Model) -> Ascent:
    """Return where a climb begins."""
    return Ascent(model, -np.inf, Space(model), [])


def climb(people: People, begun: Ascent, close: float, most: int) -> Ascent:
    """Go up until three leaps bring less than ``close`` a person, or ``most`` are made."""
    space, bends, total = begun.space, begun.bends, people.mass.sum()
    here = _place(people, space, begun.model)
    heights = [here.height]
    for _ in range(most):
        there = _onward(people, space, here, bends)
        bends = [*bends, Bend(there.at - here.at, here.step - there.step)][-MEMORY:]
        # Where the ground bends upwards there is nothing to learn of how far its top is.
        bends = [one for one in bends if np.vdot(*one) > 0]
        here = there
        heights.append(here.height)
        if len(heights) > LEAPS and heights[-1] - heights[-1 - LEAPS] < close * total:
            break
    return Ascent(here.after, here.height, space, bends)


def leap(step: np.ndarray, bends: Sequence[Bend]) -> np.ndarray:
    """Return where L-BFGS points: the step itself, bent by what was learnt."""
    towards, parts = step.copy(), []
    for way, change in reversed(bends):
        parts.append(np.vdot(way, towards) / np.vdot(way, change))
        towards -= parts[-1] * change
    if bends:
        way, change = bends[-1]
        towards *= max(np.vdot(way, change) / np.vdot(change, change), 1)
    for way, change in bends:
        towards += (parts.pop() - np.vdot(change, towards) / np.vdot(way, change)) * way
    return towards


def _onward(people: People, space: Space, here: Place, bends: Sequence[Bend]) -> Place:
    """Leap; shorten a leap that led down, and in the end take the step of EM, which never does."""
    towards = leap(here.step, bends)
    # What the slope promises of a leap, in people's log-likelihood.
    promised = 4 * people.mass.sum() * np.vdot(towards, here.step)
    length = 1.0
    for _ in range(SHORTER):
        there = _place(people, space, space.model(people, here.at + length * towards))
        if there.height >= here.height:
            return there
        # The top of the parabola through both heights and the slope.
        top = promised * length / 2 / (promised * length + here.height - there.height)
        length *= min(max(top, 0.1), 0.5)
    return _place(people, space, here.after)


def _place(people: People, space: Space, model: Model) -> Place:
    after, log_likelihood = people.step(model)
    at = space.of(model)
    return Place(after, people.penalised(model, log_likelihood), at, space.of(after) - at)

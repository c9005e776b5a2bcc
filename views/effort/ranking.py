"""Which group comes first, how sure that is, and what would change it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.attractiveness import Criteria, Swap, smallest_swap, weighted
from analysis.smaa import Acceptability, rank_acceptability
from views.effort.figures import Figures
from views.effort.options import AXES, CRITERIA, Options

SURE, LIKELY = 0.95, 0.8


@dataclass(frozen=True)
class Change:
    """The smallest change of one weight that gives a place to another group.

    Attributes
    ----------
    by : str
        The group that would take the place.
    swap : Swap
        Which weight, and how far.
    """

    by: str
    swap: Swap


@dataclass(frozen=True, eq=False)
class Ranking:
    """Groups by their weighted score, the best first.

    Attributes
    ----------
    figures : Figures
        The criteria in their own units.
    criteria : Criteria
        The same against the best group's.
    people : Series
        People in each group, best group first; its index is the order.
    scores, worth, ability : DataFrame
        By group: ``score``, ``low``, ``high``, 0 to 1: of all criteria, and of each axis.
    idle : tuple of str
        Axes none of whose criteria has any weight: there all of them count alike.
    all_weights, these_weights : Acceptability
        Chances of each rank under all weights, and under those given.
    first, second : Change or None
        What would give first and second place to another group.
    """

    figures: Figures
    criteria: Criteria
    people: pd.Series
    scores: pd.DataFrame
    worth: pd.DataFrame
    ability: pd.DataFrame
    idle: tuple[str, ...]
    all_weights: Acceptability
    these_weights: Acceptability
    first: Change | None
    second: Change | None

    @property
    def order(self) -> list[str]:
        """The groups' codes, best first."""
        return list(self.people.index)

    def place(self, code: str) -> int:
        """Return a group's place, 1 for the best."""
        return self.order.index(code) + 1


def ranking(figures: Figures, people: pd.Series, options: Options) -> Ranking:
    """Rank groups by the weights that were given.

    Parameters
    ----------
    figures : Figures
        The criteria of two groups or more.
    people : Series
        People in each group.
    options : Options
        Its weights.

    Raises
    ------
    NotEnough
        ``one_option``; ``weights_all_zero``.
    """
    criteria = figures.criteria()
    weights = weights_of(options)
    scores = weighted(criteria, weights)
    order = ordered(scores)
    axes = {name: _axis(criteria, weights[list(of_axis)]) for name, of_axis in AXES.items()}
    return Ranking(
        figures=figures,
        criteria=criteria,
        people=people.loc[order],
        scores=scores.loc[order],
        worth=axes["worth"].loc[order],
        ability=axes["ability"].loc[order],
        idle=tuple(name for name, of_axis in AXES.items() if not weights[list(of_axis)].any()),
        all_weights=rank_acceptability(criteria),
        these_weights=rank_acceptability(criteria, weights),
        first=_nearest(criteria, weights, order[0], order[1:]),
        second=_nearest(criteria, weights, order[1], order[2:]),
    )


def weights_of(options: Options) -> pd.Series:
    """Return the weights by criterion."""
    return pd.Series(options.weights, index=list(CRITERIA), dtype=float)


def ordered(scores: pd.DataFrame) -> list[str]:
    """Return the groups' codes, best first; equals by their code."""
    return list(scores.sort_index().sort_values("score", ascending=False, kind="stable").index)


def _axis(criteria: Criteria, weights: pd.Series) -> pd.DataFrame:
    return weighted(criteria, weights if weights.any() else weights + 1)


def _nearest(
    criteria: Criteria, weights: pd.Series, ahead: str, others: list[str]
) -> Change | None:
    """Find whom the smallest change of one weight would bring level."""
    swaps = {other: smallest_swap(criteria.values, weights, ahead, other) for other in others}
    found = [Change(other, swap) for other, swap in swaps.items() if swap is not None]
    return min(found, key=lambda one: abs(one.swap.needed - one.swap.now), default=None)


def chance_ahead(ranked: Ranking, place: int) -> float:
    """Return how sure a place is with these weights: the group there is no lower."""
    chances = ranked.these_weights.ranks.loc[ranked.order[place - 1]]
    return float(np.sum(chances.loc[:place]))

"""Which group comes first, how sure that is, and what would change it."""

from dataclasses import dataclass

import pandas as pd

from analysis.attractiveness import Criteria, weighted
from views.effort.figures import Figures
from views.effort.options import AXES, CRITERIA, Options
from views.places import Places, places


@dataclass(frozen=True, eq=False)
class Ranking(Places):
    """Groups by their weighted score, the best first.

    Attributes
    ----------
    figures : Figures
        The criteria in their own units.
    people : Series
        People in each group, best group first.
    worth, ability : DataFrame
        By group: ``score``, ``low``, ``high``, 0 to 1, of each axis.
    idle : tuple of str
        Axes none of whose criteria has any weight: there all of them count alike.
    """

    figures: Figures
    people: pd.Series
    worth: pd.DataFrame
    ability: pd.DataFrame
    idle: tuple[str, ...]


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
    ranked = places(criteria, weights)
    axes = {name: _axis(criteria, weights[list(of_axis)]) for name, of_axis in AXES.items()}
    return Ranking(
        **vars(ranked),
        figures=figures,
        people=people.loc[ranked.order],
        worth=axes["worth"].loc[ranked.order],
        ability=axes["ability"].loc[ranked.order],
        idle=tuple(name for name, of_axis in AXES.items() if not weights[list(of_axis)].any()),
    )


def weights_of(options: Options) -> pd.Series:
    """Return the weights by criterion."""
    return pd.Series(options.weights, index=list(CRITERIA), dtype=float)


def _axis(criteria: Criteria, weights: pd.Series) -> pd.DataFrame:
    return weighted(criteria, weights if weights.any() else weights + 1)

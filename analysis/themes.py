"""Themes in what people want: things that are important to the same people."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.cluster.hierarchy import average, fcluster
from scipy.spatial.distance import squareform

from analysis.clusters.checks import FEWEST
from analysis.clusters.sampling import sample
from analysis.clusters.stability import jaccard, verdict
from analysis.errors import NotEnough

# Who rated fewer of the things than this share says too little of what comes first.
RATED_FROM = 0.5
FEWEST_THINGS = 3
# One shuffle in twenty may bring as high a correlation as the one that themes are held against.
BY_CHANCE = 0.05
SHUFFLES, BOOTSTRAPS = 40, 40
# More people than this tell no more of what chance brings.
MOST_PEOPLE = 10_000
ALONE = -1


@dataclass(frozen=True, eq=False)
class Themes:
    """Things that go together.

    Attributes
    ----------
    things : DataFrame
        By thing, those of a theme side by side and its most typical first: ``theme`` (0 the one
        of most things, −1 for who stands alone) and ``fit``, its mean correlation with the others
        of its theme (NaN alone).
    stability : DataFrame
        By theme: ``jaccard``, the mean overlap with the theme most like it when other people of
        the same kind are asked, and ``verdict``: ``"stable"``, ``"weak"`` or ``"dissolved"``
        (Hennig 2007).
    correlations : DataFrame
        Things by things, beyond what a person's other answers foretell.
    chance : float
        The correlation of two things that only one shuffle in twenty exceeds anywhere.
    n : int
        People who rated enough.
    number, seed : int or None, int
        As they were asked for.
    """

    things: pd.DataFrame
    stability: pd.DataFrame
    correlations: pd.DataFrame
    chance: float
    n: int
    number: int | None
    seed: int

    def of(self, theme: int) -> list[str]:
        """Return a theme's things, the most typical first."""
        return list(self.things.index[self.things["theme"] == theme])


def themes(
    ratings: pd.DataFrame,
    *,
    weights: ArrayLike | None = None,
    number: int | None = None,
    seed: int = 0,
) -> Themes:
    """Gather things that are important to the same people.

    Each thing is taken beyond what a person's other answers foretell: somebody to whom everything
    is important says nothing. (To subtract a person's own mean, as is often done, would tie things
    together that have nothing to do with it; Fischer & Milfont 2010, Int. J. Psychol. Res. 3:88.)
    Things are joined by average linkage of
    their correlations (Sokal & Michener 1958, Univ. Kansas Sci. Bull. 38:1409) as long as the mean
    correlation of two groups is above 0 by more than chance: answers are shuffled thing by thing,
    as in parallel analysis (Buja & Eyuboglu 1992, Multivar. Behav. Res. 27:509), and a mean of
    a · b correlations has 1 / √(a · b) of the spread of one. What all rate alike stands alone.

    Parameters
    ----------
    ratings : DataFrame
        A row a person, a column a thing; numbers, higher = more important, NaN = not rated.
    weights : array or None
        Survey weight of each person; None: equal.
    number : int or None
        Gather into so many, those alone included; None: as far as chance can't explain.
    seed : int
        Of the shuffles and of the bootstrap.

    Raises
    ------
    NotEnough
        ``too_few_things``, ``too_few_respondents``, ``weights_unusable``, ``no_weight``.
    """
    rated = _usable(ratings, weights)
    names = rated.names
    rng = np.random.default_rng(seed)
    chance = by_chance(rated.values, rated.mass, rng)
    centred = rated._replace(values=beyond_others(rated.values))
    together = correlations(centred.values, centred.mass)
    things = _things(names, gathered(together, chance, number), together)
    steady = _stability(centred, things["theme"].to_numpy(), chance, number, rng)
    every = things.reindex(ratings.columns.rename("thing")).fillna({"theme": ALONE})
    return Themes(
        things=_in_order(every.astype({"theme": int})),
        stability=steady,
        correlations=pd.DataFrame(together, names, names),
        chance=chance,
        n=len(rated.values),
        number=number,
        seed=seed,
    )


class Rated(NamedTuple):
    """Things that were not rated all alike, their ratings (n, Q), and each person's weight."""

    names: pd.Index
    values: np.ndarray
    mass: np.ndarray


def _usable(ratings: pd.DataFrame, weights: ArrayLike | None) -> Rated:
    """Keep things that differ and people who rated enough of them."""
    asked = ratings.loc[:, ratings.nunique() > 1]
    if len(ratings) >= FEWEST and asked.shape[1] < FEWEST_THINGS:
        raise NotEnough("too_few_things", things=asked.shape[1], fewest=FEWEST_THINGS)
    said = asked.notna().mean(axis=1) >= RATED_FROM
    if said.sum() < FEWEST:
        raise NotEnough("too_few_respondents", n=int(said.sum()), fewest=FEWEST)
    mass = np.ones(len(ratings)) if weights is None else np.asarray(weights, dtype=float)
    if len(mass) != len(ratings) or not (np.isfinite(mass) & (mass >= 0)).all():
        raise NotEnough("weights_unusable", rows=len(ratings))
    if not mass[said].any():
        raise NotEnough("no_weight", rows=int(said.sum()))
    return Rated(asked.columns, asked[said].to_numpy(dtype=float), mass[said])


def correlations(values: np.ndarray, mass: np.ndarray) -> np.ndarray:
    """Return weighted correlations (Q, Q) of columns (n, Q), over who has both; 0 without any."""
    known = (~np.isnan(values)).astype(float)
    filled = np.nan_to_num(values)
    weighed = filled * mass[:, None]
    n = known.T @ (known * mass[:, None])
    n = np.where(n > 0, n, 1)
    first = weighed.T @ known / n
    square = (filled * weighed).T @ known / n
    spread = np.sqrt(np.maximum(square - first**2, 0))
    both = weighed.T @ filled / n - first * first.T
    whole = spread * spread.T
    return np.divide(both, whole, out=np.eye(len(n)), where=whole > 1e-12)


def by_chance(values: np.ndarray, mass: np.ndarray, rng: np.random.Generator) -> float:
    """Return how far above their mean all but one in twenty shuffles keep every correlation."""
    kept = sample(mass, MOST_PEOPLE, rng).kept
    values, mass = values[kept], mass[kept]
    above = np.triu_indices(values.shape[1], 1)
    highest = []
    for _ in range(SHUFFLES):
        shuffled = correlations(beyond_others(_shuffled(values, rng)), mass)[above]
        highest.append(shuffled.max() - shuffled.mean())
    return float(np.quantile(highest, 1 - BY_CHANCE))


def gathered(together: np.ndarray, chance: float, number: int | None) -> np.ndarray:
    """Return each thing's group from 0, by average linkage of correlations.

    Parameters
    ----------
    together : float array (Q, Q)
    chance : float
        What the correlation of two things must exceed.
    number : int or None
        So many groups; None: as far as each joining exceeds chance.
    """
    apart = np.maximum(1 - (together + together.T) / 2, 0)
    np.fill_diagonal(apart, 0)
    tree = average(squareform(apart, checks=False))
    if number is not None:
        return fcluster(tree, number, "maxclust") - 1
    # Each joining is given how far it falls short of chance, and passes that on upwards.
    sizes = np.concatenate([np.ones(len(together)), tree[:, 3]])
    joined = sizes[tree[:, :2].astype(int)].prod(axis=1)
    short = chance / np.sqrt(joined) - (1 - tree[:, 2])
    return fcluster(tree, 0, "monocrit", monocrit=_upwards(tree, short)) - 1


def _upwards(tree: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return by joining the largest value of itself and all joinings below it."""
    found = values.copy()
    things = len(tree) + 1
    for place, below in enumerate(tree[:, :2].astype(int)):
        for one in below[below >= things] - things:
            found[place] = max(found[place], found[one])
    return found


def beyond_others(values: np.ndarray) -> np.ndarray:
    """Return what is left of each rating when a person's mean of all others has foretold it.

    Parameters
    ----------
    values : float array (n, Q)
        NaN where there is none.
    """
    known = ~np.isnan(values)
    centred = np.where(known, values - np.nanmean(values, axis=0), 0)
    others = known.sum(axis=1, keepdims=True) - known
    mean = (centred.sum(axis=1, keepdims=True) - centred) / np.maximum(others, 1)
    mean = np.where(known, mean - _mean(mean, known), 0)
    spread = (mean**2).sum(axis=0)
    slope = np.divide(
        (centred * mean).sum(axis=0), spread, out=np.zeros(len(spread)), where=spread > 0
    )
    # Who likes everything rates it higher; that others are liked less foretells nothing.
    return np.where(known, centred - np.maximum(slope, 0) * mean, np.nan)


def _mean(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    return (values * known).sum(axis=0) / np.maximum(known.sum(axis=0), 1)


def _shuffled(values: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Deal each column's ratings anew among those who rated it."""
    dealt = values.copy()
    for column, known in zip(dealt.T, ~np.isnan(values.T), strict=True):
        column[known] = rng.permutation(column[known])
    return dealt


def _things(names: pd.Index, labels: np.ndarray, together: np.ndarray) -> pd.DataFrame:
    """Number themes, the one of most things 0, then the closest; those alone have none."""
    same = labels[:, None] == labels
    others = same.sum(axis=1) - 1
    own = np.where(same, together, 0).sum(axis=1) - together.diagonal()
    fit = np.divide(own, others, out=np.full(len(own), np.nan), where=others > 0)
    table = pd.DataFrame({"label": labels, "fit": fit}, index=names.rename("thing"))
    of_theme = table.dropna(subset="fit").groupby("label")["fit"].agg(["size", "mean"])
    order = of_theme.sort_values(["size", "mean"], ascending=False, kind="stable").index
    place = {label: theme for theme, label in enumerate(order)}
    theme = table["label"].map(place).fillna(ALONE).astype(int)
    return pd.DataFrame({"theme": theme, "fit": fit}, index=table.index)


def _in_order(things: pd.DataFrame) -> pd.DataFrame:
    last = things["theme"].where(things["theme"] != ALONE, len(things))
    order = pd.DataFrame({"theme": last, "fit": -things["fit"]}).sort_values(
        ["theme", "fit"], kind="stable"
    )
    return things.loc[order.index]


def _stability(
    rated: Rated, theme: np.ndarray, chance: float, number: int | None, rng: np.random.Generator
) -> pd.DataFrame:
    """Ask other people of the same kind: draw them anew, and see which themes come again."""
    k = theme.max() + 1
    # Who stands alone is a group of one.
    labels = np.where(theme == ALONE, k + np.arange(len(theme)), theme)
    ones, people = np.ones(len(theme)), len(rated.values)
    n, even = min(people, MOST_PEOPLE), np.full(people, 1 / people)
    found = np.empty((BOOTSTRAPS, k))
    for place in range(BOOTSTRAPS):
        anew = correlations(rated.values, rated.mass * rng.multinomial(n, even))
        again = gathered(anew, chance, number)
        found[place] = jaccard(labels, again, ones, labels.max() + 1)[:k]
    mean = found.mean(axis=0)
    index = pd.RangeIndex(len(mean), name="theme")
    return pd.DataFrame({"jaccard": mean, "verdict": list(map(verdict, mean))}, index=index)

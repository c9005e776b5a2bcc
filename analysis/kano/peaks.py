"""Features with two peaks: a must to some and a delight to others, and which split tells whom."""

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import chi2

from analysis.kano.answers import Coded, code
from analysis.kano.persons import classes_of_pairs
from analysis.kano.rules import OPINIONS, exact_p, leaders, top_two
from analysis.kano.segments import adjusted
from analysis.kano.tables import CLASSES
from analysis.rows import Weights

# A side with fewer answers has no peak worth naming; more values than this make too many splits.
LEAST_A_SIDE, MOST_VALUES = 50, 10


@dataclass(frozen=True, eq=False)
class Peaks:
    """What the search found.

    Attributes
    ----------
    splits : DataFrame
        A row a feature and trait, the clearest first: ``feature, trait, first_values,
        second_values`` (tuples), ``first, second`` (the two sides' classes), ``first_n, second_n``
        (effective), ``first_share, second_share`` (of the side's own class), ``strength``
        (Cramér's V), ``p`` (after Kass's factor), ``p_adjusted`` (over features and traits).
    """

    splits: pd.DataFrame

    def two(self, alpha: float = 0.05) -> pd.DataFrame:
        """Return the features with two peaks, each with the split that tells them best apart."""
        found = self.splits
        found = found[(found["first"] != found["second"]) & found["sure"]]
        found = found[found["p_adjusted"] < alpha]
        return found.drop_duplicates("feature").reset_index(drop=True)


def peaks(
    answers: pd.DataFrame,
    traits: pd.DataFrame,
    *,
    table: str = "kano",
    weights: Weights = None,
    alpha: float = 0.10,
) -> Peaks:
    """Search the traits of respondents for the split that gives a feature two different classes.

    Each trait's values are put into two groups in every way there is (neighbours only, where they
    have an order), and the split whose class distributions differ most is kept. Its chi² p is
    multiplied by the number of ways, Bonferroni's factor in CHAID (Kass 1980, Applied Statistics
    29:119), and then adjusted over all features and traits (Benjamini & Hochberg 1995). A peak is
    a class that the exact test at `alpha` tells from the next.

    Parameters
    ----------
    answers : DataFrame
        See `analysis.kano.analyse`.
    traits : DataFrame
        By respondent_id, a column a trait; null is not known. Ordered categories stay together
        with their neighbours. Traits with one value, or more than ten, are passed over.
    table, weights
        See `analysis.kano.analyse`.
    alpha : float
        Of each side's own top-two test.

    Raises
    ------
    NotEnough
        See `analysis.kano.analyse`.
    """
    coded = code(answers, weights)
    rows = [row for trait in traits for row in _of_trait(coded, traits[trait], table, alpha)]
    columns = [
        "feature", "trait", "first_values", "second_values", "first", "second", "first_n",
        "second_n", "first_share", "second_share", "sure", "strength", "p",
    ]  # fmt: skip
    splits = pd.DataFrame(rows, columns=columns)
    splits["p_adjusted"] = adjusted(splits["p"].astype(float)) if len(splits) else 1.0
    splits = splits.sort_values(["p_adjusted", "strength"], ascending=[True, False], kind="stable")
    return Peaks(splits.reset_index(drop=True))


def _of_trait(coded: Coded, trait: pd.Series, table: str, alpha: float) -> list:
    known = trait.reindex(coded.respondents)
    ordered = isinstance(known.dtype, pd.CategoricalDtype) and known.cat.ordered
    there = set(known.dropna())
    names = [one for one in known.cat.categories if one in there] if ordered else sorted(there)
    if not 2 <= len(names) <= MOST_VALUES:
        return []
    value = pd.Index(names).get_indexer(known.astype(object))
    sides = _sides(len(names), ordered)
    counts = _counts(coded, value, len(names), table)
    tables = _split(counts, sides)
    rows = []
    for feature, of_feature in zip(coded.features, tables, strict=True):
        best = _best(of_feature)
        if best is None:
            continue
        place, p, strength = best
        pair = of_feature[place]
        n, share, letters, sure = _peaks_of(pair, alpha)
        groups = [tuple(np.array(names, dtype=object)[sides[place] == side]) for side in (1, 0)]
        rows.append((feature, trait.name, *groups, *letters, *n, *share, sure,
                     strength, min(1.0, p * len(sides))))  # fmt: skip
    return rows


def _sides(values: int, ordered: bool) -> np.ndarray:
    """Return every way to put values into two groups, (ways, values), 1 for the first's group."""
    if ordered:
        return np.tril(np.ones((values, values), dtype=int))[:-1]
    rest = range(1, values)
    chosen = [(0, *some) for size in range(values - 1) for some in combinations(rest, size)]
    sides = np.zeros((len(chosen), values), dtype=int)
    for place, some in enumerate(chosen):
        sides[place, list(some)] = 1
    return sides


def _counts(coded: Coded, value: np.ndarray, values: int, table: str) -> np.ndarray:
    """Count classes by feature and value, (F, values, 5); weighted counts sum to Kish's n."""
    own, of_row = classes_of_pairs(table)[coded.pair], value[coded.person]
    use = (own < OPINIONS) & (of_row >= 0)
    shape = (len(coded.features), values, OPINIONS)
    cell = np.ravel_multi_index((coded.feature[use], of_row[use], own[use]), shape)
    heft = np.ones(use.sum()) if coded.weights is None else coded.weights[use]
    counts, squares = (
        np.bincount(cell, heft**power, math.prod(shape)).reshape(shape) for power in (1, 2)
    )
    total, total_squares = (sums.sum((1, 2), keepdims=True) for sums in (counts, squares))
    return counts * np.divide(
        total, total_squares, out=np.zeros_like(total), where=total_squares > 0
    )


def _split(counts: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """Put values together into two groups: (F, ways, 2, 5)."""
    first = np.einsum("wv,fvc->fwc", sides, counts)
    return np.stack([first, counts.sum(1)[:, None] - first], axis=2)


def _best(tables: np.ndarray) -> tuple[int, float, float] | None:
    """Find the way, of (ways, 2, 5), with the largest chi² that has enough on both sides."""
    n = tables.sum((1, 2))
    enough = (tables.sum(2) >= LEAST_A_SIDE).all(1)
    if not enough.any():
        return None
    of_side, of_class = tables.sum(2, keepdims=True), tables.sum(1, keepdims=True)
    expected = of_side * of_class / np.where(n > 0, n, 1)[:, None, None]
    apart = np.square(tables - expected) / np.where(expected > 0, expected, 1)
    statistic = np.where(enough, apart.sum((1, 2)), -1.0)
    place = int(statistic.argmax())
    freedom = max(int((of_class[place] > 0).sum()) - 1, 1)
    strength = float(np.sqrt(statistic[place] / n[place]))
    return place, float(chi2.sf(statistic[place], freedom)), strength


def _peaks_of(pair: np.ndarray, alpha: float) -> tuple[list, list, list, bool]:
    counts = np.column_stack([pair, np.zeros(2)])
    first, second = leaders(counts)
    n = pair.sum(1)
    letters = [CLASSES[place] for place in top_two(counts)[0]]
    sure = bool((exact_p(first, second) <= alpha).all())
    return list(n), list(first / n), letters, sure

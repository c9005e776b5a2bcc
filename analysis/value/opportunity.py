"""Opportunity scores: important, and not yet served (Ulwick 2002)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.intervals import wilson
from analysis.resampling import draw_counts
from analysis.rows import Weights
from analysis.value.answers import HIGH_FROM, Rated, rated

# What satisfies more than it matters is over-served; else the bands begin at these scores.
BANDS = ("over_served", "served", "worth_a_look", "high", "extreme")
BAND_FROM = (10, 12, 15)


@dataclass(frozen=True, eq=False)
class Opportunities:
    """Opportunity scores with bootstrap intervals.

    Attributes
    ----------
    benefits : DataFrame
        By benefit: ``n`` (answered importance), ``n_satisfied`` (answered satisfaction),
        ``importance`` and ``satisfaction`` (share answering 4–5, × 10), ``score`` (0–20) with
        ``low`` and ``high``, ``band`` (see BANDS). NaN where nobody answered one of the two.
    level : float
        Confidence level of the intervals.
    """

    benefits: pd.DataFrame
    level: float


def opportunities(
    answers: pd.DataFrame,
    *,
    weights: Weights = None,
    level: float = 0.95,
    resamples: int = 1000,
    seed: int = 0,
) -> Opportunities:
    """Opportunity score I + max(I − S, 0) of each benefit (Ulwick 2002, Harvard Bus. Rev. 80:91).

    Parameters
    ----------
    answers : DataFrame
        One row a respondent × benefit: ``respondent_id, item_id, importance, satisfaction``
        (1–5 or missing). Everyone's importance counts, and the satisfaction of those who have it.
    weights : Series, array, str or None
        See `analysis.rows.row_weights`.
    level : float
        Confidence level of the percentile bootstrap; where everybody, or nobody, gave one of the
        two answers, no resample differs in it, and Wilson's limits (1927) stand in.
    resamples, seed : int

    Raises
    ------
    NotEnough
        See `analysis.value.answers.rated`.
    """
    rows = rated(answers, weights)
    counts, squares = _joint(rows, rows.weights), _joint(rows, rows.weights**2)
    importance, satisfaction, score = _scores(counts)
    draws = draw_counts(counts, squares if rows.weighted else None, resamples, seed)
    low, high = _percentiles(_scores(draws)[2], score, level)
    least, most = _where_all_agree(rows, importance, satisfaction, level)
    low, high = np.minimum(low, least), np.maximum(high, most)
    benefits = pd.DataFrame(
        {
            "n": rows.sums(rows.importance > 0).astype(int),
            "n_satisfied": rows.sums(rows.satisfaction > 0).astype(int),
            "importance": importance,
            "satisfaction": satisfaction,
            "score": score,
            "low": low,
            "high": high,
            "band": _bands(importance, satisfaction, score),
        },
        index=rows.items,
    )
    return Opportunities(benefits, level)


def _joint(rows: Rated, values: np.ndarray) -> np.ndarray:
    """Sums by benefit over importance × satisfaction, each missing, low or high: (F, 9).

    One respondent's two answers go together, so the bootstrap must draw them together.
    """
    halves = [np.digitize(half, [1, HIGH_FROM]) for half in (rows.importance, rows.satisfaction)]
    cell = 9 * rows.item + 3 * halves[0] + halves[1]
    return np.bincount(cell, values, minlength=9 * len(rows.items)).reshape(-1, 9)


def _scores(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    table = counts.reshape(*counts.shape[:-1], 3, 3)
    importance = 10 * _high_share(table.sum(-1))
    satisfaction = 10 * _high_share(table.sum(-2))
    return importance, satisfaction, importance + np.maximum(importance - satisfaction, 0)


def _high_share(answers: np.ndarray) -> np.ndarray:
    known = answers[..., 1:].sum(-1)
    return np.divide(answers[..., 2], known, out=np.full(known.shape, np.nan), where=known > 0)


def _percentiles(
    draws: np.ndarray, score: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    # A sample without any answer to one of the two has no score; such draws are left out.
    ends = [(1 - level) / 2, (1 + level) / 2]
    limits = np.full((2, len(score)), np.nan)
    for place in np.flatnonzero(~np.isnan(score)):
        limits[:, place] = np.nanquantile(draws[:, place], ends)
    return limits[0], limits[1]


def _where_all_agree(
    rows: Rated, importance: np.ndarray, satisfaction: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Limits of the score with each share that is 0 or 1 moved to its own limit."""
    ends = []
    for share, rating in ((importance, rows.importance), (satisfaction, rows.satisfaction)):
        n = rows.effective_n(rating > 0)
        low, high = wilson(np.nan_to_num(share) / 10 * n, n, level)
        alike = (share == 0) | (share == 10)
        ends.append([np.where(alike, 10 * limit, share) for limit in (low, high)])
    (least, most), (served_least, served_most) = ends
    return (
        least + np.maximum(least - served_most, 0),
        most + np.maximum(most - served_least, 0),
    )


def _bands(importance: np.ndarray, satisfaction: np.ndarray, score: np.ndarray) -> np.ndarray:
    bands = np.array(BANDS[1:], dtype=object)[np.digitize(score, BAND_FROM)]
    bands[satisfaction > importance] = BANDS[0]
    bands[np.isnan(score)] = None
    return pd.array(bands, dtype="str")

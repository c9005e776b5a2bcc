"""Kano answers as numbers (DuMouchel in Berger et al. 1993)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t

from analysis.kano.answers import Coded, code, complete
from analysis.kano.tables import CELLS, SCALE
from analysis.kano.tally import Tally, count
from analysis.rows import Weights

FUNCTIONAL = np.array([4, 2, 0, -1, -2])
DYSFUNCTIONAL = np.array([-2, -1, 0, 2, 4])
QUADRANT_CUT = 2


@dataclass(frozen=True, eq=False)
class Continuous:
    """Features as points: x dysfunctional, y functional, bubble importance.

    Attributes
    ----------
    features : DataFrame
        By feature: ``n`` (effective under weights), ``functional`` and ``dysfunctional`` (means,
        −2 to 4) each with ``_low`` and ``_high``, ``quadrant`` (M, O, A, I; NaN without
        answers), and ``importance`` (mean, on the survey's own scale) where the answers have it.
    level : float
        Confidence level of the means' intervals.
    """

    features: pd.DataFrame
    level: float


def continuous(
    answers: pd.DataFrame, *, weights: Weights = None, level: float = 0.95
) -> Continuous:
    """Mean of DuMouchel's scores per feature, with t intervals.

    Functional 4, 2, 0, −1, −2 and dysfunctional −2, −1, 0, 2, 4 for like · must-be · neutral ·
    live-with · dislike; the quadrants are cut at 2. All complete pairs count, questionable too.

    Parameters
    ----------
    answers, weights
        See `analysis.kano.analyse`.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        See `analysis.kano.analyse`.
    """
    coded = code(answers, weights)
    tally = count(coded)
    features = pd.DataFrame({"n": tally.cells.sum(1)}, index=tally.features)
    for name, mean, half_width in _means(tally, level):
        features[name], features[f"{name}_low"] = mean, mean - half_width
        features[f"{name}_high"] = mean + half_width
    features["quadrant"] = _quadrants(features)
    if "importance" in answers.columns:
        features["importance"] = _importance(coded, answers["importance"])
    return Continuous(features, level)


def means(tally: Tally) -> tuple[np.ndarray, np.ndarray]:
    """Means of the functional and the dysfunctional scores per feature, −2 to 4; NaN at n = 0."""
    return tuple(_moment(tally, scores) for scores in _scores())


def _scores() -> tuple[np.ndarray, np.ndarray]:
    side = len(SCALE)
    return np.repeat(FUNCTIONAL, side), np.tile(DYSFUNCTIONAL, CELLS // side)


def _moment(tally: Tally, scores: np.ndarray) -> np.ndarray:
    n = tally.cells.sum(1)
    return tally.cells @ scores / np.where(n > 0, n, np.nan)


def _means(tally: Tally, level: float):
    n = tally.cells.sum(1)
    more_than_one = np.where(n > 1, n, np.nan)
    for name, scores in zip(("functional", "dysfunctional"), _scores(), strict=True):
        mean = _moment(tally, scores)
        spread = np.maximum(_moment(tally, scores**2) - mean**2, 0)
        # n − 1 twice: once for the unbiased variance, once for t's degrees of freedom.
        error = np.sqrt(spread / (more_than_one - 1))
        yield name, mean, t.ppf((1 + level) / 2, more_than_one - 1) * error


def _quadrants(features: pd.DataFrame) -> np.ndarray:
    wanted = features["functional"] >= QUADRANT_CUT
    missed = features["dysfunctional"] >= QUADRANT_CUT
    conditions = [features["functional"].isna(), wanted & missed, wanted, missed]
    return np.select(conditions, np.array([None, "O", "A", "M"], dtype=object), "I")


def _importance(coded: Coded, importance: pd.Series) -> np.ndarray:
    stated = importance.to_numpy(dtype=float, na_value=np.nan)
    known = complete(coded.pair) & ~np.isnan(stated)
    weights = np.ones(len(stated)) if coded.weights is None else coded.weights
    feature, weights, features = coded.feature[known], weights[known], len(coded.features)
    total = np.bincount(feature, weights, features)
    weighted = np.bincount(feature, weights * stated[known], features)
    return weighted / np.where(total > 0, total, np.nan)

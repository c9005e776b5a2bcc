"""Net Promoter Score with its interval."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.errors import NotEnough
from analysis.intervals import kish
from analysis.rows import Weights, numbered, refuse_duplicates, require, row_weights, scale

PROMOTER_FROM, DETRACTOR_TO = 9, 6


@dataclass(frozen=True)
class NetPromoterScore:
    """Share of promoters less share of detractors.

    Attributes
    ----------
    score, low, high : float
        Points, −100 to 100.
    promoters, passives, detractors : float
        Shares of those who answered, 0–1.
    n : int
        Answers.
    effective_n : float
        Kish's; n without weights.
    """

    score: float
    low: float
    high: float
    promoters: float
    passives: float
    detractors: float
    n: int
    effective_n: float


def nps(answers: pd.DataFrame, *, weights: Weights = None, level: float = 0.95) -> NetPromoterScore:
    """Net Promoter Score (Reichheld 2003): % scoring 9–10 less % scoring 0–6.

    The score is a difference of two shares of the same answers, as between paired answers, and
    its interval is that of Bonett & Price (2012, J. Educ. Behav. Stat. 37:479): one promoter and
    one detractor are added, so that unanimous answers keep an interval.

    Parameters
    ----------
    answers : DataFrame
        One row a respondent: ``respondent_id, score`` (0–10; missing ones are left out).
    weights : Series, array, str or None
        See `analysis.rows.row_weights`.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``columns_missing``, ``no_answers``, ``id_missing``, ``duplicate_answers``,
        ``outside_scale``, ``weights_missing``, ``weights_unusable``, ``no_weight``.
    """
    require(answers, ("respondent_id", "score"), weights)
    refuse_duplicates(answers, ["respondent_id"])
    by_row = row_weights(answers, weights, *numbered(answers, "respondent_id"))
    scores = scale(answers, "score", 0, 10, missing=-1)
    there = scores >= 0
    if not there.any():
        raise NotEnough("no_answers")
    weight = np.ones(there.sum()) if by_row is None else by_row[there]
    return _score(scores[there], weight, level)


def _score(scores: np.ndarray, weight: np.ndarray, level: float) -> NetPromoterScore:
    if not weight.any():
        raise NotEnough("no_weight", rows=len(weight))
    promoters = float(weight[scores >= PROMOTER_FROM].sum() / weight.sum())
    detractors = float(weight[scores <= DETRACTOR_TO].sum() / weight.sum())
    effective_n = kish(weight)
    low, high = _interval(promoters, detractors, effective_n, level)
    return NetPromoterScore(
        score=100 * (promoters - detractors),
        low=100 * low,
        high=100 * high,
        promoters=promoters,
        passives=1 - promoters - detractors,
        detractors=detractors,
        n=len(scores),
        effective_n=effective_n,
    )


def _interval(promoters: float, detractors: float, n: float, level: float) -> tuple[float, float]:
    for_, against = (n * promoters + 1) / (n + 2), (n * detractors + 1) / (n + 2)
    difference = for_ - against
    half = norm.isf((1 - level) / 2) * np.sqrt((for_ + against - difference**2) / (n + 2))
    return max(-1.0, float(difference - half)), min(1.0, float(difference + half))

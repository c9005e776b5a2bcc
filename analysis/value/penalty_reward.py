"""Penalty and reward: what a bad and a good experience do to satisfaction overall (Brandt 1987)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm

from analysis.errors import NotEnough

LOW_UP_TO, HIGH_FROM = 2, 5
LEAST_EACH = 10  # respondents at an end before its coefficient is estimated


@dataclass(frozen=True, eq=False)
class PenaltyReward:
    """Penalty and reward by benefit.

    Attributes
    ----------
    benefits : DataFrame
        By benefit: ``n_low`` and ``n_high`` (rated it 1–2, and 5), ``penalty`` and ``reward``
        (change of the overall score against a middling rating or none) with ``penalty_low``,
        ``penalty_high``, ``reward_low``, ``reward_high``; NaN where under 10 people stand at that
        end; ``reading``: ``"dissatisfier"`` (only the penalty is shown), ``"satisfier"`` (only
        the reward), ``"both"`` or ``"neither"``.
    intercept : float
        The overall score of those who rate everything as middling, or have nothing to rate.
    n : int
        Respondents.
    level : float
        Confidence level of the intervals.
    """

    benefits: pd.DataFrame
    intercept: float
    n: int
    level: float


def penalty_reward(
    ratings: pd.DataFrame, overall: pd.Series, *, level: float = 0.95
) -> PenaltyReward:
    """Regress the overall score on low and high ratings: b₀ + Σ(p·LOW + r·HIGH) (Brandt 1987).

    Read as satisfiers and dissatisfiers, not as Kano's classes (Mikulić & Prebežac 2011).

    Parameters
    ----------
    ratings : DataFrame
        A row a respondent, a column a benefit: satisfaction 1–5, missing where they don't have it.
    overall : Series
        Satisfaction overall, by the same index; rows without it are left out.
    level : float
        Confidence level, from standard errors that hold under unequal spread (HC3).

    Raises
    ------
    NotEnough
        ``too_few_rated`` when no benefit has 10 people at either end, or there are not twice as
        many respondents as coefficients.
    """
    overall = overall.dropna().astype(float)
    ratings = ratings.loc[overall.index]
    ends = {
        (name, end): mark.to_numpy(float)
        for name in ratings
        for end, mark in (
            ("penalty", ratings[name] <= LOW_UP_TO),
            ("reward", ratings[name] >= HIGH_FROM),
        )
        if mark.sum() >= LEAST_EACH
    }
    if not ends or len(overall) < 2 * (len(ends) + 1):
        raise NotEnough("too_few_rated", least=LEAST_EACH)
    design = sm.add_constant(np.column_stack(list(ends.values())), has_constant="add")
    fit = sm.OLS(overall.to_numpy(), design).fit(cov_type="HC3")
    limits = fit.conf_int(alpha=1 - level)
    estimates = pd.DataFrame(
        {"value": fit.params[1:], "low": limits[1:, 0], "high": limits[1:, 1]},
        index=pd.MultiIndex.from_tuples(list(ends)),
    )
    return PenaltyReward(_table(ratings, estimates), float(fit.params[0]), len(overall), level)


def _table(ratings: pd.DataFrame, estimates: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(
        {"n_low": (ratings <= LOW_UP_TO).sum(), "n_high": (ratings >= HIGH_FROM).sum()}
    )
    for end in ("penalty", "reward"):
        there = estimates.index.get_level_values(1) == end
        found = estimates[there].droplevel(1).reindex(table.index)
        table[[end, f"{end}_low", f"{end}_high"]] = found.to_numpy()
    table["reading"] = _reading(table)
    return table.rename_axis("item_id")


def _reading(table: pd.DataFrame) -> np.ndarray:
    hurts, helps = table["penalty_high"] < 0, table["reward_low"] > 0
    readings = np.select(
        [hurts & helps, hurts, helps], ["both", "dissatisfier", "satisfier"], "neither"
    )
    return pd.array(readings, dtype="str")

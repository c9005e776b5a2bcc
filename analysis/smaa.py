"""SMAA-2: the chance of each rank under all weights, and within the figures' own doubt."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm, rankdata

from analysis.attractiveness import Criteria, shares
from analysis.errors import NotEnough

DRAWS = 10_000
SEED = 20260101
TO_ERROR = float(norm.isf(0.025))


@dataclass(frozen=True, eq=False)
class Acceptability:
    """How often each option takes each rank.

    Attributes
    ----------
    ranks : DataFrame
        Options in rows, ranks 1, 2, … in columns: shares of all draws.
    central : DataFrame
        Options in rows, criteria in columns: the mean of the weights under which the option
        comes first; NaN for one that never does.
    """

    ranks: pd.DataFrame
    central: pd.DataFrame


def rank_acceptability(
    criteria: Criteria, weights: pd.Series | None = None, draws: int = DRAWS, seed: int = SEED
) -> Acceptability:
    """Chance of each rank under all weights: SMAA-2.

    Lahdelma & Salminen (2001), Operations Research 49:444. Weights are drawn evenly from all
    that are 0 or more and sum to 1, criteria from their intervals (normal on each side).

    Parameters
    ----------
    criteria : Criteria
        At least two options.
    weights : Series, optional
        By criterion: keep these weights, and let only the criteria's own doubt play.
    draws, seed : int

    Raises
    ------
    NotEnough
        ``one_option``; ``weights_all_zero``.
    """
    options, names = criteria.values.index, criteria.values.columns
    if len(options) < 2:
        raise NotEnough("one_option", options=len(options))
    rng = np.random.default_rng(seed)
    if weights is None:
        drawn = rng.dirichlet(np.ones(len(names)), draws)
    else:
        drawn = np.tile(shares(weights.reindex(names, fill_value=0)).to_numpy(), (draws, 1))
    scores = np.einsum("dc,doc->do", drawn, _within_doubt(criteria, draws, rng))
    ranks = rankdata(-scores, method="min", axis=1).astype(int)
    places = np.arange(1, len(options) + 1)
    chances = np.stack([(ranks == place).mean(axis=0) for place in places], axis=1)
    first = (ranks == 1).T.astype(float)
    times = first.sum(axis=1, keepdims=True)
    central = np.divide(first @ drawn, times, out=np.full((len(options), len(names)), np.nan),
                        where=times > 0)  # fmt: skip
    return Acceptability(
        pd.DataFrame(chances, index=options, columns=places),
        pd.DataFrame(central, index=options, columns=names),
    )


def _within_doubt(criteria: Criteria, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Draw every criterion of every option anew, (draws, options, criteria)."""
    values, low, high = (
        table.to_numpy(dtype=float) for table in (criteria.values, criteria.low, criteria.high)
    )
    step = rng.standard_normal((draws, *values.shape))
    spread = np.where(step < 0, values - low, high - values) / TO_ERROR
    return values + step * spread

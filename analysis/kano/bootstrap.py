"""How often a feature keeps its class when the answers are drawn anew."""

import numpy as np

from analysis.kano.rules import class_of
from analysis.kano.tables import CLASSES


def win_share(
    counts: np.ndarray,
    squares: np.ndarray | None,
    rule: str,
    *,
    threshold: float,
    resamples: int,
    seed: int,
) -> np.ndarray:
    """Share of bootstrap samples in which the rule gives each feature the class that it has.

    Parameters
    ----------
    counts : array (F, 6)
        Answers by class.
    squares : array (F, 6) or None
        Sums of squared weights by class; None without weights.
    rule, threshold
        See `analysis.kano.rules.class_of`; under ``"exact"`` it is the most frequent class.
    resamples, seed : int

    Returns
    -------
    array (F,)
        Shares from 0 to 1; NaN for a feature without answers.
    """
    draws = _draws(counts, squares, resamples, np.random.default_rng(seed))
    place = class_of(counts, rule, threshold)
    same = class_of(draws, rule, threshold) == place
    # A sample in which the class has no answers has not confirmed it, whatever comes first.
    present = np.take_along_axis(draws, place[None, :, None], axis=-1)[..., 0] > 0
    return np.where(counts.sum(-1) > 0, (same & present).mean(0), np.nan)


def _draws(
    counts: np.ndarray, squares: np.ndarray | None, resamples: int, rng: np.random.Generator
) -> np.ndarray:
    size = (resamples, len(counts))
    if squares is None:
        # Drawing n answers anew with equal chances and counting their classes is one draw from
        # the multinomial distribution with the observed shares, whatever n is.
        totals = counts.sum(-1, keepdims=True)
        even = np.full_like(counts, 1 / len(CLASSES))
        shares = np.divide(counts, totals, out=even, where=totals > 0)
        return rng.multinomial(totals[:, 0].astype(int), shares, size=size)
    # The Poisson bootstrap gives every answer a Poisson(1) multiplicity, so a class's weighted
    # count has mean Σw and variance Σw². A Poisson variable of mean (Σw)²/Σw², times Σw²/Σw, has
    # both (Fay & Feuer 1997) and is exact where the weights within a class are equal. That the
    # total varies does no harm: the rules look at shares only.
    step = np.divide(squares, counts, out=np.ones_like(counts), where=counts > 0)
    return rng.poisson(counts / step, size=(*size, len(CLASSES))) * step

"""How often a feature keeps its class when the answers are drawn anew."""

import numpy as np

from analysis.kano.rules import class_of
from analysis.resampling import draw_counts


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
    draws = draw_counts(counts, squares, resamples, seed)
    place = class_of(counts, rule, threshold)
    same = class_of(draws, rule, threshold) == place
    # A sample in which the class has no answers has not confirmed it, whatever comes first.
    present = np.take_along_axis(draws, place[None, :, None], axis=-1)[..., 0] > 0
    return np.where(counts.sum(-1) > 0, (same & present).mean(0), np.nan)

"""Bootstrap of counted answers, without going back to the answers."""

import numpy as np


def draw_counts(
    counts: np.ndarray, squares: np.ndarray | None, resamples: int, seed: int
) -> np.ndarray:
    """Draw answers anew and count their categories.

    Parameters
    ----------
    counts : array (F, K)
        Answers by question and category; under weights the sums of weights.
    squares : array (F, K) or None
        Sums of the squared weights; None where every answer counts as one.
    resamples, seed : int

    Returns
    -------
    array (resamples, F, K)
    """
    rng = np.random.default_rng(seed)
    if squares is None:
        # Drawing n answers anew with equal chances and counting their categories is one draw from
        # the multinomial distribution with the observed shares, whatever n is.
        totals = counts.sum(-1, keepdims=True)
        even = np.full(counts.shape, 1 / counts.shape[-1])
        shares = np.divide(counts, totals, out=even, where=totals > 0)
        return rng.multinomial(totals[:, 0].astype(int), shares, size=(resamples, len(counts)))
    # The Poisson bootstrap gives every answer a Poisson(1) multiplicity, so a category's weighted
    # count has mean Σw and variance Σw². A Poisson variable of mean (Σw)²/Σw², times Σw²/Σw, has
    # both (Fay & Feuer 1997) and is exact where the weights within a category are equal. That the
    # total varies does no harm to statistics of the shares.
    step = np.divide(squares, counts, out=np.ones(counts.shape), where=counts > 0)
    return rng.poisson(counts / step, size=(resamples, *counts.shape)) * step

"""Answers that are not there: not asked, not known, given up before."""

import numpy as np

from sample_data.wording import DONT_KNOW, LEFT_BLANK, NOT_ASKED

SHORT_FORM, SHORT_FORM_SHARE = 0.15, 10 / 16  # some are asked of ten benefits in sixteen
DROPS_OUT, UNSURE = 0.05, 0.03


def missing_cells(rng: np.random.Generator, n: int, items: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw which items a respondent was not asked, is unsure of, or never got to.

    Returns
    -------
    tuple of arrays
        Shape (n, items): 0 = answered, else why not; and who answered to the end.
    """
    missing = np.where(rng.random((n, items)) < UNSURE, DONT_KNOW, 0)
    stops = np.where(rng.random(n) < DROPS_OUT, rng.integers(2, items, n), items)
    missing[np.arange(items) >= stops[:, None]] = LEFT_BLANK
    short = rng.random(n) < SHORT_FORM
    ranks = rng.random((n, items)).argsort(axis=1)
    missing[short[:, None] & (ranks >= round(items * SHORT_FORM_SHARE))] = NOT_ASKED
    return missing, stops == items

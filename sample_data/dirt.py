"""Records as they come: entered late, coded by hand, not coded at all."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, NEVER
from sample_data.rules import REASON_CODE, REASON_TEXTS, REASONS
from sample_data.streams import pick

RECORDED_LATE = 0.03  # of notices: entered after the membership had ended
STRANGE_CODE = 0.008  # a code from an older system
NOT_CODED = 0.012
STRANGE_CODES = ("R99", "17", "UDM-4", "ANDET_2")
WITHOUT_FEELING = ("death", "excluded", "retired", "arrears", "unknown")
STATED_BY = ("form", "interview", "advisor", "none")


def late_notices(rng: np.random.Generator, notice: np.ndarray, ended: np.ndarray) -> np.ndarray:
    """Let some notices be entered weeks after the end."""
    late = (rng.random(len(notice)) < RECORDED_LATE) & (notice < NEVER) & (ended < AS_OF - 60)
    return np.where(late, ended + rng.integers(3, 55, len(notice)), notice)


def reason_columns(rng: np.random.Generator, reason: np.ndarray) -> pd.DataFrame:
    """Write down reasons as advisors and forms do.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    reason : array of int
        Positions in `sample_data.rules.REASONS`.

    Returns
    -------
    pandas.DataFrame
        ``reason_text, reason, coded_by, stated_by``.
    """
    n = len(reason)
    codes = [*REASONS, *STRANGE_CODES]
    strange = rng.random(n) < STRANGE_CODE
    uncoded = ~strange & (rng.random(n) < NOT_CODED) & _has_text(reason)
    code = np.where(strange, len(REASONS) + pick(rng, np.ones(len(STRANGE_CODES)), n), reason)
    silent = np.isin(reason, [REASON_CODE[name] for name in WITHOUT_FEELING])
    stated = np.where(silent, 3, pick(rng, [0.62, 0.13, 0.25], n))
    return pd.DataFrame(
        {
            "reason_text": _texts(rng, reason, uncoded),
            "reason": pd.Categorical.from_codes(np.where(uncoded, -1, code), codes),
            "coded_by": np.where(uncoded, None, np.where(stated == 0, "member", "advisor")),
            "stated_by": pd.Categorical.from_codes(stated, list(STATED_BY)),
        }
    )


def _has_text(reason: np.ndarray) -> np.ndarray:
    return np.isin(reason, [REASON_CODE[name] for name in REASON_TEXTS])


def _texts(rng: np.random.Generator, reason: np.ndarray, always: np.ndarray) -> pd.Categorical:
    """Draw free text for four in ten of those who gave a reason, and all who were not coded."""
    flat = [text for texts in REASON_TEXTS.values() for text in texts]
    codes = np.full(len(reason), -1)
    wrote = always | (rng.random(len(reason)) < 0.4)
    offset = 0
    for name, texts in REASON_TEXTS.items():
        rows = np.flatnonzero(wrote & (reason == REASON_CODE[name]))
        codes[rows] = offset + rng.integers(0, len(texts), len(rows))
        offset += len(texts)
    return pd.Categorical.from_codes(codes, flat)

"""Shares of several answers a person: they are not independent, and count for fewer.

Their number is brought down to the effective one (Rao & Scott 1992, Biometrics 48:577).
"""

import numpy as np
import pandas as pd

NO_SPREAD = 1e-12


def moments(rows: pd.DataFrame) -> pd.DataFrame:
    """Sum people's answers by group and item.

    Parameters
    ----------
    rows : DataFrame
        One row a respondent and item: ``group``, ``item``, ``hits`` (yes answers), ``asked``
        (answers), ``weight``.

    Returns
    -------
    DataFrame
        By (group, item): sums that add up over groups, for `ratios`.
    """
    rows = rows[rows["asked"] > 0]
    hits, asked = rows["weight"] * rows["hits"], rows["weight"] * rows["asked"]
    parts = {
        "n": 1,
        "answers": rows["asked"],
        "hits": hits,
        "asked": asked,
        "hits_hits": hits**2,
        "hits_asked": hits * asked,
        "asked_asked": asked**2,
    }
    return rows[["group", "item"]].assign(**parts).groupby(["group", "item"]).sum()


def ratios(sums: pd.DataFrame) -> pd.DataFrame:
    """Return what `moments` say: ``n`` (people), ``asked``, ``share``, ``effective`` answers."""
    share = sums["hits"] / sums["asked"].where(sums["asked"] > 0)
    # The variance of a ratio: the sum over people of (hits − share · asked)².
    off = sums["hits_hits"] - 2 * share * sums["hits_asked"] + share**2 * sums["asked_asked"]
    spread = off / sums["asked"].where(sums["asked"] > 0) ** 2
    # Where all said the same there is no spread to judge by, and every answer counts as one.
    effective = (share * (1 - share) / spread.where(spread > NO_SPREAD)).fillna(sums["answers"])
    effective = np.minimum(effective, sums["answers"])
    return sums[["n", "asked"]].assign(share=share, effective=effective)

"""Two groups held against each other: how far each benefit moved, and how sure that is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.kano import Comparison, KanoResult, compare

COEFFICIENTS = ["cs_minus", "cs_plus"]
# Expected comes after delightful: what pleases today is wanted tomorrow and a must the day after.
COURSE = ("I", "A", "O", "M")
ALPHA = 0.05


@dataclass(frozen=True, eq=False)
class Group:
    """One group: its name in words, its Kano result, and answers by benefit that may be shown."""

    label: str
    result: KanoResult
    answered: pd.Series

    @property
    def shown(self) -> pd.Index:
        """Benefits that enough of the group answered to be shown."""
        return self.answered.index


@dataclass(frozen=True, eq=False)
class Contrast:
    """Two groups held against each other: the first less the second."""

    first: Group
    second: Group
    comparison: Comparison

    @property
    def common(self) -> pd.Index:
        """Benefits that may be shown of both."""
        return self.first.shown.intersection(self.second.shown)

    @property
    def rows(self) -> pd.DataFrame:
        """The comparison's rows that may be shown."""
        rows = self.comparison.features
        return rows[rows.index.isin(self.common)]


def contrast(first: Group, second: Group) -> Contrast | None:
    """Hold two groups of different people against each other; None where they share nothing."""
    if first.shown.intersection(second.shown).empty:
        return None
    return Contrast(first, second, compare(first.result, second.result))


def distance(first: Group, second: Group) -> float:
    """Return how far apart the benefits of two groups lie on average."""
    apart = first.result.features[COEFFICIENTS] - second.result.features[COEFFICIENTS]
    return float(np.hypot(apart["cs_minus"], apart["cs_plus"]).mean())


def differing(held: Contrast) -> pd.DataFrame:
    """Return the comparison's rows that may be shown and differ beyond chance, surest first."""
    rows = held.rows
    apart = pd.concat(
        [rows[f"{name}_difference_low"] * rows[f"{name}_difference_high"] for name in COEFFICIENTS],
        axis=1,
    )
    sure = (apart > 0).any(axis=1) & (rows["p_adjusted"] < ALPHA)
    return rows[sure].sort_values("p_adjusted", kind="stable")


def arrows(held: Contrast) -> pd.DataFrame:
    """Return where benefits that differ beyond chance lie in both groups, with their doubt.

    Returns
    -------
    pandas.DataFrame
        By item id: ``from_worse``, ``from_better``, ``to_worse``, ``to_better`` (0–1), each with
        ``_low`` and ``_high``.
    """
    items = differing(held).index
    ends = [
        _places(group.result.features.loc[items], side)
        for group, side in ((held.first, "from"), (held.second, "to"))
    ]
    return pd.concat(ends, axis=1)


def _places(found: pd.DataFrame, side: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            f"{side}_worse": -found["cs_minus"],
            f"{side}_better": found["cs_plus"],
            f"{side}_worse_low": -found["cs_minus_high"],
            f"{side}_worse_high": -found["cs_minus_low"],
            f"{side}_better_low": found["cs_plus_low"],
            f"{side}_better_high": found["cs_plus_high"],
        }
    )


def on_their_way(held: Contrast) -> list[tuple[str, str, str]]:
    """Return benefits that surely went on from delight to wanted, or from wanted to a must.

    Returns
    -------
    list of (item id, class before, class now)
        Surest first.
    """
    found = []
    for item in differing(held).index:
        before, now = (
            group.result.features.at[item, "category"] for group in (held.first, held.second)
        )
        if {before, now} <= set(COURSE) and COURSE.index(before) < COURSE.index(now):
            found.append((item, before, now))
    return found

"""Which questions still go together inside classes: why more classes may keep fitting better."""

from itertools import combinations

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded
from analysis.clusters.levels import MISSING
from analysis.clusters.pairs import pair_table

# The 5 % point of chi-square with one degree of freedom.
RELATED_FROM = 3.84


def bivariate_residuals(coded: Coded, posterior: np.ndarray) -> pd.DataFrame:
    """Hold every pair of questions against what classes alone would make of it.

    Vermunt & Magidson's (2005) bivariate residual: Pearson's chi-square between the pair's table
    and the one that answers independent inside classes would give, by its degrees of freedom.
    Only people who answered both count.

    Parameters
    ----------
    coded : Coded
    posterior : float array (K, P)
        Share of each profile in each class, as ``found.partition.posterior``.

    Returns
    -------
    DataFrame
        One row a pair, the most related first: ``question``, ``other``, ``residual``, ``v``
        (Cramér's V of what is left, 0 nothing, 1 all; it doesn't grow with the people), ``n``
        (effective) and ``related`` (residual of 3.84 or more).
    """
    scale = coded.effective_n / coded.people.sum()
    mass = posterior * coded.mass * scale
    names = list(coded.levels)
    rows = [
        {"question": names[one], "other": names[other]} | _residual(coded, mass, one, other)
        for one, other in combinations(range(len(names)), 2)
    ]
    table = pd.DataFrame(rows).sort_values("residual", ascending=False, kind="stable")
    return table.assign(related=table["residual"] >= RELATED_FROM).reset_index(drop=True)


def _residual(coded: Coded, mass: np.ndarray, one: int, other: int) -> dict[str, float]:
    answered = [coded_levels != MISSING for coded_levels in coded.levels.values()]
    inside = np.ix_(answered[one], answered[other])
    tables = np.stack([pair_table(coded, one, other, of)[inside] for of in mass])
    rows, columns = tables.sum(axis=2), tables.sum(axis=1)
    sizes = rows.sum(axis=1)
    seen = tables.sum(axis=0)
    expected = np.einsum("ka,kb->ab", rows / np.where(sizes, sizes, 1)[:, None], columns)
    differs = np.divide(
        (seen - expected) ** 2, expected, out=np.zeros(seen.shape), where=expected > 0
    )
    free = [
        max(int(own[place].sum()) - 1, 1) for own, place in ((answered, one), (answered, other))
    ]
    n = float(sizes.sum())
    chi2 = float(differs.sum())
    v = float(np.sqrt(chi2 / n / min(free))) if n else 0.0
    return {"residual": chi2 / (free[0] * free[1]), "v": v, "n": n}

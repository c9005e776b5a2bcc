"""Small groups show nothing, and can't be had by subtraction: the product's one rule.

Membership of a union is special-category data. A group is a cell of the table over the filters
that are set (and the breakdown that is shown). It is hidden when

* it has fewer people than the limit (primary suppression), or
* one of the coarser groups that it lies in is hidden, since its parts would add up to it, or
* it is the smallest group left on a line of the table where a single hidden group, or hidden
  groups with fewer people than the limit together, could be had as "all minus the others"
  (secondary suppression).

What is hidden depends on the data and the limit alone, never on the order in which somebody
looks, so that no two pages can be subtracted.

Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, ch. 4 (tabular data,
hierarchical and linked tables).
"""

from itertools import combinations

import numpy as np
import pandas as pd

LIMIT = 5
STRICT_LIMIT = 10


def groups(profiles: pd.DataFrame, dimensions: tuple[str, ...], limit: int = LIMIT) -> pd.DataFrame:
    """Count the groups of a table and say which may be shown.

    Parameters
    ----------
    profiles : pandas.DataFrame
        People per combination of filter values: one column a dimension (null = not known) and
        ``n``, the number of people.
    dimensions : tuple of str
        The columns whose combinations are the groups; may be empty, for everyone.
    limit : int
        The least number of people that a shown group may have.

    Returns
    -------
    pandas.DataFrame
        Indexed by the dimensions' values (null as an empty string): ``n`` (people, int) and
        ``visible`` (bool). Groups with no one in them are left out.
    """
    known = profiles[list(dimensions)].astype(object)
    counted = known.where(known.notna(), "").assign(n=profiles["n"])
    tables: dict[tuple[str, ...], pd.DataFrame] = {}
    for size in range(len(dimensions) + 1):
        for subset in combinations(dimensions, size):
            tables[subset] = _table(counted, subset, tables, limit)
    return tables[tuple(dimensions)]


def rounded(counts: pd.Series, limit: int = LIMIT) -> pd.Series:
    """Round counts to the nearest multiple of the limit; those below the limit become 0.

    For tables whose every line has small cells, such as who goes from which class to which:
    hiding would take the large cells too, rounding leaves them and keeps what was taken from
    a line unknown (Hundepool et al. 2012, rounding).
    """
    return ((counts / limit).round() * limit).where(counts >= limit, 0).astype(int)


def _table(
    counted: pd.DataFrame,
    subset: tuple[str, ...],
    coarser: dict[tuple[str, ...], pd.DataFrame],
    limit: int,
) -> pd.DataFrame:
    if not subset:
        n = int(counted["n"].sum())
        return pd.DataFrame({"n": [n], "visible": [n >= limit]})
    table = counted.groupby(list(subset), as_index=False, sort=True)["n"].sum()
    hidden = (table["n"] < limit).to_numpy(copy=True)
    for dropped in subset:
        rest = tuple(name for name in subset if name != dropped)
        hidden |= ~_of_coarser(table, coarser[rest], rest)
    lines = [_line_numbers(table, subset, dropped) for dropped in subset]
    hidden = _protected(table["n"].to_numpy(), hidden, lines, limit)
    return table.assign(visible=~hidden).set_index(list(subset))


def _of_coarser(table: pd.DataFrame, parents: pd.DataFrame, rest: tuple[str, ...]) -> np.ndarray:
    """Say for each row whether the coarser group that it lies in is visible."""
    if not rest:
        return np.full(len(table), bool(parents["visible"].iloc[0]))
    return table.join(parents["visible"], on=list(rest))["visible"].to_numpy(dtype=bool)


def _line_numbers(table: pd.DataFrame, subset: tuple[str, ...], dropped: str) -> np.ndarray:
    """Number the lines of the table along one dimension: rows that differ in it alone."""
    rest = [name for name in subset if name != dropped]
    if not rest:
        return np.zeros(len(table), dtype=np.int64)
    return table.groupby(rest, sort=False).ngroup().to_numpy()


def _protected(
    n: np.ndarray, hidden: np.ndarray, lines: list[np.ndarray], limit: int
) -> np.ndarray:
    """Hide further groups until no line gives a hidden one away."""
    hidden = hidden.copy()
    smallest_first = np.argsort(n, kind="stable")
    while True:
        before = hidden.sum()
        for line in lines:
            count = np.bincount(line, weights=hidden)
            people = np.bincount(line, weights=hidden * n)
            exposed = (count == 1) | ((count > 0) & (people < limit))
            shown = smallest_first[~hidden[smallest_first] & exposed[line[smallest_first]]]
            _, first = np.unique(line[shown], return_index=True)
            hidden[shown[first]] = True
        if hidden.sum() == before:
            return hidden

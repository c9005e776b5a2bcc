"""Rows of survey answers, checked: columns, names, scales, weights."""

import numpy as np
import pandas as pd

from analysis.errors import NotEnough

Weights = pd.Series | np.ndarray | list[float] | str | None


def require(rows: pd.DataFrame, columns: tuple[str, ...], weights: Weights = None) -> None:
    """Refuse a frame that lacks columns, the weights' own among them, or rows.

    Raises
    ------
    NotEnough
        ``columns_missing``, ``no_answers``.
    """
    needed = (*columns, weights) if isinstance(weights, str) else columns
    missing = [column for column in needed if column not in rows.columns]
    if missing:
        raise NotEnough("columns_missing", columns=missing)
    if rows.empty:
        raise NotEnough("no_answers")


def numbered(rows: pd.DataFrame, column: str) -> tuple[np.ndarray, pd.Index]:
    """Number the names in a column by first appearance.

    Returns
    -------
    numbers : int array
        By row.
    names : Index
        What the numbers point into.

    Raises
    ------
    NotEnough
        ``id_missing`` when a row has no name.
    """
    numbers, names = pd.factorize(rows[column])
    if numbers.min() < 0:
        raise NotEnough("id_missing", column=column, rows=int((numbers < 0).sum()))
    if isinstance(names, pd.CategoricalIndex):
        names = names.astype(names.categories.dtype)
    return numbers, names.rename(column)


def refuse_duplicates(rows: pd.DataFrame, key: list[str]) -> None:
    """Refuse rows that answer the same question twice.

    Raises
    ------
    NotEnough
        ``duplicate_answers`` with the first example.
    """
    again = rows[key].duplicated()
    if again.any():
        example = rows.loc[again, key].iloc[0].to_dict()
        raise NotEnough("duplicate_answers", rows=int(again.sum()), **example)


def scale(rows: pd.DataFrame, column: str, lowest: int, highest: int, missing: int) -> np.ndarray:
    """Read whole numbers of a scale.

    Parameters
    ----------
    rows : DataFrame
    column : str
    lowest, highest : int
        Ends of the scale.
    missing : int
        What stands for a missing answer; outside the scale.

    Returns
    -------
    int8 array
        By row.

    Raises
    ------
    NotEnough
        ``outside_scale`` with the first strange values.
    """
    try:
        values = rows[column].to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as error:
        strange = rows[column][pd.to_numeric(rows[column], errors="coerce").isna()].dropna()
        raise NotEnough("outside_scale", column=column, **_first(strange)) from error
    inside = (values >= lowest) & (values <= highest)
    numbers = np.where(inside, values, missing).astype(np.int8)
    # A number that somebody sends may be the one that stands for missing: `inside` tells.
    wrong = ~np.isnan(values) & (~inside | (numbers != values))
    if wrong.any():
        raise NotEnough("outside_scale", column=column, **_first(pd.Series(values[wrong])))
    return numbers


def row_weights(
    rows: pd.DataFrame, weights: Weights, person: np.ndarray, respondents: pd.Index
) -> np.ndarray | None:
    """Bring weights in any of their forms to one a row.

    Parameters
    ----------
    rows : DataFrame
    weights : Series, array, str or None
        A Series holds one weight a respondent, by respondent_id; an array one a row; a str names
        a column.
    person, respondents
        The rows' respondents as `numbered` gives them.

    Raises
    ------
    NotEnough
        ``weights_missing``, ``weights_unusable`` (negative, infinite, ambiguous, of another
        length), ``no_weight``.
    """
    if weights is None:
        return None
    if isinstance(weights, str):
        by_row = rows[weights].to_numpy(dtype=float, na_value=np.nan)
    elif isinstance(weights, pd.Series):
        if not weights.index.is_unique:
            raise NotEnough("weights_unusable", rows=int(weights.index.duplicated().sum()))
        by_row = weights.reindex(respondents).to_numpy(dtype=float, na_value=np.nan)[person]
    else:
        by_row = np.asarray(weights, dtype=float)
    if len(by_row) != len(rows):
        raise NotEnough("weights_unusable", weights=len(by_row), rows=len(rows))
    _refuse_weights(by_row)
    return by_row


def _first(strange: pd.Series) -> dict[str, object]:
    return {"values": strange.drop_duplicates().tolist()[:5], "rows": len(strange)}


def _refuse_weights(by_row: np.ndarray) -> None:
    if np.isnan(by_row).any():
        raise NotEnough("weights_missing", rows=int(np.isnan(by_row).sum()))
    unusable = (by_row < 0) | np.isinf(by_row)
    if unusable.any():
        raise NotEnough("weights_unusable", rows=int(unusable.sum()))
    if not by_row.any():
        raise NotEnough("no_weight", rows=len(by_row))

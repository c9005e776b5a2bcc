"""Answers as rows to answers as small integers, refused where they are no Kano answers."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.kano.tables import SCALE

COLUMNS = ("respondent_id", "feature", "functional", "dysfunctional")

# More distinct features than any questionnaire asks: the columns have been mixed up, and a grid
# of respondents × features would not fit in memory.
MOST_FEATURES = 500

Weights = pd.Series | np.ndarray | list[float] | str | None


# Either half may miss, so a pair is one of 6 × 6: functional × 6 + dysfunctional, 0 for missing.
SIDE = len(SCALE) + 1
NOT_ASKED = -1


@dataclass(frozen=True, eq=False)
class Coded:
    """Answers as integers.

    Attributes
    ----------
    respondents, features : Index
        R and F names, in order of first appearance.
    feature : int array
        By row: place in `features`.
    pair : int8 array
        By row: 6 × functional + dysfunctional, each 1–5 in the order of SCALE, 0 for missing.
    weights : float array or None
        By row.
    grid : int8 array (F, R)
        The pairs again, by feature and respondent; −1 where there is no row.
    """

    respondents: pd.Index
    features: pd.Index
    feature: np.ndarray
    pair: np.ndarray
    weights: np.ndarray | None
    grid: np.ndarray


def complete(pair: np.ndarray) -> np.ndarray:
    """True where both halves of the pair are there."""
    there = np.append(np.outer(np.arange(SIDE), np.arange(SIDE)).ravel() > 0, False)
    return there[pair]


def code(answers: pd.DataFrame, weights: Weights = None) -> Coded:
    """Check the answers and code them as integers.

    Parameters
    ----------
    answers : DataFrame
        One row an answer: ``respondent_id, feature, functional, dysfunctional``.
    weights : Series, array, str or None
        See `analysis.kano.analyse`.

    Raises
    ------
    NotEnough
        ``no_answers``, ``columns_missing``, ``id_missing``, ``too_many_features``,
        ``duplicate_answers``, ``outside_scale``, ``weights_missing``, ``weights_unusable``,
        ``no_weight``.
    """
    needed = (*COLUMNS, weights) if isinstance(weights, str) else COLUMNS
    missing = [column for column in needed if column not in answers.columns]
    if missing:
        raise NotEnough("columns_missing", columns=missing)
    if answers.empty:
        raise NotEnough("no_answers")
    person, respondents = _numbered(answers, "respondent_id")
    feature, features = _numbered(answers, "feature")
    if len(features) > MOST_FEATURES:
        raise NotEnough("too_many_features", features=len(features), most=MOST_FEATURES)
    pair = _half(answers, "functional") * np.int8(SIDE) + _half(answers, "dysfunctional")
    by_row = _weights(answers, weights, person, respondents)
    grid = np.full((len(features), len(respondents)), NOT_ASKED, dtype=np.int8)
    grid[feature, person] = pair
    if np.count_nonzero(grid != NOT_ASKED) < len(answers):
        raise NotEnough("duplicate_answers", **_duplicates(answers))
    return Coded(respondents, features, feature, pair, by_row, grid)


def _numbered(answers: pd.DataFrame, column: str) -> tuple[np.ndarray, pd.Index]:
    codes, names = pd.factorize(answers[column])
    if codes.min() < 0:
        raise NotEnough("id_missing", column=column, rows=int((codes < 0).sum()))
    if isinstance(names, pd.CategoricalIndex):
        names = names.astype(names.categories.dtype)
    return codes, names.rename(column)


def _duplicates(answers: pd.DataFrame) -> dict[str, object]:
    again = answers[["respondent_id", "feature"]].duplicated()
    return {"rows": int(again.sum()), **answers.loc[again, ["respondent_id", "feature"]].iloc[0]}


def _half(answers: pd.DataFrame, column: str) -> np.ndarray:
    try:
        values = answers[column].to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as error:
        raise NotEnough("outside_scale", column=column, values=_strange(answers[column])) from error
    inside = (values >= 1) & (values <= len(SCALE))
    codes = np.where(inside, values, 0).astype(np.int8)
    # 0 stands for missing from here on, so a 0 that somebody sends is caught here.
    wrong = ~np.isnan(values) & (~inside | (codes != values))
    if wrong.any():
        raise NotEnough(
            "outside_scale",
            column=column,
            values=np.unique(values[wrong])[:5].tolist(),
            rows=int(wrong.sum()),
        )
    return codes


def _strange(column: pd.Series) -> list[object]:
    numbers = pd.to_numeric(column, errors="coerce")
    return column[numbers.isna() & column.notna()].drop_duplicates().tolist()[:5]


def _weights(
    answers: pd.DataFrame, weights: Weights, person: np.ndarray, respondents: pd.Index
) -> np.ndarray | None:
    if weights is None:
        return None
    if isinstance(weights, str):
        by_row = answers[weights].to_numpy(dtype=float, na_value=np.nan)
    elif isinstance(weights, pd.Series):
        if not weights.index.is_unique:
            raise NotEnough("weights_unusable", rows=int(weights.index.duplicated().sum()))
        by_row = weights.reindex(respondents).to_numpy(dtype=float, na_value=np.nan)[person]
    else:
        by_row = np.asarray(weights, dtype=float)
    if len(by_row) != len(answers):
        raise NotEnough("weights_unusable", weights=len(by_row), rows=len(answers))
    _refuse_weights(by_row)
    return by_row


def _refuse_weights(by_row: np.ndarray) -> None:
    if np.isnan(by_row).any():
        raise NotEnough("weights_missing", rows=int(np.isnan(by_row).sum()))
    unusable = (by_row < 0) | np.isinf(by_row)
    if unusable.any():
        raise NotEnough("weights_unusable", rows=int(unusable.sum()))
    if not by_row.any():
        raise NotEnough("no_weight", rows=len(by_row))

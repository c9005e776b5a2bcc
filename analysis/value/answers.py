"""Answers about benefits, one row a respondent × benefit, checked and as arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.rows import Weights, numbered, refuse_duplicates, require, row_weights, scale

# On the scale of 1–5: those who call a benefit important, or are satisfied with it.
HIGH_FROM = 4


@dataclass(frozen=True, eq=False)
class Rated:
    """Importance and satisfaction by row.

    Attributes
    ----------
    item : int array
        Place in `items`.
    items : Index
        The benefits, in order of appearance.
    importance, satisfaction : int8 arrays
        1–5, 0 where missing.
    weights : float array
        1 throughout where none were given.
    weighted : bool
    """

    item: np.ndarray
    items: pd.Index
    importance: np.ndarray
    satisfaction: np.ndarray
    weights: np.ndarray
    weighted: bool

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Sum a value a row by benefit."""
        return np.bincount(self.item, values, minlength=len(self.items))

    def effective_n(self, chosen: np.ndarray) -> np.ndarray:
        """Kish's effective n of the chosen rows by benefit, (Σw)²/Σw²; 0 without any."""
        weight = self.weights * chosen
        total, squares = self.sums(weight), self.sums(weight**2)
        return np.divide(total**2, squares, out=np.zeros(len(total)), where=squares > 0)


def rated(answers: pd.DataFrame, weights: Weights, columns: tuple[str, ...] = ()) -> Rated:
    """Check answers about benefits.

    Raises
    ------
    NotEnough
        ``columns_missing``, ``no_answers``, ``id_missing``, ``duplicate_answers``,
        ``outside_scale``, ``weights_missing``, ``weights_unusable``, ``no_weight``.
    """
    key = ["respondent_id", "item_id"]
    require(answers, (*key, "importance", "satisfaction", *columns), weights)
    person, respondents = numbered(answers, "respondent_id")
    item, items = numbered(answers, "item_id")
    refuse_duplicates(answers, key)
    by_row = row_weights(answers, weights, person, respondents)
    importance, satisfaction = (
        scale(answers, column, 1, 5, missing=0) for column in ("importance", "satisfaction")
    )
    each = np.ones(len(answers)) if by_row is None else by_row
    return Rated(item, items, importance, satisfaction, each, by_row is not None)


def yes_no(answers: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    """Read a yes/no column.

    Returns
    -------
    yes, known : bool arrays
        By row.

    Raises
    ------
    NotEnough
        ``not_yes_no``.
    """
    try:
        values = answers[column].astype("boolean")
    except (TypeError, ValueError) as error:
        raise NotEnough("not_yes_no", column=column) from error
    return values.fillna(False).to_numpy(dtype=bool), values.notna().to_numpy()

"""What classes can be made of, checked before anything is made: people, weights, columns, k."""

from collections.abc import Sequence
from operator import index

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.errors import NotEnough

# Fewer people than this can't carry classes at all, nor can weights that leave fewer.
FEWEST = 30


def number_of_classes(k: object) -> int:
    """Return k as a whole number of classes.

    Raises
    ------
    NotEnough
        ``classes_not_whole``, ``too_few_classes``.
    """
    try:
        whole = index(k)
    except TypeError as error:
        raise NotEnough("classes_not_whole", k=str(k)) from error
    if whole < 2:
        raise NotEnough("too_few_classes", k=whole)
    return whole


def check_columns(frame: pd.DataFrame, numbers: Sequence[str]) -> None:
    """Refuse columns that can't be told apart, and numbers that are none.

    Raises
    ------
    NotEnough
        ``no_answers``, ``one_question``, ``columns_twice``, ``columns_missing``,
        ``not_numbers``, ``only_numbers``.
    """
    if frame.empty:
        raise NotEnough("no_answers")
    if frame.shape[1] < 2:
        raise NotEnough("one_question", questions=frame.shape[1])
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()].unique()
        raise NotEnough("columns_twice", columns=list(map(str, twice)))
    absent = [name for name in numbers if name not in frame]
    if absent:
        raise NotEnough("columns_missing", columns=absent)
    texts = [name for name in numbers if not pd.api.types.is_numeric_dtype(frame[name])]
    if texts:
        raise NotEnough("not_numbers", columns=texts)
    if set(frame) <= set(numbers):
        raise NotEnough("only_numbers")


def people_and_weights(
    counts: ArrayLike | None, weights: ArrayLike | None, n: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return people a row and their weight.

    Raises
    ------
    NotEnough
        ``counts_unusable``, ``weights_unusable``, ``no_weight``, ``too_few_respondents``.
    """
    people = _column(counts, n, "counts_unusable")
    weight = _column(weights, n, "weights_unusable")
    if not people.all():
        raise NotEnough("counts_unusable", rows=n)
    if not weight.any():
        raise NotEnough("no_weight", rows=n)
    if people.sum() < FEWEST:
        raise NotEnough("too_few_respondents", n=int(people.sum()), fewest=FEWEST)
    if effective_number(people, weight) < FEWEST:
        n_effective = int(effective_number(people, weight))
        raise NotEnough("too_few_respondents", n=n_effective, fewest=FEWEST)
    return people, weight


def effective_number(people: np.ndarray, weight: np.ndarray) -> float:
    """Kish's effective number of people, each row's people having the same weight."""
    squares = (people * weight**2).sum()
    return float((people * weight).sum() ** 2 / squares) if squares else 0.0


def _column(values: ArrayLike | None, n: int, problem: str) -> np.ndarray:
    if values is None:
        return np.ones(n)
    try:
        numbers = np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise NotEnough(problem, rows=n) from error
    if numbers.shape != (n,) or not (np.isfinite(numbers) & (numbers >= 0)).all():
        raise NotEnough(problem, rows=n)
    return numbers

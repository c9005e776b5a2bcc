"""Answers as numbers: levels a question, distinct profiles, and how many people share each."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.errors import NotEnough

# A missing answer is a level of its own: who doesn't know is like others who don't.
MISSING = ""
# Fewer people than this can't carry classes at all.
FEWEST = 30


@dataclass(frozen=True, eq=False)
class Coded:
    """A frame of answers, coded.

    Attributes
    ----------
    codes : int array (P, Q)
        The P distinct profiles; a number points into the question's levels.
    levels : dict
        By question: its levels in order, ``MISSING`` first where it occurs.
    row : int array
        Which profile each row of the frame has.
    people : float array (P,)
        People with the profile.
    mass : float array (P,)
        The same under survey weights, which are scaled to mean 1 a person.
    effective_n : float
        Kish's effective number of people; their number without weights.
    """

    codes: np.ndarray
    levels: dict[str, pd.Index]
    row: np.ndarray
    people: np.ndarray
    mass: np.ndarray
    effective_n: float


def code(
    frame: pd.DataFrame, counts: ArrayLike | None = None, weights: ArrayLike | None = None
) -> Coded:
    """Code answers, and gather rows that answer alike.

    Neither the order of rows nor that of columns' values changes what comes out.

    Parameters
    ----------
    frame : DataFrame
        One row a person or profile, one column a question; null is a level of its own.
    counts : array or None
        People a row, above 0; None: one each.
    weights : array or None
        Survey weight of each row's people; None: equal.

    Raises
    ------
    NotEnough
        ``no_answers``, ``one_question``, ``counts_unusable``, ``weights_unusable``,
        ``too_few_respondents``, ``all_alike``.
    """
    if frame.empty:
        raise NotEnough("no_answers")
    if frame.shape[1] < 2:
        raise NotEnough("one_question", questions=frame.shape[1])
    people = _numbers(counts, len(frame), "counts_unusable", above=0)
    weight = _numbers(weights, len(frame), "weights_unusable")
    if people.sum() < FEWEST:
        raise NotEnough("too_few_respondents", n=int(people.sum()), fewest=FEWEST)
    columns = [_levels(frame[name]) for name in frame]
    by_row = np.column_stack([numbers for numbers, _ in columns])
    codes, row = np.unique(by_row, axis=0, return_inverse=True)
    if len(codes) < 2:
        raise NotEnough("all_alike", n=int(people.sum()))
    row = row.ravel()
    mass = people * weight * people.sum() / (people * weight).sum()
    return Coded(
        codes=codes,
        levels={name: levels for name, (_, levels) in zip(frame, columns, strict=True)},
        row=row,
        people=np.bincount(row, people),
        mass=np.bincount(row, mass),
        effective_n=effective_number(people, weight),
    )


def effective_number(people: np.ndarray, weight: np.ndarray) -> float:
    """Kish's effective number of people, each row's people having the same weight."""
    squares = (people * weight**2).sum()
    return float((people * weight).sum() ** 2 / squares) if squares else 0.0


def _levels(answers: pd.Series) -> tuple[np.ndarray, pd.Index]:
    texts = answers.astype(object).where(answers.notna(), MISSING).astype(str)
    levels, numbers = np.unique(texts.to_numpy(dtype=str), return_inverse=True)
    return numbers, pd.Index(levels, dtype=object)


def _numbers(
    values: ArrayLike | None, n: int, problem: str, above: float | None = None
) -> np.ndarray:
    if values is None:
        return np.ones(n)
    numbers = np.asarray(values, dtype=float)
    usable = np.isfinite(numbers) & (numbers >= 0)
    if above is not None:
        usable &= numbers > above
    if len(numbers) != n or not usable.all() or not numbers.any():
        raise NotEnough(problem, rows=n)
    return numbers

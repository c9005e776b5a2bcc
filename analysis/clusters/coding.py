"""Answers as numbers: levels a question, distinct profiles, and how many people share each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.checks import check_columns, effective_number, people_and_weights
from analysis.clusters.distinct import distinct
from analysis.clusters.levels import MISSING, Answers, answers_of
from analysis.clusters.numbers import Numbers, numbers_of
from analysis.clusters.packing import Packed, pack
from analysis.clusters.stretches import each
from analysis.errors import NotEnough, Problem


@dataclass(frozen=True, eq=False)
class Coded:
    """A frame of answers, coded.

    Attributes
    ----------
    codes : int array (P, Q)
        The P distinct profiles; a number points into the question's levels.
    packed : Packed
        The same profiles as joint codes.
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
    problems : tuple of Problem
        ``constant_questions`` that were left out, ``levels_grouped``, ``answered_nothing``.
    numbers : Numbers or None
        Of the profiles, where questions are answered by numbers.
    """

    codes: np.ndarray
    packed: Packed
    levels: dict[str, pd.Index]
    row: np.ndarray
    people: np.ndarray
    mass: np.ndarray
    effective_n: float
    problems: tuple[Problem, ...] = ()
    numbers: Numbers | None = None

    @property
    def missing(self) -> np.ndarray:
        """Which of all questions' levels, side by side, are missing answers."""
        return np.concatenate([levels == MISSING for levels in self.levels.values()])


def code(
    frame: pd.DataFrame,
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    numbers: Sequence[str] = (),
) -> Coded:
    """Code answers, and gather rows that answer alike.

    Neither the order of rows nor that of columns' values changes what comes out. Questions that
    everybody answers alike tell nobody apart and are left out; of a question with many levels the
    rarest are gathered.

    Parameters
    ----------
    frame : DataFrame
        One row a person or profile, one column a question; null is a level of its own.
    counts : array or None
        People a row, above 0; None: one each.
    weights : array or None
        Survey weight of each row's people; None: equal.
    numbers : sequence of str
        Columns to be taken as numbers, not as answers to choose among; brought to mean 0 and
        spread 1. At least one other column is needed.

    Raises
    ------
    NotEnough
        ``one_question``, ``all_alike``, ``ids_in_question``, and those of
        `analysis.clusters.checks`.
    """
    check_columns(frame, numbers)
    people, weight = people_and_weights(counts, weights, len(frame))
    asked = [column for name, column in frame.items() if name not in numbers]
    coded = each(partial(answers_of, people=people), asked)
    every = {column.name: answers for column, answers in zip(asked, coded, strict=True)}
    counts = people * weight > 0
    varied = tuple(name for name in numbers if frame.loc[counts, name].nunique() > 1)
    used = {name: answers for name, answers in every.items() if len(answers.levels) > 1}
    if not used and not varied:
        raise NotEnough("all_alike", n=int(people.sum()))
    if not used or len(used) + len(varied) < 2:
        raise NotEnough("one_question", questions=len(used))
    mass = people * weight * people.sum() / (people * weight).sum()
    codes, row, somebody = _distinct(list(used.values()), [frame[name] for name in varied])
    scaled = numbers_of(frame, varied, mass).some(somebody) if varied else None
    return Coded(
        codes=codes,
        packed=pack(codes, [len(answers.levels) for answers in used.values()]),
        levels={name: answers.levels for name, answers in used.items()},
        row=row,
        people=np.bincount(row, people),
        mass=np.bincount(row, mass),
        effective_n=effective_number(people, weight),
        problems=_problems(frame, every, people, set(numbers) - set(varied)),
        numbers=scaled,
    )


def _distinct(
    columns: Sequence[Answers], numbers: Sequence[pd.Series]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return distinct profiles in the order of their codes, the profile of each row, a row of each.

    Rows whose numbers differ have different profiles, though their codes be the same.
    """
    ranks = [pd.factorize(column, sort=True) for column in numbers]
    sizes = [(answers.codes, len(answers.levels)) for answers in columns]
    # A missing number is −1, and a rank of its own.
    sizes += [(rank + 1, len(values) + 1) for rank, values in ranks]
    row, somebody = distinct(sizes, len(columns[0].codes))
    # A question's codes lie side by side in memory: that is how they are walked through.
    codes = np.empty((len(somebody), len(columns)), dtype=np.int16, order="F")
    for place, answers in enumerate(columns):
        codes[:, place] = answers.codes[somebody]
    return codes, row, somebody


def _problems(
    frame: pd.DataFrame, every: dict[str, Answers], people: np.ndarray, same: set[str]
) -> tuple[Problem, ...]:
    one_level = {name for name, answers in every.items() if len(answers.levels) == 1}
    constant = [name for name in frame if name in one_level | same]
    grouped = [name for name, answers in every.items() if answers.grouped]
    nothing = int(people[frame.isna().all(axis=1).to_numpy()].sum())
    return (
        *((Problem("constant_questions", {"questions": constant}),) if constant else ()),
        *((Problem("levels_grouped", {"questions": grouped}),) if grouped else ()),
        *((Problem("answered_nothing", {"n": nothing}),) if nothing else ()),
    )

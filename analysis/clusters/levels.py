"""The levels of a question: what was answered, in order, the missing answer among them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough

# A missing answer is a level of its own: who doesn't know is like others who don't.
MISSING = ""
# Up to so many levels a question may have an answer of its own for most people, if they are few.
FEW_LEVELS = 10
# Of a question with more levels than this, the rarest become one. It begins with a sign that nobody
# types, lest a real answer "other" be taken for it; `words.clusters` knows what it is called.
MOST_LEVELS = 30
OTHER = "\x1fother"


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers to a question.

    Attributes
    ----------
    codes : int array
        By row, a place in the levels.
    levels : Index of str
        In order, ``MISSING`` first where it occurs.
    grouped : bool
        Whether rare levels were gathered in ``OTHER``.
    """

    codes: np.ndarray
    levels: pd.Index
    grouped: bool = False


def answers_of(column: pd.Series, people: np.ndarray) -> Answers:
    """Code a question's answers.

    Parameters
    ----------
    column : Series
        Answers; null is missing.
    people : array
        People a row.

    Raises
    ------
    NotEnough
        ``ids_in_question`` when most people have an answer that nobody else has.
    """
    codes, levels = numbered(column)
    if len(levels) <= FEW_LEVELS:
        return Answers(codes, levels)
    of_level = np.bincount(codes, people, len(levels))
    if (levels != MISSING).sum() > of_level[levels != MISSING].sum() / 2:
        raise NotEnough("ids_in_question", question=str(column.name), levels=len(levels))
    if len(levels) <= MOST_LEVELS:
        return Answers(codes, levels)
    # As many of the commonest as leave room for the gathered one; the missing one is always kept.
    of_level[levels == MISSING] = np.inf
    common = np.sort(np.argsort(-of_level, kind="stable")[: MOST_LEVELS - 1])
    texts = pd.Series(levels).where(np.isin(np.arange(len(levels)), common), OTHER)
    codes_of_levels, kept = numbered(texts)
    return Answers(codes_of_levels[codes], kept, grouped=True)


def numbered(column: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Return the answers' numbers and levels, in the order of the levels as text."""
    numbers, values = pd.factorize(column)
    # A missing answer's number is −1: it points at the last text.
    texts = np.array([*map(str, values), MISSING], dtype=str)
    levels, place = np.unique(texts, return_inverse=True)
    if not (numbers < 0).any() and place[:-1].all():
        levels, place = levels[1:], place - 1
    # As few bytes as will do: there may be millions of rows.
    codes = place.astype(np.min_scalar_type(-len(texts)))[numbers]
    return codes, pd.Index(levels, dtype=object)

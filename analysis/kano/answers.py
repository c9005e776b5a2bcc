"""Answers as rows to answers as small integers, refused where they are no Kano answers."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.kano.tables import SCALE
from analysis.rows import Weights, numbered, refuse_duplicates, require, row_weights, scale

COLUMNS = ("respondent_id", "feature", "functional", "dysfunctional")

# More distinct features than any questionnaire asks: the columns have been mixed up, and a grid
# of respondents × features would not fit in memory.
MOST_FEATURES = 500


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
    person, feature : int arrays
        By row: places in `respondents` and `features`.
    pair : int8 array
        By row: 6 × functional + dysfunctional, each 1–5 in the order of SCALE, 0 for missing.
    weights : float array or None
        By row.
    grid : int8 array (F, R)
        The pairs again, by feature and respondent; −1 where there is no row.
    """

    respondents: pd.Index
    features: pd.Index
    person: np.ndarray
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
    require(answers, COLUMNS, weights)
    person, respondents = numbered(answers, "respondent_id")
    feature, features = numbered(answers, "feature")
    if len(features) > MOST_FEATURES:
        raise NotEnough("too_many_features", features=len(features), most=MOST_FEATURES)
    functional, dysfunctional = (
        scale(answers, half, 1, len(SCALE), missing=0) for half in ("functional", "dysfunctional")
    )
    pair = functional * np.int8(SIDE) + dysfunctional
    by_row = row_weights(answers, weights, person, respondents)
    grid = np.full((len(features), len(respondents)), NOT_ASKED, dtype=np.int8)
    grid[feature, person] = pair
    # Far cheaper than looking for duplicates in the frame, which is left to the unhappy case.
    if np.count_nonzero(grid != NOT_ASKED) < len(answers):
        refuse_duplicates(answers, ["respondent_id", "feature"])
    return Coded(respondents, features, person, feature, pair, by_row, grid)

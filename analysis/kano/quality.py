"""How trustworthy the answers are: questionable pairs, halves that miss, straight lines."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.kano.answers import NOT_ASKED, SIDE, Coded, complete
from analysis.kano.tables import CLASSES, SCALE, evaluation
from analysis.kano.tally import Tally

# Two equal pairs are no pattern; from three on, the same pair everywhere is worth a look.
STRAIGHT_FROM = 3


@dataclass(frozen=True, eq=False)
class Quality:
    """Signs of careless or misunderstood answers; nobody is dropped because of them.

    Attributes
    ----------
    features : DataFrame
        By feature: ``answered`` (rows with both halves, unweighted), ``q_share`` (of those),
        ``half_pairs``, ``empty_pairs`` (rows).
    respondents : DataFrame
        By respondent: ``answered`` (features), ``q_share`` (NaN when nothing is answered).
    straight_liners : Index
        Respondents who gave the same pair to all features, and to at least three.
    """

    features: pd.DataFrame
    respondents: pd.DataFrame
    straight_liners: pd.Index


def inspect(coded: Coded, tally: Tally, table: str) -> Quality:
    """Look for signs of careless answers, under an evaluation table."""
    there = complete(coded.grid)
    answered = there.sum(0)
    questionable = _questionable(table)[coded.grid]
    features = pd.DataFrame(
        {
            "answered": tally.answered,
            "q_share": _share(questionable.sum(1), tally.answered),
            "half_pairs": tally.half_pairs,
            "empty_pairs": tally.empty_pairs,
        },
        index=tally.features,
    )
    respondents = pd.DataFrame(
        {"answered": answered, "q_share": _share(questionable.sum(0), answered)},
        index=coded.respondents,
    )
    lowest = np.where(there, coded.grid, np.int8(SIDE**2)).min(0)
    highest = np.where(there, coded.grid, np.int8(NOT_ASKED)).max(0)
    straight = (lowest == highest) & (answered >= STRAIGHT_FROM)
    return Quality(features, respondents, coded.respondents[straight])


def _questionable(table: str) -> np.ndarray:
    """By pair, and for −1 at the end: whether the table calls it questionable."""
    pairs = np.zeros((SIDE, SIDE), dtype=bool)
    pairs[1:, 1:] = (evaluation(table) == CLASSES.index("Q")).reshape(len(SCALE), -1)
    return np.append(pairs, False)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)

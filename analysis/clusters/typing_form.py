"""People put into classes that were made before, by whatever they have answered."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters.bands import in_bands
from analysis.clusters.coding import Coded
from analysis.clusters.levels import MISSING, OTHER, numbered
from analysis.clusters.partition import Scores


@dataclass(frozen=True, eq=False)
class Typed:
    """People in classes that were made before.

    Attributes
    ----------
    labels : int array (n,)
        The class that each belongs to most; −1 for who answered none of the questions.
    posterior : float array (n, K)
        How much each belongs to each class. Of who answered nothing: the classes' shares where
        the method has any.
    answered : int array (n,)
        Answers that were of use to each.
    unknown : int array (n,)
        Answers that nobody gave when the classes were made; they are skipped.
    """

    labels: np.ndarray
    posterior: np.ndarray
    answered: np.ndarray
    unknown: np.ndarray


def typed(coded: Coded, scores: Scores, frame: pd.DataFrame) -> Typed:
    """Put people into classes by looking up what speaks for each; missing answers are skipped.

    Parameters
    ----------
    coded : Coded
        The answers that the classes were made from.
    scores : Scores
        Of the classes.
    frame : DataFrame
        One row a person. Questions that are not there count as missing, so that a short form
        can be typed; columns that the classes weren't made from are left aside.
    """
    total = np.tile(scores.own[:, None], (1, len(frame)))
    answered, unknown = (np.zeros(len(frame), dtype=int) for _ in range(2))
    start = 0
    for name, levels in coded.levels.items():
        if name in frame:
            known, missing = places(frame[name], levels)
            # One more level, of score 0, for whatever says nothing.
            own = scores.by_level[:, start : start + len(levels)]
            total += np.pad(own, ((0, 0), (0, 1)))[:, known]
            answered += known < len(levels)
            unknown += (known == len(levels)) & ~missing
        start += len(levels)
    if scores.bells:
        numbers = coded.numbers.of(frame)
        total += scores.bells.score(numbers).T
        answered += numbers.known.sum(axis=1).astype(int)
    labels = np.where(answered > 0, total.argmax(axis=0), -1)
    return Typed(labels, scores.posterior(total).T, answered, unknown)


def places(column: pd.Series, levels: pd.Index) -> tuple[np.ndarray, np.ndarray]:
    """Return each answer's place among the levels, beyond them for what is skipped.

    Numbers are looked for in the bands they lie in, where the question is asked by bands.
    """
    codes, said = numbered(in_bands(column, levels))
    place = levels.get_indexer(said)
    if OTHER in levels:
        place = np.where(place < 0, levels.get_loc(OTHER), place)
    place = np.where((place < 0) | (said == MISSING), len(levels), place)
    return place[codes], (said == MISSING)[codes]

"""Classes that were made before, on people's answers now: looked at without making them anew."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.coding import Coded
from analysis.clusters.kept import Kept
from analysis.clusters.levels import OTHER
from analysis.clusters.partition import Partition, Scores, foremost
from analysis.clusters.solution import Clusters, coded_for, like, rows_of


def applied(
    model: Kept,
    frame: pd.DataFrame,
    method: str,
    *,
    weights: ArrayLike | None = None,
    seed: int = 0,
    numbers: Sequence[str] = (),
) -> Clusters:
    """Put people into classes made before, and say what these are like.

    Unlike `Kept.classify`, a missing answer counts as it did when the classes were made: of the
    same answers come the same classes, up to ties that the model's six digits leave.

    Parameters
    ----------
    model : Kept
    frame : DataFrame
        One row a person, one column a question.
    method : {"lca", "kmodes", "kprototypes", "kmodes-package"}
        How the classes were made.
    weights : array or None
        Survey weights.
    seed : int
        With which they were made.
    numbers : sequence of str
        Columns that are numbers.

    Returns
    -------
    Clusters
        Classes keep their numbers, whichever is the largest now. It has no likelihood: nothing
        was fitted to these answers.

    Raises
    ------
    NotEnough
        As `analysis.clusters.fit`, for answers that can't be coded.
    """
    rows = rows_of(None, weights)
    coded = coded_for(method, frame, rows, numbers)
    somebody = np.unique(coded.row, return_index=True)[1]
    own = model.numbers and model.numbers.of(frame.iloc[somebody])
    scores = _scores(model, coded, frame)
    labels = foremost(scores.total(coded.packed, own))
    found = Partition(labels, scores, coded.packed, own)
    return like(found, coded, method, len(model.classes), rows=rows, seed=seed)


def _scores(model: Kept, coded: Coded, frame: pd.DataFrame) -> Scores:
    """Bring the model's scores to the levels of today; a new answer speaks for no class."""
    own, start, by_question = model.scores.own.copy(), 0, {}
    for name, levels in model.levels.items():
        by_question[name] = (levels, model.scores.by_level[:, start : start + len(levels)])
        start += len(levels)
    for name in set(by_question) & set(frame) - set(coded.levels):
        # Everybody answers it alike now, and it still speaks for some classes more than for others.
        said = frame[name].iloc[:1].fillna("").astype(str)
        own += _at(*by_question[name], pd.Index(said))[:, 0]
    nothing = (pd.Index([], dtype=object), np.empty((len(own), 0)))
    parts = [_at(*by_question.get(name, nothing), now) for name, now in coded.levels.items()]
    return Scores(own, np.hstack(parts), model.scores.shared, model.scores.bells)


def _at(levels: pd.Index, scores: np.ndarray, wanted: pd.Index) -> np.ndarray:
    """Return the scores of the wanted levels, 0 for those that are not known."""
    place = levels.get_indexer(wanted)
    if OTHER in levels:
        place = np.where((place < 0) & (wanted != ""), levels.get_loc(OTHER), place)
    return np.pad(scores, ((0, 0), (0, 1)))[:, np.where(place < 0, len(levels), place)]

"""How a population has moved since classes were made of it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.checks import effective_number
from analysis.clusters.kept import Kept
from analysis.clusters.levels import MISSING
from analysis.clusters.typing_form import places
from analysis.errors import NotEnough
from analysis.intervals import wilson

# From here on a population has moved somewhat, and markedly (Siddiqi 2006).
SOME, MARKED = 0.10, 0.25
# In place of a share of nobody, whose logarithm has no end.
LEAST = 1e-4


@dataclass(frozen=True, eq=False)
class Drift:
    """A population now against the one that classes were made of.

    Attributes
    ----------
    classes : DataFrame
        By class: ``then``, ``now`` (weighted shares), ``low``, ``high`` (Wilson's interval of
        now), ``n`` (people now).
    questions : DataFrame
        By question asked now, the one that moved most first: ``index`` (population stability
        index, Σ (now − then) · ln (now / then)), ``new`` (share of answers that nobody gave
        before), ``most`` (the answer whose share moved most), ``then``, ``now`` (of that answer).
    certainty_then, certainty_now : float
        How sure people's class is, on average: their share in it.
    index : float
        Population stability index of the classes; ``SOME`` and ``MARKED`` read it.
    """

    classes: pd.DataFrame
    questions: pd.DataFrame
    certainty_then: float
    certainty_now: float
    index: float


def drift(
    model: Kept,
    frame: pd.DataFrame,
    counts: ArrayLike | None = None,
    weights: ArrayLike | None = None,
) -> Drift:
    """Type people into classes made before and say how they differ from those who made them.

    Parameters
    ----------
    model : Kept
    frame : DataFrame
        People now, a column a question; at least one of the questions asked then.
    counts, weights : array or None
        People a row, and their survey weight.

    Raises
    ------
    NotEnough
        ``no_answers`` when nobody answered any of the questions.
    """
    typed = model.classify(frame)
    people, weight = (
        np.ones(len(frame)) if values is None else np.asarray(values, dtype=float)
        for values in (counts, weights)
    )
    here = typed.labels >= 0
    mass = people * weight * here
    if not mass.any():
        raise NotEnough("no_answers")
    k = len(model.classes)
    now = np.bincount(typed.labels[here], mass[here], k) / mass.sum()
    n_effective = np.full(k, effective_number(people * here, weight))
    low, high = wilson(now * n_effective, n_effective)
    n = np.bincount(typed.labels[here], people[here], k).astype(int)
    columns = {"then": model.classes, "now": now, "low": low, "high": high, "n": n}
    return Drift(
        classes=pd.DataFrame(columns, index=pd.RangeIndex(k, name="class")),
        questions=_questions(model, frame, people * weight),
        certainty_then=model.certainty,
        certainty_now=float(np.average(typed.posterior.max(axis=1), weights=mass)),
        index=stability_index(model.classes, now),
    )


def stability_index(then: np.ndarray, now: np.ndarray) -> float:
    """Population stability index of two rows of shares; 0 when nothing moved."""
    before, after = np.maximum(then, LEAST), np.maximum(now, LEAST)
    return float(((after - before) * np.log(after / before)).sum())


def _questions(model: Kept, frame: pd.DataFrame, mass: np.ndarray) -> pd.DataFrame:
    ends = np.cumsum([len(own) for own in model.levels.values()])
    rows = {
        name: _moved(levels, model.answers[end - len(levels) : end], frame[name], mass)
        for (name, levels), end in zip(model.levels.items(), ends, strict=True)
        if name in frame
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("question")
    return table.sort_values("index", ascending=False, kind="stable")


def _moved(
    levels: pd.Index, before: np.ndarray, column: pd.Series, mass: np.ndarray
) -> dict[str, object]:
    """Hold the answers given now against those given before; who didn't answer is left out."""
    known, missing = places(column, levels)
    counted = np.bincount(known[~missing], mass[~missing], len(levels) + 1)
    said = levels != MISSING
    then = before[said] / max(before[said].sum(), 1e-300)
    now = np.append(counted[:-1][said], counted[-1]) / max(counted.sum(), 1e-300)
    most = int(np.abs(now[:-1] - then).argmax())
    return {
        "index": stability_index(np.append(then, 0), now),
        "new": float(now[-1]),
        "most": levels[said][most],
        "then": float(then[most]),
        "now": float(now[most]),
    }

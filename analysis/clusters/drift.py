"""How a population has moved since classes were made of it."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.clusters.checks import effective_number
from analysis.clusters.kept import Kept
from analysis.clusters.levels import MISSING
from analysis.clusters.number_drift import mean_of, numbers_moved
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
        By class: ``then``, ``now`` (weighted shares), ``then_low``, ``then_high``, ``low``,
        ``high`` (their Wilson intervals), ``n`` (people now).
    questions : DataFrame
        By question asked now, the one that moved most first: ``index`` (population stability
        index, Σ (now − then) · ln (now / then)), ``new`` (share of answers that nobody gave
        before), ``most`` (the answer whose share moved most), ``then``, ``now`` (of that answer)
        and their intervals ``then_low``, ``then_high``, ``low``, ``high``, ``n`` (answers now).
    numbers : DataFrame
        As `analysis.clusters.number_drift.numbers_moved`, of the numbers that made the classes.
    certainty_then, certainty_now : float
        How sure people's class is, on average: their share in it.
    certainty_low, certainty_high : float
        The interval of now.
    index : float
        Population stability index of the classes; ``SOME`` and ``MARKED`` read it.
    """

    classes: pd.DataFrame
    questions: pd.DataFrame
    numbers: pd.DataFrame
    certainty_then: float
    certainty_now: float
    certainty_low: float
    certainty_high: float
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
    sure = mean_of(typed.posterior.max(axis=1), people * here, weight)
    return Drift(
        classes=pd.DataFrame(
            _then_and_now(
                model.classes, model.effective_n, now, effective_number(people * here, weight)
            )
            | {"n": np.bincount(typed.labels[here], people[here], k).astype(int)},
            index=pd.RangeIndex(k, name="class"),
        ),
        questions=_questions(model, frame, people, weight),
        numbers=numbers_moved(model.numbers, frame, people, weight),
        certainty_then=model.certainty,
        certainty_now=sure.value,
        certainty_low=sure.low,
        certainty_high=sure.high,
        index=stability_index(model.classes, now),
    )


def _then_and_now(
    then: np.ndarray, n_then: float, now: np.ndarray, n_now: float
) -> dict[str, np.ndarray]:
    """Return shares then and now with their intervals, each on its effective n."""
    then_low, then_high = _interval(then, n_then)
    low, high = _interval(now, n_now)
    return {
        "then": then,
        "then_low": then_low,
        "then_high": then_high,
        "now": now,
        "low": low,
        "high": high,
    }


def _interval(shares: np.ndarray, n: float) -> tuple[np.ndarray, np.ndarray]:
    if np.isnan(n):  # not kept by the first models
        return np.full(len(shares), np.nan), np.full(len(shares), np.nan)
    return wilson(np.minimum(shares, 1) * n, np.full(len(shares), n))


def stability_index(then: np.ndarray, now: np.ndarray) -> float:
    """Population stability index of two rows of shares; 0 when nothing moved."""
    before, after = np.maximum(then, LEAST), np.maximum(now, LEAST)
    return float(((after - before) * np.log(after / before)).sum())


def _questions(
    model: Kept, frame: pd.DataFrame, people: np.ndarray, weight: np.ndarray
) -> pd.DataFrame:
    ends = np.cumsum([len(own) for own in model.levels.values()])
    rows = {
        name: _moved(
            Asked(levels, model.answers[end - len(levels) : end], model.effective_n),
            frame[name],
            people,
            weight,
        )
        for (name, levels), end in zip(model.levels.items(), ends, strict=True)
        if name in frame
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("question")
    return table.sort_values("index", ascending=False, kind="stable")


class Asked(NamedTuple):
    """A question when the classes were made: its levels, their shares, of how many people."""

    levels: pd.Index
    shares: np.ndarray
    n: float


def _moved(
    asked: Asked, column: pd.Series, people: np.ndarray, weight: np.ndarray
) -> dict[str, object]:
    """Hold the answers given now against those given before; who didn't answer is left out."""
    levels, before = asked.levels, asked.shares
    known, missing = places(column, levels)
    there = people * ~missing
    counted = np.bincount(known[~missing], (there * weight)[~missing], len(levels) + 1)
    said = levels != MISSING
    answered = before[said].sum()
    then = before[said] / max(answered, 1e-300)
    now = np.append(counted[:-1][said], counted[-1]) / max(counted.sum(), 1e-300)
    most = int(np.abs(now[:-1] - then).argmax())
    both = _then_and_now(then, asked.n * answered, now[:-1], effective_number(there, weight))
    return {
        "index": stability_index(np.append(then, 0), now),
        "new": float(now[-1]),
        "most": levels[said][most],
        **{name: float(values[most]) for name, values in both.items()},
        "n": int(there.sum()),
    }

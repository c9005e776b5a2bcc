"""Best–worst choices: what matters most and least, as shares with intervals."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.errors import NotEnough

STEPS, SMALL = 50, 1e-10
# As good as one more person who chose at random: keeps an item that was never chosen finite.
PULL = 1e-3


@dataclass(frozen=True, eq=False)
class BestWorst:
    """How items rank, and how sure that is.

    Attributes
    ----------
    items : DataFrame
        By item, most important first: ``shown``, ``best``, ``worst`` (times, weighted),
        ``score`` ((best − worst) / shown, −1–1), ``share`` (chance to be chosen as best of all
        items, sums to 1) with ``low`` and ``high``, and ``utility`` (sums to 0).
    people, choices : int
        Respondents, and tasks they answered.
    """

    items: pd.DataFrame
    people: int
    choices: int


def best_worst(answers: pd.DataFrame, *, level: float = 0.95) -> BestWorst:
    """Fit the sequential best–worst model (Louviere, Flynn & Marley 2015, Best-Worst Scaling).

    Best is chosen from all items of a task with chances in proportion to exp(utility), worst from
    the rest in proportion to exp(−utility): a multinomial logit (McFadden 1974) each. The utilities
    maximise the likelihood; intervals of the shares come from the sandwich variance clustered by
    respondent, whose choices resemble each other, on the logit scale (so that they stay within
    0–1).

    Parameters
    ----------
    answers : DataFrame
        ``respondent_id, task, item_id, choice`` (1 best, −1 worst, 0 neither), a row an item that
        was shown, and optionally ``weight``. Tasks without exactly one best are left out; without
        exactly one worst, only the best counts.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``no_answers``; ``one_option`` when fewer than two items were compared.
    """
    rows = _usable(answers)
    if rows.empty:
        raise NotEnough("no_answers")
    item, names = pd.factorize(rows["item_id"], sort=True)
    if len(names) < 2:
        raise NotEnough("one_option")
    tasks = _tasks(rows, item, len(names))
    utility, variance = _fitted(tasks, len(names))
    share = _softmax(utility)
    slope = np.diag(share) - np.outer(share, share)
    error = np.sqrt(np.maximum(np.diag(slope @ variance @ slope), 0)) / (share * (1 - share))
    odds, wide = np.log(share / (1 - share)), norm.ppf((1 + level) / 2) * error
    counted = _counted(rows, item, names)
    table = counted.assign(
        share=share,
        low=1 / (1 + np.exp(wide - odds)),
        high=1 / (1 + np.exp(-wide - odds)),
        utility=utility,
    )
    people = int(rows["respondent_id"].nunique())
    order = table.sort_values("share", ascending=False, kind="stable")
    return BestWorst(order, people, len(tasks.best))


@dataclass(frozen=True, eq=False)
class _Tasks:
    """Choices as arrays: what was shown in each task, what was best and worst, whose it was."""

    shown: np.ndarray
    best: np.ndarray
    worst: np.ndarray
    weight: np.ndarray
    person: np.ndarray


def _usable(answers: pd.DataFrame) -> pd.DataFrame:
    rows = answers if "weight" in answers else answers.assign(weight=1.0)
    task = rows.groupby(["respondent_id", "task"], sort=False).ngroup().to_numpy()
    n = int(task.max()) + 1 if len(task) else 0
    best = np.bincount(task, rows["choice"] == 1, n)
    shown = np.bincount(task, minlength=n)
    return rows[((best == 1) & (shown > 1))[task]]


def _tasks(rows: pd.DataFrame, item: np.ndarray, items: int) -> _Tasks:
    task = rows.groupby(["respondent_id", "task"], sort=False).ngroup().to_numpy()
    n = int(task.max()) + 1
    shown = np.zeros((n, items), dtype=bool)
    shown[task, item] = True
    choice = rows["choice"].to_numpy()
    best = np.full(n, -1)
    best[task[choice == 1]] = item[choice == 1]
    worst = np.full(n, -1)
    worst[task[choice == -1]] = item[choice == -1]
    several = np.bincount(task[choice == -1], minlength=n) != 1
    worst[several] = -1
    first = np.unique(task, return_index=True)[1]
    person = pd.factorize(rows["respondent_id"].to_numpy()[first])[0]
    return _Tasks(shown, best, worst, rows["weight"].to_numpy(dtype=float)[first], person)


def _fitted(tasks: _Tasks, items: int) -> tuple[np.ndarray, np.ndarray]:
    """Maximise the likelihood by Newton's steps; return utilities and their variance."""
    utility = np.zeros(items)
    for _ in range(STEPS):
        scores, information = _derivatives(tasks, utility)
        slope = (tasks.weight[:, None] * scores).sum(0) - PULL * utility
        step = np.linalg.solve(information + _fixed(items), slope)
        utility = utility + np.clip(step, -1, 1)
        utility -= utility.mean()
        if np.abs(step).max() < SMALL:
            break
    scores, information = _derivatives(tasks, utility)
    heavy = tasks.weight[:, None] * scores
    by_person = np.zeros((int(tasks.person.max()) + 1, items))
    np.add.at(by_person, tasks.person, heavy)
    bread = np.linalg.inv(information + _fixed(items))
    return utility, bread @ (by_person.T @ by_person) @ bread


def _fixed(items: int) -> np.ndarray:
    """Hold the sum of utilities at 0, which the choices leave open, and pull lightly towards it."""
    return np.full((items, items), 1.0 / items) + PULL * np.eye(items)


def _derivatives(tasks: _Tasks, utility: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each task's slope of the log-likelihood, and the information of all tasks."""
    row = np.arange(len(tasks.best))
    scores, information = np.zeros(tasks.shown.shape), np.zeros((len(utility),) * 2)
    left = tasks.shown.copy()
    for sign, chosen in ((1, tasks.best), (-1, tasks.worst)):
        made = chosen >= 0
        chances = np.where(left, np.exp(sign * utility), 0.0)
        chances /= np.maximum(chances.sum(1, keepdims=True), np.finfo(float).tiny)
        hit = np.zeros(tasks.shown.shape)
        hit[row[made], chosen[made]] = 1
        scores += sign * np.where(made[:, None], hit - chances, 0.0)
        heavy = np.where(made, tasks.weight, 0.0)
        information += np.diag(heavy @ chances) - (heavy[:, None] * chances).T @ chances
        left[row[made], chosen[made]] = False
    return scores, information


def _counted(rows: pd.DataFrame, item: np.ndarray, names: pd.Index) -> pd.DataFrame:
    heavy, choice = rows["weight"].to_numpy(dtype=float), rows["choice"].to_numpy()
    shown, best, worst = (
        np.bincount(item, heavy * of, len(names))
        for of in (np.ones(len(rows)), choice == 1, choice == -1)
    )
    index = pd.Index(names, name="item_id")
    table = pd.DataFrame({"shown": shown, "best": best, "worst": worst}, index=index)
    return table.assign(score=(best - worst) / np.where(shown > 0, shown, np.nan))


def _softmax(utility: np.ndarray) -> np.ndarray:
    chances = np.exp(utility - utility.max())
    return chances / chances.sum()

"""What classes answer, held against everybody: shares, index, standardised residual."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.clusters.coding import Coded, effective_number
from analysis.intervals import wilson


def profile(
    coded: Coded,
    labels: np.ndarray,
    counts: np.ndarray | None = None,
    weights: np.ndarray | None = None,
    inside: np.ndarray | None = None,
) -> pd.DataFrame:
    """Shares of every answer in every class.

    Parameters
    ----------
    coded : Coded
        Of the frame, by `analysis.clusters.coding.code`.
    labels : int array
        The class of each row of the frame, from 0 up.
    counts, weights : arrays or None
        As the frame was coded with.
    inside : bool array or None
        Which rows to speak of; the base of the index stays everybody.

    Returns
    -------
    DataFrame
        One row a question, level and class, in this order: ``n`` (people of the class), ``share``
        and its Wilson interval ``low``, ``high`` with Kish's effective n, ``overall`` (everybody's
        share), ``index`` (100 × share / overall) and ``residual``, Haberman's (1973) adjusted
        standardised residual of the class against everybody else. A class with nobody inside has
        no shares. The classes were made from these very answers, so a residual describes and
        tests nothing.
    """
    people, weight = _ones(counts, len(labels)), _ones(weights, len(labels))
    inside = np.ones(len(labels), dtype=bool) if inside is None else inside
    classes = range(int(labels.max()) + 1)
    groups = [(labels == one) & inside for one in classes]
    tables = []
    for question, (name, levels) in enumerate(coded.levels.items()):
        answers = coded.codes[coded.row, question]
        overall = np.bincount(answers, people * weight, len(levels)) / (people * weight).sum()
        for one, group in enumerate(groups):
            mass = np.bincount(answers[group], (people * weight)[group], len(levels))
            n_effective = effective_number(people[group], weight[group])
            shares = _shares(mass, overall, n_effective, coded.effective_n)
            n = int(people[group].sum())
            tables.append(shares.assign(question=name, level=levels, n=n, **{"class": one}))
    columns = ["question", "level", "class", "n", "share", "low", "high"]
    table = pd.concat(tables, ignore_index=True)[[*columns, "overall", "index", "residual"]]
    in_order = table.sort_values(["question", "level", "class"], key=_places(coded), kind="stable")
    return in_order.reset_index(drop=True)


def separation(profiles: pd.DataFrame, sizes: np.ndarray) -> pd.Series:
    """Cramér's V between each question and the classes: 0 they don't differ, 1 it settles them.

    Parameters
    ----------
    profiles : DataFrame
        By `profile`.
    sizes : array (K,)
        Shares of the classes.

    Returns
    -------
    Series
        By question, the most telling first.
    """
    strengths = {}
    for question, rows in profiles.groupby("question", sort=False):
        shares = rows.pivot(index="level", columns="class", values="share").to_numpy()
        overall = rows.groupby("level")["overall"].first().to_numpy()[:, None]
        chi2_by_n = (sizes * (shares - overall) ** 2 / np.where(overall, overall, 1)).sum()
        least = min(len(overall), len(sizes)) - 1
        strengths[question] = np.sqrt(chi2_by_n / least) if least else 0.0
    return pd.Series(strengths, name="cramers_v").sort_values(ascending=False, kind="stable")


def _shares(
    mass: np.ndarray, overall: np.ndarray, n_effective: float, everybody: float
) -> pd.DataFrame:
    unknown = np.full(len(mass), np.nan)
    table = pd.DataFrame({"share": unknown, "low": unknown, "high": unknown, "overall": overall})
    table = table.assign(index=unknown, residual=unknown)
    if not mass.sum():
        return table
    share = mass / mass.sum()
    low, high = wilson(share * n_effective, np.full(len(mass), n_effective))
    spread = overall * (1 - overall) * max(1 - n_effective / everybody, 0)
    differs = np.sqrt(n_effective) * (share - overall)
    residual = np.divide(differs, np.sqrt(spread), out=np.zeros(len(mass)), where=spread > 0)
    index = np.divide(100 * share, overall, out=unknown.copy(), where=overall > 0)
    return table.assign(share=share, low=low, high=high, index=index, residual=residual)


def _places(coded: Coded) -> Callable[[pd.Series], pd.Series]:
    """Sort by the questions' own order, and within a question by level and class."""
    place = {name: number for number, name in enumerate(coded.levels)}
    return lambda column: column.map(place) if column.name == "question" else column


def _ones(values: np.ndarray | None, n: int) -> np.ndarray:
    return np.ones(n) if values is None else np.asarray(values, dtype=float)

"""What classes are not made from, beside them: who left, who uses something, who recommends."""

import numpy as np
import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import kish, newcombe, wilson
from analysis.nps import nps

SHARES = ("gone", "considered", "used")
SCORE = "score"
EVERYBODY = -1


def outcomes(
    became: pd.DataFrame, labels: pd.Series, weights: pd.Series, limit: int
) -> pd.DataFrame:
    """Hold classes against what they are not made from.

    Parameters
    ----------
    became : DataFrame
        By respondent id: ``gone``, ``considered``, ``used`` (0 or 1), ``score`` (0–10); null
        where it is not known.
    labels, weights : Series
        Class and survey weight by respondent id, of those who are spoken of.
    limit : int
        The least number of people of whom a shown figure may speak.

    Returns
    -------
    DataFrame
        A row an outcome and class, and one for everybody (class −1): ``n`` (people of whom it
        is known), ``value`` (a share; for ``score`` the NPS), ``low``, ``high``, ``differs``
        (whether a share is surely another than the other classes' together; False for the NPS).
        Figures on too few people, and those that would give them away, are left out.
    """
    rows = []
    for name in (*SHARES, SCORE):
        known = became[name].reindex(labels.index).dropna()
        of_class = labels.reindex(known.index)
        if len(known) < limit:
            continue
        counted = of_class.value_counts().rename_axis("class").rename("n").reset_index()
        visible = groups(counted, ("class",), limit)["visible"]
        shown = sorted(visible.index[visible])
        weight = weights.reindex(known.index)
        rows += [_row(name, one, known, of_class == one, weight) for one in shown]
        rows.append(_row(name, EVERYBODY, known, of_class.notna(), weight))
    columns = ["outcome", "class", "n", "value", "low", "high", "differs", "times"]
    return pd.DataFrame(rows, columns=columns)


def _row(
    name: str, one: int, known: pd.Series, here: pd.Series, weight: pd.Series
) -> tuple[object, ...]:
    values = known[here]
    if name == SCORE:
        scores = pd.DataFrame({"respondent_id": values.index, "score": values.to_numpy()})
        found = nps(scores, weights=weight[here].to_numpy())
        return (name, one, len(values), found.score, found.low, found.high, False, np.nan)
    share, n = _share(values, weight[here])
    low, high = wilson(share * n, n)
    differs, times = _against_others(known[~here], weight[~here], share, n)
    return (name, one, len(values), share, float(low), float(high), differs, times)


def _against_others(
    others: pd.Series, weight: pd.Series, share: float, n: float
) -> tuple[bool, float]:
    """Say whether a share is surely another than that of the others, and how many times it is."""
    if others.empty:
        return False, np.nan
    base, base_n = _share(others, weight)
    low, high = newcombe(share * n, n, base * base_n, base_n)
    return bool(low > 0 or high < 0), share / base if base else np.nan


def _share(values: pd.Series, weight: pd.Series) -> tuple[float, float]:
    """Return the weighted share, and Kish's effective number of people."""
    if not weight.any():
        return float(values.mean()), float(len(values))
    return float(np.average(values, weights=weight)), kish(weight)

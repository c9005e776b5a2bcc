"""What classes are not made from, beside them: who left, came back, uses, recommends, pays."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.disclosure import groups
from analysis.intervals import kish, newcombe, wilson
from analysis.means import mean, welch
from analysis.nps import DETRACTOR_TO, PROMOTER_FROM, nps

SHARES = ("gone", "considered", "used", "back")
SCORE, FEE = "score", "fee"
# In the order in which they are shown.
OUTCOMES = ("gone", "considered", "used", SCORE, FEE, "back")
EVERYBODY = -1
# Numbers that classes may be made from, and the outcome that is then no outcome any more.
SAME_AS = {"known-fee": FEE, "known-uses": "used", "known-years": "back"}


def outcomes(
    became: pd.DataFrame,
    labels: pd.Series,
    weights: pd.Series,
    limit: int,
    names: tuple[str, ...] = OUTCOMES,
) -> pd.DataFrame:
    """Hold classes against what they are not made from.

    Parameters
    ----------
    became : DataFrame
        By respondent id: ``gone``, ``considered``, ``used``, ``back`` (0 or 1), ``score`` (0–10),
        ``fee`` (an amount); null where it is not known.
    labels, weights : Series
        Class and survey weight by respondent id, of those who are spoken of.
    limit : int
        The least number of people of whom a shown figure may speak.
    names : tuple of str
        Which outcomes; one that helped to make the classes is none.

    Returns
    -------
    DataFrame
        A row an outcome and class, and one for everybody (class −1): ``n`` (people of whom it
        is known), ``value`` (a share; for ``score`` the NPS, for ``fee`` the mean), ``low``,
        ``high``, ``differs`` (whether it is surely another than the other classes' together),
        ``times`` (how many times theirs it is; NaN for the NPS). Figures on too few people, and
        those that would give them away, are left out.
    """
    rows = []
    for name in names:
        known = became[name].reindex(labels.index).dropna()
        of_class = labels.reindex(known.index)
        if len(known) < limit:
            continue
        weight = weights.reindex(known.index)
        rows += [_row(name, one, known, of_class == one, weight) for one in shown(of_class, limit)]
        rows.append(_row(name, EVERYBODY, known, of_class.notna(), weight))
    columns = ["outcome", "class", "n", "value", "low", "high", "differs", "times"]
    return pd.DataFrame(rows, columns=columns)


def not_made_from(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the outcomes that none of the numbers which made the classes speaks of."""
    spent = {SAME_AS.get(one) for one in numbers}
    return tuple(name for name in OUTCOMES if name not in spent)


def shown(of_class: pd.Series, limit: int) -> list[int]:
    """Return the classes that may be shown, given the class of each person of whom is known."""
    counted = of_class.value_counts().rename_axis("class").rename("n").reset_index()
    visible = groups(counted, ("class",), limit)["visible"]
    return sorted(visible.index[visible])


def _row(
    name: str, one: int, known: pd.Series, here: pd.Series, weight: pd.Series
) -> tuple[object, ...]:
    values = known[here]
    if name == SCORE:
        scores = pd.DataFrame({"respondent_id": values.index, "score": values.to_numpy()})
        found = nps(scores, weights=weight[here].to_numpy())
        differs = _amount(_points(known), here, weight)[3]
        return (name, one, len(values), found.score, found.low, found.high, differs, np.nan)
    if name == FEE:
        return (name, one, len(values), *_amount(known, here, weight))
    share, n = _share(values, weight[here])
    low, high = wilson(share * n, n)
    differs, times = _against_others(known[~here], weight[~here], share, n)
    return (name, one, len(values), share, float(low), float(high), differs, times)


def _points(scores: pd.Series) -> pd.Series:
    """Return what each score adds to the NPS: its mean is the NPS itself."""
    return 100.0 * (scores >= PROMOTER_FROM) - 100.0 * (scores <= DETRACTOR_TO)


def _amount(known: pd.Series, here: pd.Series, weight: pd.Series) -> tuple[float, ...]:
    """Return a mean, its interval, whether it surely differs from the others', how many times."""
    own = mean(known[here], weight[here])
    if here.all():
        return own.value, own.low, own.high, False, np.nan
    others = mean(known[~here], weight[~here])
    low, high = welch(own, others)
    times = own.value / others.value if others.value else np.nan
    return own.value, own.low, own.high, bool(low > 0 or high < 0), times


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

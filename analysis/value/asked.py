"""Each question by itself: the share of those whom it applies to, before any chain."""

import pandas as pd

from analysis.intervals import wilson
from analysis.rows import Weights
from analysis.value.answers import HIGH_FROM, rated, yes_no


def question_shares(
    answers: pd.DataFrame, *, weights: Weights = None, level: float = 0.95
) -> pd.DataFrame:
    """Return the share of yes to each question, or of 4–5 where it is a scale.

    Parameters
    ----------
    answers : DataFrame
        One row a respondent × benefit, as `analysis.value.chain` takes it.
    weights : Series, array, str or None
        See `analysis.rows.row_weights`.
    level : float
        Of Wilson's interval, on Kish's n under weights.

    Returns
    -------
    DataFrame
        By (benefit, question), of ``importance, aware, needed, used, solved, satisfaction``: ``n``
        answers, ``share``, ``low``, ``high`` (NaN without answers). Who did not need a benefit is
        left out of *used*, and who did not get it out of *solved* and *satisfaction*.

    Raises
    ------
    NotEnough
        See `analysis.value.chain`.
    """
    rows = rated(answers, weights, ("aware", "needed", "used", "solved"))
    asked = {name: yes_no(answers, name) for name in ("aware", "needed", "used", "solved")}
    asked["importance"] = rows.importance >= HIGH_FROM, rows.importance > 0
    asked["satisfaction"] = rows.satisfaction >= HIGH_FROM, rows.satisfaction > 0
    need, got = (_not_refused(asked[name]) for name in ("needed", "used"))
    applies = {"used": need, "solved": need & got, "satisfaction": need & got}
    shares = {}
    for name in ("importance", "aware", "needed", "used", "solved", "satisfaction"):
        yes, known = asked[name]
        known = known & applies.get(name, True)
        total, kept = rows.sums(rows.weights * known), rows.sums(rows.weights * (known & yes))
        frame = pd.DataFrame({"n": rows.sums(known).astype(int)}, index=rows.items)
        frame["share"] = kept / pd.Series(total, rows.items).where(total > 0)
        effective = rows.effective_n(known)
        low, high = wilson(frame["share"].fillna(0.0) * effective, effective, level)
        shares[name] = frame.assign(low=low, high=high).where(frame["n"] > 0).assign(n=frame["n"])
    return pd.concat(shares, names=["question"]).swaplevel().sort_index()


def _not_refused(answer: tuple) -> object:
    """Say which rows did not answer with no: yes, or not asked at all."""
    yes, known = answer
    return yes | ~known

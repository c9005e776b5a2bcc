"""The value picture: what members use, what stands ready for them, and what works for all."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.errors import NotEnough
from analysis.intervals import wilson
from analysis.rows import Weights
from analysis.value.answers import HIGH_FROM, Rated, rated, yes_no

PARTS = ("used", "insured", "collective")
RATED_KINDS = ("solidarity", "political")


@dataclass(frozen=True, eq=False)
class Picture:
    """What a group gets, a person and year, in three parts that are never added up.

    Attributes
    ----------
    benefits : DataFrame
        By benefit: ``part`` (``"priced"``, or ``"collective"``: rated and never priced),
        ``uses`` (a person and year), ``used`` (uses × unit value, DKK) with ``used_low`` and
        ``used_high``; ``need`` (share who needed it in a year), ``n_need``, ``insured`` (need ×
        unit value, DKK: what stands ready) with ``insured_low`` and ``insured_high``; ``known``
        (share who know of it) with ``known_low``, ``known_high`` and ``n_known``;
        ``ready_unknown`` (DKK of what stands ready that is unknown to those it is for);
        ``important`` and ``satisfied`` (shares answering 4–5) with ``n_important``,
        ``n_satisfied`` and their ``…_low``, ``…_high``. NaN where nothing is known.
    used, insured : float
        Sums over the priced benefits, DKK a person and year.
    used_low, used_high, insured_low, insured_high : float
        Limits of the sums.
    people : int
        Whose uses were counted.
    level : float
        Confidence level of the intervals.
    """

    benefits: pd.DataFrame
    used: float
    used_low: float
    used_high: float
    insured: float
    insured_low: float
    insured_high: float
    people: int
    level: float


def value_picture(
    catalogue: pd.DataFrame,
    uses: pd.DataFrame,
    people: int,
    answers: pd.DataFrame,
    *,
    weights: Weights = None,
    level: float = 0.95,
    least: int = 1,
) -> Picture:
    """What do members get for the money: used, insured and collective, side by side.

    Parameters
    ----------
    catalogue : DataFrame
        By ``item_id``: ``kind``, ``collective`` (bool), ``unit_value`` (DKK a use; NaN = not
        priced).
    uses : DataFrame
        By ``item_id``, over the past year: ``total`` (uses of all the people) and ``squares``
        (sum over the people of their uses squared); a benefit that nobody used may be missing.
    people : int
        The people whose uses these are.
    answers : DataFrame
        A row a respondent × benefit: ``respondent_id, item_id, importance, satisfaction, aware,
        needed``. A benefit whose need was never asked has nothing that stands ready.
    weights : Series, array, str or None
        Of the respondents; see `analysis.rows.row_weights`.
    level : float
        Confidence level: Wilson (1927) for shares; the normal one for mean uses; sums of priced
        benefits take the root of the summed squares of their half-widths (Zou & Donner 2008),
        benefits taken as independent.
    least : int
        A need that fewer answers tell of is not known, and no part of the sum.

    Raises
    ------
    NotEnough
        ``nobody`` without people; else as of `analysis.value.answers.rated`.
    """
    if people <= 0:
        raise NotEnough("nobody")
    rows = rated(answers, weights, ("aware", "needed"))
    benefits = catalogue.join(_said(rows, answers, level).reindex(catalogue.index))
    collective = benefits["collective"] | benefits["kind"].isin(RATED_KINDS)
    benefits["part"] = pd.array(np.where(collective, "collective", "priced"), dtype="str")
    price = benefits["unit_value"].astype(float).where(~collective)
    _add_used(benefits, uses.reindex(catalogue.index).fillna(0), people, price, level)
    told = benefits["n_need"].fillna(0) >= least
    for end in ("", "_low", "_high"):
        benefits[f"insured{end}"] = (benefits[f"need{end}"] * price).where(told)
    benefits["ready_unknown"] = benefits["insured"] * (1 - benefits["known"])
    used, insured = _summed(benefits, "used"), _summed(benefits, "insured")
    columns = [name for name in benefits if name not in ("kind", "collective", "unit_value")]
    return Picture(benefits[columns], *used, *insured, people, level)


def _said(rows: Rated, answers: pd.DataFrame, level: float) -> pd.DataFrame:
    """Shares who need it, know of it, call it important, are satisfied; by benefit."""
    said = pd.DataFrame(index=rows.items)
    for name, column in (("need", "needed"), ("known", "aware")):
        _add_share(said, name, rows, *yes_no(answers, column), level=level)
    for name, scale in (("important", rows.importance), ("satisfied", rows.satisfaction)):
        _add_share(said, name, rows, scale >= HIGH_FROM, scale > 0, level=level)
    return said


def _add_share(
    said: pd.DataFrame, name: str, rows: Rated, yes: np.ndarray, known: np.ndarray, *, level: float
) -> None:
    weight = rows.sums(rows.weights * known)
    share = np.divide(
        rows.sums(rows.weights * (yes & known)),
        weight,
        out=np.full(len(weight), np.nan),
        where=weight > 0,
    )
    n = rows.effective_n(known)
    low, high = wilson(np.nan_to_num(share) * n, n, level)
    said[name] = share
    said[f"{name}_low"] = np.where(weight > 0, low, np.nan)
    said[f"{name}_high"] = np.where(weight > 0, high, np.nan)
    said[f"n_{name}"] = rows.sums(known).astype(int)


def _add_used(
    benefits: pd.DataFrame, uses: pd.DataFrame, people: int, price: pd.Series, level: float
) -> None:
    mean = uses["total"] / people
    spread = np.sqrt(np.maximum(uses["squares"] / people - mean**2, 0) / people)
    half = _z(level) * spread
    benefits["uses"] = mean
    benefits["used"] = mean * price
    benefits["used_low"] = np.maximum(mean - half, 0) * price
    benefits["used_high"] = (mean + half) * price


def _summed(benefits: pd.DataFrame, name: str) -> tuple[float, float, float]:
    """Sum estimates; their limits by the square-and-add rule."""
    value = benefits[name]
    total = float(value.sum())
    below = float(np.sqrt(((value - benefits[f"{name}_low"]) ** 2).sum()))
    above = float(np.sqrt(((benefits[f"{name}_high"] - value) ** 2).sum()))
    return total, total - below, total + above


def _z(level: float) -> float:
    return float(norm.ppf((1 + level) / 2))

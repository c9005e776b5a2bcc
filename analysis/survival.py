"""How long memberships last: Kaplan–Meier with late entry, and the log-rank test."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import chi2, norm
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

from analysis.errors import NotEnough, Problem
from analysis.intervals import kish


@dataclass(frozen=True, eq=False)
class Survival:
    """A Kaplan–Meier curve.

    Attributes
    ----------
    curve : DataFrame
        By time of an event: ``at_risk`` and ``events`` (under weights scaled to Kish's effective
        n), ``survival`` (0–1), ``error`` (Greenwood's standard error; NaN once survival is 0),
        ``low``, ``high``.
    n, events : int
        Spells, and those that ended.
    median : float
        First time by which at most half survive; NaN if more than half do to the end.
    problems : tuple of Problem
        ``risk_set_emptied``: all who were at risk left at once although others entered later, so
        that the curve lies at 0 from there on and says nothing about those others.
    """

    curve: pd.DataFrame
    n: int
    events: int
    median: float
    problems: tuple[Problem, ...]

    def at(self, times: ArrayLike) -> pd.DataFrame:
        """``survival, low, high`` at any times: the last step before or at each, 1 before all."""
        times = np.atleast_1d(times)
        steps = self.curve[["survival", "low", "high"]].to_numpy()
        steps = np.vstack([np.ones(3), steps])
        last = np.searchsorted(self.curve.index, times, side="right")
        return pd.DataFrame(steps[last], index=times, columns=["survival", "low", "high"])


@dataclass(frozen=True)
class LogRank:
    """Log-rank test of equal survival.

    Attributes
    ----------
    statistic, p : float
        Chi², and its p.
    degrees : int
        Groups − 1.
    """

    statistic: float
    p: float
    degrees: int


def kaplan_meier(
    exits: ArrayLike,
    ended: ArrayLike,
    *,
    entry: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    level: float = 0.95,
) -> Survival:
    """Kaplan–Meier curve (1958) with Greenwood's variance and log(−log) intervals.

    Parameters
    ----------
    exits : array
        Age of each spell when it ended or was last seen, any unit, above 0.
    ended : array of bool
        Whether it ended then.
    entry : array or None
        Age at which the spell came under observation: members who were in before the data begin
        are at risk in (entry, exit] only. None: all from 0.
    weights : array or None
        Survey weights, one a spell.
    level : float
        Pointwise confidence level. Where survival is 0 the interval is from 0 to the upper limit
        before, as the formula has none.

    Raises
    ------
    NotEnough
        ``no_spells``, ``lengths_differ``, ``value_missing``, ``exit_before_entry``,
        ``weights_unusable``.
    """
    exits, ended, entry = _spells(exits, ended, entry)
    weights = _effective(weights, len(exits))
    fit = SurvfuncRight(exits, ended, entry=entry, freq_weights=weights)
    at_risk, events = np.asarray(fit.n_risk, float), np.asarray(fit.n_events, float)
    # Where everybody at risk leaves, statsmodels comes back from 0 by a rounding error.
    survival = np.minimum.accumulate(fit.surv_prob)
    error = _greenwood(at_risk, events, survival)
    low, high = _log_log(survival, error, level)
    columns = {"at_risk": at_risk, "events": events, "survival": survival, "error": error}
    times = pd.Index(fit.surv_times, name="time")
    curve = pd.DataFrame(columns | {"low": low, "high": high}, index=times)
    half = times[survival <= 0.5]
    median = float(half[0]) if len(half) else float("nan")
    return Survival(curve, len(exits), int(ended.sum()), median, _emptied(curve, exits))


def log_rank(
    exits: ArrayLike, ended: ArrayLike, groups: ArrayLike, *, entry: ArrayLike | None = None
) -> LogRank:
    """Log-rank test between groups (Mantel 1966).

    Parameters
    ----------
    exits, ended, entry
        See `kaplan_meier`.
    groups : array
        The group of each spell; at least two.

    Raises
    ------
    NotEnough
        As `kaplan_meier`, and ``one_group``, ``no_events``, ``groups_never_together`` (a group
        is never at risk together with the others when somebody leaves).
    """
    exits, ended, entry = _spells(exits, ended, entry)
    groups = pd.factorize(np.asarray(groups))[0]
    if len(groups) != len(exits):
        raise NotEnough("lengths_differ", groups=len(groups), spells=len(exits))
    if groups.max() < 1 or groups.min() < 0:
        raise NotEnough("one_group", groups=int(groups.max()) + 1)
    if not ended.any():
        raise NotEnough("no_events", spells=len(exits))
    degrees = int(groups.max())
    try:
        statistic, _ = survdiff(exits, ended, groups, entry=entry)
    except np.linalg.LinAlgError as error:
        raise NotEnough("groups_never_together", groups=degrees + 1) from error
    return LogRank(float(statistic), float(chi2.sf(statistic, degrees)), degrees)


def _spells(
    exits: ArrayLike, ended: ArrayLike, entry: ArrayLike | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    exits, ended = np.asarray(exits, dtype=float), np.asarray(ended, dtype=float)
    begun = np.zeros(len(exits)) if entry is None else np.asarray(entry, dtype=float)
    if not len(exits):
        raise NotEnough("no_spells")
    if not len(exits) == len(ended) == len(begun):
        raise NotEnough("lengths_differ", exits=len(exits), ended=len(ended), entry=len(begun))
    missing = ~np.isfinite(exits) | ~np.isfinite(ended) | ~np.isfinite(begun)
    if missing.any():
        raise NotEnough("value_missing", n=int(missing.sum()))
    if (exits <= begun).any():
        raise NotEnough("exit_before_entry", n=int((exits <= begun).sum()))
    return exits, (ended > 0).astype(int), None if entry is None else begun


def _effective(weights: ArrayLike | None, n: int) -> np.ndarray | None:
    if weights is None:
        return None
    weights = np.asarray(weights, dtype=float)
    if len(weights) != n or not (weights >= 0).all() or not np.isfinite(weights).all():
        raise NotEnough("weights_unusable", weights=len(weights), rows=n)
    if not weights.any():
        raise NotEnough("weights_unusable", weights=0, rows=n)
    return weights * kish(weights) / weights.sum()


def _greenwood(at_risk: np.ndarray, events: np.ndarray, survival: np.ndarray) -> np.ndarray:
    # statsmodels has another variance under weights, so Greenwood's is worked out here.
    left = at_risk * (at_risk - events)
    terms = np.divide(events, left, out=np.full(len(left), np.nan), where=survival > 0)
    return survival * np.sqrt(np.cumsum(terms))


def _log_log(
    survival: np.ndarray, error: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray]:
    inside = (survival > 0) & (survival < 1)
    share, spread = np.where(inside, survival, 0.5), np.where(inside, error, 0)
    power = np.exp(norm.isf((1 - level) / 2) * spread / (share * -np.log(share)))
    low = np.where(inside, share**power, survival)
    high = np.where(inside, share ** (1 / power), survival)
    high[survival == 0] = np.append(1.0, high[survival > 0])[-1]
    return low, high


def _emptied(curve: pd.DataFrame, exits: np.ndarray) -> tuple[Problem, ...]:
    zero = curve.index[curve["survival"] == 0]
    if zero.empty or (exits <= zero[0]).all():
        return ()
    later = int((exits > zero[0]).sum())
    return (Problem("risk_set_emptied", {"time": float(zero[0]), "later": later}),)

"""Weights that make those who answered look like the membership, a trait at a time (raking)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.errors import NotEnough
from analysis.intervals import kish

_CLOSE = 1e-9
_ROUNDS = 500


@dataclass(frozen=True, eq=False)
class Raked:
    """Weights by raking.

    Attributes
    ----------
    weights : Series
        One a respondent, by the index of the traits; their mean is 1 where all traits are known.
    traits : DataFrame
        By trait and group: ``n``, ``share`` (unweighted), ``target``, ``weighted`` (after
        trimming it may miss the target), ``rate`` (answers per person of the membership, NaN
        where sizes were not given).
    design_effect : float
        n Σw² / (Σw)² (Kish 1965): what weighting costs. At 1.5, 1,500 answers are worth 1,000.
    effective_n : float
        n / design_effect.
    trimmed : int
        Respondents whose weight was held at the limit.
    unmatched : tuple of (str, str)
        Groups of the membership in which nobody answered: no weight can speak for them.
    """

    weights: pd.Series
    traits: pd.DataFrame
    design_effect: float
    effective_n: float
    trimmed: int
    unmatched: tuple[tuple[str, str], ...]


def rake(
    traits: pd.DataFrame, targets: Mapping[str, pd.Series], *, limit: float | None = 5.0
) -> Raked:
    """Weights by iterative proportional fitting (Deming & Stephan 1940, Ann. Math. Stat. 11:427).

    Parameters
    ----------
    traits : DataFrame of str
        A row a respondent, a column a trait; missing where not known. A missing trait keeps its
        share among those who answered: it is fitted by nothing.
    targets : mapping of str to Series
        By trait: how many people of the membership are in each group, or their shares.
    limit : float or None
        The most that anybody may count, as a multiple of the mean; None = no limit. Trimmed
        weights are fitted again, so that the rest makes up for what was cut (Potter 1990).

    Returns
    -------
    Raked

    Raises
    ------
    NotEnough
        ``no_answers``; ``columns_missing`` for a target without its trait; ``no_target`` when no
        group of a trait is known among those who answered; ``raking_open`` when the margins
        can't be met together.
    """
    _refuse(traits, targets)
    groups = [_placed(traits[name], target) for name, target in targets.items()]
    weights = _fitted(np.ones(len(traits)), groups)
    trimmed = np.zeros(len(traits), dtype=bool)
    while limit is not None and (over := weights > limit * (1 + _CLOSE)).any():
        trimmed |= over
        weights = _fitted(np.minimum(weights, limit), groups, held=trimmed, top=limit)
        if trimmed.all():
            break
    effective = kish(weights)
    return Raked(
        pd.Series(weights, traits.index, name="weight"),
        _table(traits, targets, weights),
        len(traits) / effective,
        effective,
        int(trimmed.sum()),
        _unmatched(traits, targets),
    )


def _refuse(traits: pd.DataFrame, targets: Mapping[str, pd.Series]) -> None:
    if traits.empty:
        raise NotEnough("no_answers")
    missing = [name for name in targets if name not in traits]
    if missing:
        raise NotEnough("columns_missing", columns=missing)


def _placed(values: pd.Series, target: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return each respondent's group (−1 = none) and the sum of weights it should have."""
    known = target[(target > 0) & target.index.isin(values.dropna())]
    if known.empty:
        raise NotEnough("no_target", column=str(values.name))
    place = known.index.get_indexer(values)
    return place, known.to_numpy(float) / known.sum() * np.count_nonzero(place >= 0)


def _fitted(
    weights: np.ndarray,
    groups: list[tuple[np.ndarray, np.ndarray]],
    held: np.ndarray | None = None,
    top: float = np.inf,
) -> np.ndarray:
    """Scale each trait's groups in turn until all of them fit."""
    free = np.ones(len(weights), dtype=bool) if held is None else ~held
    weights = np.where(free, weights, top)
    for _ in range(_ROUNDS):
        moved = 0.0
        for place, wanted in groups:
            before, weights = weights, _scaled(weights, place, wanted, free)
            moved = max(moved, float(np.abs(weights - before).max()))
        if moved < _CLOSE:
            return weights
    if held is None:
        raise NotEnough("raking_open", rounds=_ROUNDS)
    return weights


def _scaled(
    weights: np.ndarray, place: np.ndarray, wanted: np.ndarray, free: np.ndarray
) -> np.ndarray:
    moved, fixed = (place >= 0) & free, (place >= 0) & ~free
    now = np.bincount(place[moved], weights[moved], minlength=len(wanted))
    rest = wanted - np.bincount(place[fixed], weights[fixed], minlength=len(wanted))
    factor = np.divide(np.maximum(rest, 0), now, out=np.ones(len(wanted)), where=now > 0)
    return np.where(moved, weights * factor[place], weights)


def _table(
    traits: pd.DataFrame, targets: Mapping[str, pd.Series], weights: np.ndarray
) -> pd.DataFrame:
    parts = []
    for name, target in targets.items():
        known = target[target > 0]
        there = traits[name].isin(known.index).to_numpy()
        n = traits.loc[there, name].value_counts().reindex(known.index, fill_value=0)
        held = pd.Series(weights[there]).groupby(traits.loc[there, name].to_numpy()).sum()
        parts.append(
            pd.DataFrame(
                {
                    "trait": name,
                    "group": known.index,
                    "n": n.to_numpy(),
                    "share": (n / n.sum()).to_numpy(),
                    "target": (known / known.sum()).to_numpy(),
                    "weighted": (held / held.sum()).reindex(known.index, fill_value=0).to_numpy(),
                    "rate": (n / known).to_numpy() if known.sum() > 1 + _CLOSE else np.nan,
                }
            )
        )
    return pd.concat(parts, ignore_index=True).set_index(["trait", "group"])


def _unmatched(
    traits: pd.DataFrame, targets: Mapping[str, pd.Series]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, str(group))
        for name, target in targets.items()
        for group in target.index[(target > 0) & ~target.index.isin(traits[name].dropna())]
    )

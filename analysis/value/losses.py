"""How sure the losses of a chain are: intervals in members, and which loss is the widest."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.value.chain import STEPS, Chain


@dataclass(frozen=True, eq=False)
class Losses:
    """A chain's losses with their doubt.

    Attributes
    ----------
    gaps : DataFrame
        By (benefit, gap) that the benefit's questions can show: ``n`` (answered the first of the
        gap's steps), ``lost`` (members) with ``lost_low`` and ``lost_high``, ``share`` (of those
        who got to the first of its steps) with ``share_low`` and ``share_high``. NaN where nobody
        got there and answered.
    widest : DataFrame
        By (benefit, gap): ``of_benefit`` and ``of_all``, in how large a share of the draws it is
        the widest loss of its benefit, and of all benefits.
    """

    gaps: pd.DataFrame
    widest: pd.DataFrame

    def hardest(self) -> pd.Series:
        """Return by benefit the gap with the largest share that is surely lost."""
        sure = self.gaps["share_low"].dropna()
        return pd.Series(dict(sure.groupby(level=0, sort=False).idxmax()), dtype=object).str[1]


def losses(chain: Chain, *, draws: int = 4000, seed: int = 0, level: float = 0.95) -> Losses:
    """Draw the share kept at each step anew, and see what stays of the losses.

    A step's share, given how many got that far, says nothing of the other steps' shares. So each
    is drawn by itself from Beta(kept + ½, n − kept + ½), Jeffreys' posterior of a share (Brown,
    Cai & DasGupta 2001, Statist. Sci. 16:101), and members are followed down the chain.

    Parameters
    ----------
    chain : Chain
        Of `analysis.value.chain`.
    draws, seed : int
    level : float
        Of the percentile intervals.
    """
    steps = chain.steps.assign(before=chain.steps["reached"] + chain.steps["lost"])
    cells = steps.dropna(subset="gap").groupby([steps.index.names[0], "gap"], sort=False)
    gaps = cells.agg(n=("n", "first"), lost=("lost", "sum"), before=("before", "first"))
    places = {key: steps.index.get_indexer(rows) for key, rows in cells.groups.items()}
    lost, before = _drawn(steps, list(places.values()), draws, seed)
    gaps["share"] = gaps["lost"] / gaps["before"].where(gaps["before"] > 0)
    share = np.divide(lost, before, out=np.zeros_like(lost), where=before > 0)
    ends = [(1 - level) / 2, (1 + level) / 2]
    for name, values in (("lost", lost), ("share", share)):
        gaps[f"{name}_low"], gaps[f"{name}_high"] = np.quantile(values, ends, axis=0)
        # where nobody, or everybody, was lost, Jeffreys' limits leave the estimate outside (Brown,
        # Cai & DasGupta 2001, section 4.3): there the limit is the estimate
        gaps[f"{name}_low"] = np.minimum(gaps[f"{name}_low"], gaps[name])
        gaps[f"{name}_high"] = np.maximum(gaps[f"{name}_high"], gaps[name])
    gaps = gaps.drop(columns="before")
    gaps.loc[gaps["n"] == 0, gaps.columns.drop("n")] = np.nan
    return Losses(gaps, _widest(lost, gaps.index))


def _drawn(
    steps: pd.DataFrame, places: list[np.ndarray], draws: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Draw members lost at each gap, and how many had got to it: (draws, gaps) both."""
    n, share = steps["effective"].to_numpy(), steps["share"].to_numpy()
    hits = np.nan_to_num(share) * n
    kept = np.random.default_rng(seed).beta(hits + 0.5, n - hits + 0.5, size=(draws, len(n)))
    kept = np.where(np.isnan(share), 1.0, kept).reshape(draws, -1, len(STEPS))
    first = steps.xs(STEPS[0], level="step")
    everyone = first["reached"] / first["share"].where(first["share"] > 0)
    passed = kept.cumprod(axis=2)
    before = np.concatenate([np.ones_like(passed[..., :1]), passed[..., :-1]], axis=2)
    start = np.nan_to_num(everyone.to_numpy())[:, None]
    lost, before = ((start * part).reshape(draws, -1) for part in (before - passed, before))
    sums = [lost[:, steps_of].sum(axis=1) for steps_of in places]
    firsts = [steps_of[0] for steps_of in places]
    return np.array(sums).reshape(len(places), draws).T, before[:, np.array(firsts, dtype=int)]


def _widest(lost: np.ndarray, cells: pd.MultiIndex) -> pd.DataFrame:
    """Count how often each loss is the widest."""
    if cells.empty:
        return pd.DataFrame(columns=["of_benefit", "of_all"], index=cells, dtype=float)
    benefit = pd.factorize(cells.get_level_values(0))[0]
    starts = np.flatnonzero(np.diff(benefit, prepend=-1))
    of_benefit = lost >= np.maximum.reduceat(lost, starts, axis=1)[:, benefit]
    of_all = lost >= lost.max(axis=1, keepdims=True)
    return pd.DataFrame({"of_benefit": of_benefit.mean(0), "of_all": of_all.mean(0)}, index=cells)

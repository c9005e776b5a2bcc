"""The chain from important to satisfied, theme by theme: what is wanted, and what is missed."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.intervals import wilson
from analysis.rows import Weights, numbered
from analysis.value.answers import Rated, rated
from analysis.value.chain import STEPS, causes, followed, walked

MEASURES = ("wants", "misses", "lacks")
# A spread as small as this is none: then every person counts as one answer.
NO_SPREAD = 1e-15


def theme_chain(
    answers: pd.DataFrame,
    theme: pd.Series,
    *,
    not_offered: Collection = (),
    by_right: Collection = (),
    weights: Weights = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Follow people through the benefits of each theme, as `analysis.value.chain` does each.

    A theme's figures are means over its benefits, so that a theme of many benefits is neither
    larger nor emptier than one of few. They rest on several answers a person: their variance is
    that of the people's influences on them (Binder 1983, Int. Statist. Rev. 51:279), and the
    interval Wilson's on the n that a simple share would need for it.

    Parameters
    ----------
    answers, not_offered, by_right, weights, level
        See `analysis.value.chain`.
    theme : Series
        Theme by item id; items that are not in it are left out.

    Returns
    -------
    DataFrame
        By (theme, measure): ``n`` (people), ``share``, ``low``, ``high``. Measures: ``"wants"``,
        the share to whom a benefit of the theme is important; ``"misses"``, what of that the chain
        loses; ``"lacks"``, the share who want a benefit and miss it. NaN where what comes of no
        benefit was asked.

    Raises
    ------
    NotEnough
        See `analysis.value.chain`.
    """
    rows = rated(answers, weights, ("aware", "needed", "used", "solved"))
    person, people = numbered(answers, "respondent_id")
    walk = _walk(answers, rows, not_offered, by_right)
    of_item = theme.reindex(rows.items)
    found = {}
    for name in sorted(of_item.dropna().unique()):
        inside = (of_item == name).to_numpy()
        parts = _of_theme(walk, inside, rows.item)
        for measure, part in zip(MEASURES, parts, strict=True):
            by_person = np.bincount(person, part.influence, len(people))
            n = len(np.unique(person[part.told]))
            found[name, measure] = _interval(part.share, by_person, n, level)
    index = pd.MultiIndex.from_tuples(list(found), names=["theme", "measure"])
    return pd.DataFrame(list(found.values()), index=index, columns=["n", "share", "low", "high"])


class Walk(NamedTuple):
    """Each benefit's chain.

    Attributes
    ----------
    wanted, lost : float arrays (items,)
        Shares to whom it is important, and whom the chain loses of these; both of everybody.
    known : bool array (items,)
        Whether anything was asked that can lose somebody.
    on_wanted, on_lost : float arrays (rows,)
        Influence of each answer on its benefit's shares.
    told, followed : bool arrays (rows,)
        Who said how important it is; of whom it is important to, of whom a further step is known.
    """

    wanted: np.ndarray
    lost: np.ndarray
    known: np.ndarray
    on_wanted: np.ndarray
    on_lost: np.ndarray
    told: np.ndarray
    followed: np.ndarray


class Part(NamedTuple):
    """A theme's share, each answer's influence on it, and the answers that it rests on."""

    share: float
    influence: np.ndarray
    told: np.ndarray


def _walk(
    answers: pd.DataFrame, rows: Rated, not_offered: Collection, by_right: Collection
) -> Walk:
    passes = followed(answers, rows)
    steps = list(walked(rows, passes))
    shares, influences = zip(*(_share(rows, *step[1:]) for step in steps), strict=True)
    loses = _loses(rows, passes, by_right)
    lost, slopes = _lost(np.array(shares), loses)
    nothing = rows.items.isin(list(not_offered))
    # What the union has nothing for is missed by all who want it.
    lost = np.where(nothing, shares[0], lost)
    slopes = np.where(nothing, np.eye(len(STEPS))[0][:, None], slopes)
    on_lost = sum(slope[rows.item] * one for slope, one in zip(slopes, influences, strict=True))
    further = np.any([answered for _, answered, _ in steps[1:]], axis=0)
    return Walk(
        wanted=shares[0],
        lost=lost,
        known=loses.any(axis=0) | nothing,
        on_wanted=influences[0],
        on_lost=on_lost,
        told=steps[0][1],
        followed=steps[0][2] & (further | nothing[rows.item]),
    )


def _share(rows: Rated, answered: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the share kept by benefit, 1 where nobody answered, and each answer's influence."""
    whole = rows.sums(rows.weights * answered)
    share = np.divide(
        rows.sums(rows.weights * kept), whole, out=np.ones(len(whole)), where=whole > 0
    )
    off = rows.weights * answered * (kept - share[rows.item])
    return share, off / np.where(whole > 0, whole, 1)[rows.item]


def _loses(
    rows: Rated, passes: list[tuple[np.ndarray, np.ndarray]], by_right: Collection
) -> np.ndarray:
    """Say by step and benefit whether not to pass is a loss."""
    named = causes(rows, passes, by_right, ()).unstack("step")
    return named.reindex(index=rows.items, columns=list(STEPS)).notna().to_numpy().T


def _lost(shares: np.ndarray, loses: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what is lost by benefit, and its slope in each step's share, (steps, items)."""
    lost, slopes = np.zeros(shares.shape[1]), np.zeros(shares.shape)
    for step in range(1, len(shares)):
        before = shares[:step]
        lost += loses[step] * before.prod(axis=0) * (1 - shares[step])
        slopes[step] -= loses[step] * before.prod(axis=0)
        for earlier in range(step):
            others = np.delete(before, earlier, axis=0).prod(axis=0)
            slopes[earlier] += loses[step] * others * (1 - shares[step])
    return lost, slopes


def _of_theme(walk: Walk, inside: np.ndarray, item: np.ndarray) -> tuple[Part, Part, Part]:
    """Gather a theme's benefits: wanted, missed of that, both."""
    here, known = inside[item], (inside & walk.known)
    of_known = known[item]
    wants = Part(walk.wanted[inside].mean(), walk.on_wanted * here / inside.sum(), walk.told & here)
    wanted, lost = walk.wanted[known].sum(), walk.lost[known].sum()
    if not wanted:
        nothing = Part(np.nan, np.zeros(len(item)), np.zeros(len(item), dtype=bool))
        return wants, nothing, nothing
    gap = lost / wanted
    on_gap = (walk.on_lost - gap * walk.on_wanted) * of_known / wanted
    misses = Part(gap, on_gap, walk.followed & of_known)
    on_both = on_gap * wants.share + wants.influence * gap
    return wants, misses, Part(gap * wants.share, on_both, misses.told)


def _interval(
    share: float, influence: np.ndarray, n: int, level: float
) -> tuple[int, float, float, float]:
    if np.isnan(share):
        return 0, np.nan, np.nan, np.nan
    share = min(max(float(share), 0.0), 1.0)
    spread = float(influence @ influence)
    effective = share * (1 - share) / spread if spread > NO_SPREAD else float(n)
    low, high = wilson(share * effective, effective, level)
    return n, share, float(low), float(high)

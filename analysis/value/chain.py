"""The chain from important to satisfied, and where most members are lost on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.intervals import wilson
from analysis.rows import Weights
from analysis.value.answers import HIGH_FROM, Rated, rated, yes_no

STEPS = ("important", "knows", "needed", "used", "solved", "satisfied")

# What losing members at a step means. Not to need a benefit is no loss, and neither is finding
# it unimportant; `_causes` says where a benefit's questions make it something else.
CAUSES = {"knows": "communication", "used": "access", "solved": "advice", "satisfied": "advice"}
GAPS = ("communication", "access", "advice", "offer", "fine")

# Losing fewer than this share of those who got that far is nothing to act on.
FINE_TO = 0.10


@dataclass(frozen=True, eq=False)
class Chain:
    """Members kept and lost, step by step.

    Attributes
    ----------
    steps : DataFrame
        By (benefit, step), in the order of STEPS: ``n`` (answered, of those who got that far),
        ``effective`` (Kish's n of these, under weights), ``kept`` (of these), ``share`` with
        ``low`` and ``high`` (Wilson, on the effective n), ``reached`` and ``lost`` (members),
        ``gap`` (what losing members there means; missing where nobody is lost, as at *important*
        and *needed*: the chain just does not go on for them). Share NaN where nobody answered:
        the step is then passed over.
    gaps : DataFrame
        By benefit: ``gap`` (see GAPS; NaN where nobody said how important it is, or what came of
        it), ``lost`` (members, at the steps that name the gap) and ``lost_share`` (of those who
        got to the first of them).
    fine_to : float
        Share lost up to which a benefit is fine.
    """

    steps: pd.DataFrame
    gaps: pd.DataFrame
    fine_to: float


def chain(
    answers: pd.DataFrame,
    *,
    members: float | None = None,
    not_offered: Collection = (),
    by_right: Collection = (),
    nothing_to_solve: Collection = (),
    weights: Weights = None,
    fine_to: float = FINE_TO,
    level: float = 0.95,
) -> Chain:
    """Follow members from important to satisfied: important → knows → needed → used → solved.

    Each step looks at those who passed the one before and answered it. A step that nobody
    answered, such as *solved* of a benefit that solves nothing, loses nobody. The widest loss in
    members names the gap: communication (important, unknown), access (needed, not reached),
    advice (reached, not solved or not satisfied), offer (important, and the union has nothing, or
    has something that disappoints by itself). Not to use what nobody was asked to need is a
    choice and no loss, unless it is everybody's by right.

    Parameters
    ----------
    answers : DataFrame
        One row a respondent × benefit: ``respondent_id, item_id, importance, satisfaction``
        (1–5 or missing), ``aware, needed, used, solved`` (true, false or missing).
    members : float or None
        Members that the respondents stand for; None: they stand for themselves.
    not_offered : collection
        Items that no benefit of the union meets.
    by_right : collection
        Items that everybody is meant to have without asking, such as a collective agreement.
    nothing_to_solve : collection
        Items that are no help with anything, such as a magazine: who is not satisfied with them
        is not lost to bad advice but to the offer itself.
    weights : Series, array, str or None
        See `analysis.rows.row_weights`.
    fine_to : float
        Share lost up to which a benefit is fine.
    level : float
        Confidence level.

    Raises
    ------
    NotEnough
        ``not_yes_no``, and see `analysis.value.answers.rated`.
    """
    rows = rated(answers, weights, ("aware", "needed", "used", "solved"))
    passes = followed(answers, rows)
    steps = _steps(rows, passes, members, level)
    steps["gap"] = causes(rows, passes, by_right, nothing_to_solve).reindex(steps.index)
    steps["lost"] = steps["lost"].where(steps["gap"].notna(), 0.0)
    return Chain(steps, _gaps(steps, rows.items, not_offered, fine_to), fine_to)


def followed(answers: pd.DataFrame, rows: Rated) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return for each of STEPS, by row: whether it was passed, and whether it was answered."""
    columns = ("aware", "needed", "used", "solved")
    return [
        (rows.importance >= HIGH_FROM, rows.importance > 0),
        *(yes_no(answers, column) for column in columns),
        (rows.satisfaction >= HIGH_FROM, rows.satisfaction > 0),
    ]


def walked(
    rows: Rated, passes: list[tuple[np.ndarray, np.ndarray]]
) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Yield for each of STEPS, by row: whether it got there and answered, and whether it passed.

    A step that nobody answered is passed over; else only those go on who are known to pass.
    """
    there = np.ones(len(rows.item), dtype=bool)
    for step, (passed, known) in zip(STEPS, passes, strict=True):
        answered = there & known
        kept = answered & passed
        yield step, answered, kept
        asked = rows.sums(answered) > 0
        there = there & (kept | ~asked[rows.item])


def _steps(
    rows: Rated,
    passes: list[tuple[np.ndarray, np.ndarray]],
    members: float | None,
    level: float,
) -> pd.DataFrame:
    reached = rows.sums(rows.weights * passes[0][1]) if members is None else members
    reached = np.broadcast_to(np.asarray(reached, dtype=float), len(rows.items))
    frames = []
    for step, answered, passed in walked(rows, passes):
        frame = _step(rows, answered, passed, level)
        kept = np.where(np.isnan(frame["share"]), 1.0, frame["share"])
        frame |= {"step": step, "reached": reached * kept, "lost": reached * (1 - kept)}
        frames.append(pd.DataFrame(frame, index=rows.items))
        reached = reached * kept
    steps = pd.concat(frames).set_index("step", append=True)
    return steps.reindex(pd.MultiIndex.from_product([rows.items, STEPS], names=steps.index.names))


def _step(
    rows: Rated, answered: np.ndarray, kept: np.ndarray, level: float
) -> dict[str, np.ndarray]:
    total, passed = rows.sums(rows.weights * answered), rows.sums(rows.weights * kept)
    share = np.divide(passed, total, out=np.full(len(total), np.nan), where=total > 0)
    n = rows.effective_n(answered)
    low, high = wilson(np.nan_to_num(share) * n, n, level)
    counts = {"n": rows.sums(answered).astype(int), "kept": rows.sums(kept).astype(int)}
    return counts | {"effective": n, "share": share, "low": low, "high": high}


def causes(
    rows: Rated,
    passes: list[tuple[np.ndarray, np.ndarray]],
    by_right: Collection,
    nothing_to_solve: Collection,
) -> pd.Series:
    """Say by (benefit, step) what losing members there means; missing for what nobody was asked."""
    asked = pd.DataFrame(
        {step: rows.sums(known) > 0 for step, (_, known) in zip(STEPS, passes, strict=True)},
        index=rows.items,
    ).rename_axis(columns="step")
    named = asked.assign(**CAUSES)[list(CAUSES)].where(asked[list(CAUSES)])
    wanted = asked["needed"] | rows.items.isin(list(by_right))
    named["used"] = named["used"].where(wanted)
    nothing = rows.items.isin(list(nothing_to_solve))
    named["satisfied"] = named["satisfied"].mask(nothing & asked["satisfied"], "offer")
    return named.stack()


def _gaps(
    steps: pd.DataFrame, items: pd.Index, not_offered: Collection, fine_to: float
) -> pd.DataFrame:
    named = [
        _offer(steps.loc[item]) if item in not_offered else _widest(steps.loc[item], fine_to)
        for item in items
    ]
    return pd.DataFrame(named, index=items, columns=["gap", "lost", "lost_share"])


def _offer(steps: pd.DataFrame) -> tuple[str | None, float, float]:
    important = steps.loc["important"]
    return ("offer" if important["n"] else None), important["reached"], 1.0


def _widest(steps: pd.DataFrame, fine_to: float) -> tuple[str | None, float, float]:
    if not steps.loc["important", "n"]:
        return None, np.nan, np.nan
    losses = steps.dropna(subset="gap")
    if losses.empty:
        # Nobody was asked what comes of it, which says nothing, unless it is important to nobody.
        return (None, np.nan, np.nan) if steps.loc["important", "kept"] else ("fine", 0.0, 0.0)
    losses = losses.assign(before=losses["reached"] + losses["lost"])
    by_gap = losses.groupby("gap", sort=False).agg(lost=("lost", "sum"), before=("before", "first"))
    widest = by_gap["lost"].idxmax()
    lost, before = by_gap.loc[widest]
    share = lost / before if before else 0.0
    return (widest if share > fine_to else "fine"), lost, share

"""Campaigns that ask members to stay, put into history: who is drawn, and how it goes on."""

import numpy as np
import pandas as pd

from sample_data.days import NEVER, first_of, month_of
from sample_data.enrolment import assigned
from sample_data.plans import CALL_IN_NOTICE, HELP_WITH_ARREARS
from sample_data.reasons import with_reasons
from sample_data.risks import ARREARS, RESIGNED
from sample_data.rules import REASON_CODE
from sample_data.spells import live_on
from sample_data.streams import stream


def help_with_arrears(
    people: pd.DataFrame,
    spells: pd.DataFrame,
    episodes: pd.DataFrame,
    where: tuple[int, int, float],
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Draw people two months behind with their fee; success is that they don't leave.

    Parameters
    ----------
    people, spells : pandas.DataFrame
        Rows in the same order; first spells.
    episodes : pandas.DataFrame
        Their episodes of arrears.
    where : tuple
        Seed, chunk and scale.

    Returns
    -------
    spells, episodes, assignment : pandas.DataFrame
        History as it then went, and who was drawn.
    """
    plan = HELP_WITH_ARREARS
    rng = stream(*where[:2], f"{plan.campaign_id}/history")
    days = episodes["missed"] + rng.integers(55, 72, len(episodes))
    pool = episodes.assign(day=days)[days.between(plan.first_day, plan.last_day)]
    pool = pool.sort_values("day", kind="stable").drop_duplicates("person")
    drawn = assigned(rng, plan, "all", pool, where)
    rows, at = drawn["person"].to_numpy(), drawn["day"].to_numpy()
    out = first_of(month_of(at) + rng.integers(2, 5, len(at)))
    until = np.where(drawn["hit"], at + rng.integers(5, 100, len(at)), out)
    since_missed = drawn["missed"].reindex(pd.Index(rows).get_indexer(episodes["person"]))
    before = since_missed.isna().to_numpy() | (
        episodes["missed"].to_numpy() < since_missed.to_numpy()
    )
    own = pd.DataFrame({"person": rows, "missed": drawn["missed"], "until": until})
    spells = _ended(spells, rows, drawn["missed"].to_numpy(), out)
    hits = rows[drawn["hit"]]
    resumes = (at + plan.window_days)[drawn["hit"]]
    spells, later = _go_on(rng, people, spells, hits, resumes)
    episodes = pd.concat([episodes[before], own, later], ignore_index=True)
    return spells, episodes, drawn.drop(columns=["missed", "until"])


def _ended(
    spells: pd.DataFrame, rows: np.ndarray, missed: np.ndarray, out: np.ndarray
) -> pd.DataFrame:
    changed = spells.copy()
    values = {
        "event": missed,
        "coming": missed,
        "route": ARREARS,
        "coming_route": ARREARS,
        "notice": NEVER,
        "ended": out,
        "reason": REASON_CODE["arrears"],
        "coming_reason": REASON_CODE["arrears"],
    }
    for column, value in values.items():
        changed.loc[rows, column] = value
    return changed


def _go_on(
    rng: np.random.Generator,
    people: pd.DataFrame,
    spells: pd.DataFrame,
    rows: np.ndarray,
    since: np.ndarray,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Redraw spells from a day on for those who stayed."""
    of_people = people.iloc[rows]
    drawn, episodes = live_on(rng, of_people, spells["started"].to_numpy()[rows], since)
    drawn = with_reasons(rng, drawn, of_people)
    changed = spells.copy()
    for column in drawn.columns:
        changed.loc[rows, column] = drawn[column].to_numpy()
    episodes["person"] = rows[episodes["person"]]
    return changed, episodes


def call_in_notice(
    people: pd.DataFrame,
    spells: pd.DataFrame,
    episodes: pd.DataFrame,
    taken: np.ndarray,
    where: tuple[int, int, float],
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Draw people who have resigned over price or use; success is that they don't leave.

    Parameters and returns as of `help_with_arrears`; ``taken`` are persons of other campaigns.
    """
    plan = CALL_IN_NOTICE
    rng = stream(*where[:2], f"{plan.campaign_id}/history")
    reasons = [REASON_CODE["too_expensive"], REASON_CODE["no_use"]]
    eligible = (
        (spells["route"] == RESIGNED)
        & spells["reason"].isin(reasons)
        & spells["notice"].between(plan.first_day, plan.last_day)
        & ~spells["person"].isin(taken)
    )
    pool = spells.loc[eligible, ["person", "notice"]].rename(columns={"notice": "day"})
    drawn = assigned(rng, plan, "all", pool, where)
    hits = drawn[drawn["hit"]]
    resumes = hits["day"].to_numpy() + plan.window_days
    spells, later = _go_on(rng, people, spells, hits["person"].to_numpy(), resumes)
    return spells, pd.concat([episodes, later], ignore_index=True), drawn


def not_back_within_window(spells: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    """Keep those who left in spite of a campaign away while its outcome is being counted.

    Parameters
    ----------
    spells : pandas.DataFrame
        First spells with ``returns``.
    drawn : pandas.DataFrame
        The assignments of the campaigns that ask people to stay.
    """
    windows = {plan.campaign_id: plan.window_days for plan in (CALL_IN_NOTICE, HELP_WITH_ARREARS)}
    closes = (
        (drawn["day"] + drawn["campaign_id"].map(windows).astype("int64"))
        .groupby(drawn["person"])
        .max()
    )
    rows = closes.index.to_numpy()
    returns = spells["returns"].to_numpy().copy()
    returns[rows] = np.where(returns[rows] <= closes, NEVER, returns[rows])
    return spells.assign(returns=returns)

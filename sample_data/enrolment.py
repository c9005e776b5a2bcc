"""Putting campaigns into history: who is drawn, and what becomes of them."""

import numpy as np
import pandas as pd

from sample_data.campaigns import (
    CALL_IN_NOTICE,
    CASH_OR_FREE_MONTHS,
    HELP_WITH_ARREARS,
    NEW_JOB,
    SPRING_MAIL,
    YOUR_CASE,
    Plan,
    draw,
)
from sample_data.days import NEVER, YEAR, first_of, month_of
from sample_data.reasons import with_reasons
from sample_data.risks import ARREARS, DEATH, EXCLUDED, RESIGNED
from sample_data.rules import REASON_CODE
from sample_data.spells import live_on
from sample_data.streams import stream

OUT_FOR = int(YEAR)  # former members are left in peace for a year first


def _assigned(
    rng: np.random.Generator,
    plan: Plan,
    stratum: str,
    pool: pd.DataFrame,
    where: tuple[int, int, float],
) -> pd.DataFrame:
    """Fill the places of a stratum with people drawn from those eligible (``person, day``)."""
    places = draw(plan, stratum, *where)
    drawn = pool.iloc[rng.permutation(len(pool))[: len(places)]].reset_index(drop=True)
    return pd.concat([places.iloc[: len(drawn)], drawn], axis=1)


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
    drawn = _assigned(rng, plan, "all", pool, where)
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
        "route": ARREARS,
        "notice": NEVER,
        "ended": out,
        "reason": REASON_CODE["arrears"],
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
    drawn = _assigned(rng, plan, "all", pool, where)
    hits = drawn[drawn["hit"]]
    resumes = hits["day"].to_numpy() + plan.window_days
    spells, later = _go_on(rng, people, spells, hits["person"].to_numpy(), resumes)
    return spells, pd.concat([episodes, later], ignore_index=True), drawn


def return_campaigns(
    people: pd.DataFrame,
    spells: pd.DataFrame,
    complaints: pd.DataFrame,
    where: tuple[int, int, float],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw former members into the four campaigns that ask them back.

    Each is in one of them at most. Success is a new spell within the window; those who don't
    succeed don't come back by themselves within it either.

    Returns
    -------
    spells, assignment : pandas.DataFrame
        Spells with ``returns`` as it then went, and who was drawn.
    """
    unresolved = _people_with(complaints, resolved=False)
    resolved = np.setdiff1d(_people_with(complaints, resolved=True), unresolved)
    let_down = spells["reason"] == REASON_CODE["dissatisfied"]
    of_job = spells["reason"] == REASON_CODE["changed_job"]
    of_price = spells["reason"] == REASON_CODE["too_expensive"]
    is_unresolved = spells["person"].isin(unresolved)
    pools = (
        (YOUR_CASE, "complaint_resolved", let_down & spells["person"].isin(resolved)),
        (YOUR_CASE, "complaint_unresolved", let_down & is_unresolved),
        (NEW_JOB, "all", of_job & ~is_unresolved),
        (CASH_OR_FREE_MONTHS, "all", of_price & ~is_unresolved),
        (SPRING_MAIL, "complaint_unresolved", is_unresolved),
        (SPRING_MAIL, "no_unresolved_complaint", ~is_unresolved),
    )
    may_ask = ~spells["route"].isin([DEATH, EXCLUDED]) & ~people["no_contact"].to_numpy()
    drawn: list[pd.DataFrame] = []
    for plan, stratum, eligible in pools:
        taken = pd.concat([each["person"] for each in drawn]) if drawn else []
        out = (spells["ended"] <= plan.first_day - OUT_FOR) & (spells["returns"] > plan.first_day)
        pool = spells.loc[eligible & may_ask & out & ~spells["person"].isin(taken), ["person"]]
        rng = stream(*where[:2], f"{plan.campaign_id}/{stratum}/history")
        drawn.append(_assigned(rng, plan, stratum, pool.assign(day=plan.first_day), where))
        spells = _returns_decided(rng, plan, spells, drawn[-1])
    return spells, pd.concat(drawn, ignore_index=True)


def _people_with(complaints: pd.DataFrame, resolved: bool) -> np.ndarray:
    return complaints.loc[(complaints["resolved"] == resolved).fillna(False), "person"].unique()


def _returns_decided(
    rng: np.random.Generator, plan: Plan, spells: pd.DataFrame, drawn: pd.DataFrame
) -> pd.DataFrame:
    rows = drawn["person"].to_numpy()
    alone = spells["returns"].to_numpy()[rows]
    window_ends = plan.first_day + plan.window_days
    in_window = plan.first_day + rng.integers(5, plan.window_days, len(rows))
    later = np.where(alone > window_ends, alone, NEVER)
    returns = spells["returns"].to_numpy().copy()
    returns[rows] = np.where(drawn["hit"], in_window, later)
    return spells.assign(returns=returns)

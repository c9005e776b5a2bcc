"""Campaigns that ask former members back, put into history."""

import numpy as np
import pandas as pd

from sample_data.days import NEVER, YEAR
from sample_data.enrolment import assigned
from sample_data.plans import CASH_OR_FREE_MONTHS, NEW_JOB, SPRING_MAIL, YOUR_CASE, Plan
from sample_data.risks import DEATH, EXCLUDED
from sample_data.rules import REASON_CODE
from sample_data.streams import stream

OUT_FOR = int(YEAR)  # former members are left in peace for a year first


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
        drawn.append(assigned(rng, plan, stratum, pool.assign(day=plan.first_day), where))
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

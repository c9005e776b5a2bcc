"""Fees due and paid over the last 24 months."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, NEVER, RECENT_BEGINS, first_of, month_of
from sample_data.history import History
from sample_data.plans import CASH_OR_FREE_MONTHS, FREE_MONTHS_END
from sample_data.risks import ARREARS
from sample_data.streams import stream

PAID_LATE = 0.06
FREE_MONTHS = 3


def months_within(
    begins: np.ndarray, until: np.ndarray, first_day: int = RECENT_BEGINS
) -> tuple[np.ndarray, np.ndarray]:
    """List the firsts of months that fall into each stretch, up to the extract's date.

    Parameters
    ----------
    begins, until : array of int
        First day of each stretch, and first day after it.
    first_day : int
        No month before this day is listed.

    Returns
    -------
    tuple of array of int
        The stretch's row, and the month since January 1970.
    """
    first = month_of(np.maximum(begins, first_day) - 1) + 1
    last = month_of(np.minimum(until, AS_OF + 1) - 1)
    counts = np.maximum(last - first + 1, 0)
    rows = np.repeat(np.arange(len(counts)), counts)
    return rows, first[rows] + np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)


def payment_table(history: History, stretches: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``payment``, days still as numbers.

    Parameters
    ----------
    history : History
        People, spells, arrears and campaigns.
    stretches : pandas.DataFrame
        `sample_data.phases.phases`.
    """
    rng = stream(history.seed, history.chunk, "payments")
    stretches = stretches[stretches["fee"] > 0]
    rows, months = months_within(stretches["begins"].to_numpy(), stretches["until"].to_numpy())
    person, due = stretches["person"].to_numpy()[rows], first_of(months)
    paid = due + np.where(
        rng.random(len(due)) < PAID_LATE,
        rng.integers(5, 26, len(due)),
        rng.integers(0, 3, len(due)),
    )
    paid = _after_arrears(history, person, due, paid)
    frame = pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[person],
            "due_on": due,
            "amount": stretches["fee"].to_numpy()[rows],
            "paid_on": np.where(paid <= AS_OF, paid, NEVER),
        }
    )
    return frame[~_free(history, person, due)].reset_index(drop=True)


def _after_arrears(
    history: History, person: np.ndarray, due: np.ndarray, paid: np.ndarray
) -> np.ndarray:
    """Return the day of payment, where fees of an episode of arrears wait for its end."""
    episodes = _settled(history).sort_values(["person", "missed"])
    if episodes.empty:
        return paid
    keys = episodes["person"].to_numpy() * NEVER + episodes["missed"].to_numpy()
    at = np.searchsorted(keys, person * NEVER + due, side="right") - 1
    episode = episodes.iloc[np.maximum(at, 0)]
    within = (at >= 0) & (episode["person"] == person) & (due < episode["until"])
    return np.where(within, episode["settled"], paid)


def _settled(history: History) -> pd.DataFrame:
    """Add the day on which each episode's debt is paid: at its end, or when they come back."""
    spells = history.spells
    out = spells.assign(
        settled=spells.groupby("person")["started"].shift(-1).fillna(NEVER).astype("int64")
    )
    out = out.loc[out["route"] == ARREARS, ["person", "ended", "settled"]]
    episodes = history.episodes.merge(
        out.rename(columns={"ended": "until"}), on=["person", "until"], how="left"
    )
    return episodes.assign(settled=episodes["settled"].fillna(episodes["until"]).astype("int64"))


def _free(history: History, person: np.ndarray, due: np.ndarray) -> np.ndarray:
    """Mark the months that a welcome offer gave for nothing."""
    assigned = history.assignments
    offered = (assigned["campaign_id"] == CASH_OR_FREE_MONTHS.campaign_id) & (
        assigned["arm"] == "free_months"
    )
    winners = assigned.loc[offered & assigned["hit"], "person"]
    months_left = month_of(np.array(FREE_MONTHS_END)) - month_of(due)
    return np.isin(person, winners) & (months_left >= 0) & (months_left < FREE_MONTHS)

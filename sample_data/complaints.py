"""Complaints: whom the union let down, and whether it was put right."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, HISTORY_BEGINS, years_between
from sample_data.places import IS_BAD
from sample_data.rules import REASONS
from sample_data.streams import pick

A_YEAR = 0.033  # among members in general; those about to leave come on top
RESOLVED = 0.90
BAD_BRANCH_MORE, BAD_BRANCH_RESOLVED_LESS = 1.6, 0.20
# who complains in the year before leaving, by reason
LEAVERS_COMPLAIN = {
    "dissatisfied": 0.85, "no_use": 0.40, "other": 0.40, "better_offer": 0.40, "arrears": 0.33,
    "unknown": 0.15, "too_expensive": 0.04, "changed_job": 0.03,
}  # fmt: skip
LEAVERS_RESOLVED = 0.34
LEAVERS_DAYS = 300
SATISFIED_IF_RESOLVED = 0.96
OPEN_DAYS = 45  # the youngest are still being dealt with

WHATS = ("waiting_time", "advice", "case", "fee", "branch", "website")
CHANNELS = ("phone", "email", "meeting", "self_service")


def complaints_of(
    rng: np.random.Generator, people: pd.DataFrame, spells: pd.DataFrame
) -> pd.DataFrame:
    """Draw the complaints within spells.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    people, spells : pandas.DataFrame
        Rows in the same order; spells with ``person, started, event, ended, coming,
        coming_reason``.

    Returns
    -------
    pandas.DataFrame
        ``person, at, what, channel, resolved, satisfied``; the last two may be missing.
    """
    bad = IS_BAD[people["branch"].to_numpy()]
    rows, at = _at_any_time(rng, spells, bad)
    angry_rows, angry_at = _before_leaving(rng, spells)
    chance = RESOLVED - BAD_BRANCH_RESOLVED_LESS * bad[rows]
    resolved = np.concatenate(
        [rng.random(len(rows)) < chance, rng.random(len(angry_rows)) < LEAVERS_RESOLVED]
    )
    at = np.concatenate([at, angry_at])
    n = len(at)
    satisfied = resolved & (rng.random(n) < SATISFIED_IF_RESOLVED)
    still_open = at > AS_OF - OPEN_DAYS
    return pd.DataFrame(
        {
            "person": spells["person"].to_numpy()[np.concatenate([rows, angry_rows])],
            "at": at,
            "what": pd.Categorical.from_codes(
                pick(rng, [0.26, 0.22, 0.2, 0.14, 0.12, 0.06], n), list(WHATS)
            ),
            "channel": pd.Categorical.from_codes(
                pick(rng, [0.5, 0.32, 0.1, 0.08], n), list(CHANNELS)
            ),
            "resolved": pd.arrays.BooleanArray(resolved, still_open),
            "satisfied": pd.arrays.BooleanArray(satisfied, still_open),
        }
    )


def _at_any_time(
    rng: np.random.Generator, spells: pd.DataFrame, bad: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    since = np.maximum(spells["started"].to_numpy(), HISTORY_BEGINS)
    until = np.minimum(np.minimum(spells["event"].to_numpy(), spells["ended"].to_numpy()), AS_OF)
    exposure = np.maximum(years_between(since, until), 0)
    counts = rng.poisson(A_YEAR * exposure * np.where(bad, BAD_BRANCH_MORE, 1.0))
    rows = np.repeat(np.arange(len(spells)), counts)
    at = since[rows] + (rng.random(len(rows)) * (until - since)[rows]).astype(np.int64)
    return rows, at


def _before_leaving(
    rng: np.random.Generator, spells: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray]:
    chance = np.array([LEAVERS_COMPLAIN.get(reason, 0.0) for reason in REASONS])
    rows = np.flatnonzero(rng.random(len(spells)) < chance[spells["coming_reason"]])
    leaves = spells["coming"].to_numpy()[rows]
    started = spells["started"].to_numpy()[rows]
    draw = rng.random(len(rows))
    at = leaves - 1 - (draw * np.minimum(LEAVERS_DAYS, leaves - started - 1)).astype(np.int64)
    seen = (at >= HISTORY_BEGINS) & (at <= AS_OF)
    return rows[seen], at[seen]

"""Benefits used: how often, how well it went, and the quiet before a resignation."""

import numpy as np
import pandas as pd

from sample_data.catalogue import (
    BENEFITS,
    EVENT_BENEFITS,
    LEGAL_HELP_SATISFIED_FORMER,
    Benefit,
)
from sample_data.days import AS_OF, HISTORY_BEGINS, years_between
from sample_data.history import History
from sample_data.places import BAD_SHARE, IS_BAD, SECTOR_SHARES, STEWARD_SHARES
from sample_data.risks import RESIGNED
from sample_data.streams import pick, stream

STEWARD_SHARE = float((STEWARD_SHARES * SECTOR_SHARES).sum())
FALL_BEFORE_RESIGNING = 0.40
FALL_DAYS = 92
BAD_BRANCH_LESS_SATISFIED = 0.18
RESOLVED_IF_SATISFIED, RESOLVED_IF_NOT = 0.94, 0.45
WITH_AN_OUTCOME = ("advice", "insurance")
CHANNELS = ("phone", "email", "meeting", "self_service", "shop_steward")


def exposure(spells: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return first day and first day after of what is recorded of each spell."""
    since = np.maximum(spells["started"].to_numpy(), HISTORY_BEGINS)
    until = np.minimum(spells["ended"].to_numpy(), AS_OF + 1)
    return since, np.maximum(until, since)


def events(
    rng: np.random.Generator, spells: pd.DataFrame, a_year: np.ndarray | float
) -> tuple[np.ndarray, np.ndarray]:
    """Draw events at random times of each spell, 40 % fewer just before a resignation.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    spells : pandas.DataFrame
        ``started, ended, coming, coming_route``.
    a_year : array of float or float
        Events a year.

    Returns
    -------
    tuple of array of int
        The spell's row, and the day.
    """
    since, until = exposure(spells)
    counts = rng.poisson(a_year * years_between(since, until))
    rows = np.repeat(np.arange(len(spells)), counts)
    at = since[rows] + (rng.random(len(rows)) * (until - since)[rows]).astype(np.int64)
    quiet = (spells["coming_route"].to_numpy()[rows] == RESIGNED) & (
        at >= spells["coming"].to_numpy()[rows] - FALL_DAYS
    )
    kept = ~quiet | (rng.random(len(rows)) >= FALL_BEFORE_RESIGNING)
    return rows[kept], at[kept]


def benefit_uses(history: History) -> pd.DataFrame:
    """Draw every use of a benefit.

    Returns
    -------
    pandas.DataFrame
        ``person, benefit_id, at, channel, amount, resolved, satisfied``, day as a number.
    """
    rng = stream(history.seed, history.chunk, "uses")
    spells = history.spells
    used = [_uses_of(rng, history, spells, name) for name in EVENT_BENEFITS]
    frame = pd.concat(used, ignore_index=True)
    frame["benefit_id"] = pd.Categorical.from_codes(
        frame["benefit_id"], [benefit.benefit_id for benefit in BENEFITS]
    )
    return frame.sort_values(["person", "at"], kind="stable", ignore_index=True)


def _uses_of(
    rng: np.random.Generator, history: History, spells: pd.DataFrame, name: str
) -> pd.DataFrame:
    number = next(i for i, benefit in enumerate(BENEFITS) if benefit.benefit_id == name)
    benefit = BENEFITS[number]
    person = spells["person"].to_numpy()
    a_year: np.ndarray | float = -np.log1p(-benefit.used)
    if name == "shop_steward":
        has_one = history.people["steward"].to_numpy()[person]
        a_year = np.where(has_one, -np.log1p(-benefit.used / STEWARD_SHARE), 0.0)
    rows, at = events(rng, spells, a_year)
    bad = IS_BAD[history.people["branch"].to_numpy()[person[rows]]]
    left = (spells["ended"].to_numpy() <= AS_OF)[rows]
    satisfied = rng.random(len(rows)) < satisfied_chance(benefit, bad, left)
    resolved = rng.random(len(rows)) < np.where(satisfied, RESOLVED_IF_SATISFIED, RESOLVED_IF_NOT)
    no_outcome = np.full(len(rows), benefit.kind not in WITH_AN_OUTCOME)
    steward = name == "shop_steward"
    return pd.DataFrame(
        {
            "person": person[rows],
            "benefit_id": np.full(len(rows), number, dtype=np.int8),
            "at": at,
            "channel": pd.Categorical.from_codes(
                pick(rng, [0, 0, 0, 0, 1] if steward else [0.4, 0.25, 0.1, 0.25, 0], len(rows)),
                list(CHANNELS),
            ),
            "amount": _amounts(rng, benefit.unit_value, len(rows)),
            "resolved": pd.arrays.BooleanArray(resolved, no_outcome),
            "satisfied": pd.arrays.BooleanArray(satisfied, rng.random(len(rows)) < 0.1),
        }
    )


def satisfied_chance(benefit: Benefit, bad: np.ndarray, left: np.ndarray) -> np.ndarray:
    """Return each user's chance of being satisfied: less in bad branches, as planted over all.

    Parameters
    ----------
    benefit : Benefit
        What was used.
    bad, left : array of bool
        Whose branch lets people down; who has left.
    """
    share = np.full(len(bad), benefit.satisfied)
    if benefit.benefit_id == "legal_help":
        share[left] = LEGAL_HELP_SATISFIED_FORMER
    gain = BAD_BRANCH_LESS_SATISFIED * BAD_SHARE / (1 - BAD_SHARE)
    return share + np.where(bad, -BAD_BRANCH_LESS_SATISFIED, gain)


def _amounts(rng: np.random.Generator, unit_value: float | None, n: int) -> np.ndarray:
    if unit_value is None:
        return np.full(n, np.nan)
    return np.round(unit_value * rng.lognormal(-0.08, 0.4, n), -1)

"""Why people leave: the reason behind each exit."""

import numpy as np
import pandas as pd

from sample_data.places import IS_BAD
from sample_data.risks import ARREARS, DEATH, EXCLUDED, RESIGNED, RETIRED, TRANSFERRED
from sample_data.rules import REASON_CODE, REASONS
from sample_data.streams import pick

NO_REASON = -1
RESIGNED_SHARES = {
    "dissatisfied": 0.31, "too_expensive": 0.27, "changed_job": 0.15, "no_use": 0.12,
    "own_firm": 0.03, "studies": 0.02, "other": 0.10,
}  # fmt: skip
TRANSFERRED_SHARES = {"unknown": 0.70, "changed_job": 0.21, "better_offer": 0.09}
ARREARS_SHARES = {"arrears": 0.60, "too_expensive": 0.40}
# Bad branches push people away; good ones then less, so that the whole keeps its share.
DISSATISFIED_BAD, DISSATISFIED_GOOD = 0.45, 0.255
BY_ROUTE = {
    TRANSFERRED: TRANSFERRED_SHARES,
    ARREARS: ARREARS_SHARES,
    RETIRED: {"retired": 1.0},
    DEATH: {"death": 1.0},
    EXCLUDED: {"excluded": 1.0},
}


def reasons_of(rng: np.random.Generator, route: np.ndarray, branch: np.ndarray) -> np.ndarray:
    """Draw a reason for each exit.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    route, branch : array of int
        How they left, and their branch.

    Returns
    -------
    array of int
        Positions in `sample_data.rules.REASONS`; `NO_REASON` for those who haven't left.
    """
    drawn = np.full(len(route), NO_REASON, dtype=np.int8)
    for of_route, shares in BY_ROUTE.items():
        rows = np.flatnonzero(route == of_route)
        drawn[rows] = pick(rng, _chances(shares), len(rows))
    rows = np.flatnonzero(route == RESIGNED)
    bad = IS_BAD[branch[rows]][:, None]
    chances = np.where(bad, _resigned(DISSATISFIED_BAD), _resigned(DISSATISFIED_GOOD))
    drawn[rows] = pick(rng, chances) if len(rows) else drawn[rows]
    return drawn


def _resigned(dissatisfied: float) -> np.ndarray:
    chances = _chances(RESIGNED_SHARES)
    others = 1 - chances[REASON_CODE["dissatisfied"]]
    chances = chances * (1 - dissatisfied) / others
    chances[REASON_CODE["dissatisfied"]] = dissatisfied
    return chances


def _chances(shares: dict[str, float]) -> np.ndarray:
    return np.array([shares.get(reason, 0.0) for reason in REASONS])


def with_reasons(
    rng: np.random.Generator, spells: pd.DataFrame, people: pd.DataFrame
) -> pd.DataFrame:
    """Add ``reason`` and ``coming_reason`` to spells in the order of their people."""
    coming = reasons_of(rng, spells["coming_route"].to_numpy(), people["branch"].to_numpy())
    known = spells["route"] == spells["coming_route"]
    return spells.assign(coming_reason=coming, reason=np.where(known, coming, NO_REASON))

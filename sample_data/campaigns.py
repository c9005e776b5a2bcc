"""The drawing of campaigns: who is in which arm, and who succeeds."""

import numpy as np
import pandas as pd

from sample_data.plans import PLANS, Plan
from sample_data.sizes import PEOPLE, chunks
from sample_data.streams import stream


def draw(
    plan: Plan, stratum: str, seed: int, chunk: int, scale: float
) -> tuple[np.ndarray, np.ndarray]:
    """Draw who of a stratum is in which arm, and who succeeds.

    Arms have fixed sizes in random order; successes are independent draws at the planted rate.
    Nothing else in the union's history touches them.

    Parameters
    ----------
    plan : Plan
        The campaign.
    stratum : str
        Which of its strata.
    seed, chunk : int
        Of the random stream.
    scale : float
        People of the chunk / `sample_data.sizes.PEOPLE`.

    Returns
    -------
    tuple of array of int and array of bool
        The arm's position and whether it is a hit, one a place, to be filled with people.
    """
    arms = plan.strata[stratum]
    rng = stream(seed, chunk, f"{plan.campaign_id}/{stratum}")
    sizes = [round(arm.people * scale) for arm in arms]
    arm = rng.permutation(np.repeat(np.arange(len(arms)), sizes))
    return arm, rng.random(len(arm)) < np.array([each.rate for each in arms])[arm]


def campaign_outcomes(seed: int, scale: float = 1.0) -> pd.DataFrame:
    """Draw the outcomes of all campaigns and nothing else of a union.

    The same draws as in the whole union of that seed, so that intervals can be proven over
    hundreds of seeds.

    Parameters
    ----------
    seed : int
        The union's seed.
    scale : float
        Size of the union / `sample_data.sizes.PEOPLE`.

    Returns
    -------
    pandas.DataFrame
        ``campaign_id, stratum, arm, role, rate, n, hits``; the rate is the planted one.
    """
    drawn = planted_rates().drop(columns="people").assign(n=0, hits=0)
    for chunk, people in enumerate(chunks(round(PEOPLE * scale))):
        counts = [
            _counts(*draw(plan, stratum, seed, chunk, people / PEOPLE), len(arms))
            for plan in PLANS
            for stratum, arms in plan.strata.items()
        ]
        drawn[["n", "hits"]] += np.concatenate(counts)
    return drawn


def _counts(arm: np.ndarray, hit: np.ndarray, arms: int) -> np.ndarray:
    n, hits = np.bincount(arm, minlength=arms), np.bincount(arm[hit], minlength=arms)
    return np.column_stack([n, hits])


def planted_rates() -> pd.DataFrame:
    """Return every arm with its planted chance of success, in the order of the plans."""
    rows = [
        (plan.campaign_id, stratum, arm.name, arm.role, arm.people, arm.rate)
        for plan in PLANS
        for stratum, arms in plan.strata.items()
        for arm in arms
    ]
    return pd.DataFrame(rows, columns=["campaign_id", "stratum", "arm", "role", "people", "rate"])

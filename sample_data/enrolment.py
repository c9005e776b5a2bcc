"""Filling the places of a campaign with people."""

import numpy as np
import pandas as pd

from sample_data.campaigns import draw
from sample_data.plans import Plan


def assigned(
    rng: np.random.Generator,
    plan: Plan,
    stratum: str,
    pool: pd.DataFrame,
    where: tuple[int, int, float],
) -> pd.DataFrame:
    """Fill the places of a stratum with people.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream that chooses people; places have their own.
    plan : Plan
        The campaign.
    stratum : str
        Which of its strata.
    pool : pandas.DataFrame
        Those eligible: ``person`` and ``day`` on which they would be drawn.
    where : tuple
        Seed, chunk and scale.

    Returns
    -------
    pandas.DataFrame
        The pool's columns of those drawn, and ``campaign_id, stratum, arm, role, hit``.
    """
    arm, hit = draw(plan, stratum, *where)
    drawn = pool.iloc[rng.permutation(len(pool))[: len(arm)]].reset_index(drop=True)
    arm, hit = arm[: len(drawn)], hit[: len(drawn)]
    arms = plan.strata[stratum]
    return drawn.assign(
        campaign_id=plan.campaign_id,
        stratum=stratum,
        arm=np.array([each.name for each in arms])[arm],
        role=np.array([each.role for each in arms])[arm],
        hit=hit,
    )

"""Who brought whom into the union."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, HISTORY_BEGINS
from sample_data.history import History
from sample_data.streams import stream

REFERRERS = 0.12  # of all people
KNOWN = 0.80  # of colleagues' recruits, whose referrer is on record
TRIES = 4


def referrals(history: History, by_colleague: np.ndarray) -> pd.DataFrame:
    """Draw the referrals: those with a known recruit first, then one for each other referrer.

    Parameters
    ----------
    history : History
        People and spells.
    by_colleague : array of bool
        Who joined through a colleague.

    Returns
    -------
    pandas.DataFrame
        ``person`` (who referred), ``referred`` (who came; -1 = not known), ``at``.
    """
    rng = stream(history.seed, history.chunk, "referrals")
    first = history.spells[history.spells["spell_no"] == 1]
    started, ended = first["started"].to_numpy(), first["ended"].to_numpy()
    n = len(first)
    referrers = np.flatnonzero(rng.random(n) < REFERRERS)
    recruits = np.flatnonzero(
        by_colleague & (started > HISTORY_BEGINS + 30) & (rng.random(n) < KNOWN)
    )
    who = _referrer_in_at_the_time(rng, referrers, recruits, started, ended)
    matched = who >= 0
    others = np.setdiff1d(referrers, who[matched])
    since = np.maximum(started[others], HISTORY_BEGINS)
    until = np.maximum(np.minimum(ended[others], AS_OF), since + 1)
    at_some_time = since + (rng.random(len(others)) * (until - since)).astype(np.int64)
    return pd.DataFrame(
        {
            "person": np.concatenate([who[matched], others]),
            "referred": np.concatenate([recruits[matched], np.full(len(others), -1)]),
            "at": np.concatenate([started[recruits[matched]], at_some_time]),
        }
    )


def _referrer_in_at_the_time(
    rng: np.random.Generator,
    referrers: np.ndarray,
    recruits: np.ndarray,
    started: np.ndarray,
    ended: np.ndarray,
) -> np.ndarray:
    who = np.full(len(recruits), -1)
    for _ in range(TRIES if len(referrers) else 0):
        guess = rng.choice(referrers, len(recruits))
        fits = (started[guess] < started[recruits]) & (ended[guess] > started[recruits])
        who = np.where((who < 0) & fits, guess, who)
    return who


def referral_table(history: History, drawn: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``referral``."""
    ids = history.people["member_id"].to_numpy()
    unknown = (drawn["referred"] < 0).to_numpy()
    return pd.DataFrame(
        {
            "member_id": ids[drawn["person"]],
            "referred_id": pd.arrays.IntegerArray(ids[drawn["referred"]], unknown),
            "at": drawn["at"],
        }
    ).sort_values(["at", "member_id"], ignore_index=True)

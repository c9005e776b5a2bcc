"""Coming back without being asked, and the spells that follow."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, NEVER, YEAR, day
from sample_data.plans import FREE_MONTHS_END, FREE_MONTHS_LAPSE, LAPSE_DAYS
from sample_data.reasons import with_reasons
from sample_data.risks import RESIGNED, SECOND_LIFE
from sample_data.rules import REASON_CODE, REASONS
from sample_data.spells import live_on, recorded
from sample_data.streams import stream

RETURN_IN_A_YEAR = {
    "dissatisfied": 0.02, "too_expensive": 0.08, "changed_job": 0.055, "no_use": 0.02,
    "own_firm": 0.07, "studies": 0.12, "better_offer": 0.03, "other": 0.03, "arrears": 0.055,
    "retired": 0.004, "death": 0.0, "excluded": 0.01, "unknown": 0.045,
}  # fmt: skip
_CHANCES = np.array([RETURN_IN_A_YEAR[reason] for reason in REASONS])
LATER = 0.6  # of that chance once more, over the years after the first
LATER_YEARS = 5
LAPSE_NOTICE = (day("2026-03-02"), day("2026-03-30"))  # out on 1 April to 1 June


def return_days(rng: np.random.Generator, spells: pd.DataFrame) -> np.ndarray:
    """Draw when those who have left come back by themselves.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    spells : pandas.DataFrame
        ``ended`` and ``reason``.

    Returns
    -------
    array of int
        Day of the return; `NEVER` for those who stay away, or return after the extract.
    """
    n = len(spells)
    left = (spells["ended"] <= AS_OF).to_numpy()
    chance = np.where(left, _CHANCES[spells["reason"]], 0.0)
    draw = rng.random(n)
    soon = draw < chance
    later = ~soon & (draw < chance * (1 + LATER))
    wait = np.where(
        soon, rng.integers(20, 360, n), (YEAR * (1 + LATER_YEARS * rng.random(n))).astype(int)
    )
    returns = np.where(soon | later, spells["ended"].to_numpy() + wait, NEVER)
    return np.where(returns <= AS_OF, returns, NEVER)


def next_spells(
    seed: int,
    chunk: int,
    people: pd.DataFrame,
    spells: pd.DataFrame,
    free_months: np.ndarray,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw the spells of those who come back.

    Parameters
    ----------
    seed, chunk : int
        Of the random stream.
    people : pandas.DataFrame
        All people of the chunk.
    spells : pandas.DataFrame
        The spells before, all of one number, with ``person``, ``spell_no`` and ``returns``;
        at least one of them comes back.
    free_months : array of int
        Persons won back by free months, who keep to that offer's own planted lapse.

    Returns
    -------
    spells, episodes : pandas.DataFrame
        Spells with ``person``, ``spell_no`` and ``reason``; episodes with ``person``.
    """
    back = spells[spells["returns"] <= AS_OF]
    spell_no = int(back["spell_no"].iloc[0]) + 1
    rng = stream(seed, chunk, f"spells/{spell_no}")
    of_people = people.iloc[back["person"]]
    started = back["returns"].to_numpy()
    bound = np.isin(back["person"], free_months)
    since = np.where(bound, np.maximum(started, FREE_MONTHS_END + LAPSE_DAYS), started)
    drawn, episodes = live_on(rng, of_people, started, since, life=SECOND_LIFE ** (spell_no - 1))
    episodes["person"] = back["person"].to_numpy()[episodes["person"]]
    drawn = with_reasons(rng, drawn, of_people)
    lapses = np.flatnonzero(bound & (rng.random(len(back)) < FREE_MONTHS_LAPSE))
    drawn = _lapse(rng, drawn, of_people, lapses)
    drawn.insert(0, "person", back["person"].to_numpy())
    return drawn.assign(spell_no=spell_no), episodes


def _lapse(
    rng: np.random.Generator, spells: pd.DataFrame, people: pd.DataFrame, rows: np.ndarray
) -> pd.DataFrame:
    """Let those who came for the free months resign as these run out."""
    branch = people["branch"].to_numpy()[rows]
    ends = recorded(
        pd.DataFrame(
            {
                "event": rng.integers(*LAPSE_NOTICE, len(rows)),
                "route": np.full(len(rows), RESIGNED, dtype=np.int8),
            }
        ),
        branch,
    )
    price = np.int8(REASON_CODE["too_expensive"])
    ends = ends.assign(reason=price, coming_reason=price).set_index(spells.index[rows])
    changed = spells.copy()
    changed.loc[ends.index, ends.columns] = ends
    return changed

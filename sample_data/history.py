"""The whole history of a chunk of members, before it is written down as tables."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sample_data.asked_back import return_campaigns
from sample_data.complaints import complaints_of
from sample_data.days import AS_OF
from sample_data.places import workplaces
from sample_data.plans import CASH_OR_FREE_MONTHS
from sample_data.reasons import with_reasons
from sample_data.returns import next_spells, return_days
from sample_data.sizes import CHUNK, PEOPLE
from sample_data.spells import first_spells
from sample_data.staying import call_in_notice, help_with_arrears, not_back_within_window
from sample_data.streams import pseudonyms, stream

NO_CONTACT = 0.02
MAX_SPELLS = 4


@dataclass(frozen=True)
class History:
    """What happened to a chunk of members. All days are whole numbers, see `sample_data.days`.

    Attributes
    ----------
    seed, chunk : int
        Where it was drawn.
    places : pandas.DataFrame
        Workplaces.
    people : pandas.DataFrame
        One row a person, numbered from 0, with ``member_id``.
    spells : pandas.DataFrame
        ``person, spell_no, started, event, route, reason, notice, ended``, and what is to come.
    episodes : pandas.DataFrame
        Arrears: ``person, missed, until``.
    complaints : pandas.DataFrame
        ``person, at, what, channel, resolved, satisfied``.
    assignments : pandas.DataFrame
        ``campaign_id, stratum, arm, role, hit, person, day``.
    """

    seed: int
    chunk: int
    places: pd.DataFrame
    people: pd.DataFrame
    spells: pd.DataFrame
    episodes: pd.DataFrame
    complaints: pd.DataFrame
    assignments: pd.DataFrame


def history(seed: int, chunk: int, n: int) -> History:
    """Draw the history of n people.

    Parameters
    ----------
    seed, chunk : int
        Two chunks of one seed are different people.
    n : int
        People ever a member within the recorded years.
    """
    where = (seed, chunk, n / PEOPLE)
    places = workplaces(seed, chunk, n)
    people, spells, episodes = first_spells(seed, chunk, n, places)
    rng = stream(seed, chunk, "after spells")
    people["member_id"] = pseudonyms(seed, chunk * CHUNK + np.arange(n))
    people["no_contact"] = rng.random(n) < NO_CONTACT
    spells = with_reasons(rng, spells.assign(spell_no=1), people)
    spells, episodes, in_arrears = help_with_arrears(people, spells, episodes, where)
    spells, episodes, in_notice = call_in_notice(
        people, spells, episodes, in_arrears["person"], where
    )
    complaints = complaints_of(rng, people, spells)
    spells["returns"] = return_days(rng, spells)
    spells = not_back_within_window(spells, pd.concat([in_arrears, in_notice]))
    spells, asked_back = return_campaigns(people, spells, complaints, where)
    assignments = pd.concat([in_arrears, in_notice, asked_back], ignore_index=True)
    rounds = _rounds(seed, chunk, people, spells, assignments)
    return History(
        seed,
        chunk,
        places,
        people,
        _sorted([each[0] for each in rounds]),
        pd.concat([episodes, *(each[1] for each in rounds)], ignore_index=True),
        pd.concat([complaints, *(each[2] for each in rounds)], ignore_index=True),
        assignments,
    )


def _rounds(
    seed: int, chunk: int, people: pd.DataFrame, spells: pd.DataFrame, assignments: pd.DataFrame
) -> list[tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]]:
    """Draw second, third and fourth spells, each with its arrears and complaints."""
    won_by_free_months = assignments.loc[
        (assignments["campaign_id"] == CASH_OR_FREE_MONTHS.campaign_id)
        & (assignments["arm"] == "free_months")
        & assignments["hit"],
        "person",
    ].to_numpy()
    rounds = [(spells, spells.iloc[:0][[]], spells.iloc[:0][[]])]
    for spell_no in range(2, MAX_SPELLS + 1):
        if not (spells["returns"] <= AS_OF).any():
            break
        free_months = won_by_free_months if spell_no == 2 else np.empty(0, dtype=np.int64)
        spells, episodes = next_spells(seed, chunk, people, spells, free_months)
        rng = stream(seed, chunk, f"after spells/{spell_no}")
        complaints = complaints_of(rng, people.iloc[spells["person"]], spells)
        spells["returns"] = return_days(rng, spells)
        rounds.append((spells, episodes, complaints))
    return rounds


def _sorted(spells: list[pd.DataFrame]) -> pd.DataFrame:
    return (
        pd.concat(spells, ignore_index=True)
        .sort_values(["person", "spell_no"], ignore_index=True)
        .drop(columns="returns")
    )

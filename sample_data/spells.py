"""Spells of membership: how long each lasts, and how its end is recorded."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, HISTORY_BEGINS, NEVER, first_of, month_of
from sample_data.people import candidates
from sample_data.places import NOTICE_MONTHS
from sample_data.risks import (
    ARREARS,
    DEATH,
    EXCLUDED,
    RECOVERS_ALONE,
    RESIGNED,
    RETIRED,
    TRANSFERRED,
    next_event,
)
from sample_data.streams import stream

ARREARS_MONTHS = 4  # unpaid months until a membership is ended
NO_ROUTE = -1


def first_spells(
    seed: int, chunk: int, n: int, places: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Draw people whose first spell reaches into the recorded history.

    Who left before the records begin is not in them, so more are drawn than kept.

    Returns
    -------
    people, spells, episodes : pandas.DataFrame
        n people and their first spells in the same order; their episodes of arrears.
    """
    rng = stream(seed, chunk, "people")
    kept: list[tuple[pd.DataFrame, ...]] = []
    while sum(len(people) for people, *_ in kept) < n:
        kept.append(_visible(rng, candidates(rng, int(n * 2.4) + 100, places), len(kept)))
    people, spells, episodes = (
        pd.concat(parts, ignore_index=True) for parts in zip(*kept, strict=True)
    )
    people, spells = people.iloc[:n], spells.iloc[:n]
    spells["person"] = np.arange(n)
    episodes["person"] = pd.Series(np.arange(n), index=spells["key"]).reindex(episodes["key"]).array
    episodes = episodes.dropna().astype("int64")
    return people, spells.drop(columns="key"), episodes.drop(columns="key")


def _visible(
    rng: np.random.Generator, people: pd.DataFrame, attempt: int
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    started = people["joined"].to_numpy()
    spells, episodes = live_on(rng, people, started, started)
    spells["key"] = attempt * len(people) * 2 + np.arange(len(people))
    episodes["key"] = spells["key"].to_numpy()[episodes.pop("person")]
    seen = (spells["ended"] > HISTORY_BEGINS).to_numpy()
    return people[seen], spells[seen], episodes


def live_on(
    rng: np.random.Generator,
    people: pd.DataFrame,
    started: np.ndarray,
    since: np.ndarray,
    life: np.ndarray | float = 1.0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw spells from a day on until they end, through arrears that are overcome.

    Parameters
    ----------
    rng, people, started, since, life
        As in `sample_data.risks.next_event`.

    Returns
    -------
    spells : pandas.DataFrame
        ``started, event, route, notice, ended, coming, coming_route`` a person; route is
        `NO_ROUTE` and days are `NEVER` while nothing is known as of the extract's date.
    episodes : pandas.DataFrame
        ``person`` (row), ``missed`` (first fee unpaid) and ``until`` (paid up, or out).
    """
    event, route = next_event(rng, people, started, since, life)
    life = np.broadcast_to(life, len(people))
    episodes = []
    open_rows = np.arange(len(people))
    while (rows := open_rows[(route[open_rows] == ARREARS) & (event[open_rows] < AS_OF)]).size:
        missed = first_of(month_of(event[rows]) + 1)
        recovers = rng.random(len(rows)) < RECOVERS_ALONE
        until = np.where(
            recovers,
            missed + rng.integers(80, 118, len(rows)),
            first_of(month_of(missed) + ARREARS_MONTHS),
        )
        episodes.append(pd.DataFrame({"person": rows, "missed": missed, "until": until}))
        event[rows] = missed
        open_rows = rows[recovers]
        event[open_rows], route[open_rows] = next_event(
            rng, people.iloc[open_rows], started[open_rows], until[recovers], life[open_rows]
        )
    spells = pd.DataFrame({"started": started, "event": event, "route": route})
    return recorded(spells, people["branch"].to_numpy()), _joined(episodes)


def _joined(episodes: list[pd.DataFrame]) -> pd.DataFrame:
    empty = pd.DataFrame({name: np.empty(0, dtype=np.int64) for name in EPISODE_COLUMNS})
    return pd.concat([empty, *episodes], ignore_index=True)


EPISODE_COLUMNS = ("person", "missed", "until")


def recorded(spells: pd.DataFrame, branch: np.ndarray) -> pd.DataFrame:
    """Add the days of notice and of leaving, as far as they are known as of the extract's date.

    Parameters
    ----------
    spells : pandas.DataFrame
        ``event`` and ``route`` a spell.
    branch : array of int
        The branch, whose notice rule applies.

    Returns
    -------
    pandas.DataFrame
        With ``notice`` and ``ended``; ends that nobody knows of yet are taken away, and stay
        in ``coming`` and ``coming_route``, because they already show in what people do.
    """
    event, route = spells["event"].to_numpy(), spells["route"].to_numpy()
    month = month_of(event)
    ended = np.select(
        [route == RESIGNED, np.isin(route, (TRANSFERRED, RETIRED)), route == ARREARS],
        [
            first_of(month + 1 + NOTICE_MONTHS[branch]),
            first_of(month + 1),
            first_of(month + ARREARS_MONTHS),
        ],
        event + (route == DEATH),
    )
    gives_notice = np.isin(route, (RESIGNED, TRANSFERRED, RETIRED, EXCLUDED))
    known = np.where(gives_notice, event, ended) <= AS_OF
    return spells.assign(
        coming=event,
        coming_route=route,
        event=np.where(known, event, NEVER),
        route=np.where(known, route, NO_ROUTE).astype(np.int8),
        notice=np.where(known & gives_notice, event, NEVER),
        ended=np.where(known, ended, NEVER),
    )

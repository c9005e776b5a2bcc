"""The tables of a chunk of members, ready for the database: pseudonyms and dates."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sample_data.activity import activity_month_table, interaction_table, purchase_table
from sample_data.contacts import assignment_table, consent_table, contact_table
from sample_data.days import NEVER, dates
from sample_data.dirt import late_notices, reason_columns
from sample_data.history import History
from sample_data.money import payment_table
from sample_data.people import member_table
from sample_data.phases import phases, spell_phase_table
from sample_data.referrals import referral_table, referrals
from sample_data.risks import DEATH, RESIGNED, ROUTES, TRANSFERRED
from sample_data.spells import NO_ROUTE
from sample_data.streams import stream
from sample_data.uses import benefit_uses

KEEPS_FUND = 1 / 3  # of those who resign: they leave the union and keep the unemployment fund
DESTINATIONS = ("fund_only", "other_union", "yellow_union", "no_union", "unknown")
WORKPLACE_COLUMNS = (
    "workplace_id", "sector", "size", "density", "agreement", "shop_steward", "club",
)  # fmt: skip
_DAY_COLUMNS = (
    "died_on", "started_on", "ended_on", "from_on", "to_on", "due_on", "paid_on", "notice_on",
    "at", "month",
)  # fmt: skip


def chunk_tables(history: History) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the tables of a chunk one by one, so that none waits in memory for the others.

    Parameters
    ----------
    history : History
        `sample_data.history.history`.

    Yields
    ------
    tuple of str and pandas.DataFrame
        Table name, and its rows with dates as dates.
    """
    for table, frame in _tables(history):
        yield table, _with_dates(frame)


def _tables(history: History) -> Iterator[tuple[str, pd.DataFrame]]:
    yield "workplace", history.places[list(WORKPLACE_COLUMNS)]
    members = member_table(history.people, history.seed, history.chunk)
    drawn = referrals(history, (members["join_channel"] == "colleague").to_numpy())
    yield "member", _members(history, members, drawn)
    yield "referral", referral_table(history, drawn)
    yield "spell", _spells(history)
    yield "exit", _exits(history)
    stretches = phases(history)
    yield "spell_phase", spell_phase_table(history, stretches)
    yield "payment", payment_table(history, stretches)
    uses = benefit_uses(history)
    yield "benefit_use", _named(history, uses)
    yield "activity_month", activity_month_table(history, uses)
    yield "interaction", interaction_table(history)
    yield "complaint", _named(history, history.complaints.sort_values(["person", "at"]))
    yield "purchase", purchase_table(history)
    yield "consent", consent_table(history)
    yield "assignment", assignment_table(history)
    yield "contact", contact_table(history)


def _with_dates(frame: pd.DataFrame) -> pd.DataFrame:
    days = [name for name in _DAY_COLUMNS if name in frame and frame[name].dtype == np.int64]
    return frame.assign(**{name: dates(frame[name]) for name in days})


def _named(history: History, frame: pd.DataFrame) -> pd.DataFrame:
    ids = history.people["member_id"].to_numpy()[frame["person"]]
    return frame.drop(columns="person").assign(member_id=ids).reset_index(drop=True)


def _members(history: History, members: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    known = drawn[drawn["referred"] >= 0]
    referred_by = np.zeros(len(members), dtype=np.int64)
    ids = history.people["member_id"].to_numpy()
    referred_by[known["referred"]] = ids[known["person"]]
    died = np.full(len(members), NEVER)
    deaths = history.spells[history.spells["route"] == DEATH]
    died[deaths["person"]] = deaths["event"]
    return members.assign(
        referred_by=pd.arrays.IntegerArray(referred_by, referred_by == 0), died_on=died
    )


def _spells(history: History) -> pd.DataFrame:
    spells = history.spells
    return pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[spells["person"]],
            "spell_no": spells["spell_no"].to_numpy().astype("uint8"),
            "started_on": spells["started"],
            "ended_on": spells["ended"],
        }
    )


def _exits(history: History) -> pd.DataFrame:
    rng = stream(history.seed, history.chunk, "exits")
    left = history.spells[history.spells["route"] != NO_ROUTE].reset_index(drop=True)
    route = left["route"].to_numpy()
    frame = pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[left["person"]],
            "spell_no": left["spell_no"].to_numpy().astype("uint8"),
            "notice_on": late_notices(rng, left["notice"].to_numpy(), left["ended"].to_numpy()),
            "route": pd.Categorical.from_codes(route, list(ROUTES)),
            "destination_type": _destinations(rng, route),
        }
    )
    return pd.concat([frame, reason_columns(rng, left["reason"].to_numpy())], axis=1)


def _destinations(rng: np.random.Generator, route: np.ndarray) -> pd.Categorical:
    n = len(route)
    keeps = (route == RESIGNED) & (rng.random(n) < KEEPS_FUND)
    moved = np.where(rng.random(n) < 0.3, rng.integers(1, 4, n), 4)
    codes = np.select([keeps, route == TRANSFERRED], [0, moved], -1)
    return pd.Categorical.from_codes(codes, list(DESTINATIONS))

"""Everyday traces: months of activity, contacts with the union, purchases."""

import numpy as np
import pandas as pd

from sample_data.classes import LOGINS_A_MONTH
from sample_data.days import RECENT_BEGINS, first_of, month_of
from sample_data.history import History
from sample_data.money import months_within
from sample_data.plans import CALL_IN_NOTICE
from sample_data.risks import RESIGNED
from sample_data.streams import pick, stream
from sample_data.uses import FALL_BEFORE_RESIGNING, events

CALLS_A_MONTH = 0.11
HABIT = 0.4  # shape of the gamma by which persons differ: a few do most of it, many nothing
TRACKED = 0.35  # have agreed to be tracked; for all others nothing is stored
OPENS_A_MONTH = 1.1
TERMS_PAGE, TERMS_PAGE_BEFORE_RESIGNING = 0.008, 0.16
QUIET_MONTHS, TERMS_MONTHS = 3, 2
INTERACTIONS_A_YEAR, PURCHASES_A_YEAR = 1.1, 0.03
WHATS = ("advice", "membership", "payment", "event_signup", "case_follow_up")
CHANNELS = ("phone", "email", "chat", "self_service", "meeting")
OUTCOMES = ("solved", "passed_on", "no_answer")
GOODS = ("course_fee", "book", "conference", "holiday_home")


def activity_month_table(history: History, uses: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``activity_month``: each month of the last 24 of each member.

    Parameters
    ----------
    history : History
        People and spells.
    uses : pandas.DataFrame
        `sample_data.uses.benefit_uses`, counted here by month.
    """
    rng = stream(history.seed, history.chunk, "activity")
    spells = history.spells
    begins = first_of(month_of(spells["started"].to_numpy()))
    rows, months = months_within(begins, spells["ended"].to_numpy())
    person = spells["person"].to_numpy()[rows]
    # a month on both sides of a leaving and a return is one month
    once = np.ones(len(rows), dtype=bool)
    once[1:] = (person[1:] != person[:-1]) | (months[1:] != months[:-1])
    rows, months, person = rows[once], months[once], person[once]
    ahead = _months_until_notice(spells, rows, months)
    factor = np.where(ahead <= QUIET_MONTHS, 1 - FALL_BEFORE_RESIGNING, 1.0)
    terms = np.where(ahead <= TERMS_MONTHS, TERMS_PAGE_BEFORE_RESIGNING, TERMS_PAGE)
    untracked = (rng.random(len(history.people)) >= TRACKED)[person]
    logins = LOGINS_A_MONTH[history.people["need_class"].to_numpy()[person]]
    habit = rng.gamma(HABIT, 1 / HABIT, len(history.people))[person]
    return pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[person],
            "month": first_of(months),
            "logins": _counts(rng, logins * habit * factor),
            "calls": _counts(rng, CALLS_A_MONTH * habit * factor),
            "benefit_uses": _uses_by_month(uses, person, months),
            "email_opens": pd.arrays.IntegerArray(_counts(rng, OPENS_A_MONTH * factor), untracked),
            "saw_terms_page": pd.arrays.BooleanArray(rng.random(len(rows)) < terms, untracked),
        }
    )


def _months_until_notice(spells: pd.DataFrame, rows: np.ndarray, months: np.ndarray) -> np.ndarray:
    resigns = spells["coming_route"].to_numpy()[rows] == RESIGNED
    return np.where(resigns, month_of(spells["coming"].to_numpy())[rows] - months, 1_000)


def _counts(rng: np.random.Generator, means: np.ndarray) -> np.ndarray:
    return rng.poisson(means).astype("uint16")


def _uses_by_month(uses: pd.DataFrame, person: np.ndarray, months: np.ndarray) -> np.ndarray:
    recent = uses[uses["at"] >= RECENT_BEGINS]
    first = int(month_of(np.array(RECENT_BEGINS)))
    width = int(months.max(initial=first)) - first + 1
    size = (int(person.max(initial=0)) + 1) * width
    used = recent["person"].to_numpy() * width + month_of(recent["at"].to_numpy()) - first
    return np.bincount(used, minlength=size)[person * width + months - first].astype("uint16")


def interaction_table(history: History) -> pd.DataFrame:
    """Return the rows of table ``interaction``, with the notices given and taken back."""
    rng = stream(history.seed, history.chunk, "interactions")
    spells = history.spells
    rows, at = events(rng, spells, INTERACTIONS_A_YEAR)
    n = len(rows)
    whats = (*WHATS, "notice", "notice_withdrawn")
    everyday = pd.DataFrame(
        {
            "person": spells["person"].to_numpy()[rows],
            "at": at,
            "what": pick(rng, [0.42, 0.24, 0.14, 0.12, 0.08], n),
            "channel": pick(rng, [0.42, 0.28, 0.12, 0.14, 0.04], n),
            "outcome": pick(rng, [0.8, 0.14, 0.06], n),
        }
    )
    frame = pd.concat([everyday, _taken_back(rng, history)], ignore_index=True)
    frame = frame.sort_values(["person", "at"], kind="stable", ignore_index=True)
    return pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[frame["person"]],
            "at": frame["at"],
            "what": pd.Categorical.from_codes(frame["what"], list(whats)),
            "channel": pd.Categorical.from_codes(frame["channel"], list(CHANNELS)),
            "outcome": pd.Categorical.from_codes(frame["outcome"], list(OUTCOMES)),
        }
    )


def _taken_back(rng: np.random.Generator, history: History) -> pd.DataFrame:
    """Return both letters of those who resigned and thought better of it."""
    drawn = history.assignments
    stayed = drawn[(drawn["campaign_id"] == CALL_IN_NOTICE.campaign_id) & drawn["hit"]]
    later = stayed["day"] + rng.integers(2, 25, len(stayed))
    gave = len(WHATS)
    return pd.DataFrame(
        {
            "person": np.tile(stayed["person"].to_numpy(), 2),
            "at": np.concatenate([stayed["day"], later]).astype(np.int64),
            "what": np.repeat([gave, gave + 1], len(stayed)),
            "channel": np.repeat([3, 0], len(stayed)),
            "outcome": 0,
        }
    )


def purchase_table(history: History) -> pd.DataFrame:
    """Return the rows of table ``purchase``; a union sells little."""
    rng = stream(history.seed, history.chunk, "purchases")
    rows, at = events(rng, history.spells, PURCHASES_A_YEAR)
    person = history.spells["person"].to_numpy()[rows]
    return pd.DataFrame(
        {
            "member_id": history.people["member_id"].to_numpy()[person],
            "at": at,
            "what": pd.Categorical.from_codes(
                pick(rng, [0.45, 0.25, 0.2, 0.1], len(rows)), list(GOODS)
            ),
            "channel": pd.Categorical.from_codes(np.zeros(len(rows), "int8"), ["website"]),
            "amount": np.round(rng.lognormal(5.9, 0.8, len(rows)), -1),
        }
    )

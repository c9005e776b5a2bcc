"""Persons: who joins, when, where they work, and what they want from a union."""

import numpy as np
import pandas as pd

from sample_data.classes import ARREARS_RISK, RESIGN_RISK, SHARES_FROM_35, SHARES_UNDER_35
from sample_data.days import AS_OF, YEAR
from sample_data.places import (
    BRANCH_IDS,
    BRANCH_SHARES,
    BRANCHES,
    IS_BAD,
    OCCUPATIONS,
    SECTOR_SHARES,
    SECTORS,
)
from sample_data.streams import pick, stream

YEARS_OF_JOINING = 45
STUDENTS_AMONG_JOINERS = 0.42
GENDERS = ("female", "male", "other")
JOIN_CHANNELS = ("colleague", "workplace", "website", "phone", "student_event", "unemployment_fund")
JOIN_REASONS = ("security", "pay", "career", "cash", "community")
# chance of each join reason by need class
REASONS_BY_CLASS = np.array(
    [
        [0.66, 0.12, 0.06, 0.10, 0.06],
        [0.18, 0.60, 0.08, 0.08, 0.06],
        [0.18, 0.14, 0.54, 0.08, 0.06],
        [0.16, 0.16, 0.04, 0.04, 0.60],
        [0.36, 0.20, 0.08, 0.30, 0.06],
    ]
)


def candidates(rng: np.random.Generator, n: int, places: pd.DataFrame) -> pd.DataFrame:
    """Draw people who joined at some time in the past decades.

    Parameters
    ----------
    rng : numpy.random.Generator
        The stream to draw from.
    n : int
        How many.
    places : pandas.DataFrame
        `sample_data.places.workplaces`.

    Returns
    -------
    pandas.DataFrame
        One row a person: ``joined``, ``born``, ``graduates`` (days), ``student``, ``part_time``,
        ``sector_code``, ``branch``, ``workplace`` (row of ``places``), ``steward``,
        ``agreement``, ``need_class``, and the multipliers ``resign_risk``, ``arrears_risk``.
    """
    joined = AS_OF - (rng.random(n) * YEARS_OF_JOINING * YEAR).astype(np.int64)
    student = rng.random(n) < STUDENTS_AMONG_JOINERS
    age = np.where(student, 16.5 + rng.gamma(2.5, 1.9, n), _age_of_workers(rng, n))
    studies = np.where(student, rng.uniform(1.0, 5.5, n), -2.0)
    young = (age < 35)[:, None]
    people = pd.DataFrame(
        {
            "joined": joined,
            "born": joined - (age * YEAR).astype(np.int64),
            "student": student,
            "graduates": joined + (studies * YEAR).astype(np.int64),
            "part_time": rng.random(n) < 0.13,
            "sector_code": pick(rng, SECTOR_SHARES, n),
            "branch": pick(rng, BRANCH_SHARES, n),
            "need_class": pick(rng, np.where(young, SHARES_UNDER_35, SHARES_FROM_35)),
        }
    )
    return _with_risks(_at_workplaces(rng, people, places), places)


def _age_of_workers(rng: np.random.Generator, n: int) -> np.ndarray:
    return 19 + 45 * rng.beta(1.2, 0.72, n)


def _at_workplaces(
    rng: np.random.Generator, people: pd.DataFrame, places: pd.DataFrame
) -> pd.DataFrame:
    """Give each person a workplace of their branch and sector, large ones more often."""
    cells = len(BRANCH_IDS) * len(SECTORS)
    cell_of_place = places["branch"].to_numpy() * len(SECTORS) + places["sector_code"].to_numpy()
    up_to = np.cumsum(np.sqrt(places["size"].to_numpy()))
    ends = up_to[np.searchsorted(cell_of_place, np.arange(cells), side="right") - 1]
    begins = np.concatenate([[0.0], ends[:-1]])
    cell = people["branch"].to_numpy() * len(SECTORS) + people["sector_code"].to_numpy()
    at = begins[cell] + rng.random(len(people)) * (ends - begins)[cell]
    rows = np.minimum(np.searchsorted(up_to, at, side="right"), len(places) - 1)
    return people.assign(workplace=rows)


def _with_risks(people: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    steward = places["shop_steward"].to_numpy()[people["workplace"]]
    need_class = people["need_class"].to_numpy()
    bad = IS_BAD[people["branch"].to_numpy()]
    steadiness = np.where(people["joined"] - people["born"] >= 48 * YEAR, 0.5, 1.1)
    return people.assign(
        steward=steward,
        agreement=places["agreement"].to_numpy()[people["workplace"]],
        resign_risk=RESIGN_RISK[need_class]
        * np.where(bad, 1.35, 0.92)
        * np.where(steward, 0.92, 1.12)
        * steadiness,
        arrears_risk=ARREARS_RISK[need_class] * steadiness,
    )


def member_table(people: pd.DataFrame, seed: int, chunk: int) -> pd.DataFrame:
    """Return the rows of table ``member``, but for ``referred_by`` and ``died_on``."""
    rng = stream(seed, chunk, "profiles")
    n = len(people)
    born = people["born"].to_numpy().astype("datetime64[D]").astype("datetime64[Y]")
    sector = people["sector_code"].to_numpy()
    return pd.DataFrame(
        {
            "member_id": people["member_id"],
            "birth_year": (born.astype(np.int64) + 1970).astype("int16"),
            "gender": pd.Categorical.from_codes(pick(rng, [0.55, 0.442, 0.008], n), list(GENDERS)),
            "municipality": _named(
                rng, people["branch"].to_numpy(), [row[5] for row in BRANCHES.values()]
            ),
            "sector": pd.Categorical.from_codes(sector, list(SECTORS)),
            "occupation": _named(rng, sector, [OCCUPATIONS[name] for name in SECTORS]),
            "join_channel": pd.Categorical.from_codes(
                pick(rng, _channel_shares(people["student"].to_numpy())), list(JOIN_CHANNELS)
            ),
            "join_reason": pd.Categorical.from_codes(
                pick(rng, REASONS_BY_CLASS[people["need_class"]]), list(JOIN_REASONS)
            ),
        }
    )


def _channel_shares(student: np.ndarray) -> np.ndarray:
    return np.where(
        student[:, None], [0.20, 0.12, 0.22, 0.04, 0.40, 0.02], [0.28, 0.24, 0.26, 0.10, 0, 0.12]
    )


def _named(
    rng: np.random.Generator, group: np.ndarray, names: list[tuple[str, ...]]
) -> pd.Categorical:
    """Draw one of the names of each person's group."""
    flat = [name for of_group in names for name in of_group]
    counts = np.array([len(of_group) for of_group in names])
    offsets = np.cumsum(counts) - counts
    codes = offsets[group] + (rng.random(len(group)) * counts[group]).astype(int)
    return pd.Categorical.from_codes(codes, flat)

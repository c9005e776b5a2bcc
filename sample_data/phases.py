"""Types of membership within a spell: studies, first job, work, breaks, pension; and the fee."""

import numpy as np
import pandas as pd

from sample_data.days import AS_OF, HISTORY_BEGINS, NEVER, YEAR, first_of, month_of
from sample_data.history import History
from sample_data.places import BRANCH_IDS, SUPPLEMENTS
from sample_data.streams import pick, stream

TYPES = (
    "full", "part_time", "student", "new_graduate", "unemployed", "early_pension", "senior",
    "resting",
)  # fmt: skip
FULL, PART_TIME, STUDENT, NEW_GRADUATE, UNEMPLOYED, EARLY_PENSION, SENIOR, RESTING = range(8)
FEES = np.array([485.0, 415.0, 65.0, 200.0, 300.0, 195.0, 35.0, 0.0])
PAYS_SUPPLEMENT = np.isin(np.arange(8), (FULL, PART_TIME, NEW_GRADUATE, UNEMPLOYED))
MAY_INSURE = np.isin(np.arange(8), (FULL, PART_TIME, NEW_GRADUATE, UNEMPLOYED, RESTING))
PRODUCTS = ("union", "both")
BOTH_SHARE = 0.72
EARLY_PENSION_SHARE = 0.52
PENSION_AGE, EARLY_AGE = 67, 63
BREAK_SLOT = 730  # days; in each at most one break from work
BREAK_CHANCE, RESTING_AMONG_BREAKS = 0.40, 0.19


def phases(history: History) -> pd.DataFrame:
    """Cut spells into stretches of one type.

    Parameters
    ----------
    history : History
        People and spells.

    Returns
    -------
    pandas.DataFrame
        ``person, spell_no, type, both, fee, begins, until``; ``until`` is `NEVER` while running.
    """
    rng = stream(history.seed, history.chunk, "phases")
    people = _turning_points(rng, history.people)
    spells = history.spells
    edges = pd.concat([_life_edges(people, spells), _breaks(rng, people, spells)])
    edges = edges.sort_values(["row", "begins", "break"], ignore_index=True)
    edges = edges.drop_duplicates(["row", "begins"], keep="last")
    person = spells["person"].to_numpy()[edges["row"]]
    begins, taken = edges["begins"].to_numpy(), edges["break"].to_numpy()
    of_life = type_on(people.iloc[person], begins)
    kinds = np.where(taken >= 0, taken, of_life)
    ended = spells["ended"].to_numpy()[edges["row"]]
    last = np.append(edges["row"].to_numpy()[1:] != edges["row"].to_numpy()[:-1], True)
    until = np.where(last, ended, np.append(begins[1:], 0))
    both = people["both"].to_numpy()[person] & MAY_INSURE[kinds]
    supplement = SUPPLEMENTS[people["branch"].to_numpy()[person]] * PAYS_SUPPLEMENT[kinds]
    return pd.DataFrame(
        {
            "person": person,
            "spell_no": spells["spell_no"].to_numpy()[edges["row"]],
            "type": kinds,
            "both": both,
            "fee": FEES[kinds] + supplement,
            "begins": begins,
            "until": until,
        }
    )


def _turning_points(rng: np.random.Generator, people: pd.DataFrame) -> pd.DataFrame:
    n = len(people)
    born = people["born"].to_numpy()
    early = born + ((EARLY_AGE + rng.random(n) * 1.5) * YEAR).astype(np.int64)
    pension = born + int(PENSION_AGE * YEAR)
    graduates = people["graduates"].to_numpy()
    return people.assign(
        works_from=np.where(people["student"], graduates, -NEVER),
        settled_from=np.where(people["student"], graduates + 365, -NEVER),
        early_from=np.where(rng.random(n) < EARLY_PENSION_SHARE, early, pension),
        pension_from=pension,
        both=rng.random(n) < BOTH_SHARE,
    )


def type_on(people: pd.DataFrame, days: np.ndarray) -> np.ndarray:
    """Return each person's type on a day, breaks aside."""
    works = np.where(people["part_time"], PART_TIME, FULL)
    return np.select(
        [
            days >= people["pension_from"],
            days >= people["early_from"],
            days < people["works_from"],
            days < people["settled_from"],
        ],
        [SENIOR, EARLY_PENSION, STUDENT, NEW_GRADUATE],
        works,
    ).astype(np.int8)


def _life_edges(people: pd.DataFrame, spells: pd.DataFrame) -> pd.DataFrame:
    """Return the start of each spell and each turning point within it, on firsts of months."""
    person = spells["person"].to_numpy()
    started = spells["started"].to_numpy()
    stops = np.minimum(spells["ended"].to_numpy(), AS_OF + 1)
    points = [started]
    for name in ("works_from", "settled_from", "early_from", "pension_from"):
        points.append(first_of(month_of(people[name].to_numpy()[person]) + 1))
    begins = np.stack(points)
    inside = (begins > started) & (begins < stops)
    inside[0] = True
    rows = np.broadcast_to(np.arange(len(spells)), begins.shape)
    return pd.DataFrame({"row": rows[inside], "begins": begins[inside], "break": -1})


def _breaks(rng: np.random.Generator, people: pd.DataFrame, spells: pd.DataFrame) -> pd.DataFrame:
    """Draw breaks from work (unemployed or resting): where each begins, and where work resumes."""
    since = np.maximum(spells["started"].to_numpy(), HISTORY_BEGINS)
    until = np.minimum(spells["ended"].to_numpy(), AS_OF + 1)
    slots = np.maximum(np.ceil((until - since) / BREAK_SLOT), 0).astype(np.int64)
    row = np.repeat(np.arange(len(spells)), slots)
    slot = np.arange(len(row)) - np.repeat(np.cumsum(slots) - slots, slots)
    chosen = rng.random(len(row)) < BREAK_CHANCE
    row, slot = row[chosen], slot[chosen]
    at = since[row] + slot * BREAK_SLOT + rng.integers(30, 330, len(row))
    begins = first_of(month_of(at) + 1)
    resumes = first_of(month_of(begins) + rng.integers(3, 12, len(row)))
    person = spells["person"].to_numpy()[row]
    works = np.isin(type_on(people.iloc[person], begins), (FULL, PART_TIME)) & np.isin(
        type_on(people.iloc[person], resumes), (FULL, PART_TIME)
    )
    kind = np.where(pick(rng, [1 - RESTING_AMONG_BREAKS, RESTING_AMONG_BREAKS], len(row)),
                    RESTING, UNEMPLOYED)  # fmt: skip
    starts = works & (begins < until[row])
    ends = works & (resumes < until[row])
    return pd.DataFrame(
        {
            "row": np.concatenate([row[starts], row[ends]]),
            "begins": np.concatenate([begins[starts], resumes[ends]]),
            "break": np.concatenate([kind[starts], np.full(ends.sum(), -1)]),
        }
    )


def spell_phase_table(history: History, stretches: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``spell_phase``, days still as numbers."""
    of_people = history.people.iloc[stretches["person"]]
    return pd.DataFrame(
        {
            "member_id": of_people["member_id"].to_numpy(),
            "spell_no": stretches["spell_no"].to_numpy().astype("uint8"),
            "member_type": pd.Categorical.from_codes(stretches["type"], list(TYPES)),
            "product": pd.Categorical.from_codes(stretches["both"].astype("int8"), list(PRODUCTS)),
            "monthly_fee": stretches["fee"].to_numpy(),
            "branch_id": pd.Categorical.from_codes(of_people["branch"], list(BRANCH_IDS)),
            "workplace_id": history.places["workplace_id"].to_numpy()[of_people["workplace"]],
            "from_on": stretches["begins"].to_numpy(),
            "to_on": stretches["until"].to_numpy(),
        }
    )

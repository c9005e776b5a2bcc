"""Who answers which survey: willing members, and few of those who have left."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sample_data.classes import CLASS_SHARES
from sample_data.days import AS_OF, NEVER, dates, day, years_between
from sample_data.history import History
from sample_data.people import GENDERS
from sample_data.phases import TYPES
from sample_data.places import BRANCH_IDS, BRANCHES, SECTORS
from sample_data.risks import DEATH
from sample_data.streams import stream
from sample_data.wording import AGE_BANDS, AGE_EDGES

ANONYMOUS = 0.10
FORMER_FOR_YEARS = 5  # who left longer ago isn't asked


@dataclass(frozen=True)
class Survey:
    """A survey.

    Attributes
    ----------
    survey_id, kind, label : str
    fielded : int
        Day on which it went out.
    members, former : int
        How many of each answered.
    by_class : bool
        Whether the need classes are drawn in their planted shares.
    """

    survey_id: str
    kind: str
    label: str
    fielded: int
    members: int
    former: int
    by_class: bool = False


KANO = Survey("kano-2026", "kano", "Hvad betyder tilbuddene?", day("2026-09-07"), 2_130, 470)
VALUE = Survey("value-2026", "value", "Værdien af medlemskabet", day("2026-09-21"), 2_400, 600)
NEEDS = Survey("needs-2026", "needs", "Hvad vil du med dit medlemskab?", day("2026-01-12"),
               3_700, 300, by_class=True)  # fmt: skip
NPS = Survey("nps-2026", "nps", "Vil du anbefale forbundet?", day("2026-06-08"), 3_000, 500)
EXIT = Survey("exit-2026", "exit", "Da du meldte dig ud", day("2026-10-01"), 0, 600)
KANO_BEFORE = Survey("kano-2024", "kano", "Hvad betyder tilbuddene? (2024)", day("2024-09-09"),
                     1_050, 150)  # fmt: skip
BRAND = Survey("brand-2026", "brand_values", "Hvad skal forbundet stå for?", day("2026-08-17"),
               1_200, 300)  # fmt: skip
SURVEYS = (KANO, VALUE, NEEDS, NPS, EXIT, KANO_BEFORE, BRAND)


def respondents(history: History, stretches: pd.DataFrame, survey: Survey) -> pd.DataFrame:
    """Draw a survey's respondents.

    Willingness is a person's own, so that surveys share many respondents.

    Parameters
    ----------
    history : History
        People and spells.
    stretches : pandas.DataFrame
        `sample_data.phases.phases`.
    survey : Survey
        Which survey.

    Returns
    -------
    pandas.DataFrame
        Columns of table ``respondent`` as codes, and ``person, former, age``.
    """
    rng = stream(history.seed, history.chunk, survey.survey_id)
    willing = stream(history.seed, history.chunk, "willing").random(len(history.people))
    keys = willing + 0.15 * rng.random(len(willing))
    inside, outside = _asked(history, survey)
    small = min(1.0, len(history.people) / 40_000)
    members = _chosen(history, keys, inside, round(survey.members * small), survey.by_class)
    former = _chosen(history, keys, outside, round(survey.former * small), survey.by_class)
    chosen = pd.DataFrame(
        {
            "person": np.concatenate([members, former]),
            "former": np.repeat([False, True], [len(members), len(former)]),
        }
    )
    chosen = chosen.iloc[rng.permutation(len(chosen))].reset_index(drop=True)
    return _background(rng, history, stretches, survey, chosen)


def _asked(history: History, survey: Survey) -> tuple[np.ndarray, np.ndarray]:
    """Return the persons who were members when asked, and those who had left and stayed away.

    Outside the needs survey, which is followed up, both are still so at the extract's date.
    """
    spells = history.spells
    begun = spells[spells["started"] <= survey.fielded].groupby("person").tail(1)
    until = begun["ended"] if survey.by_class else begun["ended"].where(begun["ended"] == NEVER, 0)
    inside = begun.loc[until > survey.fielded, "person"].to_numpy()
    gone = begun["ended"].between(survey.fielded - FORMER_FOR_YEARS * 365, survey.fielded)
    gone &= begun["route"] != DEATH
    back = spells.loc[(spells["started"] > survey.fielded) & (spells["started"] <= AS_OF), "person"]
    return inside, begun.loc[gone & ~begun["person"].isin(back), "person"].to_numpy()


def _chosen(
    history: History, keys: np.ndarray, pool: np.ndarray, n: int, by_class: bool
) -> np.ndarray:
    ordered = pool[np.argsort(keys[pool], kind="stable")]
    if not by_class:
        return ordered[:n]
    of_class = history.people["need_class"].to_numpy()[ordered]
    return np.concatenate(
        [ordered[of_class == k][: round(n * share)] for k, share in enumerate(CLASS_SHARES)]
    )


def _background(
    rng: np.random.Generator,
    history: History,
    stretches: pd.DataFrame,
    survey: Survey,
    chosen: pd.DataFrame,
) -> pd.DataFrame:
    n, person = len(chosen), chosen["person"].to_numpy()
    people = history.people.iloc[person]
    age = years_between(people["born"].to_numpy(), survey.fielded)
    branch = people["branch"].to_numpy()
    last_type = stretches.groupby("person")["type"].last().to_numpy()[person]
    seconds = (rng.exponential(4.0, n).clip(0, 14) * 86_400).astype("timedelta64[s]")
    profile = stream(history.seed, history.chunk, "survey profile").random(len(history.people))
    return pd.DataFrame(
        {
            "respondent_id": [f"{survey.kind[0].upper()}{1 + number:05d}" for number in range(n)],
            "member_id": pd.arrays.IntegerArray(
                people["member_id"].to_numpy(), rng.random(n) < ANONYMOUS
            ),
            "answered_at": dates(np.full(n, survey.fielded)) + seconds,
            "status": np.where(chosen["former"], "former", "active"),
            "age_band": np.array(list(AGE_BANDS))[np.digitize(age, AGE_EDGES)],
            "gender": np.array(GENDERS)[np.digitize(profile[person], [0.55, 0.992])],
            "region": np.array([row[1] for row in BRANCHES.values()])[branch],
            "sector": np.array(SECTORS)[people["sector_code"]],
            "branch_id": np.array(BRANCH_IDS)[branch],
            "member_type": np.array(TYPES)[last_type],
            "person": person,
            "former": chosen["former"],
            "age": age,
        }
    )

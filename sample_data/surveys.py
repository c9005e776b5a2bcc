"""The surveys as the union's survey tool exports them: wide, Danish, one row a respondent."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sample_data.brand import brand_sheet
from sample_data.exit_survey import exit_sheet
from sample_data.history import History
from sample_data.kano import kano_sheet, kano_sheet_before
from sample_data.needs import needs_sheet
from sample_data.nps import nps_sheet
from sample_data.phases import phases
from sample_data.places import BRANCHES
from sample_data.respondents import SURVEYS, Survey, respondents
from sample_data.streams import stream
from sample_data.value import value_sheet
from sample_data.wording import AGE_BANDS, BACKGROUND, GENDERS, SECTORS, STATUS, TYPES

SHEETS = {
    "kano": kano_sheet,
    "value": value_sheet,
    "needs": needs_sheet,
    "nps": nps_sheet,
    "exit": exit_sheet,
    "brand_values": brand_sheet,
    "kano-2024": kano_sheet_before,
}
DANISH = {
    "status": STATUS,
    "age_band": AGE_BANDS,
    "gender": GENDERS,
    "sector": SECTORS,
    "branch_id": {branch_id: row[0] for branch_id, row in BRANCHES.items()},
    "member_type": TYPES,
}


def survey_files(history: History) -> Iterator[tuple[Survey, pd.DataFrame, pd.DataFrame]]:
    """Draw every survey.

    Parameters
    ----------
    history : History
        The first chunk of the union; a survey's size doesn't grow with the union.

    Yields
    ------
    tuple of Survey and two pandas.DataFrame
        The survey; its file as text; and who its respondents are, which the file doesn't tell.
    """
    stretches = phases(history)
    for survey in SURVEYS:
        asked = respondents(history, stretches, survey)
        rng = stream(history.seed, history.chunk, f"{survey.survey_id}/answers")
        draw = SHEETS.get(survey.survey_id, SHEETS[survey.kind])
        sheet, complete = draw(rng, _people(history, asked), asked)
        background = _written(asked.assign(complete=np.where(complete, "Ja", "Nej")))
        yield survey, pd.concat([background, sheet], axis=1), asked


def _people(history: History, asked: pd.DataFrame) -> pd.DataFrame:
    """Return the respondents' traits, with the reason of the last time that they left."""
    reason = history.spells.groupby("person")["reason"].last().to_numpy()
    people = history.people.assign(reason=reason)
    return people.iloc[asked["person"]].reset_index(drop=True)


def _written(asked: pd.DataFrame) -> pd.DataFrame:
    danish = asked.assign(
        **{column: asked[column].map(words) for column, words in DANISH.items()},
        member_id=asked["member_id"].astype("string").fillna(""),
        answered_at=asked["answered_at"].dt.strftime("%Y-%m-%d %H:%M:%S"),
    )
    return danish[list(BACKGROUND.values())].set_axis(list(BACKGROUND), axis=1).astype(str)

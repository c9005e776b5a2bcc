"""From a survey's wide Danish file to the rows of every table that it fills."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sample_data.answers import QUESTIONS, answers
from sample_data.brand import VALUES
from sample_data.catalogue import BENEFITS
from sample_data.days import dates
from sample_data.kano import IF_NOT_OFFERED, IF_OFFERED
from sample_data.nps import SCORE_COLUMN
from sample_data.respondents import Survey
from sample_data.surveys import DANISH
from sample_data.value import IMPORTANCE
from sample_data.wording import BACKGROUND


def survey_tables(survey: Survey, file: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the rows of every table that a survey's file fills.

    Parameters
    ----------
    survey : Survey
        Which survey.
    file : pandas.DataFrame
        The file, all text, as in `sample_data.surveys.survey_files`.
    """
    yield "survey", _survey(survey)
    yield "survey_item", _stamped(survey, _items(survey))
    yield "respondent", _stamped(survey, _respondents(file))
    for table, frame in answers(survey.kind, file):
        yield table, _stamped(survey, frame)


def _stamped(survey: Survey, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(survey_id=survey.survey_id)


def _survey(survey: Survey) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "survey_id": [survey.survey_id],
            "kind": [survey.kind],
            "label": [survey.label],
            "wave": pd.array([1], dtype="int32"),
            "fielded_on": dates([survey.fielded]),
        }
    )


def _items(survey: Survey) -> pd.DataFrame:
    if survey.kind == "nps":
        rows = [("recommend", "Vil anbefale forbundet", SCORE_COLUMN, None, None, None)]
    elif survey.kind in QUESTIONS:
        rows = [
            (item.item_id, item.label, item.wording, None, None, item.item_id)
            for item in QUESTIONS[survey.kind]
        ]
    elif survey.kind == "brand_values":
        rows = [(item, label, None, None, None, item) for item, label, _ in VALUES]
    else:
        rows = [_benefit_item(survey.kind, each.benefit_id, each.label) for each in BENEFITS]
    columns = ["item_id", "label", "wording", "wording_dysfunctional", "benefit_id", "need_id"]
    frame = pd.DataFrame(rows, columns=columns).astype("string")
    return frame.assign(position=np.arange(1, len(rows) + 1, dtype="int32"))


def _benefit_item(kind: str, benefit_id: str, label: str) -> tuple[str | None, ...]:
    if kind == "value":
        return benefit_id, label, IMPORTANCE.format(label=label), None, benefit_id, None
    wording, without = IF_OFFERED.format(label=label), IF_NOT_OFFERED.format(label=label)
    return benefit_id, label, wording, without, benefit_id, None


def _respondents(file: pd.DataFrame) -> pd.DataFrame:
    frame = file[list(BACKGROUND)].set_axis(list(BACKGROUND.values()), axis=1)
    for column, words in DANISH.items():
        frame[column] = frame[column].map({text: code for code, text in words.items()})
    linked = frame["member_id"].where(frame["member_id"] != "")
    return frame.assign(
        member_id=linked.astype("Int64"),
        answered_at=pd.to_datetime(frame["answered_at"]).astype("datetime64[s]"),
        complete=frame["complete"] == "Ja",
        weight=1.0,
    )

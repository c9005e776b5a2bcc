"""From a survey's wide Danish file to the rows of the answer tables."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sample_data.catalogue import BENEFITS
from sample_data.days import dates
from sample_data.exit_survey import QUESTIONS as EXIT_QUESTIONS
from sample_data.kano import HOW_IMPORTANT, IF_NOT_OFFERED, IF_OFFERED
from sample_data.needs import CONSIDERED_COLUMN, Question
from sample_data.needs import QUESTIONS as NEEDS_QUESTIONS
from sample_data.nps import SCORE_COLUMN, WHY_COLUMN
from sample_data.respondents import Survey
from sample_data.surveys import DANISH
from sample_data.value import AWARE, IMPORTANCE, NEEDED, SATISFACTION, SOLVED, USED
from sample_data.wording import BACKGROUND, KANO_ANSWERS, MISSING_CODES, YES_NO

_QUESTIONS = {"needs": NEEDS_QUESTIONS, "exit": EXIT_QUESTIONS}
_KANO_CODE = {text: code for code, text in enumerate(KANO_ANSWERS, start=1)}
_YES_NO = {text: bool(code) for code, text in enumerate(YES_NO)}


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
    for table, frame in _answers(survey, file):
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
    elif survey.kind in _QUESTIONS:
        rows = [
            (item.item_id, item.label, item.wording, None, None, item.item_id)
            for item in _QUESTIONS[survey.kind]
        ]
    else:
        rows = [_benefit_item(survey.kind, benefit.benefit_id, benefit.label) for benefit in BENEFITS]
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


def _answers(survey: Survey, file: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    if survey.kind == "kano":
        yield "kano_answer", _by_benefit(file, _kano_rows)
    elif survey.kind == "value":
        yield "value_answer", _by_benefit(file, _value_rows)
    elif survey.kind == "nps":
        yield "nps_answer", _nps_rows(file)
    else:
        questions = _QUESTIONS[survey.kind]
        yield "need_answer", pd.concat([_need_rows(file, each) for each in questions])
    if survey.kind == "needs":
        yield "nps_answer", _nps_rows(file)
        yield "respondent_trait", _considered(file)


def _by_benefit(file: pd.DataFrame, rows_of: object) -> pd.DataFrame:
    parts = [
        rows_of(file, benefit.label).assign(
            respondent_id=file["Svarnr"], item_id=benefit.benefit_id
        )
        for benefit in BENEFITS
    ]
    return pd.concat(parts, ignore_index=True)


def _kano_rows(file: pd.DataFrame, label: str) -> pd.DataFrame:
    functional = file[IF_OFFERED.format(label=label)]
    dysfunctional = file[IF_NOT_OFFERED.format(label=label)]
    return pd.DataFrame(
        {
            "functional": functional.map(_KANO_CODE).astype("UInt8"),
            "dysfunctional": dysfunctional.map(_KANO_CODE).astype("UInt8"),
            "functional_missing": functional.map(MISSING_CODES),
            "dysfunctional_missing": dysfunctional.map(MISSING_CODES),
            "importance": _number(file[HOW_IMPORTANT.format(label=label)]).astype("Float64"),
        }
    )


def _value_rows(file: pd.DataFrame, label: str) -> pd.DataFrame:
    def cells(column: str) -> pd.Series:
        nothing = pd.Series("Ikke stillet", index=file.index)
        return file.get(column.format(label=label), nothing)

    answered = pd.DataFrame(
        {
            "importance": _number(cells(IMPORTANCE)),
            "satisfaction": _number(cells(SATISFACTION)),
            **{
                name: cells(column).map(_YES_NO).astype("boolean")
                for name, column in (
                    ("aware", AWARE), ("needed", NEEDED), ("used", USED), ("solved", SOLVED),
                )
            },
        }
    )  # fmt: skip
    empty = answered.isna().all(axis=1)
    return answered.assign(missing=cells(IMPORTANCE).map(MISSING_CODES).where(empty))


def _need_rows(file: pd.DataFrame, question: Question) -> pd.DataFrame:
    cells = file[question.wording]
    return pd.DataFrame(
        {
            "respondent_id": file["Svarnr"],
            "item_id": question.item_id,
            "value": cells.map({text: code for code, text in question.answers.items()}),
            "missing": cells.map(MISSING_CODES),
        }
    )


def _nps_rows(file: pd.DataFrame) -> pd.DataFrame:
    cells = file[SCORE_COLUMN]
    why = file.get(WHY_COLUMN, pd.Series("", index=file.index))
    return pd.DataFrame(
        {
            "respondent_id": file["Svarnr"],
            "score": _number(cells),
            "reason_text": why.where(why != ""),
            "missing": cells.map(MISSING_CODES),
        }
    )


def _considered(file: pd.DataFrame) -> pd.DataFrame:
    said = file[file[CONSIDERED_COLUMN].isin(YES_NO)]
    return pd.DataFrame(
        {
            "respondent_id": said["Svarnr"],
            "trait": "considered_leaving",
            "value": said[CONSIDERED_COLUMN].map({"Ja": "yes", "Nej": "no"}),
        }
    )


def _number(cells: pd.Series) -> pd.Series:
    return pd.to_numeric(cells.where(~cells.isin(list(MISSING_CODES)))).astype("UInt8")

"""Answers out of a survey's wide Danish file: one row a respondent and question."""

from collections.abc import Callable, Iterator

import pandas as pd

from sample_data.brand import brand_rows
from sample_data.catalogue import BENEFITS
from sample_data.exit_survey import QUESTIONS as EXIT_QUESTIONS
from sample_data.kano import HOW_IMPORTANT, IF_NOT_OFFERED, IF_OFFERED
from sample_data.needs import CONSIDERED_COLUMN
from sample_data.nps import SCORE_COLUMN, WHY_COLUMN
from sample_data.questions import QUESTIONS as NEEDS_QUESTIONS
from sample_data.questions import Question
from sample_data.value import AWARE, IMPORTANCE, NEEDED, SATISFACTION, SOLVED, USED
from sample_data.wording import KANO_ANSWERS, MISSING_CODES, YES_NO

QUESTIONS = {"needs": NEEDS_QUESTIONS, "exit": EXIT_QUESTIONS}
_KANO_CODE = {text: code for code, text in enumerate(KANO_ANSWERS, start=1)}
_YES_NO = {text: bool(code) for code, text in enumerate(YES_NO)}


def answers(kind: str, file: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the rows of the answer tables.

    Parameters
    ----------
    kind : str
        The survey's kind.
    file : pandas.DataFrame
        The file, all text.

    Yields
    ------
    tuple of str and pandas.DataFrame
        Table name and rows, without the survey's id.
    """
    if kind == "kano":
        yield "kano_answer", _by_benefit(file, _kano_rows)
    elif kind == "value":
        yield "value_answer", _by_benefit(file, _value_rows)
    elif kind == "brand_values":
        yield "best_worst_answer", brand_rows(file)
    elif kind == "nps":
        yield "nps_answer", _nps_rows(file)
    else:
        questions = QUESTIONS[kind]
        yield "need_answer", pd.concat([_need_rows(file, each) for each in questions])
    if kind == "needs":
        yield "nps_answer", _nps_rows(file)
        yield "respondent_trait", _considered(file)


def _by_benefit(
    file: pd.DataFrame, rows_of: Callable[[pd.DataFrame, str], pd.DataFrame]
) -> pd.DataFrame:
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

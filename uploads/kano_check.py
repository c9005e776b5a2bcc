"""A Kano file's rows as they would be stored, and all that is reported instead."""

import pandas as pd

from uploads.answer_labels import Code
from uploads.by_design import known_again
from uploads.context import Context
from uploads.kano import answer_codes
from uploads.kano_answers import pair_answers, reversed_numbers, swapped_sides, turned
from uploads.kano_columns import identifiers
from uploads.missing_rules import told_apart
from uploads.problems import Problems, Question
from uploads.survey_rows import SurveyRows, checked_survey, survey_rows
from uploads.understood import Checked, Understood


def check(understood: Understood, context: Context) -> Checked:
    """Judge each cell of a Kano file.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        Own labels, answers to what the file leaves open, and the day that ages are counted to.

    Returns
    -------
    Checked
        Frames for ``survey_item``, ``respondent``, ``respondent_trait``, ``kano_answer``.
    """
    rows = survey_rows(understood, context)
    codes = answer_codes(understood, context.choices)
    columns = dict.fromkeys(understood.columns("functional", "dysfunctional"), codes)
    asked = told_apart(rows.frame, columns, rows.problems)
    answers, turned_round = _answers(rows, codes)
    frames = {"survey_item": _item_rows(understood, rows.items), "kano_answer": answers}
    frames = known_again(frames, understood, context.designs)
    nothing = bool(answers[["functional", "dysfunctional"]].isna().all(axis=None))
    return checked_survey(rows, frames, asked + turned_round, holds_nothing=nothing)


def _item_rows(understood: Understood, items: pd.Series) -> pd.DataFrame:
    if understood.layout == "long":
        labels = list(dict.fromkeys(items))
        rows = [(item, label, None, None) for label, item in identifiers(labels).items()]
    else:
        rows = [(p.item, p.label, p.functional, p.dysfunctional) for p in understood.pairs]
    columns = ["item_id", "label", "wording", "wording_dysfunctional"]
    return pd.DataFrame(rows, columns=columns).assign(position=range(1, len(rows) + 1))


def _answers(rows: SurveyRows, codes: dict[str, Code]) -> tuple[pd.DataFrame, tuple[Question, ...]]:
    answers = _coded(rows, codes, rows.problems)
    question = turned(answers, codes)
    if question is None:
        return answers, ()
    choice = rows.context.choices.answer(question)
    if choice == "reversed":
        answers = _coded(rows, reversed_numbers(codes), Problems())
    if choice == "swapped":
        answers = swapped_sides(answers)
    return answers, (question,)


def _coded(rows: SurveyRows, codes: dict[str, Code], problems: Problems) -> pd.DataFrame:
    long = rows.understood.layout == "long"
    of_label = identifiers(list(dict.fromkeys(rows.items)))
    parts = []
    for pair in rows.understood.pairs:
        answers = pair_answers(rows.frame, pair, codes, problems)
        answers["respondent_id"] = rows.ids
        answers["item_id"] = rows.items.map(of_label) if long else pair.item
        parts.append(answers)
    return pd.concat(parts)

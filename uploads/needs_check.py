"""The rows of a survey of named answers as they would be stored, and what is reported instead."""

from collections.abc import Mapping

import pandas as pd

from uploads.answer_labels import Code
from uploads.context import Context
from uploads.kano_columns import identifiers_of
from uploads.leaving import ITEM as REASON
from uploads.leaving import reason_codes
from uploads.missing import LEFT_BLANK, MISSING, MISSING_WORDS
from uploads.missing_rules import ruled, told_apart
from uploads.needs import CONSIDERED
from uploads.needs_numbers import numbers_said
from uploads.needs_questionnaire import known_answers, known_question
from uploads.scales import yes_no_codes
from uploads.scores import ITEM as SCORE
from uploads.scores import score_codes, score_frames
from uploads.survey_rows import SurveyRows, checked_survey, survey_rows
from uploads.text import key, means_blank
from uploads.understood import Checked, Understood


def check(understood: Understood, context: Context) -> Checked:
    """Judge each cell of a survey of needs, of leaving, or of recommending the union.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        Own labels, and answers to what the file leaves open.

    Returns
    -------
    Checked
        Frames for ``survey_item``, ``respondent``, ``respondent_trait`` and, as far as the file
        asks for it, ``need_answer`` and ``nps_answer``.
    """
    rows = survey_rows(understood, context)
    codes = _codes(understood, context)
    questions = told_apart(rows.frame, _counted(understood, context, codes), rows.problems)
    items = _items(understood, rows)
    frames = {"survey_item": items, "respondent_trait": _considered(rows)}
    if understood.kind != "nps":
        frames["need_answer"] = _answers(rows, codes, items)
    scores, about_scores = score_frames(rows)
    nothing = _nothing(frames | scores)
    return checked_survey(rows, frames | scores, questions + about_scores, holds_nothing=nothing)


def _codes(understood: Understood, context: Context) -> dict[str, dict[str, Code]]:
    """Return, by column of named answers, what each of its texts stands for; own words stay."""
    frame = understood.table.frame
    codes: dict[str, dict[str, Code]] = {}
    for column in understood.columns("question"):
        texts = {str(text) for text in frame[column].unique()}
        known = known_answers(known_question(_asked(understood, column)) or "")
        numbers = numbers_said(understood.table.values[column], understood.table)
        codes[column] = _named(
            texts, known | {key(text): n for text, n in numbers.items()}, context
        )
    for column in understood.columns("exit_reason"):
        texts = {str(text) for text in frame[column].unique()}
        said = reason_codes(texts, context.choices)
        codes[column] = {text: text.strip() for text in texts} | ruled(said, context.choices)
    return codes


def _named(texts: set[str], known: Mapping[str, str], context: Context) -> dict[str, Code]:
    own = {key(t): c for t, c in context.choices.labels.items() if c in MISSING}
    words = MISSING_WORDS | known | own
    codes: dict[str, Code] = {}
    for text in texts:
        codes[text] = LEFT_BLANK if means_blank(text) else words.get(key(text), text.strip())
    return ruled(codes, context.choices)


def _counted(
    understood: Understood, context: Context, codes: Mapping[str, Mapping[str, Code]]
) -> dict[str, Mapping[str, Code]]:
    column = understood.column("score")
    if column is None:
        return dict(codes)
    texts = {str(text) for text in understood.table.frame[column].unique()}
    return dict(codes) | {column: score_codes(texts, context.choices)}


def _asked(understood: Understood, column: str) -> str:
    """Return what a column asks."""
    return understood.roles[column].item or understood.table.wording.get(column) or column


def _items(understood: Understood, rows: SurveyRows) -> pd.DataFrame:
    """Return the questions in the file's order; the questionnaire's own go by their name.

    The index is the column that asks, or, of a long file, the question's text.
    """
    asks = ("score",) if understood.kind == "nps" else ("question", "exit_reason")
    asked = {column: _asked(understood, column) for column in understood.columns(*asks)}
    if understood.layout == "long":
        asked = {text: text for text in dict.fromkeys(rows.items)}
    items = _item_ids(asked, _reserved(understood))
    texts = list(asked.values())
    columns = {"item_id": items, "label": texts, "wording": texts, "need_id": items}
    return pd.DataFrame(columns | {"position": range(1, len(items) + 1)}, index=list(asked))


def _reserved(understood: Understood) -> dict[str, str]:
    """Return the columns whose item has a name of its own."""
    if understood.layout == "long":
        return {}
    if understood.kind == "nps":
        return dict.fromkeys(understood.columns("score")[:1], SCORE)
    return dict.fromkeys(understood.columns("exit_reason")[:1], REASON)


def _item_ids(asked: Mapping[str, str], reserved: Mapping[str, str]) -> list[str]:
    """Return an id for each question; of two that ask the same, the first goes by our name."""
    own = identifiers_of([*reserved.values(), *asked.values()])[len(reserved) :]
    ids = dict(zip(asked, own, strict=True)) | dict(reserved)
    for column, text in asked.items():
        item = known_question(text)
        if item is not None and column not in reserved and item not in ids.values():
            ids[column] = item
    return list(ids.values())


def _answers(
    rows: SurveyRows, codes: Mapping[str, Mapping[str, Code]], items: pd.DataFrame
) -> pd.DataFrame:
    of_question = dict(items["item_id"])
    long = rows.understood.layout == "long"
    parts = []
    for column, read in codes.items():
        texts = rows.frame[column]
        missing = {text: code for text, code in read.items() if code in MISSING}
        values = {text: code for text, code in read.items() if code not in MISSING}
        parts.append(
            pd.DataFrame(
                {
                    "respondent_id": rows.ids,
                    "item_id": rows.items.map(of_question) if long else of_question[column],
                    "value": texts.map(values).astype("str"),
                    "missing": texts.map(missing).astype("str"),
                }
            )
        )
    empty = pd.DataFrame(columns=["respondent_id", "item_id", "value", "missing"], dtype="str")
    return pd.concat(parts) if parts else empty


def _considered(rows: SurveyRows) -> pd.DataFrame | None:
    """Whether they have thought of leaving is no need: classes are judged by it."""
    column = rows.understood.column(CONSIDERED)
    if column is None:
        return None
    ids = rows.people
    texts = rows.frame.loc[ids.index, column]
    codes = yes_no_codes(set(texts.unique()), rows.context.choices.labels)
    said = texts.map({text: code for text, code in codes.items() if code in ("yes", "no")})
    frame = pd.DataFrame({"respondent_id": ids, "trait": CONSIDERED, "value": said})
    return frame.dropna()


def _nothing(frames: Mapping[str, pd.DataFrame | None]) -> bool:
    named, scores = frames.get("need_answer"), frames.get("nps_answer")
    no_names = named is None or bool(named["value"].isna().all())
    return no_names and (scores is None or bool(scores["score"].isna().all()))

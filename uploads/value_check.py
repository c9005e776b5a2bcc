"""A value survey's rows as they would be stored, and all that is reported instead."""

import re
from collections.abc import Mapping

import pandas as pd

from uploads.answer_labels import Code, is_number
from uploads.by_design import known_again
from uploads.context import Context
from uploads.kano_columns import identifiers
from uploads.missing_rules import told_apart
from uploads.problems import Problems, Question, short
from uploads.scales import rating_codes
from uploads.scores import score_frames
from uploads.survey_rows import SurveyRows, checked_survey, survey_rows
from uploads.text import key
from uploads.understood import Checked, Understood
from uploads.value import codes_by_column
from uploads.value_columns import ASPECTS, RATINGS, STEPS, benefits
from uploads.yes_and_no import say_how_yes_was_read

_ENOUGH, _APART = 20, 0.5
_FIRST_PLACE = re.compile(r"\b1\s*[=:]\s*([^\W\d][^,;)\]0-9]*)")


def check(understood: Understood, context: Context) -> Checked:
    """Judge each cell of a value survey.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        Own labels, and answers to what the file leaves open.

    Returns
    -------
    Checked
        Frames for ``survey_item``, ``respondent``, ``respondent_trait``, ``value_answer``.
    """
    rows = survey_rows(understood, context)
    codes = codes_by_column(understood, context.choices)
    questions = told_apart(rows.frame, codes, rows.problems)
    _say_yes_and_no(rows, codes)
    answers = _answers(rows, codes, rows.problems)
    for aspect in RATINGS:
        question = _reversed(rows.understood, aspect, answers, codes)
        if question is not None:
            questions += (question,)
            if context.choices.answer(question) == "reversed":
                again = _answers(rows, _turned(codes), Problems())
                answers = answers.assign(**{aspect: again[aspect]})
    scores, about_scores = score_frames(rows)
    frames = {"survey_item": _item_rows(rows), "value_answer": answers} | scores
    frames = known_again(frames, understood, context.designs)
    nothing = bool(answers[list(ASPECTS)].isna().all(axis=None))
    return checked_survey(rows, frames, questions + about_scores, holds_nothing=nothing)


def _groups(understood: Understood) -> dict[str, dict[str, str]]:
    """Return the columns of each benefit by aspect; those of a long file are every item's."""
    if understood.layout == "wide":
        return benefits(understood.roles)
    return {"": {r.name: n for n, r in understood.roles.items() if r.name in ASPECTS}}


def _labels(rows: SurveyRows) -> list[str]:
    if rows.understood.layout == "wide":
        return list(_groups(rows.understood))
    return list(dict.fromkeys(rows.items))


def _answers(
    rows: SurveyRows, codes: Mapping[str, Mapping[str, Code]], problems: Problems
) -> pd.DataFrame:
    of_label = identifiers(_labels(rows))
    parts = []
    for label, columns in _groups(rows.understood).items():
        part = _benefit(rows.frame, columns, codes, problems)
        part["respondent_id"] = rows.ids
        part["item_id"] = of_label[label] if label else rows.items.map(of_label)
        parts.append(part)
    return pd.concat(parts)


def _benefit(
    frame: pd.DataFrame,
    columns: Mapping[str, str],
    codes: Mapping[str, Mapping[str, Code]],
    problems: Problems,
) -> pd.DataFrame:
    """Return a benefit's answers by line, and why a row is empty where it is."""
    answers = pd.DataFrame(index=frame.index)
    why = pd.Series(pd.NA, frame.index, dtype="str")
    for aspect in ASPECTS:
        kind = "UInt8" if aspect in RATINGS else "boolean"
        if aspect not in columns:
            answers[aspect] = pd.Series(pd.NA, frame.index, dtype=kind)
            continue
        texts, read = frame[columns[aspect]], codes[columns[aspect]]
        answers[aspect] = texts.map(_values(read, aspect)).astype(kind)
        reasons = {text: code for text, code in read.items() if _is_missing(code)}
        why = why.fillna(texts.map(reasons).astype("str"))
        for line, text in texts[~texts.isin(list(read))].items():
            problems.add("unknown_label", line, str(texts.name), "cell", text=short(text))
    return answers.assign(missing=why.where(answers.isna().all(axis=1)))


def _values(read: Mapping[str, Code], aspect: str) -> dict[str, int | bool]:
    if aspect in STEPS:
        return {text: code == "yes" for text, code in read.items() if code in ("yes", "no")}
    return {text: code for text, code in read.items() if isinstance(code, int)}


def _is_missing(code: Code) -> bool:
    return isinstance(code, str) and code not in ("yes", "no")


def _item_rows(rows: SurveyRows) -> pd.DataFrame:
    groups, labels = _groups(rows.understood), _labels(rows)
    wordings = [next(iter(groups[label].values())) if label in groups else None for label in labels]
    ids = identifiers(labels)
    return pd.DataFrame(
        {
            "item_id": [ids[label] for label in labels],
            "label": labels,
            "wording": pd.array(wordings, dtype="str"),
            "position": range(1, len(labels) + 1),
        }
    )


def _reversed(
    understood: Understood,
    aspect: str,
    answers: pd.DataFrame,
    codes: Mapping[str, Mapping[str, Code]],
) -> Question | None:
    """Ask, where numbers seem to run from high to low: a column says so, or the answers do.

    Those whose matter was solved are the more satisfied ones in any survey read the right way.
    """
    columns = understood.columns(aspect)
    numbers = any(is_number(t) and isinstance(c, int) for n in columns for t, c in codes[n].items())
    if not numbers:
        return None
    said = any(_says_one_is_high(column) for column in columns)
    if not said and not (aspect == "satisfaction" and _solved_are_less_satisfied(answers)):
        return None
    return Question(f"{aspect}_reversed", ("as_is", "reversed"))


def _says_one_is_high(column: str) -> bool:
    said = _FIRST_PLACE.search(column)
    if not said:
        return False
    label = key(said[1]).strip()
    return rating_codes({label}, {}).get(label) == 5 or label in ("meget", "very", "best", "højest")


def _solved_are_less_satisfied(answers: pd.DataFrame) -> bool:
    both = answers[["solved", "satisfaction"]].dropna()
    means = both.groupby(both["solved"].astype(bool))["satisfaction"].agg(["mean", "size"])
    if len(means) < 2 or means["size"].min() < _ENOUGH:
        return False
    return bool(means.at[False, "mean"] - means.at[True, "mean"] >= _APART)


def _turned(codes: Mapping[str, Mapping[str, Code]]) -> dict[str, dict[str, Code]]:
    """Read numbers from 5 = lowest to 1 = highest; words stay what they say."""
    return {
        column: {
            text: 6 - code if isinstance(code, int) and is_number(text) else code
            for text, code in read.items()
        }
        for column, read in codes.items()
    }


def _say_yes_and_no(rows: SurveyRows, codes: Mapping[str, Mapping[str, Code]]) -> None:
    """Show how yes and no are written where a file mixes spellings."""
    spelled = (
        (text, codes[column].get(text))
        for column in rows.understood.columns(*STEPS)
        for text in rows.frame[column].unique()
    )
    say_how_yes_was_read(spelled, rows.problems)

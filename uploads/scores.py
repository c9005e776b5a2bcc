"""Would they recommend the union: the 0-10 score, and the reason that they give for it."""

import re
from collections.abc import Mapping

import pandas as pd

from uploads.answer_labels import Code
from uploads.choices import Choices
from uploads.free_text import clean_texts, free_text_question
from uploads.missing import DONT_KNOW, LEFT_BLANK, MISSING, MISSING_WORDS
from uploads.missing_rules import ruled
from uploads.problems import Question, short
from uploads.roles import Role
from uploads.survey_rows import SurveyRows
from uploads.text import key, means_blank

ITEM = "recommend"
SCORE_CODES = (*map(str, range(11)), *MISSING)
_ASKED = re.compile(
    r"\bnps\b|net promoter|recommend|anbefal|aanbevel|aanraden|empfehl", re.IGNORECASE
)
NAMED_SO = re.compile(r"\bnps\b|net promoter", re.IGNORECASE)
_WHY = re.compile(
    r"\b(why|reason|hvorfor|årsag|grund|begrund\w*|hvad er den vigtigste grund|årsak|waarom|reden"
    r"|toelichting|warum|comment\w*|kommentar\w*|uddyb\w*|utdyp\w*)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(10|\d)(?:[.,]0+)?\s*(?:[-–:=.)]\s*\D.*)?")
_DONT_KNOW_NUMBERS = frozenset({"99", "98", "-1"})
_LONG = 12
_ENOUGH, _FIVE = 20, 5


def score_roles(values: Mapping[str, pd.Series], asked: Mapping[str, str]) -> dict[str, Role]:
    """Return the column of the score, and the one of its reason, where there are such.

    Parameters
    ----------
    values : mapping of str to pandas.Series
        Each column's different values.
    asked : mapping of str to str
        What each column asks.
    """
    about = [name for name in values if _ASKED.search(f"{name} {asked[name]}")]
    score = next((name for name in about if _is_score(values[name])), None)
    if score is None:
        return {}
    names = list(values)
    after = names[names.index(score) + 1 :]
    why = [
        name for name in after if _WHY.search(f"{name} {asked[name]}") and _is_text(values[name])
    ]
    return {score: Role("score")} | {name: Role("reason_text") for name in why[:1]}


def score_codes(texts: set[str], choices: Choices) -> dict[str, Code]:
    """Return the score that each text stands for, or why there is none."""
    own = {key(text): code for text, code in choices.labels.items()}
    codes: dict[str, Code] = {}
    for text in texts:
        given, numbered = own.get(key(text)), _NUMBERED.fullmatch(text)
        if given is not None and (given in MISSING or isinstance(given, int)):
            codes[text] = given
        elif means_blank(text):
            codes[text] = LEFT_BLANK
        elif key(text) in MISSING_WORDS:
            codes[text] = MISSING_WORDS[key(text)]
        elif text.strip() in _DONT_KNOW_NUMBERS:
            codes[text] = DONT_KNOW
        elif numbered:
            codes[text] = int(numbered[1])
    return ruled(codes, choices)


def score_frames(rows: SurveyRows) -> tuple[dict[str, pd.DataFrame], tuple[Question, ...]]:
    """Return the rows for ``nps_answer``, and what is open; no table where no score is asked."""
    column, why = rows.understood.column("score"), rows.understood.column("reason_text")
    if column is None:
        return {}, ()
    choices, ids = rows.context.choices, rows.people
    texts = rows.frame.loc[ids.index, column]
    codes = score_codes(set(texts.unique()), choices)
    questions = _out_of_five(texts.map(codes), column)
    if any(choices.answer(question) == "leave_out" for question in questions):
        return {}, questions
    for line, text in texts[~texts.isin(list(codes))].items():
        rows.problems.add("no_score", line, column, "cell", text=short(text))
    scores = {text: code for text, code in codes.items() if isinstance(code, int)}
    reasons = {text: code for text, code in codes.items() if isinstance(code, str)}
    frame = pd.DataFrame(
        {
            "respondent_id": ids,
            "score": texts.map(scores).astype("UInt8"),
            "missing": texts.map(reasons).astype("str"),
        }
    )
    if why is not None:
        given = rows.frame.loc[ids.index, why]
        frame["reason_text"] = clean_texts(given, choices, rows.problems)
        questions += (free_text_question(why, given),)
    return {"nps_answer": frame}, questions


def _out_of_five(codes: pd.Series, column: str) -> tuple[Question, ...]:
    """Ask where nobody goes beyond 5: then it may well be a scale of five places."""
    scores = pd.to_numeric(codes, errors="coerce").dropna()
    if len(scores) < _ENOUGH or scores.max() > _FIVE:
        return ()
    facts = {"column": column, "highest": int(scores.max())}
    return (Question("score_out_of", ("ten", "leave_out"), facts=facts),)


def _is_score(values: pd.Series) -> bool:
    """Say whether all values are scores, and at least one is no missing code."""
    codes = [_NUMBERED.fullmatch(value) for value in values]
    known = [
        found is not None or key(value) in MISSING_WORDS or value.strip() in _DONT_KNOW_NUMBERS
        for found, value in zip(codes, values, strict=True)
    ]
    return bool(known) and sum(known) * 2 >= len(known) and any(codes)


def _is_text(values: pd.Series) -> bool:
    return values.empty or bool(values.str.len().max() > _LONG)

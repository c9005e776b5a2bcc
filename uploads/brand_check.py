"""A brand survey's choices as they would be stored: a row a value that was shown."""

import pandas as pd

from uploads.brand import SIDES, tasks_of, value_codes
from uploads.context import Context
from uploads.kano_columns import identifiers
from uploads.missing_rules import told_apart
from uploads.problems import Problems
from uploads.survey_rows import SurveyRows, checked_survey, survey_rows
from uploads.text import key
from uploads.understood import Checked, Understood
from words.language import NAMES, language
from words.questionnaire import VALUES, short_value_label, value_label

_COLUMNS = ["respondent_id", "task", "item_id", "choice"]


def check(understood: Understood, context: Context) -> Checked:
    """Judge each choice of a brand survey.

    A file says what was chosen and not what was shown: a choice's set is every value that anybody
    chose in it, which with more than a handful of answers is the set that was printed.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        Own labels, and answers to what the file leaves open.

    Returns
    -------
    Checked
        Frames for ``survey_item``, ``respondent``, ``respondent_trait``, ``best_worst_answer``.
    """
    rows = survey_rows(understood, context)
    frame, own = rows.frame, dict(context.choices.labels)
    columns = understood.columns(*SIDES)
    missing = {name: value_codes(frame[name].unique(), own) for name in columns}
    questions = told_apart(frame, missing, rows.problems)
    shown = {
        task: _shown(frame[list(sides.values())], missing[sides["best"]] | missing[sides["worst"]])
        for task, sides in tasks_of(understood.roles).items()
    }
    sizes = {len(values) for values in shown.values()}
    if len(sizes) > 1:
        rows.problems.add("sets_differ", fewest=min(sizes), most=max(sizes))
    items = _items([value for values in shown.values() for value in values])
    answers = _answers(
        rows, shown, dict(zip(items["label"].map(key), items["item_id"], strict=True))
    )
    frames = {"survey_item": items, "best_worst_answer": answers}
    return checked_survey(rows, frames, questions, holds_nothing=answers.empty)


def _shown(cells: pd.DataFrame, missing: dict[str, str]) -> list[str]:
    """Return the values of a choice, each once, in the order in which the file has them."""
    texts = [text.strip() for text in pd.unique(cells.to_numpy().ravel()) if text not in missing]
    return list({key(text): text for text in texts}.values())


def _items(texts: list[str]) -> pd.DataFrame:
    """Return the values; the questionnaire's own go by their code, whatever the language."""
    labels = list({key(text): text for text in texts}.values())
    codes = {
        key(said(say, code)): code
        for say in (language(name) for name in NAMES)
        for code in VALUES
        for said in (short_value_label, value_label)
    }
    ids = identifiers(labels)
    return pd.DataFrame(
        {
            "item_id": [codes.get(key(label), ids[label]) for label in labels],
            "label": labels,
            "wording": labels,
            "position": range(1, len(labels) + 1),
        }
    )


def _answers(
    rows: SurveyRows, shown: dict[str, list[str]], of_label: dict[str, str]
) -> pd.DataFrame:
    """Return a row for each value shown in a choice that was made: 1 most, -1 least, 0 neither."""
    parts = [pd.DataFrame({name: [] for name in _COLUMNS})]
    for number, (task, sides) in enumerate(tasks_of(rows.understood.roles).items(), 1):
        known = {key(text) for text in shown[task]}
        chosen = {side: rows.frame[sides[side]].map(key) for side in SIDES}
        made = _made(chosen, known, sides["worst"], rows.problems)
        for text in shown[task]:
            choice = (chosen["best"] == key(text)).astype(int)
            choice -= (chosen["worst"] == key(text)).astype(int)
            part = {"respondent_id": rows.ids, "task": number, "item_id": of_label[key(text)]}
            parts.append(pd.DataFrame(part | {"choice": choice})[made])
    return pd.concat(parts[1:] or parts).astype({"task": "uint8", "choice": "int8"})


def _made(
    chosen: dict[str, pd.Series], known: set[str], column: str, problems: Problems
) -> pd.Series:
    """Return whose choice counts: both halves are given, and they differ."""
    given = {side: texts.isin(list(known)) for side, texts in chosen.items()}
    same = given["best"] & given["worst"] & (chosen["best"] == chosen["worst"])
    for line in same.index[same]:
        problems.add("most_is_least", line, column, "cell")
    half = given["best"] ^ given["worst"]
    for line in half.index[half]:
        problems.add("half_choice", line, column, "cell")
    return given["best"] & given["worst"] & ~same

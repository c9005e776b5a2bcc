"""A Kano file's rows as they would be stored, and all that is reported instead."""

import pandas as pd

from uploads.answer_labels import Code
from uploads.choices import Choices
from uploads.context import Context
from uploads.kano import answer_codes
from uploads.kano_answers import pair_answers, reversed_numbers, swapped_sides, turned
from uploads.kano_columns import identifiers
from uploads.problems import Problems, Question, in_order
from uploads.respondent_ids import identified
from uploads.respondents import respondent_frames
from uploads.text import means_blank
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
    problems, choices = Problems(), context.choices
    ids = identified(understood, problems)
    items = _items(understood, ids, problems)
    ids = ids[items.index]
    answers, questions = _answers(understood, ids, items, choices, problems)
    frames, dates = respondent_frames(understood, ids, choices, context.as_of, problems)
    frames |= {"survey_item": _item_rows(understood, items), "kano_answer": answers}
    said = in_order(understood.table.problems + understood.problems + problems.gathered())
    rows_in = understood.table.rows_in
    has_ids = understood.column("respondent_id") is not None
    asked = understood.questions + questions + dates
    nothing = bool(answers[["functional", "dysfunctional"]].isna().all(axis=None))
    return Checked("kano", frames, rows_in, len(ids), said, asked, has_ids, nothing)


def _items(understood: Understood, ids: pd.Series, problems: Problems) -> pd.Series:
    """Return, by line, the item of a long file's rows; a wide file's rows have all of them."""
    if understood.layout == "wide":
        return pd.Series("", ids.index, dtype="str")
    column = understood.column("item")
    items = understood.table.frame.loc[ids.index, column].str.strip()
    blank = items.map(means_blank).astype(bool)
    _report(items[blank], "missing_item", problems)
    items = items[~blank]
    twice = pd.DataFrame({"id": ids[items.index], "item": items}).duplicated(keep=False)
    _report(items[twice], "duplicate_answer", problems)
    return items[~twice]


def _report(cells: pd.Series, code: str, problems: Problems) -> None:
    for line in cells.index:
        problems.add(code, line, str(cells.name), "row")


def _item_rows(understood: Understood, items: pd.Series) -> pd.DataFrame:
    if understood.layout == "long":
        labels = list(dict.fromkeys(items))
        rows = [(item, label, None, None) for label, item in identifiers(labels).items()]
    else:
        rows = [(p.item, p.label, p.functional, p.dysfunctional) for p in understood.pairs]
    columns = ["item_id", "label", "wording", "wording_dysfunctional"]
    return pd.DataFrame(rows, columns=columns).assign(position=range(1, len(rows) + 1))


def _answers(
    understood: Understood, ids: pd.Series, items: pd.Series, choices: Choices, problems: Problems
) -> tuple[pd.DataFrame, tuple[Question, ...]]:
    codes = answer_codes(understood, choices)
    answers = _coded(understood, ids, items, codes, problems)
    question = turned(answers, codes)
    if question is None:
        return answers, ()
    choice = choices.answer(question)
    if choice == "reversed":
        answers = _coded(understood, ids, items, reversed_numbers(codes), Problems())
    if choice == "swapped":
        answers = swapped_sides(answers)
    return answers, (question,)


def _coded(
    understood: Understood,
    ids: pd.Series,
    items: pd.Series,
    codes: dict[str, Code],
    problems: Problems,
) -> pd.DataFrame:
    rows = understood.table.frame.loc[ids.index]
    of_label = identifiers(list(dict.fromkeys(items)))
    parts = []
    for pair in understood.pairs:
        answers = pair_answers(rows, pair, codes, problems)
        answers["respondent_id"] = ids
        answers["item_id"] = items.map(of_label) if understood.layout == "long" else pair.item
        parts.append(answers)
    return pd.concat(parts)

"""The rows of a survey's file that are stored: whose they are, and what each of them is about."""

from dataclasses import dataclass

import pandas as pd

from uploads.choices import Choices
from uploads.completion import finished
from uploads.context import Context
from uploads.problems import Problems, Question, in_order
from uploads.respondent_ids import identified
from uploads.respondents import respondent_frames
from uploads.text import blank_cells
from uploads.understood import Checked, Understood


@dataclass(frozen=True)
class SurveyRows:
    """The rows of a survey's file that are stored.

    Attributes
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        What it is read with.
    problems : Problems
        Takes what is left out.
    ids : pandas.Series
        The respondent's id, by line.
    items : pandas.Series
        Of a long file, the item that the row answers, by line; of a wide one empty texts.
    questions : tuple of Question
        What is open about them.
    """

    understood: Understood
    context: Context
    problems: Problems
    ids: pd.Series
    items: pd.Series
    questions: tuple[Question, ...]

    @property
    def frame(self) -> pd.DataFrame:
        """The cells of these rows, by line."""
        return self.understood.table.frame.loc[self.ids.index]

    @property
    def people(self) -> pd.Series:
        """Each respondent's id once, by the first of their lines."""
        return self.ids[~self.ids.duplicated()]


def survey_rows(understood: Understood, context: Context) -> SurveyRows:
    """Return the rows that are stored; all others are reported.

    Parameters
    ----------
    understood : Understood
        The file and its columns' roles.
    context : Context
        Among the choices whether partly answered interviews count.
    """
    problems = Problems()
    ids = identified(understood, problems)
    ids, questions = _answered_enough(understood, ids, context.choices, problems)
    items = _items(understood, ids, problems)
    return SurveyRows(understood, context, problems, ids[items.index], items, questions)


def checked_survey(
    rows: SurveyRows,
    frames: dict[str, pd.DataFrame],
    questions: tuple[Question, ...],
    *,
    holds_nothing: bool,
) -> Checked:
    """Put together what would be stored of a survey.

    Parameters
    ----------
    rows : SurveyRows
        Whose answers.
    frames : dict of str to pandas.DataFrame
        The kind's own tables; those of the respondents are added.
    questions : tuple of Question
        What the answers leave open.
    holds_nothing : bool
        Whether there is no answer in any of the rows.
    """
    understood, problems = rows.understood, rows.problems
    people, dates = respondent_frames(understood, rows.ids, rows.context, problems)
    traits = [people.pop("respondent_trait"), frames.pop("respondent_trait", None)]
    people["respondent_trait"] = pd.concat([part for part in traits if part is not None])
    said = in_order(understood.table.problems + understood.problems + problems.gathered())
    return Checked(
        understood.kind,
        people | frames,
        understood.table.rows_in,
        len(rows.ids),
        said,
        understood.questions + rows.questions + questions + dates,
        has_ids=understood.column("respondent_id") is not None,
        holds_nothing=holds_nothing,
    )


def _answered_enough(
    understood: Understood, ids: pd.Series, choices: Choices, problems: Problems
) -> tuple[pd.Series, tuple[Question, ...]]:
    """Keep or leave out interviews that were broken off, as the user says."""
    column = understood.column("complete")
    if column is None:
        return ids, ()
    partly = ids.index[~finished(understood.table.frame.loc[ids.index, column]).fillna(value=True)]
    if partly.empty:
        return ids, ()
    question = Question(
        "partly_answered", ("keep", "leave_out"), "keep", {"n": len(partly), "column": column}
    )
    if choices.answer(question) == "leave_out":
        for line in partly:
            problems.add("partly_answered", line, column, "row")
        ids = ids.drop(partly)
    return ids, (question,)


def _items(understood: Understood, ids: pd.Series, problems: Problems) -> pd.Series:
    """Return, by line, the item of a long file's rows; a wide file's rows have all of them."""
    if understood.layout == "wide":
        return pd.Series("", ids.index, dtype="str")
    column = understood.column("item")
    items = understood.table.frame.loc[ids.index, column].str.strip()
    blank = blank_cells(items)
    _report(items[blank], "missing_item", problems)
    items = items[~blank]
    twice = pd.DataFrame({"id": ids[items.index], "item": items}).duplicated(keep=False)
    _report(items[twice], "duplicate_answer", problems)
    return items[~twice]


def _report(cells: pd.Series, code: str, problems: Problems) -> None:
    for line in cells.index:
        problems.add(code, line, str(cells.name), "row")

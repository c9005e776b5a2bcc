"""Numbers that may help to make classes: those of the survey, and those known of members."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.clusters import FEWEST
from views.view import Ask
from words.clusters import KNOWN_NUMBERS, number_label
from words.language import Language

# So many different whole numbers, or one with decimals, and a question is no choice of answers.
MOST_ANSWERS = 12
# Of the answers to such a question, so many are numbers; the others count as missing.
MOSTLY = 0.8


@dataclass(frozen=True, eq=False)
class Numbers:
    """What can be taken as a number, of everybody who answered a survey.

    Attributes
    ----------
    values : pandas.DataFrame
        By respondent id, a column a number: a question's item id, or a name of `KNOWN_NUMBERS`.
    labels : dict
        By column, in the reader's language.
    codes : dict
        By column, its code in the address: a question's position, or the column itself.
    unread : dict
        By column, how many answers are no numbers.
    """

    values: pd.DataFrame
    labels: dict[str, str]
    codes: dict[str, str]
    unread: dict[str, int]

    @property
    def asked(self) -> list[str]:
        """Questions of the survey that are answered by numbers."""
        return [column for column in self.values if column not in KNOWN_NUMBERS]


def numbers(survey_id: str, questions: pd.DataFrame, language: Language, ask: Ask) -> Numbers:
    """Return a survey's numbers.

    Parameters
    ----------
    survey_id : str
    questions : pandas.DataFrame
        Every question by item id: ``label``, ``position``.
    language : Language
    ask : Ask
    """
    said = ask("needs_answers", survey_id=survey_id)
    values, unread = _asked(said, questions)
    known = ask("needs_numbers", survey_id=survey_id).set_index("respondent_id")
    for column in KNOWN_NUMBERS:
        if known[column].count() >= FEWEST and known[column].nunique() > 1:
            values[column] = known[column]
    own = questions["label"]
    return Numbers(
        values=pd.DataFrame(values),
        labels={column: number_label(language, column, own.get(column, "")) for column in values},
        codes={column: str(questions["position"].get(column, column)) for column in values},
        unread=unread,
    )


def _asked(
    said: pd.DataFrame, questions: pd.DataFrame
) -> tuple[dict[str, pd.Series], dict[str, int]]:
    """Read the questions that are answered by numbers; count the answers that are none."""
    values, unread = {}, {}
    for item, rows in said.groupby("item_id", sort=False):
        if item not in questions.index:
            continue
        given = rows.set_index("respondent_id")["value"].dropna()
        read = read_numbers(given)
        if read is not None:
            values[item], unread[item] = read, len(given) - int(read.count())
    return values, unread


def read_numbers(given: pd.Series) -> pd.Series | None:
    """Return answers as numbers, those that are none as missing; None where it is no number.

    Parameters
    ----------
    given : pandas.Series
        Answers as text, none missing; a decimal comma is read as a point.
    """
    texts, different = pd.factorize(given)
    plain = pd.Series(different, dtype="str").str.strip().str.replace(",", ".")
    each = pd.to_numeric(plain, errors="coerce").astype(float).to_numpy()
    each = np.where(np.isfinite(each), each, np.nan)
    known = each[~np.isnan(each)]
    many = len(np.unique(known)) > MOST_ANSWERS or bool((known % 1 != 0).any())
    read = pd.Series(each[texts] if len(each) else [], given.index, dtype=float)
    return read if many and read.count() >= MOSTLY * len(given) else None

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
    labels : dict
        By column, in the reader's language. A column is a question's item id, or a name of
        `KNOWN_NUMBERS`.
    codes : dict
        By column, its code in the address: a question's position, or the column itself.
    known : pandas.DataFrame
        What is known of members, by respondent id.
    """

    labels: dict[str, str]
    codes: dict[str, str]
    known: pd.DataFrame

    @property
    def asked(self) -> list[str]:
        """Questions of the survey that are answered by numbers."""
        return [column for column in self.labels if column not in KNOWN_NUMBERS]

    def values(self, columns: list[str], said: pd.DataFrame) -> pd.DataFrame:
        """Return numbers by respondent id, given what the survey's people answered."""
        asked = [column for column in columns if column in self.asked]
        rows = said[said["item_id"].isin(asked)].set_index("respondent_id")
        read = {item: as_numbers(rows.loc[rows["item_id"] == item, "value"]) for item in asked}
        known = [column for column in columns if column not in asked]
        return pd.DataFrame(read).join(self.known[known], how="outer")[columns]


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
    levels = ask("needs_levels", survey_id=survey_id)
    answered = {
        str(item)
        for item, rows in levels.groupby("item_id")
        if are_numbers(rows["value"], rows["n"])
    }
    known = ask("needs_numbers", survey_id=survey_id).set_index("respondent_id")
    enough = [
        column
        for column in KNOWN_NUMBERS
        if known[column].count() >= FEWEST and known[column].nunique() > 1
    ]
    columns = [*(item for item in questions.index if item in answered), *enough]
    own, places = questions["label"], questions["position"]
    return Numbers(
        labels={column: number_label(language, column, own.get(column, "")) for column in columns},
        codes={column: str(places.get(column, column)) for column in columns},
        known=known,
    )


def are_numbers(answers: pd.Series, n: pd.Series) -> bool:
    """Say whether a question is answered by numbers, and not by a choice of few.

    Parameters
    ----------
    answers : pandas.Series
        Different answers as text.
    n : pandas.Series
        How many people gave each.
    """
    read = as_numbers(answers)
    known = read.dropna()
    many = known.nunique() > MOST_ANSWERS or bool((known % 1 != 0).any())
    return many and int(n[read.notna()].sum()) >= MOSTLY * int(n.sum())


def as_numbers(answers: pd.Series) -> pd.Series:
    """Return answers as numbers, those that are none as missing; a decimal comma is a point."""
    place, different = pd.factorize(answers)
    plain = pd.Series(different, dtype="str").str.strip().str.replace(",", ".")
    each = pd.to_numeric(plain, errors="coerce").astype(float).to_numpy()
    each = np.append(np.where(np.isfinite(each), each, np.nan), np.nan)
    return pd.Series(each[place], answers.index, dtype=float)

"""The rows of the clusters' table of colours: answers as shares, numbers as means."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.clusters.axes import FULL, NARROW, wrapped
from views.clusters.classes import Classes
from words.clusters import number_written
from words.language import Language


@dataclass(frozen=True)
class Cells:
    """Rows of the table, a column a visible class.

    Attributes
    ----------
    labels : list of str
        A row's name, free of markup.
    colour : float array (rows, classes)
        From −`FULL`, less than everybody, over 0 to `FULL`; NaN where nothing is shown.
    text, hover : list of list of str
        What stands in a cell, and beside it.
    everybody : list of str
        What stands in the last column.
    """

    labels: list[str]
    colour: np.ndarray
    text: list[list[str]]
    hover: list[list[str]]
    everybody: list[str]

    def over(self, other: "Cells") -> "Cells":
        """Return these rows with the other's below."""
        return Cells(
            self.labels + other.labels,
            np.vstack([self.colour, other.colour]),
            self.text + other.text,
            self.hover + other.hover,
            self.everybody + other.everybody,
        )


def answer_cells(
    found: Classes, table: pd.DataFrame, labels: list[str], language: Language
) -> Cells:
    """Return answers' rows: shares, coloured by how often everybody gives the answer.

    Parameters
    ----------
    found : Classes
    table : DataFrame
        As `views.clusters.profiles.by_answer`.
    labels : list of str
        What each row is called.
    language : Language
    """
    index = table[[f"index_{one}" for one in found.visible]].to_numpy(dtype=float)
    shares = table[[f"share_{one}" for one in found.visible]].to_numpy(dtype=float)
    return Cells(
        labels=labels,
        colour=np.log2(np.clip(index, 1, None) / 100),
        text=[[language.share(share) for share in row] for row in shares],
        hover=[
            [
                f"{found.names[one]}<br>{label}: {language.number(value)}"
                for one, value in zip(found.visible, row, strict=True)
            ]
            for label, row in zip(labels, index, strict=True)
        ],
        everybody=[language.share(share) for share in table["overall"]],
    )


def number_cells(found: Classes, language: Language) -> Cells:
    """Return numbers' rows: means, in full colour where one is a spread away from everybody's."""
    rows = [_number_row(found, column, language) for column in found.survey.numbers]
    rows = [row for row in rows if row is not None]
    empty = Cells([], np.empty((0, len(found.visible))), [], [], [])
    for row in rows:
        empty = empty.over(row)
    return empty


def _number_row(found: Classes, column: str, language: Language) -> Cells | None:
    means = found.means[found.means["question"] == column].set_index("class")
    if means.empty:
        return None
    label = wrapped(found.survey.numbers[column], NARROW, 1)
    own = means.reindex(found.visible)
    spread, overall = (float(means[name].iloc[0]) for name in ("spread", "overall"))
    away = (own["mean"] - overall) / (spread or np.nan)

    def written(value: float) -> str:
        return "" if np.isnan(value) else number_written(language, value, spread)

    hover = [
        ""
        if np.isnan(row.mean)
        else f"{found.names[one]}<br>{label}: {written(row.mean)}"
        f" ({written(row.low)}–{written(row.high)})<br>n = {language.number(row.n)}"
        for one, row in zip(found.visible, own.itertuples(), strict=True)
    ]
    return Cells(
        labels=[label],
        colour=np.clip(away.to_numpy(dtype=float) * FULL, -FULL, FULL)[None, :],
        text=[[written(value) for value in own["mean"]]],
        hover=[hover],
        everybody=[written(overall)],
    )

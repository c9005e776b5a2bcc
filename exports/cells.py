"""A view's figures as plain columns: what workbook and table both write."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from views.view import Column, Kind, View
from words.language import Language

Value = str | int | float | date | None


@dataclass(frozen=True)
class Figures:
    """One column as it is written: an interval's ends are columns of their own.

    Attributes
    ----------
    heading : str
        In the reader's language.
    kind : str
        As in `views.view.Column`.
    values : list
        Text, numbers or dates; None where nothing is known.
    """

    heading: str
    kind: Kind
    values: list[Value]


def figures(view: View, language: Language) -> list[Figures]:
    """Return the columns of a view's frame that a reader sees, intervals beside their figure."""
    written = []
    for column in view.columns:
        written.append(_figures(view.frame, column.name, column.label, column.kind))
        for name, heading in _interval(column, language):
            written.append(_figures(view.frame, name, heading, column.kind))
    return written


def value(raw: object, kind: Kind) -> Value:
    """Return a frame's value as text, number or date; None where nothing is known."""
    if raw is None or pd.isna(raw):
        return None
    if kind == "text":
        return str(raw)
    if kind == "month":
        return pd.Timestamp(raw).date()
    number = float(raw)
    if not np.isfinite(number):
        return None
    return round(number) if kind == "count" and number == round(number) else number


def _figures(frame: pd.DataFrame, name: str, heading: str, kind: Kind) -> Figures:
    return Figures(heading, kind, [value(raw, kind) for raw in frame[name]])


def _interval(column: Column, language: Language) -> list[tuple[str, str]]:
    headings = (
        (column.low, language.say("{what}, from", what=column.label)),
        (column.high, language.say("{what}, to", what=column.label)),
    )
    return [(name, heading) for name, heading in headings if name is not None]

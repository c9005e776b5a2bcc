"""The table twin: the very figures that the picture is drawn from."""

import pandas as pd
import streamlit as st

from views.view import Column, View
from words.language import Language


def table(view: View, language: Language) -> None:
    """Draw a view's frame as a table, with intervals beside the figures."""
    written = {column.label: _written(view.frame, column, language) for column in view.columns}
    st.dataframe(pd.DataFrame(written), hide_index=True, width="stretch")


def _written(frame: pd.DataFrame, column: Column, language: Language) -> list[str]:
    values = [cell(value, column.kind, language) for value in frame[column.name]]
    if column.low is None:
        return values
    lows = [cell(value, column.kind, language) for value in frame[column.low]]
    highs = [cell(value, column.kind, language) for value in frame[column.high]]
    return [
        f"{value} ({low} – {high})" if value and low else value
        for value, low, high in zip(values, lows, highs, strict=True)
    ]


def cell(value: object, kind: str, language: Language) -> str:
    """Write one value as its kind is written; nothing for what is not known."""
    if value is None or pd.isna(value):
        return ""
    writers = {
        "count": language.number,
        "share": language.share,
        "coefficient": lambda number: language.number(number, 2),
        "number": lambda number: language.number(number, 1),
        "money": language.money,
        "month": language.month,
    }
    return writers.get(kind, str)(value)

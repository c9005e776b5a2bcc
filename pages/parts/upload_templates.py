"""A file to begin with for each kind."""

import streamlit as st

from uploads.templates import KINDS, as_csv, as_workbook, template
from words.language import Language
from words.uploads import kind_label

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates(language: Language) -> None:
    """Draw the choice of a template, and its two files."""
    with st.expander(language.say("Templates to begin with")):
        row = st.container(horizontal=True, vertical_alignment="bottom")
        kind = row.selectbox(
            language.say("What the file is to hold"),
            KINDS,
            format_func=lambda code: kind_label(language, code),
        )
        rows = template(kind, language)
        row.download_button(
            "CSV", as_csv(rows, language), f"{kind}.csv", "text/csv", on_click="ignore"
        )
        row.download_button("Excel", as_workbook(rows), f"{kind}.xlsx", XLSX, on_click="ignore")

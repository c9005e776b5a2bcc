"""Downloads of a page: a slide with a native chart, a workbook, a table."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.disclosure import STRICT_LIMIT
from exports.slide import slide
from exports.table import table
from exports.workbook import workbook
from pages.parts.asking import ViewMaker, ask, seen
from queries.filters import Filters
from views.view import Nothing, Options, View

FORMATS = {
    "pptx": (
        slide,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "xlsx": (workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (table, "text/csv"),
}


def downloads(make: ViewMaker, filters: Filters, options: Options) -> None:
    """Offer the page as files, made under the stricter small-group rule and only when asked."""
    say = options.language
    strict = replace(options, limit=STRICT_LIMIT)
    try:
        view = seen(make, filters, strict)
    except Nothing as nothing:
        st.caption(nothing.sentence)
        return
    names = {
        "pptx": say.say("Slide with an editable chart (PowerPoint)"),
        "xlsx": say.say("Workbook with figures, filters and sources (Excel)"),
        "csv": say.say("Table (CSV)"),
    }
    is_sample = bool(ask("meta")["is_sample"].iloc[0])
    for ending, (write, mime) in FORMATS.items():
        st.download_button(
            names[ending],
            _when_asked(write, view, options, is_sample),
            file_name=f"{view.name}.{ending}",
            mime=mime,
            on_click="ignore",
            key=f"{view.name}-{ending}",
        )


def _when_asked(
    write: Callable, view: View, options: Options, is_sample: bool
) -> Callable[[], bytes]:
    return lambda: write(view, options.language, is_sample)

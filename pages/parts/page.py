"""How every page is laid out: finding, key figures, picture, what follows, where it is from."""

from collections.abc import Callable

import streamlit as st
from plotly.graph_objects import Figure

from pages.parts.asking import ViewMaker, seen
from pages.parts.computed import computed
from pages.parts.downloads import downloads
from pages.parts.reader import Reader
from pages.parts.table import table
from pages.parts.text import plain
from queries.filters import Filters
from views.view import Nothing, Options, View
from words.language import Language

Draw = Callable[..., Figure]


def view_or_stop(make: ViewMaker, filters: Filters, options: Options) -> View:
    """Return a page's view; where there is nothing to show, say why and what mends it."""
    try:
        return seen(make, filters, options)
    except Nothing as nothing:
        nothing_there(nothing, options.language)
        st.stop()


def nothing_there(nothing: Nothing, language: Language) -> None:
    """Say why there is nothing to show, and offer what mends it."""
    st.info(plain(nothing.sentence))
    if nothing.mend == "upload":
        st.page_link("upload.py", label=language.say("Upload a file"))
    if nothing.mend == "clusters":
        st.page_link("clusters.py", label=language.say("Find classes"))
    if nothing.mend == "questionnaire":
        st.page_link("questionnaire.py", label=language.say("Write the questionnaire"))


def opening(view: View, reader: Reader) -> None:
    """Draw the finding and the key figures; a room sees the picture before the figures."""
    st.title(plain(view.finding), anchor=False)
    if not reader.present:
        _key_figures(view)


def _key_figures(view: View) -> None:
    if not view.metrics:
        return
    for place, metric in zip(st.columns(len(view.metrics)), view.metrics, strict=True):
        place.metric(
            plain(metric.label),
            metric.value,
            metric.beside or None,
            delta_color="off",
            delta_arrow="off",
        )


def picture(
    view: View,
    draw: Draw,
    reader: Reader,
    on_select: Callable[[], None] | None = None,
    widths: tuple[float, float] = (3, 2),
) -> None:
    """Draw the main chart, and beside it what it means and what it can't show."""
    left, right = st.columns(widths, gap="large")
    with left:
        chart(draw, view, reader, f"{view.name}-chart", on_select)
        st.caption(plain(view.basis))
    with right:
        if view.meaning:
            st.subheader(reader.language.say("What this means"), anchor=False)
        for sentence in view.meaning:
            st.write(plain(sentence))
        for note in view.notes:
            st.caption(plain(note))


def chart(
    draw: Draw, view: View, reader: Reader, key: str, on_select: Callable[[], None] | None = None
) -> None:
    """Draw a figure of a view in the reader's language and light."""
    st.plotly_chart(
        draw(view, reader.language, dark=reader.dark, present=reader.present),
        theme=None,
        alt=view.alt,
        key=key,
        on_select=on_select or "ignore",
        selection_mode="points",
        config={"displayModeBar": False},
    )


def closing(
    view: View,
    make: ViewMaker,
    filters: Filters,
    options: Options,
    reader: Reader,
    *,
    as_table: bool = False,
) -> None:
    """Draw the table twin, opened or not, how it was computed, and the downloads."""
    if reader.present:
        _key_figures(view)
        return
    say = reader.language
    row = st.container(horizontal=True, vertical_alignment="center")
    shown = row.toggle(say.say("Show as a table"), as_table, key=f"{view.name}-table")
    with row.popover(say.say("How was this computed?"), width="content"):
        computed(view.computed, say)
    files = row.popover(
        say.say("Download"), width="content", on_change="rerun", key=f"{view.name}-files"
    )
    if files.open:
        with files:
            downloads(make, filters, options)
    if shown:
        table(view, say)

"""What lies behind the needs page, a tab each: shares, curves, two peaks, methods, care, tests."""

import streamlit as st

from charts.kano import figure, shares
from charts.kano.curves import figure as curves
from pages.parts.address import choice
from pages.parts.asking import seen
from pages.parts.page import chart, closing
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.filters import Filters
from views.kano import two_peaks
from views.kano.details import by_care, by_method, care, pairs, people_by_care, top_two_tests
from views.kano.options import Options
from views.view import Nothing, View


def details(answer: View, filters: Filters, options: Options, reader: Reader) -> None:
    """Draw the tabs; only the open one is computed."""
    say = reader.language
    drawn = {
        say.say("All answers by class"): lambda: chart(shares, answer, reader, "needs-shares"),
        say.say("How satisfaction rises"): lambda: _curves(answer, reader),
        say.say("Two peaks"): lambda: _peaks(filters, options, reader),
        say.say("If the method changes"): lambda: _methods(answer, options, reader),
        say.say("How carefully people answered"): lambda: _care(answer, options, reader),
        say.say("For the analyst"): lambda: _analyst(answer, reader),
    }
    tabs = st.tabs(list(drawn), on_change="rerun", key="needs-tabs")
    for tab, draw in zip(tabs, drawn.values(), strict=True):
        if tab.open:
            with tab:
                draw()


def _curves(answer: View, reader: Reader) -> None:
    chart(curves, answer, reader, "needs-curves")
    st.caption(
        reader.language.say(
            "From the share displeased without it to the share pleased with it. What makes no"
            " difference, is unwanted or too close to call has no curve. Source: {source}",
            source="Wang & Ji (2010), Research in Engineering Design 21:173",
        )
    )


def _peaks(filters: Filters, options: Options, reader: Reader) -> None:
    try:
        found = seen(two_peaks.view, filters, options)
    except Nothing as nothing:
        st.write(plain(nothing.sentence))
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart(figure, found, reader, "needs-peaks")
    with right:
        for sentence in found.meaning:
            st.write(plain(sentence))
    closing(found, two_peaks.view, filters, options, reader)


def _methods(answer: View, options: Options, reader: Reader) -> None:
    rows = by_method(answer, options)
    if rows.empty:
        st.write(reader.language.say("No other table or rule gives any benefit another class."))
    else:
        st.dataframe(rows, hide_index=True, height="content")


def _care(answer: View, options: Options, reader: Reader) -> None:
    for sentence in filter(None, care(answer, options)):
        st.write(plain(sentence))
    left, right = st.columns([3, 1], gap="large")
    left.dataframe(by_care(answer, reader.language), hide_index=True, height="content")
    right.dataframe(people_by_care(answer, reader.language), hide_index=True, height="content")


def _analyst(answer: View, reader: Reader) -> None:
    say = reader.language
    st.write(say.say(
        "Fong's test takes the first two classes as independent, though an answer in one is an"
        " answer less in the other: at a stated 10% it calls equal classes different in 12 to 23%"
        " of surveys. The page decides by the exact test."
    ))  # fmt: skip
    st.dataframe(top_two_tests(answer, say), hide_index=True, height="content")
    labels = answer.frame.set_index("item_id")["label"]
    place = st.columns([1, 2])[0]
    item = choice(place, say.say("Every pair of answers about"), list(labels.index), "needs_item",
                  labels.get, default=labels.index[0])  # fmt: skip
    st.dataframe(pairs(answer.result.everyone, item, say), hide_index=True, height="content")

"""Where do we stand? Members by month, status now, what changed since last year."""

import pandas as pd
import streamlit as st

from charts.overview import figure, strip
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import reader
from views.overview import view
from views.overview.words import changes
from views.view import Options, View


def _changes(view: View) -> pd.DataFrame:
    """This year beside last year, a row a kind of change."""
    say = here.language
    rows = [
        (name, say.number(now), say.number(before), say.signed(now - before))
        for name, now, before in changes(view.result, say)
    ]
    names = (
        say.say("What happened"),
        say.say("Past 12 months"),
        say.say("The year before"),
        say.say("Change"),
    )
    return pd.DataFrame(rows, columns=names)


here = reader()
filters = filter_bar(here)
options = Options(here.language, here.limit)
answer = view_or_stop(view, filters, options)

opening(answer, here)
picture(answer, figure, here)
chart(strip, answer, here, "status-strip")
with st.expander(here.language.say("What changed since last year")):
    st.dataframe(_changes(answer), hide_index=True, width="content")
closing(answer, view, filters, options, here)

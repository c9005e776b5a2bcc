"""Segments: which there are, who is leaving them, and putting more people into them."""

import streamlit as st

from charts.segments import figure
from pages.parts.asking import seen
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, nothing_there, opening
from pages.parts.reader import reader
from pages.parts.segment_form import typing_form
from pages.parts.segment_newcomers import newcomers
from pages.parts.segment_rule import make_by_rule
from pages.parts.segments import saved_segments
from pages.parts.text import plain
from views.segments import view
from views.segments.options import Options
from views.view import Nothing

here = reader()
filters = filter_bar(here)
options = Options(here.language, here.limit)
say = here.language
try:
    answer = seen(view, filters, options)
except Nothing as nothing:
    st.title(say.say("Which segments are there?"), anchor=False)
    nothing_there(nothing, say)
else:
    opening(answer, here)
    chart(figure, answer, here, "segments-chart")
    st.caption(plain(answer.basis))
    for note in answer.notes:
        st.caption(plain(note))
    closing(answer, view, filters, options, here)
if not here.present:
    parts = {
        say.say("Saved segments"): saved_segments,
        say.say("Put new people in"): newcomers,
        say.say("Ask in short"): typing_form,
        say.say("Make one by a rule"): make_by_rule,
    }
    tabs = st.tabs(list(parts), on_change="rerun", key="segments-tabs")
    for tab, draw in zip(tabs, parts.values(), strict=True):
        if tab.open:
            with tab:
                draw(here)

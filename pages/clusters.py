"""Who are they? Classes of people who answer alike, what they are not made from, saving them."""

import streamlit as st

from charts.clusters import figure
from charts.clusters.outcomes import figure as outcomes
from pages.parts.classes_in_time import wait_for_classes
from pages.parts.clusters_choices import chosen
from pages.parts.clusters_reopened import opened_solution
from pages.parts.clusters_tabs import clusters_tabs
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import reader
from pages.parts.text import plain
from views.clusters import view
from views.clusters.words import outcomes_explained

here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = chosen(here, place)
wait_for_classes(options, here)
with st.spinner(here.language.say("Putting people who answer alike together")):
    answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
    opened_solution(options, here)
picture(answer, figure, here)
closing(answer, view, filters, options, here)
if len(answer.result.outcomes):
    st.subheader(here.language.say("What the classes are not made from"), anchor=False)
    chart(outcomes, answer, here, "clusters-outcomes")
    st.caption(plain(outcomes_explained(answer.result, here.language)))
if not here.present:
    clusters_tabs(answer, filters, options, here)

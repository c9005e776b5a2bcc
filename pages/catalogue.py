"""What to do about each benefit? Fix, ease, tell, offer to more, rethink or keep; and decide."""

import streamlit as st

from charts.catalogue import figure
from pages.parts.catalogue_edit import decide, earlier
from pages.parts.filter_bar import filter_bar
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import reader
from pages.parts.text import plain
from pages.parts.theme_choice import theme_choice
from views.catalogue import view
from views.catalogue.options import Options

here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = Options(here.language, here.limit, survey_id=st.session_state.get("gaps_survey"),
                  kano_id=st.session_state.get("needs_survey"),
                  theme=theme_choice(here, place))  # fmt: skip
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here)
if not here.present:
    with st.expander(here.language.say("Why, benefit by benefit")):
        for _, row in answer.frame.iterrows():
            st.write(f"**{plain(row['label'])}** – {plain(row['remedy_label'])}. "
                     f"{plain(row['evidence'])}")  # fmt: skip
    with st.expander(here.language.say("Decide, and keep the catalogue")):
        decide(answer, here)
        earlier(here)
closing(answer, view, filters, options, here)

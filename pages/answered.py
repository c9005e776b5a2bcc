"""Who answered? A survey's respondents held against the membership, and what weighting does."""

import streamlit as st

from charts.answered import figure
from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from views.answered import view
from views.answered.options import Options


def choices(here: Reader) -> Options:
    """Draw the choice of survey, and return what was chosen."""
    survey = st.session_state.get("answered_survey")
    surveys = ask("answered_surveys").set_index("survey_id")["label"]
    if len(surveys) > 1 and not here.present:
        survey = choice(st.columns(3)[0], here.language.say("Survey"), list(surveys.index),
                        "answered_survey", surveys.get, default=surveys.index[0])  # fmt: skip
    return Options(here.language, here.limit, survey_id=survey)


here = reader()
filters = filter_bar(here)
top, chosen = st.container(), st.container()
with chosen:
    options = choices(here)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here)
closing(answer, view, filters, options, here)

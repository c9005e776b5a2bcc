"""Who are they? Classes of people who answer alike, what they are not made from, saving them."""

import streamlit as st

from charts.clusters import figure
from charts.clusters.outcomes import figure as outcomes
from pages.parts.address import choice, choices, chosen_codes
from pages.parts.asking import ask
from pages.parts.clusters_tabs import clusters_tabs
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.text import plain
from views.clusters import view
from views.clusters.options import (
    FEWEST_CLASSES,
    MOST_CLASSES,
    USUAL_CLASSES,
    USUAL_METHOD,
    Options,
)
from views.clusters.survey import own_labels
from views.clusters.words import outcomes_explained
from words.clusters import METHODS, method_label, question_label

NUMBERS = [str(k) for k in range(FEWEST_CLASSES, MOST_CLASSES + 1)]


def chosen(here: Reader, place) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    surveys = ask("needs_surveys").set_index("survey_id")["label"]
    survey, k, method = (
        st.session_state.get(f"clusters_{name}") for name in ("survey", "k", "method")
    )
    questions = chosen_codes("clusters_questions")
    if not here.present and len(surveys):
        say = here.language
        columns = place.columns([1, 1, 2, 2], vertical_alignment="bottom")
        k = choice(columns[0], say.say("Number of classes"), NUMBERS, "clusters_k", str,
                   default=str(USUAL_CLASSES))  # fmt: skip
        method = choice(columns[1], say.say("Method"), list(METHODS), "clusters_method",
                        lambda code: method_label(say, code), default=USUAL_METHOD)  # fmt: skip
        if len(surveys) > 1:
            survey = choice(columns[3], say.say("Survey"), list(surveys.index), "clusters_survey",
                            surveys.get, default=surveys.index[0])  # fmt: skip
        asked = ask("needs_questions", survey_id=survey or surveys.index[0])
        asked = asked.assign(label=own_labels(asked, say))
        labels = {
            row.position: question_label(say, row.item_id, row.label) for row in asked.itertuples()
        }
        with columns[2].popover(say.say("Questions that make the classes"), width="content"):
            questions = choices(st, say.say("Questions"), list(labels), "clusters_questions",
                                labels.get)  # fmt: skip
    k = k if k in NUMBERS else str(USUAL_CLASSES)
    method = method if method in METHODS else USUAL_METHOD
    return Options(
        here.language, here.limit, survey_id=survey, questions=questions, k=int(k), method=method
    )


here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = chosen(here, place)
with st.spinner(here.language.say("Putting people who answer alike together")):
    answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here)
closing(answer, view, filters, options, here)
if len(answer.result.outcomes):
    st.subheader(here.language.say("What the classes are not made from"), anchor=False)
    chart(outcomes, answer, here, "clusters-outcomes")
    st.caption(plain(outcomes_explained(answer.result, here.language)))
if not here.present:
    clusters_tabs(answer, filters, options, here)

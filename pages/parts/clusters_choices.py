"""What the reader of the clusters page chooses: survey, questions, numbers, method, how many."""

import streamlit as st

from pages.parts.address import choice, choices, chosen_codes
from pages.parts.asking import ask
from pages.parts.reader import Reader
from views.clusters.options import (
    FEWEST_CLASSES,
    MOST_CLASSES,
    USUAL_CLASSES,
    USUAL_METHOD,
    Options,
    methods,
)
from views.clusters.survey import possible
from views.clusters.trial import why_latent_classes
from words.clusters import METHODS, method_label

NUMBERS = [str(k) for k in range(FEWEST_CLASSES, MOST_CLASSES + 1)]


def chosen(here: Reader, place) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    survey, k, method = (
        st.session_state.get(f"clusters_{name}") for name in ("survey", "k", "method")
    )
    questions, numbers = chosen_codes("clusters_questions"), chosen_codes("clusters_numbers")
    surveys = ask("needs_surveys").set_index("survey_id")["label"]
    if not here.present and len(surveys):
        say = here.language
        columns = place.columns([1, 1, 2, 2], vertical_alignment="bottom")
        if len(surveys) > 1:
            survey = choice(columns[3], say.say("Survey"), list(surveys.index), "clusters_survey",
                            surveys.get, default=surveys.index[0])  # fmt: skip
        survey = survey if survey in surveys.index else surveys.index[0]
        questions, numbers = _made_from(survey, columns[2], here)
        k = choice(columns[0], say.say("Number of classes"), NUMBERS, "clusters_k", str,
                   default=str(USUAL_CLASSES))  # fmt: skip
        method = choice(columns[1], say.say("Method"), methods(bool(numbers), method),
                        "clusters_method", lambda code: method_label(say, code),
                        default=USUAL_METHOD, about=why_latent_classes(say))  # fmt: skip
    return Options(
        here.language,
        here.limit,
        survey_id=survey,
        questions=questions,
        numbers=numbers,
        k=int(k if k in NUMBERS else USUAL_CLASSES),
        method=method if method in METHODS else USUAL_METHOD,
        kept=st.session_state.get("clusters_kept"),
        as_kept=bool(st.session_state.get("clusters_as_kept")),
    )


def _made_from(survey: str, place, here: Reader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Draw the questions and the numbers that classes are made from; return those chosen."""
    say = here.language
    labels, known = possible(survey, say, ask)
    row = place.container(horizontal=True)
    name, wholly = say.say("Questions"), say.say("Questions that make the classes")
    with row.popover(name, help=wholly, width="content"):
        questions = choices(st, wholly, list(labels), "clusters_questions", labels.get)
    if not known:
        return questions, ()
    with row.popover(say.say("Numbers"), width="content"):
        st.write(say.say(
            "Numbers can help to make the classes, beside the answers. What is known of members"
            " is as it was on the day they answered, and is shown as a class's mean only."
        ))  # fmt: skip
        numbers = choices(st, say.say("Numbers that help"), list(known), "clusters_numbers",
                          known.get, all_by_itself=False,
                          placeholder=say.say("None"))  # fmt: skip
    return questions, numbers

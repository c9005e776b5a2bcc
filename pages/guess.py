"""Leaders' guess: place the benefits before the reveal, then see where you and members part."""

import pandas as pd
import streamlit as st

from charts.guess import figure
from pages.parts.asking import ask
from pages.parts.databases import store
from pages.parts.filter_bar import filter_bar
from pages.parts.guess_placing import place_by_class, place_by_importance
from pages.parts.guess_reveal import one_by_one
from pages.parts.guess_start import lobby, start, waiting
from pages.parts.page import closing, nothing_there, opening, picture, view_or_stop
from pages.parts.reader import reader
from pages.parts.text import plain
from queries.filters import Filters
from queries.guesses import CLASSES
from views.guess import view
from views.guess.options import Options
from views.kano.answers import Survey, survey
from views.view import Nothing


def asked_in(survey_id: str | None) -> Survey:
    """Return the needs survey whose benefits are placed, or say what is missing."""
    try:
        return survey(survey_id, here.language, ask)
    except Nothing as nothing:
        nothing_there(nothing, here.language)
        st.stop()


def guessing(found: pd.Series) -> None:
    """Draw what this device does in an open round: lead it, place benefits, or wait."""
    state = st.session_state
    mine = state.get("guess_me")
    if state.get("guess_host") and not mine:
        lobby(found, here)
    elif state.get("_guess_sent") == (found["code"], mine):
        waiting(found, here)
    else:
        labels = asked_in(found["survey_id"]).labels
        place = place_by_class if found["way"] == CLASSES else place_by_importance
        place(labels, found["code"], here)


def revealed(code: str, filters: Filters) -> None:
    """Draw the reveal: the surprises one by one, then the whole picture."""
    options = Options(here.language, here.limit, code=code)
    answer = view_or_stop(view, filters, options)
    if one_by_one(answer, here):
        return
    opening(answer, here)
    picture(answer, figure, here)
    closing(answer, view, filters, options, here)
    st.button(here.language.say("A new round"), on_click=leave, type="tertiary")


def leave() -> None:
    """Let go of the round."""
    for key in ("guess_round", "guess_me", "guess_host"):
        st.session_state[key] = None


here = reader()
filters = filter_bar(here)
code = (st.session_state.get("guess_round") or "").upper()
rounds = store().ask("guess_round", code=code)
if not code:
    start(asked_in(None), here)
elif rounds.empty:
    st.info(plain(here.language.say("There is no round {code}. Look at the code again.",
                                    code=code)))  # fmt: skip
    st.button(here.language.say("Type another code"), on_click=leave)
elif pd.isna(rounds["revealed_at"].iloc[0]):
    guessing(rounds.iloc[0])
else:
    revealed(code, filters)

"""Putting those who answered since into saved segments, without making the classes anew."""

import streamlit as st

from charts.segments.newcomers import figure
from pages.parts.address import choice
from pages.parts.asking import ask, seen
from pages.parts.databases import store, user_name
from pages.parts.page import chart, closing, nothing_there
from pages.parts.reader import Reader
from pages.parts.segment_solution import solution_or_none
from pages.parts.text import plain
from queries import segments
from queries.errors import StoreError
from queries.filters import NO_FILTERS
from views.segments.newcomers import Newcomers, possible, view
from views.segments.options import Options
from views.segments.saved import Saved
from views.view import Nothing
from words.language import Language
from words.problems import sentence


def newcomers(reader: Reader) -> None:
    """Draw a survey's people in the saved classes, and the button that puts them in."""
    found = solution_or_none(reader, "segments_solution")
    if found is None:
        return
    options = Options(
        reader.language, reader.limit, solution=found.solution, survey_id=_survey(found, reader)
    )
    try:
        made = seen(view, NO_FILTERS, options)
    except Nothing as nothing:
        nothing_there(nothing, reader.language)
        return
    st.subheader(plain(made.finding), anchor=False)
    _put_in(made.result, reader.language)
    chart(figure, made, reader, "segments-newcomers-chart")
    st.caption(plain(made.basis))
    for note in made.notes:
        st.caption(plain(note))
    closing(made, view, NO_FILTERS, options, reader)


def _survey(found: Saved, reader: Reader) -> str | None:
    labels = possible(found, ask)
    if not labels:
        return None
    return choice(
        st.columns([1, 1])[0],
        reader.language.say("Answers of"),
        list(labels),
        "segments_survey",
        labels.get,
        default=next(iter(labels)),
    )


def _put_in(found: Newcomers, say: Language) -> None:
    if not found.n or not st.button(say.say("Put them into the segments"), type="primary"):
        return
    try:
        n = segments.put_in(store(), found.members, user_name())
    except StoreError as problem:
        st.error(plain(sentence(say, problem.code, problem.facts)))
        return
    st.toast(say.say_n("One person was put in.", "{n} people were put in.", n))
    st.rerun()

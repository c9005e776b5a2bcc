"""Putting those who answered since into saved segments, without making the classes anew."""

import streamlit as st

from charts.segments.newcomers import figure
from pages.parts.address import choice
from pages.parts.asking import ViewMaker, ask, seen
from pages.parts.databases import store, user_name
from pages.parts.looked_after import done
from pages.parts.page import chart, closing, nothing_there
from pages.parts.reader import Reader
from pages.parts.segment_solution import picked_solution, solution_or_none
from pages.parts.text import plain
from queries import segment_changes
from queries.filters import NO_FILTERS
from views.segments import by_rule
from views.segments.by_rule import saved_rules
from views.segments.newcomers import Newcomers, possible, view
from views.segments.options import Options
from views.view import Nothing


def newcomers(reader: Reader) -> None:
    """Draw a survey's people in the saved classes or by a rule, and the button to put them in."""
    rules = {code: rule.name for code, rule in saved_rules(ask).items()}
    chosen = picked_solution(reader, "segments_solution", rules)
    if chosen in rules:
        rule = saved_rules(ask)[chosen]
        _drawn(by_rule.view, chosen, by_rule.possible(rule, ask), reader)
        return
    found = solution_or_none(reader, chosen)
    if found is not None:
        _drawn(view, found.solution, possible(found, ask), reader)


def _drawn(make: ViewMaker, chosen: str, surveys: dict[str, str], reader: Reader) -> None:
    options = Options(
        reader.language, reader.limit, solution=chosen, survey_id=_survey(surveys, reader)
    )
    try:
        made = seen(make, NO_FILTERS, options)
    except Nothing as nothing:
        nothing_there(nothing, reader.language)
        return
    st.subheader(plain(made.finding), anchor=False)
    _put_in(made.result, reader, told=bool(len(made.frame)))
    if len(made.frame):
        chart(figure, made, reader, "segments-newcomers-chart")
    st.caption(plain(made.basis))
    for note in made.notes:
        st.caption(plain(note))
    closing(made, make, NO_FILTERS, options, reader)


def _survey(labels: dict[str, str], reader: Reader) -> str | None:
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


def _put_in(found: Newcomers, reader: Reader, *, told: bool) -> None:
    """Draw the button; how many were put in is told where they, and the others, are not few."""
    say, told = reader.language, told and found.n >= reader.limit
    if not found.n or not st.button(say.say("Put them into the segments"), type="primary"):
        return
    done(
        lambda: segment_changes.put_in(store(), found.members, reader.limit, user_name()),
        say,
        lambda n: (
            say.say_n("One person was put in.", "{n} people were put in.", n)
            if told
            else say.say("They were put in.")
        ),
    )

"""Keeping the classes on the page, and looking after those that are kept."""

from functools import partial

import streamlit as st

from pages.parts.address import SEPARATOR
from pages.parts.asking import ask, seen
from pages.parts.databases import store, user_name
from pages.parts.looked_after import LONGEST_DESCRIPTION, describe, done, rename
from pages.parts.page import closing, nothing_there
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries import solutions
from queries.filters import NO_FILTERS
from queries.names import LONGEST_NAME
from views.clusters.classes import Classes
from views.clusters.keeping import kept_as, new_solution
from views.clusters.kept_list import Listed, view
from views.clusters.kept_solutions import KeptSolution, codes
from views.clusters.options import Options
from views.clusters.survey import possible
from views.view import Nothing
from words.language import Language

KEY, AS_KEPT = "clusters_kept", "clusters_as_kept"


def keep_classes(found: Classes, reader: Reader) -> None:
    """Draw the name and note under which the classes on the page are kept."""
    say = reader.language
    st.subheader(say.say("Keep this solution"), anchor=False)
    already = kept_as(found, ask)
    if found.survey.kept or already:
        name = (found.survey.kept or already).name
        st.caption(plain(say.say("Kept as «{name}».", name=name)))
        return
    st.write(say.say(
        "What is kept is how all of these classes were made: questions, method, seed and the state"
        " of the data. They can be made anew from that, and the page says whether they come out"
        " the same."
    ))  # fmt: skip
    with st.form("clusters-keep", border=False):
        name = st.text_input(say.say("Name"), _suggested(found, say), max_chars=LONGEST_NAME,
                             key=f"keep-name-{found.solution_id}")  # fmt: skip
        note = st.text_input(say.say("Note"), max_chars=LONGEST_DESCRIPTION,
                             key=f"keep-note-{found.solution_id}")  # fmt: skip
        if st.form_submit_button(say.say("Keep this solution")):
            new = new_solution(found, ask)
            done(lambda: solutions.keep(store(), new, name, note, user_name()), say)


def kept_list(reader: Reader) -> None:
    """Draw the kept solutions: open one, rename it, let go of it."""
    say = reader.language
    options = Options(say, reader.limit)
    try:
        listed = seen(view, NO_FILTERS, options)
    except Nothing as nothing:
        nothing_there(nothing, say)
        return
    st.subheader(plain(listed.finding), anchor=False)
    for one in listed.result:
        _row(one, say)
    closing(listed, view, NO_FILTERS, options, reader)


def open_solution(one: KeptSolution, say: Language) -> None:
    """Set the page's choices to those of a kept solution, so that it is made anew."""
    questions, numbers = codes(one, ask)
    every, _ = possible(one.survey_id, say, ask)
    st.session_state.update(
        clusters_survey=one.survey_id,
        clusters_k=str(one.k),
        clusters_method=one.method,
        clusters_questions=None if set(questions) == set(every) else SEPARATOR.join(questions),
        clusters_numbers=SEPARATOR.join(numbers) or None,
    )
    st.session_state[KEY], st.session_state[AS_KEPT] = one.solution_id, None


def close_solution() -> None:
    """Let go of the kept solution that is open; the page's choices stay."""
    st.session_state[KEY] = st.session_state[AS_KEPT] = None


def _row(listed: Listed, say: Language) -> None:
    one = listed.kept
    row = st.container(horizontal=True, vertical_alignment="center")
    row.markdown(f"**{plain(one.name)}** · {plain(listed.state)}", width=560)
    row.button(
        say.say("Open"),
        key=f"open-solution-{one.solution_id}",
        on_click=open_solution,
        args=(one, say),
        disabled=not listed.can_be_made,
    )
    with row.popover(say.say("Rename"), width="content"):
        key = f"solution-{one.solution_id}"
        rename(key, one.name, partial(_renamed, one.solution_id), say)
        describe(key, one.note, partial(_described, one.solution_id), say)
    with row.popover(say.say("Delete"), width="content"):
        st.write(say.say("Segments that were saved of it stay; only what was kept goes."))
        _delete(one.solution_id, say)
    st.caption(plain(" · ".join(filter(None, (listed.facts, one.note)))))


def _suggested(found: Classes, say: Language) -> str:
    classes = say.say("{k} classes", k=say.number(found.solution.k))
    return f"{found.survey.label}, {classes}"[:LONGEST_NAME]


def _renamed(solution_id: str, name: str) -> None:
    solutions.rename(store(), solution_id, name, user_name())


def _described(solution_id: str, text: str) -> None:
    solutions.describe(store(), solution_id, text, user_name())


def _delete(solution_id: str, say: Language) -> None:
    key = f"delete-solution-{solution_id}"
    label = say.say("Delete the kept solution")
    if st.button(label, key=key, on_click=_close_if_open, args=(solution_id,)):
        done(lambda: solutions.delete(store(), solution_id, user_name()), say)


def _close_if_open(solution_id: str) -> None:
    if st.session_state.get(KEY) == solution_id:
        close_solution()

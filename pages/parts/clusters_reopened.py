"""The kept solution that is open: whether the classes on the page are the very same."""

import streamlit as st

from pages.parts.asking import ask, seen
from pages.parts.clusters_kept import AS_KEPT, close_solution, open_solution
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.filters import NO_FILTERS
from views.clusters.kept_solutions import kept_solutions
from views.clusters.options import Options
from views.clusters.reopened import reopened


def opened_solution(options: Options, reader: Reader) -> None:
    """Say of the kept solution that is open what it was and how today's classes compare."""
    if options.kept is None or reader.present:
        return
    say = reader.language
    told = seen(reopened, NO_FILTERS, options)
    with st.container(border=True):
        text = plain(" ".join(told.sentences))
        st.markdown(f"✓ {text}" if told.same else text)
        row = st.container(horizontal=True)
        if told.other == "kept":
            row.button(
                say.say("Show the classes as they were kept"), on_click=_as_kept, args=("1",)
            )
        if told.other == "anew":
            row.button(say.say("Make the classes anew"), on_click=_as_kept, args=(None,))
        if told.other == "choices":
            one = kept_solutions(ask)[options.kept]
            row.button(say.say("Take its choices"), on_click=open_solution, args=(one, say))
        row.button(say.say("Close"), on_click=close_solution)


def _as_kept(wanted: str | None) -> None:
    st.session_state[AS_KEPT] = wanted

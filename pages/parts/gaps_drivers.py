"""For the analyst: what carries satisfaction overall, beside what people say is important."""

import streamlit as st

from pages.parts.asking import seen
from pages.parts.text import plain
from queries.filters import Filters
from views.gaps.drivers import drivers
from views.gaps.options import Options
from views.view import Nothing


def for_the_analyst(filters: Filters, options: Options) -> None:
    """Draw the table when it is asked for; it takes a second to compute."""
    panel = st.expander(
        options.language.say("For the analyst"), key="gaps-analyst", on_change="rerun"
    )
    if not panel.open:
        return
    try:
        found = seen(drivers, filters, options)
    except Nothing as nothing:
        panel.info(plain(nothing.sentence))
        return
    panel.dataframe(found.table, hide_index=True, width="stretch")
    for sentence in found.said:
        panel.caption(plain(sentence))

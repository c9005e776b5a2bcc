"""How was this computed? Words, formula, source and the very queries."""

import streamlit as st

from views.view import Computed
from words.language import Language


def computed(how: Computed, language: Language) -> None:
    """Draw how a page's figures came about."""
    st.write(how.words)
    if how.formula:
        st.latex(how.formula)
    if how.source:
        st.caption(language.say("Source: {source}", source=how.source))
    with st.expander(language.say("For the analyst: what was asked of the database")):
        for query in how.queries:
            st.caption(query.description)
            st.code(query.sql, language="sql")

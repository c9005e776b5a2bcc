"""Every open page follows the data: it looks for a new data version every five seconds."""

import streamlit as st

from pages.parts.databases import store


def refresh() -> None:
    """Run the page again when somebody has committed, undone or restored something."""
    _watch(store().data_version())


@st.fragment(run_every=5)
def _watch(shown: int) -> None:
    if store().data_version() != shown:
        st.rerun()

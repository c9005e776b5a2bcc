"""The backups: a whole copy from before each import, any of which can be brought back."""

import streamlit as st

from pages.parts.databases import store, user_name
from pages.parts.upload_job import start_restore
from queries.backups import backups, made_at
from words.language import Language


def kept_backups(language: Language, *, busy: bool) -> None:
    """Draw the list of backups, each with the way back to it.

    Parameters
    ----------
    language : Language
        The reader's.
    busy : bool
        Whether a job is under way, so that nothing can be brought back just now.
    """
    files = backups(store())
    if not files:
        return
    with st.expander(language.say("Backups")):
        st.write(
            language.say(
                "The database is copied before each import; the newest seven copies are kept."
            )
        )
        file = st.selectbox(
            language.say("From"), files, format_func=lambda one: language.moment(made_at(one))
        )
        with st.popover(language.say("Bring back"), disabled=busy):
            st.write(language.say("Everything that was changed since then is taken out."))
            if st.button(language.say("Bring back"), key="restore", type="primary"):
                start_restore(store(), file, user_name())
                st.rerun()

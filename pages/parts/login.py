"""Login, where the administrator has set one up."""

import streamlit as st

from words.language import Language


def logged_in() -> bool:
    """Say whether the person may see the pages: yes where no login is set up."""
    state = st.user.get("is_logged_in")
    return state is None or bool(state)


def ask_to_log_in(language: Language) -> None:
    """Offer the login to a person who may not see the pages yet."""
    st.title(language.say("Please log in"), anchor=False)
    st.write(language.say("This page shows figures about members, so it asks who you are."))
    st.button(language.say("Log in"), on_click=st.login, type="primary")

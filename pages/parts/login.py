"""Login, where the administrator has set one up."""

import streamlit as st

from words.language import Language


def logged_in(language: Language) -> bool:
    """Say whether the person may see the pages; offers the login where they may not yet."""
    state = st.user.get("is_logged_in")
    if state is None or state:
        return True
    st.title(language.say("Please log in"), anchor=False)
    st.write(language.say("This page shows figures about members, so it asks who you are."))
    st.button(language.say("Log in"), on_click=st.login, type="primary")
    return False

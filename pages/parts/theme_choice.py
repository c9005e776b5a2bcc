"""The theme that a page about benefits is narrowed to, kept from page to page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.address import choice, chosen
from pages.parts.asking import ask
from pages.parts.reader import Reader
from pages.parts.text import plain
from views.theme import saved_themes

KEY = "theme"


def theme_choice(here: Reader, place: DeltaGenerator) -> str | None:
    """Draw the choice of a saved theme, where there is one; return the theme's id."""
    saved = saved_themes(ask)
    if not saved:
        return None
    say = here.language
    if here.present:
        code = chosen(KEY, list(saved))
        if code:
            place.badge(plain(say.say("Theme: {name}", name=saved[code].name)), color="gray")
        return code
    column, _ = place.columns([1, 3])
    return choice(column, say.say("Theme"), list(saved), KEY, lambda code: saved[code].name,
                  placeholder=say.say("All benefits"))  # fmt: skip


def follow_theme(theme_id: str) -> None:
    """Narrow the pages about benefits to a theme."""
    st.session_state[KEY] = theme_id


def let_go_of(theme_id: str) -> None:
    """Stop narrowing to a theme that goes."""
    if st.session_state.get(KEY) == theme_id:
        st.session_state[KEY] = None

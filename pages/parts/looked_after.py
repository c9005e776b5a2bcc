"""What was saved under a name is renamed, described and let go of."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from pages.parts.address import write_address
from pages.parts.text import plain
from queries.errors import StoreError
from queries.names import LONGEST_NAME
from words.language import Language
from words.problems import sentence

LONGEST_DESCRIPTION = 300

Result = TypeVar("Result")


def rename(key: str, name: str, change: Callable[[str], None], say: Language) -> None:
    """Draw a field with the name, and the button that changes it.

    Parameters
    ----------
    key : str
        Of the fields.
    name : str
        As it is now.
    change : callable
        Takes the new name; a `StoreError` of it is said.
    say : Language
    """
    new = st.text_input(say.say("Name"), name, max_chars=LONGEST_NAME, key=f"rename-{key}")
    if st.button(say.say("Save the name"), key=f"renamed-{key}"):
        done(lambda: change(new), say)


def describe(key: str, text: str, change: Callable[[str], None], say: Language) -> None:
    """Draw a field with the description, and the button that changes it; see `rename`."""
    new = st.text_area(say.say("Description"), text, max_chars=LONGEST_DESCRIPTION,
                       key=f"describe-{key}")  # fmt: skip
    if st.button(say.say("Save the description"), key=f"described-{key}"):
        done(lambda: change(new), say)


def done(
    change: Callable[[], Result], say: Language, said: Callable[[Result], str] | None = None
) -> None:
    """Do it and draw the page anew; say why it can't be done.

    Parameters
    ----------
    change : callable
        A `StoreError` of it is said.
    say : Language
    said : callable, optional
        Takes what the change returned, and returns what is said of it in passing.
    """
    try:
        result = change()
        if said:
            st.toast(said(result))
    except StoreError as problem:
        st.error(plain(sentence(say, problem.code, problem.facts)))
        return
    write_address()  # the new run begins from the address as it is now
    st.rerun()

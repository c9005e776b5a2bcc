"""When something goes wrong that nobody foresaw: a calm sentence and a reference number."""

import logging
import secrets

import streamlit as st

from analysis.errors import NotEnough
from pages.parts.reader import reader
from pages.parts.text import plain
from queries.errors import StoreError
from words.problems import sentence

log = logging.getLogger("union")


def show_failure(error: Exception) -> bool:
    """Show an error to the person and log it under the same reference number.

    Parameters
    ----------
    error : Exception
        What the script raised. Errors with a code have their own sentence.

    Returns
    -------
    bool
        True: Streamlit shows nothing of its own.
    """
    say = reader().language
    if isinstance(error, StoreError | NotEnough):
        st.error(plain(sentence(say, error.code, error.facts)))
        return True
    reference = secrets.token_hex(4).upper()
    log.error("reference %s", reference, exc_info=error)
    st.error(
        say.say(
            "Something went wrong on this page. Nothing was lost. Try again, and if it comes"
            " back, give your administrator this reference: {reference}.",
            reference=reference,
        )
    )
    return True

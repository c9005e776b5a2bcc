"""Which saved classes people are put into: the newest, or the one that is chosen."""

import streamlit as st

from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.page import nothing_there
from pages.parts.reader import Reader
from views.segments.options import Options
from views.segments.saved import Saved, saved, solutions
from views.view import Nothing


def solution_or_none(reader: Reader, key: str) -> Saved | None:
    """Draw the choice of a solution where there are several; say so where there is none."""
    known = solutions(ask)
    chosen = next(iter(known), None)
    if len(known) > 1:
        chosen = choice(
            st, reader.language.say("Saved classes"), list(known), key, known.get, default=chosen
        )
    try:
        return saved(Options(reader.language, reader.limit, solution=chosen), ask)
    except Nothing as nothing:
        nothing_there(nothing, reader.language)
        return None

"""Which saved classes people are put into: the newest, or the one that is chosen."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.page import nothing_there
from pages.parts.reader import Reader
from views.segments.options import Options
from views.segments.saved import Saved, saved, solutions
from views.view import Nothing

NO_MORE: Mapping[str, str] = MappingProxyType({})


def picked_solution(reader: Reader, key: str, more: Mapping[str, str] = NO_MORE) -> str | None:
    """Draw the choice of a solution where there are several; return it, None where there is none.

    Parameters
    ----------
    reader : Reader
    key : str
        The choice's name in the address.
    more : mapping
        What else can be chosen: labels by code.
    """
    known = solutions(ask) | more
    chosen = next(iter(known), None)
    if len(known) > 1:
        say = reader.language
        title = say.say("Saved classes and rules") if more else say.say("Saved classes")
        chosen = choice(st, title, list(known), key, known.get, default=chosen)
    return chosen


def solution_or_none(reader: Reader, chosen: str | None) -> Saved | None:
    """Return a solution; say so where there is none."""
    try:
        return saved(Options(reader.language, reader.limit, solution=chosen), ask)
    except Nothing as nothing:
        nothing_there(nothing, reader.language)
        return None

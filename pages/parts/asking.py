"""All caching of the pages: answers by data version and parameters, never by person."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import streamlit as st

from pages.parts.databases import store
from queries.filters import NO_FILTERS, Filters
from queries.store import Store, open_store
from views.view import Options, View

ViewMaker = Callable[[Filters, Options, Callable], View]


def ask(name: str, filters: Filters = NO_FILTERS, **values: object) -> pd.DataFrame:
    """Run a named query on this session's database, or take the answer from the cache."""
    here = store()
    return _answer(str(here.path), here.data_version(), name, filters, values)


def seen(make: ViewMaker, filters: Filters, options: Options) -> View:
    """Return a page's view, made once for each data version, filter and choice.

    Parameters
    ----------
    make : callable
        A view module's ``view(filters, options, ask)``.
    filters : Filters
        What the page's filter bar says.
    options : Options
        Language, small-group limit and the page's own choices.
    """
    return made(store(), make, options, filters)


def made(here: Store, make: ViewMaker, options: Options, filters: Filters = NO_FILTERS) -> View:
    """Return a view of any database; see `seen`."""
    name = f"{make.__module__}.{make.__name__}"
    return _view(str(here.path), here.data_version(), name, filters, options, make)


@st.cache_data(max_entries=2000, show_spinner=False)
def _answer(path: str, version: int, name: str, filters: Filters, values: dict) -> pd.DataFrame:
    del version  # part of the key only
    return open_store(Path(path)).ask(name, filters, **values)


@st.cache_resource(max_entries=500, show_spinner=False)
def _view(
    path: str, version: int, name: str, filters: Filters, options: Options, _make: ViewMaker
) -> View:
    del name  # stands in the key for the function

    def ask_here(query: str, within: Filters = NO_FILTERS, **values: object) -> pd.DataFrame:
        return _answer(path, version, query, within, values)

    return _make(filters, options, ask_here)

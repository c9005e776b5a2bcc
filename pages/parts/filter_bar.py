"""The filter bar: one choice a dimension, kept in the address, obeyed by every page."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts.address import FILTER_KEYS, choice
from pages.parts.asking import ask
from pages.parts.reader import Reader
from pages.parts.union_mark import union_mark
from queries.filters import AGE_BANDS, DIMENSIONS, NO_FILTERS, STATUSES, Filters
from views.scope import period_label, value_label
from words.labels import dimension
from words.language import Language

PERIOD_YEARS = 10


def filter_bar(reader: Reader) -> Filters:
    """Draw the filter bar and return what it says."""
    say = reader.language
    bar = st.container(horizontal=True, vertical_alignment="center", key="filter-bar")
    union_mark(bar, say)
    if not reader.present:
        with bar.popover(say.say("Filter"), width="content"):
            _choices(reader)
    filters = _filters()
    for name, value in filters.active().items():
        text = f"{dimension(say, name)}: {value_label(say, name, value, ask)}"
        _removable(bar, reader, text, (name,))
    if filters.since or filters.until:
        _removable(bar, reader, period_label(filters, say), ("since", "until"))
    if filters != NO_FILTERS and not reader.present:
        bar.button(say.say("Clear all"), on_click=_let_go, args=(FILTER_KEYS,), type="tertiary")
    if not reader.present:
        bar.button(say.say("Present"), on_click=_present, help=_what_presenting_is(say))
    return filters


def _present() -> None:
    st.session_state["present"] = "1"


def _what_presenting_is(say: Language) -> str:
    return say.say("For a room: larger type, no menu, and groups under ten people hidden.")


def _choices(reader: Reader) -> None:
    say = reader.language
    columns = st.columns(2)
    for place, name in enumerate(DIMENSIONS):
        choice(
            columns[place % 2],
            dimension(say, name),
            _values(name),
            name,
            lambda value, name=name: value_label(say, name, value, ask),
            placeholder=say.say("All"),
        )
    months = _months()
    for place, (name, text) in enumerate((("since", say.say("From")), ("until", say.say("Until")))):
        choice(
            columns[(len(DIMENSIONS) + place) % 2],
            text,
            months,
            name,
            lambda month: say.month(date.fromisoformat(month)),
            placeholder=say.say("All"),
        )


def _values(name: str) -> list[str]:
    if name == "status":
        return list(STATUSES)
    if name == "age_band":
        return list(AGE_BANDS)
    if name == "segment":
        return list(ask("segments")["segment_id"])
    if name == "branch":
        return list(ask("branches")["branch_id"])
    return sorted(ask("people_profiles", segment=None)[name].dropna().unique())


def _months() -> list[str]:
    """Every month that a period can begin or end with, newest first."""
    last = pd.Timestamp(ask("meta")["as_of"].iloc[0]).to_period("M")
    months = pd.period_range(end=last, periods=12 * PERIOD_YEARS, freq="M")
    return [f"{month}-01" for month in months[::-1]]


def _filters() -> Filters:
    chosen = {name: st.session_state.get(name) for name in FILTER_KEYS}
    chosen["since"] = _month(chosen["since"], 0)
    chosen["until"] = _month(chosen["until"], 1)
    return Filters(**chosen)


def _month(text: str | None, later: int) -> date | None:
    """Read a month from the address, so many months later; what is none is no filter."""
    try:
        first = date.fromisoformat(text).replace(day=1) if text else None
    except ValueError:
        return None
    return (pd.Timestamp(first) + pd.DateOffset(months=later)).date() if first else None


def _removable(place, reader: Reader, text: str, names: tuple[str, ...]) -> None:
    if reader.present:
        place.badge(text, color="gray")
        return
    place.button(f"{text} ✕", key=f"remove-{names[0]}", on_click=_let_go, args=(names,))


def _let_go(names: tuple[str, ...]) -> None:
    for name in names:
        st.session_state[name] = None

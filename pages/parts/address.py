"""The page's state in its address, so that any view can be sent to a colleague.

Streamlit's own binding writes an option's *label*, which differs by language; here the address
holds codes.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from queries.filters import DIMENSIONS

FILTER_KEYS = (*DIMENSIONS, "since", "until")
CHOICE_KEYS = (
    "lang",
    "union",
    "present",
    "needs_survey",
    "needs_table",
    "needs_rule",
    "needs_by",
    "needs_picture",
    "needs_threshold",
    "needs_weights",
    "needs_leave_out",
    "needs_first",
    "needs_second",
    "needs_item",
    "guess_round",
    "guess_me",
    "guess_host",
    "guess_way",
    "brand_survey",
    "brand_by",
    "gaps_survey",
    "gaps_picture",
    "gaps_widest",
    "gaps_crosshair",
    "gaps_compare",
    "gaps_weights",
    "theme",
    "themes_survey",
    "themes_number",
    "themes_across",
    "themes_members",
    "themes_value",
    "themes_gap",
    "worth_tax",
    "answered_survey",
    "effort_rows",
    "effort_reading",
    "effort_row",
    "effort_value",
    "effort_size",
    "effort_referrers",
    "effort_return",
    "effort_price",
    "effort_complaint",
    "effort_fixable",
    "clusters_survey",
    "clusters_questions",
    "clusters_numbers",
    "clusters_k",
    "clusters_method",
    "clusters_against",
    "clusters_kept",
    "clusters_as_kept",
    "segments_solution",
    "segments_form_solution",
    "segments_survey",
    "campaigns_by",
    "campaigns_outcome",
)
KEYS = (*FILTER_KEYS, *CHOICE_KEYS)
SEPARATOR = "."


def read_address() -> None:
    """Take over what the address says, when a person came by a link or went back in history.

    A change of page empties the address, and may drop what a widget held before the browser had
    drawn it: then what was written last is taken up again.
    """
    said = {key: value for key, value in st.query_params.items() if key in KEYS}
    written = st.session_state.get("_written")
    if said == written:
        return
    for key in KEYS:
        st.session_state[key] = (said or written or {}).get(key)


def write_address() -> None:
    """Put the session's choices into the address; what stands by itself is left out."""
    state, defaults = st.session_state, st.session_state.get("_defaults", {})
    chosen = {
        key: str(state[key]) for key in KEYS if state.get(key) and state[key] != defaults.get(key)
    }
    if dict(st.query_params) != chosen:
        st.query_params.from_dict(chosen)
    st.session_state["_written"] = chosen


def choice(
    place,
    text: str,
    options: Sequence[str],
    key: str,
    label_of: Callable[[str], str],
    *,
    default: str | None = None,
    placeholder: str = "",
    about: str = "",
) -> str | None:
    """Draw a choice that is kept in the address.

    Parameters
    ----------
    place : DeltaGenerator
        Where to draw it.
    text : str
        What is chosen, in the reader's language.
    options : sequence of str
        Codes to choose from.
    key : str
        One of `KEYS`: its name in the address.
    label_of : callable
        What a code is called.
    default : str, optional
        The code that stands when nothing is chosen; None lets the choice be empty.
    placeholder : str
        What an empty choice shows.
    about : str
        What there is to know of the choice, behind its question mark.

    Returns
    -------
    str or None
        The chosen code.
    """
    defaults = st.session_state.setdefault("_defaults", {})
    stood_by_itself = st.session_state.get(key) == defaults.get(key)
    if st.session_state.get(key) not in options or (stood_by_itself and key in defaults):
        st.session_state[key] = default  # what nobody chose follows what is newest
    if key != "lang":  # a reader's own language differs from a colleague's
        defaults[key] = default
    return place.selectbox(
        text,
        options,
        index=None if default is None else 0,
        key=key,
        format_func=label_of,
        placeholder=placeholder or None,
        help=about or None,
        persist_state="session",
    )


def chosen(key: str, options: Sequence[str]) -> str | None:
    """Return what the address says of a choice that is not drawn here; None where it is none."""
    value = st.session_state.get(key)
    return value if value in options else None


def weight(place, text: str, key: str, *, default: int, most: int = 10, about: str = "") -> int:
    """Draw a slider from 0 whose value is kept in the address.

    Parameters
    ----------
    place : DeltaGenerator
        Where to draw it.
    text : str
        What is weighed, in the reader's language.
    key : str
        One of `KEYS`: its name in the address.
    default, most : int
        The weight that stands by itself, and the largest.
    about : str
        What stands in the help beside it.

    Returns
    -------
    int
        The weight.
    """
    steps = [str(step) for step in range(most + 1)]
    if st.session_state.get(key) not in steps:
        st.session_state[key] = str(default)
    st.session_state.setdefault("_defaults", {})[key] = str(default)
    chosen = place.select_slider(text, steps, key=key, help=about or None, persist_state="session")
    return int(chosen)


def chosen_codes(key: str) -> tuple[str, ...]:
    """Return what a choice of several holds; empty for all of them."""
    return tuple(filter(None, (st.session_state.get(key) or "").split(SEPARATOR)))


def choices(
    place,
    text: str,
    options: Sequence[str],
    key: str,
    label_of: Callable[[str], str],
    *,
    all_by_itself: bool = True,
    placeholder: str = "",
) -> tuple[str, ...]:
    """Draw a choice of several that is kept in the address.

    Parameters
    ----------
    place, text, options, key, label_of
        As in `choice`; codes hold no full stop.
    all_by_itself : bool
        Whether all are chosen as long as nobody chose; else none is.
    placeholder : str
        What an empty choice shows.

    Returns
    -------
    tuple of str
        The chosen codes; empty for what stands by itself.
    """
    drawn = f"_{key}"
    usual = list(options) if all_by_itself else []

    def take() -> None:
        picked = st.session_state[drawn]
        by_itself = len(picked) == len(usual)
        st.session_state[key] = None if by_itself else SEPARATOR.join(picked)

    known = [code for code in chosen_codes(key) if code in options]
    st.session_state[drawn] = known or usual
    place.multiselect(
        text,
        options,
        key=drawn,
        format_func=label_of,
        on_change=take,
        placeholder=placeholder or None,
    )
    return tuple(known)

"""Placing benefits: one at a time into what it is to members, or in order of importance.

A click or a key a benefit, one to take back, one to hand in. A fragment, so that only this part
is drawn again.
"""

import random

import pandas as pd
import streamlit as st

from pages.parts.databases import store
from pages.parts.guess_start import take_part
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries import guesses
from queries.errors import StoreError
from views.palette import palette
from words.guess import EXPLAINED
from words.kano import class_label
from words.language import Language
from words.problems import sentence

FEWEST_PLACED = 3
A_ROW = 4


def place_by_class(labels: pd.Series, code: str, reader: Reader) -> None:
    """Ask of each benefit what it is to members."""
    key = _begin(code)
    st.html(_style(reader))
    _classes(labels, key, code, reader)


def place_by_importance(labels: pd.Series, code: str, reader: Reader) -> None:
    """Ask for the benefits in the order in which they matter to members."""
    key = _begin(code)
    st.html(_style(reader))
    _order(labels, key, code, reader)


def _begin(code: str) -> str:
    """Return where this device's placing is kept until it is handed in."""
    if not st.session_state.get("guess_me"):
        take_part()
    key = f"_guess_{code}_{st.session_state['guess_me']}"
    st.session_state.setdefault(key, {})
    return key


@st.fragment
def _classes(labels: pd.Series, key: str, code: str, reader: Reader) -> None:
    say, placed = reader.language, st.session_state[key]
    left = [item for item in _shuffled(labels, key) if item not in placed]
    if left:
        st.title(plain(labels[left[0]]), anchor=False)
        st.write(say.say("What is this to most members?"))
    else:
        st.title(say.say("All are placed. Click one to place it again."), anchor=False)
    _footer(key, code, len(labels), reader)
    with st.container(key="guess-choices"):
        for number, (place, letter) in enumerate(zip(st.columns(4), EXPLAINED, strict=True), 1):
            with place:
                _class_button(letter, number, left, key, say)
                for item in [item for item, given in placed.items() if given == letter]:
                    st.button(plain(labels[item]), key=f"{key}-{item}", type="tertiary",
                              on_click=_take_back, args=(key, item))  # fmt: skip


def _class_button(letter: str, number: int, left: list[str], key: str, say: Language) -> None:
    with st.container(key=f"guess-{letter}"):
        st.button(
            f"**{class_label(say, letter)}**",
            key=f"{key}-{letter}",
            width="stretch",
            shortcut=str(number),
            disabled=not left,
            on_click=_put,
            args=(key, left[0] if left else "", letter),
        )
        st.caption(say.say(EXPLAINED[letter]))


@st.fragment
def _order(labels: pd.Series, key: str, code: str, reader: Reader) -> None:
    say, placed = reader.language, st.session_state[key]
    left = [item for item in labels.index if item not in placed]
    if left:
        title = say.say("Which of these is number {n} to members?", n=say.number(len(placed) + 1))
        st.title(title, anchor=False)
    else:
        st.title(say.say("All are placed. Click one to place it again."), anchor=False)
    _footer(key, code, len(labels), reader)
    with st.container(key="guess-choices"):
        for first in range(0, len(left), A_ROW):
            for place, item in zip(st.columns(A_ROW), left[first : first + A_ROW], strict=False):
                place.button(plain(labels[item]), key=f"{key}-put-{item}", width="stretch",
                             on_click=_put, args=(key, item, len(placed) + 1))  # fmt: skip
    row = st.container(horizontal=True)
    for item, number in placed.items():
        row.button(f"{number}. {plain(labels[item])}", key=f"{key}-{item}", type="tertiary",
                   on_click=_take_back, args=(key, item))  # fmt: skip


def _footer(key: str, code: str, items: int, reader: Reader) -> None:
    """Draw how far the device is, and what takes back and hands in."""
    say, placed = reader.language, st.session_state[key]
    by_class = not any(isinstance(where, int) for where in placed.values())
    enough = items if by_class else min(FEWEST_PLACED, items)
    row = st.container(horizontal=True, vertical_alignment="center")
    row.button(
        say.say("Take back"),
        disabled=not placed,
        shortcut="Backspace",
        on_click=_take_back,
        args=(key, next(reversed(placed), "")),
    )
    ready = 0 < enough <= len(placed)
    handed = row.button(say.say("Hand in"), type="primary", disabled=not ready, shortcut="Enter")
    row.caption(say.say("{part} of {all}", part=say.number(len(placed)), all=say.number(items)))
    if handed:
        _hand_in(key, code, "category" if by_class else "place", reader)


def _hand_in(key: str, code: str, column: str, reader: Reader) -> None:
    mine, placed = st.session_state["guess_me"], st.session_state[key]
    frame = pd.DataFrame({"item_id": list(placed), column: list(placed.values())})
    try:
        guesses.hand_in(store(), code, mine, frame)
    except StoreError as problem:
        st.warning(plain(sentence(reader.language, problem.code, problem.facts)))
        return
    st.session_state["_guess_sent"] = (code, mine)
    st.session_state["_guess_step"] = None
    st.rerun()


def _put(key: str, item: str, where: str | int) -> None:
    st.session_state[key][item] = where


def _take_back(key: str, item: str) -> None:
    """Take a benefit back; those placed after it in an order move up."""
    placed = st.session_state[key]
    placed.pop(item, None)
    if any(isinstance(where, int) for where in placed.values()):
        st.session_state[key] = {one: number for number, one in enumerate(placed, 1)}


def _shuffled(labels: pd.Series, key: str) -> list[str]:
    """Return the benefits in an order of this device's own, so that none is always first."""
    items = list(labels.index)
    random.Random(key).shuffle(items)  # noqa: S311  an order, no secret
    return items


def _style(reader: Reader) -> str:
    colours = palette(reader.dark).kano
    borders = "".join(
        f".st-key-guess-{letter} button {{ border-left: .5rem solid {colours[letter]}; }}"
        for letter in EXPLAINED
    )
    return (
        "<style>h1 { font-size: 2.4rem !important; }"
        " .st-key-guess-choices [data-testid='stColumn'] .stButton button"
        " { min-height: 2.2rem; } .st-key-guess-choices button p { font-size: 1.05rem; }"
        + "".join(
            f".st-key-guess-{letter} .stButton button {{ min-height: 4.5rem !important; }}"
            for letter in EXPLAINED
        )
        + borders
        + "</style>"
    )

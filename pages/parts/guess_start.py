"""Where a round of guesses begins: together on one screen, or each on their own device."""

import secrets

import pandas as pd
import streamlit as st

from pages.parts.address import choice
from pages.parts.databases import store
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries import guesses
from queries.errors import StoreError
from views.kano.answers import Survey
from words.guess import WAYS
from words.problems import sentence

TOKEN_BYTES = 6
CODE_STYLE = """
<style>
.st-key-guess-code p { font-size: 4.5rem; font-weight: 700; letter-spacing: .35rem; margin: 0; }
.st-key-guess-start button { min-height: 3.5rem; }
</style>
"""


def start(asked: Survey, reader: Reader) -> None:
    """Draw how to begin, or to join a round that somebody else began."""
    say = reader.language
    st.html(CODE_STYLE)
    st.title(say.say("What do you think members want?"), anchor=False)
    st.write(say.say(
        "Say what each of {n} benefits is to members before you see what they answered. Then see"
        " where you and they part, the biggest surprise first.",
        n=say.number(len(asked.labels)),
    ))  # fmt: skip
    with st.container(key="guess-start"):
        place = st.columns([2, 2, 2])
        way = choice(place[0], say.say("What to guess"), list(WAYS), "guess_way",
                     lambda code: say.say(WAYS[code]), default="classes")  # fmt: skip
        row = st.columns([2, 2, 2], vertical_alignment="bottom")
        row[0].button(
            say.say("Together, on this screen"),
            type="primary",
            width="stretch",
            on_click=_begin,
            args=(asked.survey_id, way, False),
        )
        row[1].button(say.say("Each on their own device"), width="stretch",
                      on_click=_begin, args=(asked.survey_id, way, True))  # fmt: skip
    with st.form("guess-join", border=False):
        row = st.columns([2, 1, 3], vertical_alignment="bottom")
        typed = row[0].text_input(say.say("Or join a round: its code"), max_chars=guesses.LENGTH)
        if row[1].form_submit_button(say.say("Join"), width="stretch") and typed.strip():
            st.session_state["guess_round"] = typed.strip().upper()
            st.rerun()
    _earlier(reader)


def lobby(found: pd.Series, reader: Reader) -> None:
    """Draw what the room sees while everybody guesses on their own device."""
    say = reader.language
    st.html(CODE_STYLE)
    st.title(say.say("Open this page on your own device and type the code"), anchor=False)
    with st.container(key="guess-code"):
        st.write(found["code"])
    if st.context.url:
        st.caption(say.say("Or go to this address, where this machine can be reached:"))
        st.code(f"{st.context.url.split('?')[0]}?guess_round={found['code']}", language=None)
    _handed_in(found["code"], reader)
    row = st.container(horizontal=True)
    row.button(
        say.say("Reveal"), type="primary", on_click=_reveal, args=(found["code"],), shortcut="Enter"
    )
    row.button(say.say("Guess here too"), on_click=take_part)  # fmt: skip
    _failed(reader)


def waiting(found: pd.Series, reader: Reader) -> None:
    """Draw what a device shows after it has handed in, until the round is revealed."""
    say, host = reader.language, st.session_state.get("guess_host")
    st.title(say.say("Handed in. The reveal comes when everybody is ready."), anchor=False)
    _handed_in(found["code"], reader)
    row = st.container(horizontal=True)
    if host:
        row.button(
            say.say("Reveal"),
            type="primary",
            on_click=_reveal,
            args=(found["code"],),
            shortcut="Enter",
        )
        row.button(say.say("The next person guesses here"), on_click=take_part)  # fmt: skip
    _failed(reader)


def take_part() -> None:
    """Give this device a token of its own, under which its guesses count once."""
    st.session_state["guess_me"] = secrets.token_urlsafe(TOKEN_BYTES)


def _begin(survey_id: str, way: str, on_devices: bool) -> None:
    st.session_state["guess_round"] = guesses.start(store(), survey_id, way)
    st.session_state["guess_host"] = "1"
    if not on_devices:
        take_part()


def _reveal(code: str) -> None:
    try:
        guesses.reveal(store(), code)
    except StoreError as problem:
        st.session_state["_guess_failed"] = problem


def _failed(reader: Reader) -> None:
    problem = st.session_state.pop("_guess_failed", None)
    if problem is not None:
        st.warning(plain(sentence(reader.language, problem.code, problem.facts)))


@st.fragment(run_every=2)
def _handed_in(code: str, reader: Reader) -> None:
    """Count who has handed in, and go on once the round is revealed."""
    if pd.notna(store().ask("guess_round", code=code)["revealed_at"].iloc[0]):
        st.rerun()
    n = int(store().ask("guessers", code=code)["n"].iloc[0])
    st.subheader(
        reader.language.say_n("One person has handed in", "{n} people have handed in", n),
        anchor=False,
    )


def _earlier(reader: Reader) -> None:
    rounds = store().ask("guess_rounds")
    if rounds.empty:
        return
    st.caption(reader.language.say("Rounds that were revealed"))
    row = st.container(horizontal=True)
    for one in rounds.itertuples():
        text = f"{one.code} · {reader.language.moment(one.revealed_at)}"
        row.button(text, key=f"round-{one.code}", on_click=_open, args=(one.code,), type="tertiary")


def _open(code: str) -> None:
    st.session_state["guess_round"] = code
    st.session_state["_guess_step"] = None

"""The reveal, one surprise at a time: first what the room said, then what members say."""

import pandas as pd
import streamlit as st

from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.guesses import CLASSES
from views.guess.words import SURPRISES, WORTH_TELLING
from views.palette import palette
from views.view import View
from words.guess import consequence
from words.kano import class_label

STYLE = """
<style>
h1 { font-size: 2.4rem !important; }
.guess-big { font-size: 2.8rem; font-weight: 700; line-height: 1.2; }
</style>
"""


def one_by_one(answer: View, reader: Reader) -> bool:
    """Draw the surprise that the room is at; False once it wants the whole picture.

    A step shows the guess, the next one the truth; Enter goes on.
    """
    step = st.session_state.get("_guess_step") or 0
    told = _surprises(answer)
    if step >= 2 * len(told):
        return False
    say, row = reader.language, told.iloc[step // 2]
    st.html(STYLE)
    st.caption(say.say("Surprise {n} of {all}", n=say.number(step // 2 + 1),
                       all=say.number(len(told))))  # fmt: skip
    st.title(plain(row["label"]), anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(say.say("You said"), anchor=False)
        _big(row, "guessed", answer, reader)
    with right:
        st.subheader(say.say("Members say"), anchor=False)
        if step % 2:
            _big(row, "truth", answer, reader)
        else:
            st.html('<div class="guess-big" style="opacity:.35">?</div>')
    if step % 2 and answer.result.way == CLASSES:
        st.write(plain(consequence(say, row["guessed"], row["truth"])))
    _buttons(step, 2 * len(told), reader)
    return True


def _surprises(answer: View) -> pd.DataFrame:
    frame = answer.frame
    if answer.result.way == CLASSES:
        return frame[~frame["right"] & (frame["surprise"] >= WORTH_TELLING)].head(SURPRISES)
    return frame[frame["surprise"] >= 1].head(SURPRISES)


def _big(row: pd.Series, side: str, answer: View, reader: Reader) -> None:
    say = reader.language
    if answer.result.way != CLASSES:
        number = say.number(row[side], 0)
        st.html(_text(say.say("Number {n}", n=number), palette(reader.dark).ink))
        return
    label = class_label(say, row[side])
    st.html(_text(label, palette(reader.dark).kano[row[side]]))
    share = say.share(row[f"{side}_share"])
    interval = say.share_interval(row[f"{side}_share_low"], row[f"{side}_share_high"])
    if side == "truth":
        said = say.say("{share} of members ({interval}, n = {n})", share=share, interval=interval,
                       n=say.number(row["n"]))  # fmt: skip
    else:
        said = say.say("and so say {share} of members ({interval})", share=share, interval=interval)
    st.write(plain(said))


def _text(words: str, colour: str) -> str:
    """Write a class or a number as large as a room needs it; all of it is the product's own."""
    return f'<div class="guess-big" style="color:{colour}">{words}</div>'


def _buttons(step: int, last: int, reader: Reader) -> None:
    say = reader.language
    row = st.container(horizontal=True)
    text = say.say("Show what members say") if not step % 2 else say.say("Go on")
    row.button(text, type="primary", shortcut="Enter", on_click=_to, args=(step + 1,))
    if step:
        row.button(say.say("Back"), shortcut="Backspace", on_click=_to, args=(step - 1,))
    row.button(say.say("The whole picture"), type="tertiary", on_click=_to, args=(last,))


def _to(step: int) -> None:
    st.session_state["_guess_step"] = step

"""Did it work? Campaigns against their control groups, what they cost and who stayed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.campaigns import figure
from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.text import plain
from views.campaigns import Options, view
from words.campaigns import BY, QUOTED
from words.language import Language


def choices(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    say = here.language
    if here.present:
        chosen = st.session_state.get("campaigns_by")
        outcome = st.session_state.get("campaigns_outcome")
        return Options(say, here.limit, by=chosen if chosen in BY else "none", outcome=outcome)
    row = place.columns(4)
    by = choice(row[0], say.say("Split by"), list(BY), "campaigns_by",
                lambda code: say.say(BY[code]), default="none")  # fmt: skip
    outcomes = list(ask("campaign_file_outcomes")["outcome"])
    outcome = None
    if len(outcomes) > 1:
        outcome = choice(row[1], say.say("Success of campaigns from files"), outcomes,
                         "campaigns_outcome", str,
                         placeholder=say.say("Each campaign's own"))  # fmt: skip
    return Options(say, here.limit, by=by, outcome=outcome)


def quoted(say: Language) -> None:
    """Draw what others say that campaigns bring, as quoted."""
    st.caption(
        say.say(
            "Quoted by trade press without data. They are not measured here, and no target: a"
            " share that came back means nothing without a control group."
        )
    )
    for sentence in QUOTED:
        st.write(plain(f"«{say.say(sentence)}»"))


here = reader()
filters = filter_bar(here)
top, chosen = st.container(), st.container()
options = choices(here, chosen)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here)
if not here.present:
    with st.expander(here.language.say("What others quote")):
        quoted(here.language)
closing(answer, view, filters, options, here)

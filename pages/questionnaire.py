"""The questionnaire: from the catalogue to a survey that any tool can send out."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import nothing_there
from pages.parts.questionnaire_files import files
from pages.parts.reader import Reader, reader
from pages.parts.text import plain
from views.questionnaire import (
    FEWEST,
    MOST,
    USUAL,
    Options,
    Questionnaire,
    evenness,
    finding,
    questionnaire,
)
from views.view import Nothing
from words.language import NAMES, language
from words.questionnaire import PARTS, VALUES


def chosen(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what the union chooses: the respondents' language, what to ask, how much of it."""
    say = here.language
    with place:
        codes = list(NAMES)
        code = st.selectbox(say.say("The respondents' language"), codes,
                            index=codes.index(say.code), format_func=NAMES.get)  # fmt: skip
        parts = st.multiselect(say.say("What to ask"), list(PARTS), ["kano"],
                               format_func=lambda part: say.say(PARTS[part]))  # fmt: skip
        benefits, a_person = (), USUAL
        if {"kano", "value"} & set(parts):
            benefits, a_person = _benefits(say)
        values = tuple(VALUES)
        if "brand" in parts:
            values = _values(language(code), here)
    return Options(language(code), tuple(parts), benefits, a_person, values)


def _benefits(say) -> tuple[tuple[str, ...], int]:
    catalogue = ask("questionnaire_benefits").set_index("benefit_id")
    names = catalogue["label_en"].fillna(catalogue["label"])
    names = names if say.code == "en" else catalogue["label"]
    picked = st.multiselect(say.say("Benefits"), list(names.index), format_func=names.get,
                            placeholder=say.say("The whole catalogue"))  # fmt: skip
    many = st.select_slider(say.say("Benefits a person"), list(range(FEWEST, MOST + 1)), USUAL)
    return tuple(picked), int(many)


def _values(theirs, here: Reader) -> tuple[str, ...]:
    """Draw the values as lines of text; a line that stands as it was keeps its code."""
    own = {theirs.say(text): code for code, text in VALUES.items()}
    typed = st.text_area(here.language.say("What the union may stand for, a line each"),
                         "\n".join(own), height=220, key=f"values-{theirs.code}")  # fmt: skip
    lines = dict.fromkeys(" ".join(line.split()) for line in typed.splitlines())
    return tuple(own.get(line, line) for line in lines if line)


def preview(written: Questionnaire, here: Reader) -> None:
    """Draw the questions of one version, as a respondent reads them."""
    with st.expander(here.language.say("Read it as a respondent does"), expanded=True):
        for section in written.of_version(1):
            st.subheader(plain(section.heading), anchor=False)
            for one in section.questions:
                st.markdown(f"**{plain(one.text)}**")
                st.caption(plain("○ " + "   ○ ".join(text for _, text in one.answers)))


here = reader()
filter_bar(here)
top = st.container()
left, right = st.columns([2, 3], gap="large")
options = chosen(here, left)
try:
    if not options.parts:
        raise Nothing(here.language.say("Choose what to ask."))
    written = questionnaire(options, ask)
except Nothing as nothing:
    with top:
        st.title(here.language.say("A questionnaire from your own catalogue"), anchor=False)
    nothing_there(nothing, here.language)
    st.stop()
with top:
    st.title(plain(finding(written, here.language)), anchor=False)
with right:
    st.write(plain(evenness(written, here.language)))
    files(written, here)
    preview(written, here)

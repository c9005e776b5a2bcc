"""The short typing form, filled in for one person in the app, and as a file for a survey tool."""

import pandas as pd
import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.questionnaire_files import in_each_layout
from pages.parts.reader import Reader
from pages.parts.segment_solution import picked_solution, solution_or_none
from pages.parts.text import plain
from queries import segment_changes
from queries.errors import StoreError
from uploads.secret import pseudonyms
from views.segments.form import Placed, how_good, how_tried, numbers_asked, place, questionnaire
from views.segments.saved import Saved
from words.language import NAMES, Language, language
from words.problems import sentence


def typing_form(reader: Reader) -> None:
    """Draw the form: how many questions, the questions, where the answers put a person."""
    found = solution_or_none(reader, picked_solution(reader, "segments_form_solution"))
    if found is None:
        return
    say = reader.language
    left, right = st.columns(2, gap="large")
    with left:
        possible = numbers_asked(found)
        asked = possible[-1]
        if len(possible) > 1:
            asked = st.select_slider(
                say.say("Questions"), possible, possible[-1], key="segment-form-asked"
            )
        st.write(plain(how_good(found, asked, say)))
        with st.popover(say.say("How was this computed?"), width="content"):
            st.write(plain(how_tried(say)))
        said = _answers(found, asked, say)
    with right:
        _result(found, place(found, said), reader)
        st.subheader(say.say("As a questionnaire"), anchor=False)
        _files(found, asked, reader)


def _answers(found: Saved, asked: int, say: Language) -> dict[str, str]:
    said = {}
    for item in found.short[:asked]:
        answers = found.answers(item, say)
        picked = st.selectbox(
            plain(found.question(item, say)),
            list(answers),
            index=None,
            format_func=answers.get,
            placeholder=say.say("Not answered"),
            key=f"segment-form-{found.solution}-{item}",
        )
        if picked is not None:
            said[item] = picked
    return said


def _result(found: Saved, placed: Placed, reader: Reader) -> None:
    """Say which class the answers put a person in, how sure that is, and let it be kept."""
    say = reader.language
    if placed.one < 0:
        st.subheader(say.say("Answer a question to see the segment."), anchor=False)
        return
    name = _name(found, placed.one, say)
    st.subheader(plain(name), anchor=False)
    st.write(plain(say.say(
        "{chance} sure; next comes {other} with {other_chance}.",
        chance=say.share(placed.chance),
        other=_name(found, placed.next_one, say),
        other_chance=say.share(placed.next_chance),
    )))  # fmt: skip
    if placed.one in found.segments:
        _keep(found.segments[placed.one], reader)


def _name(found: Saved, one: int, say: Language) -> str:
    return found.names.get(one) or say.say("A class that is not saved")


def _keep(segment_id: str, reader: Reader) -> None:
    """Draw the member number that puts this person into the segment."""
    say = reader.language
    with st.form("segment-form-keep", border=False, clear_on_submit=True):
        number = st.text_input(say.say("Member number"), max_chars=40)
        if not st.form_submit_button(say.say("Put into the segment")) or not number.strip():
            return
    member = int(pseudonyms().of(pd.Series([number.strip()])).iloc[0])
    if not bool(ask("member_known", member_id=member)["known"].iloc[0]):
        st.warning(say.say("Nobody in the register has this member number."))
        return
    try:
        n = segment_changes.put_in(store(), {segment_id: [member]}, reader.limit, user_name())
    except StoreError as problem:
        st.error(plain(sentence(say, problem.code, problem.facts)))
        return
    st.success(
        say.say("Put into the segment.") if n else say.say("Is in one of these segments already.")
    )


def _files(found: Saved, asked: int, reader: Reader) -> None:
    """Offer the form in each layout, in the language of those who are asked."""
    say = reader.language
    code = st.selectbox(
        say.say("Language of the questions"),
        list(NAMES),
        list(NAMES).index(say.code),
        format_func=NAMES.get,
        key="segment-form-language",
    )
    written = questionnaire(found, asked, language(code))
    title = language(code).say("What does membership mean to you?")
    in_each_layout(written, title, "segment", say)

"""Upload: three steps on one screen: the file, what we understood, what will change."""

import streamlit as st

from pages.parts.databases import store
from pages.parts.jobs import Job
from pages.parts.reader import reader
from pages.parts.text import plain
from pages.parts.upload_backups import kept_backups
from pages.parts.upload_change import change
from pages.parts.upload_choices import choices_of
from pages.parts.upload_file import (
    Chosen,
    as_it_is,
    chosen_file,
    next_file,
    reading_of,
    upcoming,
    where_to,
)
from pages.parts.upload_history import history
from pages.parts.upload_job import Done, follow, outcome, own_outcome, put_away, under_way
from pages.parts.upload_key import key_and_lists
from pages.parts.upload_templates import templates
from pages.parts.upload_understood import to_be_said, understood
from uploads.problems import Refused
from words.problems import sentence

UNTOLD = ("unknown_kind", "not_that_kind")


def _steps(file: Chosen) -> None:
    as_of = store().ask("meta")["as_of"].iloc[0].date()
    with st.spinner(say.say("Reading the file")):
        reading = reading_of(file, choices_of(file.sha256), as_of)
    if isinstance(reading, Refused):
        place = {"file": file.name, "lines": reading.lines, "column": reading.column}
        st.error(plain(sentence(say, reading.code, reading.facts, **place)))
        if reading.code in UNTOLD:
            to_be_said(file.sha256, as_it_is(file, choices_of(file.sha256), as_of), say)
        return
    st.subheader(say.say("2 · What we understood"), anchor=False)
    understood(file.sha256, file.data, reading, say)
    st.subheader(say.say("3 · What will change"), anchor=False)
    change(file, reading, as_of, say)


def _after(over: Job) -> None:
    """Lead on to the next file, or back to where the person was."""
    if not isinstance(over.result, Done):
        st.button(say.say("Back"), on_click=put_away)
        return
    following = upcoming()
    if following:
        label = say.say("Next file: {name}", name=following)
    else:
        label = say.say("Upload another file")
    st.button(plain(label), on_click=_another)


def _another() -> None:
    put_away()
    next_file()


say = reader().language
st.title(say.say("Upload"), anchor=False)
where_to(say)
job, over = under_way(), own_outcome()
if job is not None:
    follow(job, say)
elif over is not None:
    outcome(over, say)
    _after(over)
else:
    st.subheader(say.say("1 · The file"), anchor=False)
    file = chosen_file(say)
    if file is not None:
        _steps(file)
    else:
        templates(say)
history(say, busy=job is not None)
key_and_lists(say)
kept_backups(say, busy=job is not None)

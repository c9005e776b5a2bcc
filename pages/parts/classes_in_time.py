"""Classes that take long to make are made in the background, where they can be stopped."""

import streamlit as st

from pages.parts import jobs
from pages.parts.asking import ask
from pages.parts.page import nothing_there
from pages.parts.reader import Reader
from pages.parts.watched import watch
from views.clusters.options import Options
from views.clusters.sameness import shown
from views.clusters.solutions import fingerprint, is_made, make_solution, takes_long
from views.clusters.survey import survey
from views.view import Nothing


def wait_for_classes(options: Options, reader: Reader) -> None:
    """Draw the progress of classes that take long, and nothing else until they are there."""
    say, k = reader.language, options.k
    try:
        asked = shown(survey(options, ask), options, ask)
    except Nothing as nothing:
        nothing_there(nothing, say)
        st.stop()
    name = f"classes-{fingerprint(asked)}-{k}-{asked.again}"
    if not takes_long(asked) or is_made(asked, k):
        jobs.forget(name)
        return
    job = jobs.find(name) or jobs.start(
        name, lambda progress: make_solution(asked, k, say, progress)
    )
    if isinstance(job.error, Nothing):
        nothing_there(job.error, say)
        st.stop()
    watch(job, say.say("Putting people who answer alike together"), say)
    st.stop()

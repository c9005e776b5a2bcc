"""How many classes? Two to eight are tried out in the background, and shown when they are there."""

import streamlit as st

from charts.clusters.number import figure
from pages.parts import jobs
from pages.parts.asking import seen
from pages.parts.page import chart, closing
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.filters import Filters
from views.clusters.number import view
from views.clusters.options import Options
from views.clusters.solutions import fingerprint, made_sweep, make_sweep
from views.clusters.survey import Survey
from words.language import Language


def numbers_of_classes(asked: Survey, filters: Filters, options: Options, reader: Reader) -> None:
    """Draw what each number of classes brings; made once for each survey, with its progress."""
    name = f"clusters-{fingerprint(asked)}"
    if made_sweep(asked) is None:
        job = jobs.find(name) or jobs.start(name, lambda progress: make_sweep(asked, progress))
        _watch(job, reader.language)
        return
    jobs.forget(name)
    numbers = seen(view, filters, options)
    st.write(plain(numbers.finding))
    chart(figure, numbers, reader, "clusters-number")
    for note in numbers.notes:
        st.caption(plain(note))
    closing(numbers, view, filters, options, reader, as_table=True)


@st.fragment(run_every=0.5)
def _watch(job: jobs.Job, say: Language) -> None:
    if job.state == "done":
        st.rerun()
    if job.over:
        text = (
            say.say("Stopped.")
            if job.state == "cancelled"
            else say.say(
                "This could not be computed. Reference: {reference}.", reference=job.id.upper()
            )
        )
        st.write(text)
        st.button(say.say("Try again"), on_click=jobs.forget, args=(job.name,))
        return
    st.progress(job.fraction, say.say("Trying 2 to 8 classes"))
    st.button(say.say("Stop"), on_click=job.cancel)

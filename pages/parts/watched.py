"""A long job on the page: how far it is, a way to stop it, and what became of it."""

import streamlit as st

from pages.parts import jobs
from words.language import Language


@st.fragment(run_every=0.5)
def watch(job: jobs.Job, text: str, say: Language) -> None:
    """Draw a job until it is over; then the page is drawn anew.

    Parameters
    ----------
    job : Job
    text : str
        What it does, in the reader's language; ``{stage}`` in it is what it is at.
    say : Language
    """
    if job.state == "done":
        st.rerun()
    if job.over:
        ended = (
            say.say("Stopped.")
            if job.state == "cancelled"
            else say.say(
                "This could not be computed. Reference: {reference}.", reference=job.id.upper()
            )
        )
        st.write(ended)
        st.button(say.say("Try again"), on_click=jobs.forget, args=(job.name,))
        return
    st.progress(job.fraction, text.replace("{stage}", job.stage if job.stage.isdigit() else "…"))
    st.button(say.say("Stop"), on_click=job.cancel)

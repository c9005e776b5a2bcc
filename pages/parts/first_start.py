"""The first start: the sample union is built while the person watches."""

import streamlit as st

from pages.parts.jobs import Job
from words.language import Language


def first_start(job: Job, language: Language) -> None:
    """Draw how far the sample union is; the page comes up by itself when it is there."""
    st.title(language.say("Getting the sample union ready"), anchor=False)
    st.write(
        language.say(
            "This happens once. An invented union of about 40,000 people is put into a database"
            " on this machine, so that every page has something to show."
        )
    )
    _progress(job, language)


@st.fragment(run_every=0.5)
def _progress(job: Job, language: Language) -> None:
    if job.state == "failed":
        st.error(
            language.say(
                "The sample union could not be made. Nothing was lost. Reference: {reference}.",
                reference=job.id.upper(),
            )
        )
        return
    if job.over:
        st.rerun()
    st.progress(job.fraction)

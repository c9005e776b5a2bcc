"""How many classes? Two to eight are tried out in the background, and shown when they are there."""

import streamlit as st

from charts.clusters.number import figure
from pages.parts import jobs
from pages.parts.asking import seen
from pages.parts.clusters_trial import why_this_method
from pages.parts.page import chart, closing
from pages.parts.reader import Reader
from pages.parts.text import plain
from pages.parts.watched import watch
from queries.filters import Filters
from views.clusters.number import view
from views.clusters.options import Options
from views.clusters.solutions import fingerprint, made_sweep, make_sweep
from views.clusters.survey import Survey


def numbers_of_classes(asked: Survey, filters: Filters, options: Options, reader: Reader) -> None:
    """Draw what each number of classes brings; made once for each survey, with its progress."""
    name = f"clusters-{fingerprint(asked)}"
    if made_sweep(asked) is None:
        job = jobs.find(name) or jobs.start(name, lambda progress: make_sweep(asked, progress))
        say = reader.language
        watch(job, say.say("Trying 2 to 8 classes: {stage}", stage="{stage}"), say)
        return
    jobs.forget(name)
    numbers = seen(view, filters, options)
    st.write(plain(numbers.finding))
    chart(figure, numbers, reader, "clusters-number")
    for note in numbers.notes:
        st.caption(plain(note))
    closing(numbers, view, filters, options, reader, as_table=True)
    why_this_method(reader)

"""Which benefit of the catalogue each thing is that a survey asks about."""

import streamlit as st

from pages.parts.databases import store
from pages.parts.text import plain
from pages.parts.upload_choices import key_of
from uploads.items_matched import NO_BENEFIT, open_items
from uploads.reading import Reading
from words.language import Language


def items(file: str, reading: Reading, language: Language) -> None:
    """Ask what the catalogue calls each item that has none of its names; nothing is guessed.

    Parameters
    ----------
    file : str
        The file's hash.
    reading : Reading
        What was made of the file.
    language : Language
        The reader's.
    """
    labels = open_items(store(), reading)
    if not labels:
        return
    benefits = store().ask("benefit_names").set_index("benefit_id")["label"]
    names = dict(benefits) | {NO_BENEFIT: language.say("None: a need that nothing is offered for")}
    text = language.say_n(
        "{n} item has no benefit of its name in the catalogue. Which one is it?",
        "{n} items have no benefit of their name in the catalogue. Which ones are they?",
        len(labels),
    )
    st.write(plain(text))
    places = st.columns(3)
    for number, label in enumerate(labels):
        places[number % 3].selectbox(
            plain(label),
            list(names),
            index=None,
            format_func=lambda code: plain(names[code]),
            placeholder=language.say("Not in the catalogue"),
            key=key_of(file, "item", label),
        )

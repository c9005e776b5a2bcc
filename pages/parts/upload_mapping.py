"""The kind of a file, and how it was understood, kept under a name for the next one."""

import streamlit as st

from pages.parts.text import plain
from pages.parts.upload_choices import key_of
from uploads import mappings
from uploads.kinds import KINDS
from uploads.reading import Reading
from uploads.understood import Understood
from words.language import Language
from words.uploads import kind_label


def kind_and_mapping(file: str, of: Understood, language: Language) -> None:
    """Draw what kind of file it is taken for, and which saved mapping it is read with."""
    left, right = st.columns(2)
    kinds = list(KINDS)
    recognised = kind_label(language, of.kind) if of.kind else ""
    left.selectbox(
        language.say("What kind of file it is"),
        kinds,
        index=None,
        placeholder=language.say("{kind} (recognised)", kind=recognised)
        if recognised
        else language.say("Choose"),
        format_func=lambda code: kind_label(language, code),
        key=key_of(file, "kind"),
    )
    names = [one.name for one in mappings.all_saved()]
    if not names:
        return
    columns = list(of.table.frame.columns)
    fits = mappings.fitting(columns)
    right.selectbox(
        language.say("Read it as saved under"),
        names,
        index=None,
        placeholder=language.say("{name} would fit", name=fits.name)
        if fits
        else language.say("None of the saved ones fits"),
        key=key_of(file, "mapping"),
    )
    _renamed(file, columns, language)


def save_mapping(reading: Reading, language: Language) -> None:
    """Offer to keep how this file was understood."""
    with st.expander(language.say("Keep this for the next file")):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        name = left.text_input(language.say("Name"), max_chars=60, key="mapping-name")
        pressed = right.button(language.say("Keep"), disabled=not name.strip())
        if pressed:
            columns = list(reading.understood.table.frame.columns)
            choices = mappings.of_reading(reading)
            mappings.save(name.strip(), columns, choices)
            st.success(plain(language.say("Kept as {name}.", name=name.strip())))


def _renamed(file: str, columns: list[str], language: Language) -> None:
    """Say which columns are gone or new since the mapping was saved."""
    chosen = st.session_state.get(key_of(file, "mapping"))
    saved = next((one for one in mappings.all_saved() if one.name == chosen), None)
    if saved is None:
        return
    gone, fresh = saved.gone(columns), saved.fresh(columns)
    if gone:
        text = language.say("Gone since then: {names}.", names=language.listed(list(gone)[:8]))
        st.caption(plain(text))
    if fresh:
        text = language.say("New since then: {names}.", names=language.listed(list(fresh)[:8]))
        st.caption(plain(text))

"""The key that makes pseudonyms: carried to another machine, and used to name a list."""

import streamlit as st

from pages.parts.text import plain
from uploads.named_list import named_list
from uploads.problems import Refused
from uploads.secret import carried, pseudonyms, take_over
from words.language import Language
from words.problems import sentence


def key_and_lists(language: Language) -> None:
    """Draw what is done with the key."""
    panel = st.expander(
        language.say("The key, and lists with member numbers"),
        key="key-and-lists",
        on_change="rerun",
    )
    if not panel.open:
        return
    said = language.say(
        "Member numbers become pseudonyms by a key that is on this machine alone, and in no"
        " backup. Without it later files can't be joined to earlier ones."
    )
    panel.write(plain(said))
    left, right = panel.columns(2, gap="large")
    with left:
        _carry(language)
    with right:
        _name(language)


def _carry(language: Language) -> None:
    st.download_button(
        language.say("The key, to be kept safe"), carried, "union.key", on_click="ignore"
    )
    file = st.file_uploader(language.say("A key from another machine"), key="key-file")
    if file is not None and st.button(language.say("Use this key from now on")):
        try:
            take_over(file.getvalue())
        except Refused as refused:
            st.error(plain(sentence(language, refused.code, refused.facts)))
            return
        st.success(plain(language.say("The key is in use.")))


def _name(language: Language) -> None:
    listed = st.file_uploader(language.say("A list from this app, by pseudonym"), key="list-file")
    extract = st.file_uploader(
        language.say("This week's extract, with member numbers; it is not stored"),
        key="extract-file",
    )
    if listed is None or extract is None:
        return
    try:
        found = named_list(listed.getvalue(), extract.getvalue(), pseudonyms())
    except Refused as refused:
        place = {"lines": refused.lines, "column": refused.column}
        st.error(plain(sentence(language, refused.code, refused.facts, **place)))
        return
    st.write(
        plain(
            language.say(
                "{found} of them are in the extract, {missing} are not.",
                found=language.number(found.found),
                missing=language.number(found.missing),
            )
        )
    )
    st.download_button(
        language.say("The list with member numbers (CSV)"), found.data, "list.csv", "text/csv",
        on_click="ignore",
    )  # fmt: skip

"""The list of imports, newest first, each of which can be undone."""

import pandas as pd
import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.text import plain
from pages.parts.upload_job import start_undo
from words.language import Language
from words.uploads import kind_label

SHOWN = 20


def history(language: Language, *, busy: bool) -> None:
    """Draw the imports.

    Parameters
    ----------
    language : Language
        The reader's.
    busy : bool
        Whether a job is under way, so that nothing can be undone just now.
    """
    imports = ask("import_batches")
    if imports.empty:
        return
    st.subheader(language.say("What has been imported"), anchor=False)
    for _, batch in imports.head(SHOWN).iterrows():
        _line(batch, language, busy=busy)


def _line(batch: pd.Series, language: Language, *, busy: bool) -> None:
    text, button = st.columns([6, 1], vertical_alignment="center")
    said = language.say(
        "{file} · {moment} · {who} · {stored} rows stored, {reported} left out",
        file=batch["file_name"],
        moment=language.moment(batch["imported_at"]),
        who=batch["imported_by"],
        stored=language.number(batch["rows_stored"]),
        reported=language.number(batch["rows_reported"]),
    )
    more = language.say(
        "{kind}, {rows} rows in the file. SHA-256 {hash}",
        kind=kind_label(language, batch["kind"]),
        rows=language.number(batch["rows_in"]),
        hash=batch["file_sha256"],
    )
    text.markdown(plain(said), help=plain(more))
    if pd.notna(batch["undone_at"]):
        button.caption(language.say("undone"))
        return
    with button.popover(language.say("Undo"), disabled=busy):
        st.write(language.say("Take all its rows out again? What it replaced comes back."))
        if st.button(language.say("Undo"), key=f"undo_{batch['import_id']}", type="primary"):
            start_undo(store(), int(batch["import_id"]), user_name())
            st.rerun()

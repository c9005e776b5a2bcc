"""What each column of a file holds, changed where it was understood wrongly."""

import pandas as pd
import streamlit as st

from pages.parts.text import plain
from pages.parts.upload_choices import key_of
from uploads.kinds import KINDS
from uploads.roles import Role
from uploads.understood import Understood
from words.language import Language
from words.uploads import role_label

EXAMPLES = 3


def columns(file: str, of: Understood, language: Language) -> None:
    """Draw a row a column: its name, its first cells, what it holds.

    Parameters
    ----------
    file : str
        The file's hash.
    of : Understood
        How the file is understood, as far as it is.
    language : Language
        The reader's.
    """
    say = language.say
    held = dict(of.roles)
    codes = _codes(of)
    by_label = {role_label(language, code): code for code in codes}
    names = (say("Column"), say("First cells"), say("Holds"), say("Question"))
    rows = [
        (name, _first(of.table.frame[name]), role_label(language, role.name), role.item or "")
        for name, role in held.items()
    ]
    key = key_of(file, "editor")

    def take() -> None:
        """Keep what was changed as roles of the columns."""
        roles = dict(st.session_state.get(key_of(file, "roles"), {}))
        for place, changed in st.session_state[key]["edited_rows"].items():
            name, role = list(held.items())[int(place)]
            code = by_label.get(changed.get(names[2], ""), role.name)
            item = changed.get(names[3], role.item) or None
            roles[name] = Role(code, item)
        st.session_state[key_of(file, "roles")] = roles

    st.data_editor(
        pd.DataFrame(rows, columns=list(names)),
        key=key,
        hide_index=True,
        width="stretch",
        disabled=[names[0], names[1]],
        on_change=take,
        column_config={
            names[2]: st.column_config.SelectboxColumn(options=list(by_label), required=True)
        },
    )
    if st.session_state.get(key_of(file, "roles")) and st.button(
        say("Take back what I changed"), key=key_of(file, "back")
    ):
        st.session_state.pop(key_of(file, "roles"))
        st.rerun()
    st.caption(plain(say("What a column holds decides where its cells go; nothing else is kept.")))


def _codes(of: Understood) -> list[str]:
    """Return what a column may hold: what the kind knows, and what the file has already."""
    known = KINDS[of.kind].roles if of.kind else ()
    there = [role.name for role in of.roles.values()]
    return list(dict.fromkeys((*known, *there, "ignored")))


def _first(cells: pd.Series) -> str:
    """Return the first cells that hold something, as one text."""
    filled = cells[cells.str.strip() != ""].head(EXAMPLES)
    return " · ".join(" ".join(text.split())[:40] for text in filled)

"""Groups on the needs page: each one's classes, and how two of them differ."""

import pandas as pd
import streamlit as st

from pages.parts.address import choice
from pages.parts.reader import Reader
from pages.parts.text import plain
from views.kano.details import differences
from views.kano.groups import Groups
from views.kano.words import arrows_explained
from views.view import View
from words.kano import class_label
from words.language import Language


def compared(answer: View, here: Reader) -> None:
    """Draw the groups' classes, and how two of them differ."""
    say, groups = here.language, answer.result.groups
    if explained := arrows_explained(groups, say):
        st.caption(plain(explained))
    st.subheader(say.say("By group"), anchor=False)
    st.dataframe(_by_group(groups, answer, say), hide_index=True, height="content")
    names = {code: group.label for code, group in groups.by_code.items()}
    if not here.present and len(names) > 1:
        row = st.columns(4)
        for place, key, text in ((row[0], "needs_first", say.say("Arrow from")),
                                 (row[1], "needs_second", say.say("Arrow to"))):  # fmt: skip
            choice(place, text, list(names), key, names.get,
                   placeholder=say.say("As the page picks"))  # fmt: skip
    if groups.contrast is not None and not here.present:
        st.dataframe(differences(groups.contrast, answer, say), hide_index=True, height="content")


def _by_group(groups: Groups, answer: View, say: Language) -> pd.DataFrame:
    """Each benefit's class in each group that may be shown; nothing where too few answered."""
    labels = answer.frame.set_index("item_id")["label"]
    columns = {say.say("Benefit"): labels}
    for group in groups.by_code.values():
        classes = group.result.features["category"].reindex(group.shown)
        classes = classes.fillna("Q")  # without a class, every answer contradicted itself
        columns[group.label] = classes.map(lambda code: class_label(say, code)).reindex(
            labels.index
        )
    return pd.DataFrame(columns).fillna("")

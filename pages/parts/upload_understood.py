"""Step two: what was understood of a file, and what only the person can say."""

import pandas as pd
import streamlit as st

from pages.parts.text import plain
from pages.parts.upload_choices import ask_questions, key_of
from pages.parts.upload_problems import problem_table
from uploads.reading import Reading
from words.language import Language
from words.uploads import LABEL_CODES, label_code, role_label


def understood(file: str, reading: Reading, language: Language) -> None:
    """Draw the reading of a file: its shape, its open questions, what is said about it.

    Parameters
    ----------
    file : str
        The file's hash.
    reading : Reading
        What was made of it.
    language : Language
        The reader's.
    """
    st.write(plain(_summary(reading, language)))
    ask_questions(file, reading.checked.questions, language)
    _labels(file, reading, language)
    problem_table(reading.checked.problems, language)
    left, right = st.columns(2)
    with left.expander(language.say("The columns")):
        _columns(reading, language)
    with right.expander(language.say("The first rows")):
        st.dataframe(reading.understood.preview, width="stretch")
        _header_line(file, reading, language)


def _summary(reading: Reading, language: Language) -> str:
    checked = reading.checked
    items = checked.frames["survey_item"]
    people = len(checked.frames["respondent"])
    text = language.say(
        "A Kano survey: {people}, {features} ({names}).",
        people=language.say_n("{n} respondent", "{n} respondents", people),
        features=language.say_n("{n} feature", "{n} features", len(items)),
        names=language.listed(_few(list(items["label"]), language)),
    )
    counts = language.say(
        "{rows} rows in the file: {stored} can be stored, {reported} are left out.",
        rows=language.number(checked.rows_in),
        stored=language.number(checked.rows_stored),
        reported=language.number(checked.rows_reported),
    )
    return f"{text} {counts}"


def _few(names: list[str], language: Language) -> list[str]:
    if len(names) <= 6:
        return names
    return [*names[:5], language.say("{n} more", n=language.number(len(names) - 5))]


def _labels(file: str, reading: Reading, language: Language) -> None:
    """Let the person say once what each unknown label stands for."""
    unknown = {label.text: label.n for label in reading.understood.unknown_labels}
    texts = [*unknown, *(text for text in reading.context.choices.labels if text not in unknown)]
    if not texts:
        return
    st.write(plain(language.say("These answers are not known. What do they stand for?")))
    places = st.columns(3)
    for number, text in enumerate(texts):
        n = unknown.get(text)
        cells = language.say_n("{n} cell", "{n} cells", n) if n else language.say("mapped")
        places[number % 3].selectbox(
            plain(f"«{text}» ({cells})"),
            list(LABEL_CODES),
            index=None,
            format_func=lambda code: label_code(language, code),
            placeholder=language.say("Leave these cells out"),
            key=key_of(file, "label", text),
        )


def _columns(reading: Reading, language: Language) -> None:
    rows = [
        (name, role_label(language, role.name), role.item or "")
        for name, role in reading.understood.roles.items()
    ]
    names = [language.say("Column"), language.say("Holds"), language.say("Feature")]
    st.dataframe(pd.DataFrame(rows, columns=names), hide_index=True, width="stretch")


def _header_line(file: str, reading: Reading, language: Language) -> None:
    line = reading.understood.table.header_line
    st.number_input(
        language.say("The column names are on line"),
        min_value=0,
        value=None,
        placeholder=str(line),
        help=language.say("0 = the file has no column names."),
        key=key_of(file, "header"),
    )

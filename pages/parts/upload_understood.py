"""Step two: what was understood of a file, and what only the person can say."""

import pandas as pd
import streamlit as st

from pages.parts.text import plain
from pages.parts.upload_choices import ask_questions, key_of
from pages.parts.upload_columns import columns
from pages.parts.upload_mapping import kind_and_mapping, save_mapping
from pages.parts.upload_problems import problem_table
from uploads.reading import Reading
from uploads.understood import Checked, Understood
from words.language import Language
from words.uploads import LABEL_CODES, code_label, kind_label, label_code

PREVIEW_ROWS = 20


def understood(file: str, data: bytes, reading: Reading, language: Language) -> None:
    """Draw the reading of a file: its kind, its open questions, what is said about it.

    Parameters
    ----------
    file : str
        The file's hash.
    data : bytes
        What is in it.
    reading : Reading
        What was made of it.
    language : Language
        The reader's.
    """
    st.write(plain(_summary(reading, language)))
    kind_and_mapping(file, reading.understood, language)
    ask_questions(file, reading.checked.questions, language)
    _labels(file, reading, language)
    problem_table(data, reading, language)
    with st.expander(language.say("The columns, and what each holds")):
        columns(file, reading.understood, language)
        _header_line(file, reading.understood, language)
    with st.expander(language.say("The first rows, as they would be stored")):
        _preview(reading.checked, language)
    save_mapping(reading, language)


def to_be_said(file: str, of: Understood, language: Language) -> None:
    """Draw a file of a kind that could not be told, for the person to say what it holds."""
    kind_and_mapping(file, of, language)
    ask_questions(file, of.questions, language)
    columns(file, of, language)
    _header_line(file, of, language)


def _summary(reading: Reading, language: Language) -> str:
    checked = reading.checked
    counts = language.say(
        "{rows} rows in the file: {stored} can be stored, {reported} are left out.",
        rows=language.number(checked.rows_in),
        stored=language.number(checked.rows_stored),
        reported=language.number(checked.rows_reported),
    )
    return f"{_what(checked, language)} {counts}"


def _what(checked: Checked, language: Language) -> str:
    kind = kind_label(language, checked.kind)
    items = checked.frames.get("survey_item")
    if items is None:
        return language.say("{kind}.", kind=kind)
    people = len(checked.frames["respondent"])
    return language.say(
        "{kind}: {people}, {questions} ({names}).",
        kind=kind,
        people=language.say_n("{n} respondent", "{n} respondents", people),
        questions=language.say_n("{n} question", "{n} questions", len(items)),
        names=language.listed(_few(list(items["label"]), language)),
    )


def _few(names: list[str], language: Language) -> list[str]:
    if len(names) <= 6:
        return names
    return [*names[:5], language.say("{n} more", n=language.number(len(names) - 5))]


def _labels(file: str, reading: Reading, language: Language) -> None:
    """Let the person say once what each unknown label stands for."""
    unknown = {label.text: label for label in reading.understood.unknown_labels}
    own = reading.context.choices.labels
    texts = [*unknown, *(text for text in own if text not in unknown)]
    if not texts:
        return
    st.write(plain(language.say("These words are not known. What do they stand for?")))
    places = st.columns(3)
    for number, text in enumerate(texts):
        label = unknown.get(text)
        n = label.n if label else None
        cells = language.say_n("{n} cell", "{n} cells", n) if n else language.say("mapped")
        codes = label.codes if label else ()
        places[number % 3].selectbox(
            plain(f"«{text}» ({cells})"),
            codes or (list(LABEL_CODES) if label else [str(own[text])]),
            index=None if label else 0,
            format_func=lambda code, own=bool(codes) or not label, of=codes: (
                code_label(language, code, of) if own else label_code(language, code)
            ),
            placeholder=language.say("Leave these cells out"),
            key=key_of(file, "label", text),
        )


def _preview(checked: Checked, language: Language) -> None:
    """Show the rows of the table that gets most of them."""
    frame = max(checked.frames.values(), key=len, default=pd.DataFrame())
    if frame.empty:
        st.caption(plain(language.say("No row would be stored.")))
        return
    shown = frame.head(PREVIEW_ROWS).dropna(axis="columns", how="all")
    st.dataframe(shown, width="stretch", hide_index=True)


def _header_line(file: str, of: Understood, language: Language) -> None:
    line = of.table.header_line
    st.number_input(
        language.say("The column names are on line"),
        min_value=0,
        value=None,
        placeholder=str(line),
        help=language.say("0 = the file has no column names."),
        key=key_of(file, "header"),
    )

"""What the person decided about a file, kept by the file's hash for the length of the session."""

from dataclasses import replace

import streamlit as st

from pages.parts.text import plain
from uploads import mappings
from uploads.choices import NO_CHOICES, Choices
from uploads.problems import Question
from words.language import Language
from words.questions import answer, question


def choices_of(file: str) -> Choices:
    """Return the decisions that the widgets of a file hold, on top of a saved mapping's.

    Parameters
    ----------
    file : str
        The file's hash.
    """
    named = st.session_state.get(key_of(file, "mapping"))
    saved = next((one for one in mappings.all_saved() if one.name == named), None)
    base = saved.choices if saved else NO_CHOICES
    header = _held(file, "header").get("")
    day = st.session_state.get(key_of(file, "day"))
    labels = {text: _code(code) for text, code in _held(file, "label").items()}
    items = {label: str(benefit) for label, benefit in _held(file, "item").items()}
    answers = {str(code): str(choice) for code, choice in _held(file, "question").items()}
    return replace(
        base,
        kind=st.session_state.get(key_of(file, "kind")) or base.kind,
        day=day.isoformat() if day else base.day,
        header_line=int(header) if header is not None else base.header_line,
        roles={**base.roles, **st.session_state.get(key_of(file, "roles"), {})},
        labels={**base.labels, **labels},
        answers={**base.answers, **answers},
        items={**base.items, **items},
    )


def key_of(file: str, kind: str, name: str = "") -> str:
    """Return the session's key of one decision about a file."""
    return f"upload/{file[:16]}/{kind}/{name}"


def ask_questions(file: str, questions: tuple[Question, ...], language: Language) -> None:
    """Draw each question that a file leaves open, with its answers."""
    for one in questions:
        st.radio(
            plain(question(language, one.code, one.facts)),
            one.choices,
            index=one.choices.index(one.default) if one.default else None,
            format_func=lambda choice, code=one.code: plain(answer(language, code, choice)),
            key=key_of(file, "question", one.code),
        )


def _held(file: str, kind: str) -> dict[str, object]:
    start = key_of(file, kind)
    return {
        key.removeprefix(start): value
        for key, value in st.session_state.items()
        if isinstance(key, str) and key.startswith(start) and value is not None
    }


def _code(chosen: object) -> int | str:
    text = str(chosen)
    return int(text) if text.isdigit() else text

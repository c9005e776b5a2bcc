"""The questionnaire's files: kept under a code first, then written in each layout."""

from dataclasses import replace

import streamlit as st

from exports.questionnaire import document, limesurvey, qualtrics, question_list
from pages.parts.databases import store
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.questionnaires import keep
from views.questionnaire import Questionnaire
from words.language import N_, Language

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LAYOUTS = {
    "docx": (N_("Document (Word)"), document, WORD, "questionnaire.docx"),
    "xlsx": (N_("List of questions (SurveyXact, Enalyzer and others)"), question_list, EXCEL,
             "questions.xlsx"),
    "limesurvey": (N_("LimeSurvey, versions drawn by itself"), limesurvey, "text/plain",
                   "limesurvey.txt"),
    "qualtrics": (N_("Qualtrics, versions set in the survey flow"), qualtrics, "text/plain",
                  "qualtrics.txt"),
}  # fmt: skip


def files(written: Questionnaire, reader: Reader) -> None:
    """Draw the title, the button that keeps the questionnaire, and its files once it is kept."""
    say = reader.language
    usual = written.options.language.say("What does membership mean to you?")
    title = st.text_input(say.say("Title"), usual, max_chars=120,
                          key=f"title-{written.options.language.code}")  # fmt: skip
    key = (title, repr(written.options))
    code = st.session_state.setdefault("_questionnaires", {}).get(key)
    if code is None:
        if st.button(say.say("Make the files"), type="primary"):
            st.session_state["_questionnaires"][key] = _kept(written, title)
            st.rerun()
        return
    st.write(plain(say.say(
        "Kept as {code}. Its answers come back with {code}-01, {code}-02 and so on in the column"
        " version, so that blanks by design are told from blanks left.", code=code,
    )))  # fmt: skip
    in_each_layout(replace(written, code=code), title, code, say)


def in_each_layout(written: Questionnaire, title: str, name: str, say: Language) -> None:
    """Draw a download of each layout; files and buttons begin with the name."""
    for ending, (text, write, mime, file) in LAYOUTS.items():
        st.download_button(
            say.say(text),
            lambda write=write: write(written, title),
            file_name=f"{name}-{file}",
            mime=mime,
            on_click="ignore",
            key=f"{name}-{ending}",
        )


def _kept(written: Questionnaire, title: str) -> str:
    spread = written.design or written.sets
    kind = next(part for part in ("kano", "value", "brand") if part in written.options.parts)
    return keep(store(), title, {"brand": "brand_values"}.get(kind, kind), spread.as_json())

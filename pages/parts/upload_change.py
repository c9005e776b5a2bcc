"""Step three: what the import will change, and the button that starts it."""

from datetime import date

import streamlit as st

from pages.parts import upload_job
from pages.parts.databases import store, user_name
from pages.parts.text import plain
from pages.parts.upload_choices import ask_questions, choices_of, key_of
from pages.parts.upload_file import Chosen
from pages.parts.upload_items import items
from uploads.history import Changes
from uploads.kinds import KINDS
from uploads.plan import Plan
from uploads.reading import Reading
from uploads.survey_place import fielded
from uploads.upload import Upload
from words.language import Language

# how each language writes a day, as far as the widget can
DAYS = {"en": "DD/MM/YYYY", "da": "DD.MM.YYYY", "nb": "DD.MM.YYYY", "nl": "DD-MM-YYYY"}


def change(file: Chosen, reading: Reading, as_of: date, language: Language) -> None:
    """Draw what the import will change, and start it when asked.

    Parameters
    ----------
    file : Chosen
        The file as the browser sent it.
    reading : Reading
        What was made of it.
    as_of : datetime.date
        The extract's date.
    language : Language
        The reader's.
    """
    label, day = _name_and_day(file, reading, as_of, language)
    if not label.strip():
        return
    plan = KINDS[reading.understood.kind].plan(store(), reading, file.sha256, label.strip())
    ask_questions(file.sha256, plan.questions, language)
    items(file.sha256, reading, language)
    st.write(plain(_sentence(plan, language)))
    still = len(reading.open_questions) + len(reading.context.choices.open(plan.questions))
    if still:
        text = language.say_n(
            "{n} question to answer first.", "{n} questions to answer first.", still
        )
        st.caption(plain(text))
    pressed = st.button(language.say("Import"), type="primary", disabled=still > 0)
    if pressed:
        choices = choices_of(file.sha256)
        upload = Upload(file.name, file.sha256, label.strip(), user_name(), day, choices)
        upload_job.start_import(store(), upload, file.data, reading, language)
        st.rerun()


def _name_and_day(
    file: Chosen, reading: Reading, as_of: date, language: Language
) -> tuple[str, date]:
    """Ask what a survey or campaign is called, and the day that the file speaks of."""
    left, right = st.columns(2)
    of_day = left
    stem = file.name.rsplit(".", 1)[0].replace("_", " ").strip()
    is_survey = "survey_item" in reading.checked.frames
    label = stem
    if is_survey or reading.checked.kind == "assignments":
        of_day = right
        label = left.text_input(
            language.say("What the survey is called")
            if is_survey
            else language.say("What the campaign is called"),
            value=stem,
            max_chars=80,
            key=key_of(file.sha256, "name"),
        )
    day = of_day.date_input(
        language.say("When it was answered")
        if is_survey
        else language.say("The day that the file is as of"),
        value=fielded(reading) if is_survey else as_of,
        format=DAYS[language.code],
        key=key_of(file.sha256, "day"),
    )
    return label, day


def _sentence(plan: Plan, language: Language) -> str:
    counts = {
        name: language.number(getattr(plan, name)) for name in ("new", "known", "changed", "wave")
    }
    if not plan.survey_id:
        return _of_register(plan, counts, language)
    if plan.mode == "new":
        return language.say("A new survey with {new} respondents.", **counts)
    if plan.mode == "new_wave":
        return language.say("Wave {wave} of the survey, beside the earlier ones.", **counts)
    if plan.mode == "replace":
        return language.say(
            "The survey's earlier answers are set aside, and this file takes their place. Undo"
            " brings them back."
        )
    return language.say(
        "{known} respondents known, {new} new, {changed} with changed answers.", **counts
    )


def _of_register(plan: Plan, counts: dict[str, str], language: Language) -> str:
    """Say what a register brings: how much of it is new, and who came back."""
    said = language.say("{new} new, {known} known as they are, {changed} changed.", **counts)
    found = plan.details
    if not isinstance(found, Changes):
        return said
    more = [said]
    if found.returned:
        more.append(language.say("{n} came back.", n=language.number(found.returned)))
    if found.end_unknown:
        more.append(
            language.say(
                "Of {n} who came back nobody recorded when they had left: the day of the extract"
                " before stands for it.",
                n=language.number(found.end_unknown),
            )
        )
    if found.earlier:
        more.append(
            language.say(
                "{n} memberships from before what is stored are left out.",
                n=language.number(found.earlier),
            )
        )
    return " ".join(more)

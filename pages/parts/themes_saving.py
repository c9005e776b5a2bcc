"""Saving themes under a name, following one through the other pages, and letting go of it."""

from functools import partial

import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.looked_after import done, rename
from pages.parts.reader import Reader
from pages.parts.text import plain
from pages.parts.theme_choice import KEY, follow_theme, let_go_of
from queries import segments, themes
from queries.names import LONGEST_NAME
from queries.segments import NewSegment
from queries.themes import NewTheme
from views.theme import Theme, saved_themes
from views.themes.found import Found
from views.themes.saving import definition, people_of
from words.language import Language

FOLLOWED = ("needs.py", "gaps.py", "catalogue.py")


def save_themes(found: Found, here: Reader) -> None:
    """Draw the names of themes that are not saved yet, to be changed and saved."""
    say = here.language
    unsaved = [code for code in found.codes if code not in found.saved]
    if not unsaved:
        st.caption(say.say("All of these themes are saved."))
        return
    st.write(say.say(
        "A saved theme narrows the pages about benefits to what is in it, and the people it"
        " matters to can be a segment on every page."
    ))  # fmt: skip
    with st.form("themes-save", border=False):
        names = {code: _name(found, code, say) for code in unsaved}
        with_people = st.checkbox(
            say.say("Save the people each matters to as a segment, too"), key="themes-people"
        )
        if st.form_submit_button(say.say("Save"), type="primary"):
            _save(found, names, with_people, here)


def saved_themes_list(found: Found, here: Reader) -> None:
    """Draw the saved themes: follow one, save its people, rename it, let go of it."""
    say = here.language
    code_of = {theme_id: code for code, theme_id in found.saved.items()}
    segments_by_name = set(ask("segments")["name"])
    for theme in saved_themes(ask).values():
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(f"**{plain(theme.name)}**", width=420)
        row.button(
            say.say("Follow this theme"),
            key=f"follow-{theme.theme_id}",
            on_click=follow_theme,
            args=(theme.theme_id,),
        )
        if theme.theme_id in code_of and theme.name not in segments_by_name:
            with row.container(width="content"):
                _save_people(found, code_of[theme.theme_id], here)
        with row.popover(say.say("Rename"), width="content"):
            rename(f"theme-{theme.theme_id}", theme.name, partial(_renamed, theme.theme_id), say)
        with row.popover(say.say("Delete"), width="content"):
            st.write(say.say("Benefits and people stay; only the theme goes."))
            _delete(theme, say)
    _way_on(say)


def _way_on(say: Language) -> None:
    """Lead to the pages that follow the chosen theme."""
    theme = saved_themes(ask).get(st.session_state.get(KEY) or "")
    if theme is None:
        return
    st.write(plain(say.say("«{name}» is followed on these pages:", name=theme.name)))
    titles = (say.say("Needs (Kano)"), say.say("Value gaps"), say.say("Catalogue"))
    row = st.container(horizontal=True)
    for page, title in zip(FOLLOWED, titles, strict=True):
        row.page_link(page, label=title)


def _name(found: Found, code: str, say: Language) -> str:
    things = say.listed(found.labels(code))
    return st.text_input(
        plain(things), found.names[code], max_chars=LONGEST_NAME, key=f"theme-{things}"
    )


def _save(found: Found, names: dict[str, str], with_people: bool, here: Reader) -> None:
    people = people_of(found, here.limit, ask) if with_people else {}
    new = [
        NewTheme(name, found.subjects(code), definition(found, code), people.get(code, ()))
        for code, name in names.items()
    ]
    done(lambda: themes.save(store(), new, here.limit, user_name()), here.language)


def _save_people(found: Found, code: str, here: Reader) -> None:
    """Draw the button that makes a segment of whom a saved theme matters to."""
    say = here.language
    if not st.button(say.say("Save its people as a segment"), key=f"people-{code}"):
        return
    members = people_of(found, here.limit, ask).get(code, [])
    new = NewSegment(found.names[code], members, definition(found, code))
    done(lambda: segments.save(store(), [new], "rule", here.limit, user_name()), say)


def _renamed(theme_id: str, name: str) -> None:
    themes.rename(store(), theme_id, name, user_name())


def _delete(theme: Theme, say: Language) -> None:
    key = theme.theme_id
    if st.button(
        say.say("Delete the theme"), key=f"delete-theme-{key}", on_click=let_go_of, args=(key,)
    ):
        done(lambda: themes.delete(store(), key, user_name()), say)

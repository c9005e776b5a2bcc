"""The menu: plain questions, one page each."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.parts.address import choice
from pages.parts.databases import chosen, start_own
from pages.parts.reader import Reader
from queries.location import location
from words.language import NAMES, Language


def menu(reader: Reader, *, shown: bool) -> StreamlitPage:
    """Draw the menu beside the page and return the page that was chosen.

    Parameters
    ----------
    reader : Reader
        Nobody in front of a room sees the menu.
    shown : bool
        False while no page can be shown yet; the page's address is kept all the same.
    """
    shown = shown and not reader.present
    page = st.navigation(
        _pages(reader.language), position="sidebar" if shown else "hidden", expanded=True
    )
    if shown:
        with st.sidebar:
            _settings(reader)
    return page


def _start_own(say: Language) -> None:
    """Offer an empty database of the union's own, beside the sample."""
    st.write(
        say.say(
            "An empty database for your own union is made on this machine. The sample union stays"
            " as it is, and you can go back to it."
        )
    )
    with st.form("start-own", border=False):
        name = st.text_input(say.say("The union's name"), max_chars=80)
        if st.form_submit_button(say.say("Start"), type="primary") and name.strip():
            start_own(name.strip())
            st.rerun()


def leave_presenting(reader: Reader, page: StreamlitPage) -> None:
    """Draw the way on and the way out in front of a room: neighbouring pages, and the desk."""
    if not reader.present:
        return
    pages = [one for group in _pages(reader.language).values() for one in group]
    here = next(place for place, one in enumerate(pages) if one.url_path == page.url_path)
    row = st.container(horizontal=True, vertical_alignment="center", key="way-on")
    if here > 0:
        row.page_link(pages[here - 1], label=f"← {pages[here - 1].title}")
    if here + 1 < len(pages):
        row.page_link(pages[here + 1], label=f"{pages[here + 1].title} →")
    row.button(reader.language.say("Back to the desk"), on_click=_to_desk, type="tertiary")


def _to_desk() -> None:
    st.session_state["present"] = None


def _pages(say: Language) -> dict[str, list[StreamlitPage]]:
    return {
        "": [
            st.Page("overview.py", title=say.say("Where do we stand?"), default=True),
        ],
        say.say("Who are they?"): [
            st.Page("clusters.py", title=say.say("Clusters"), url_path="clusters"),
            st.Page("segments.py", title=say.say("Segments"), url_path="segments"),
        ],
        say.say("What do they want?"): [
            st.Page("needs.py", title=say.say("Needs (Kano)"), url_path="needs"),
            st.Page("guess.py", title=say.say("Leaders' guess"), url_path="guess"),
            st.Page("themes.py", title=say.say("Themes"), url_path="themes"),
            st.Page("gaps.py", title=say.say("Value gaps"), url_path="gaps"),
            st.Page("brand.py", title=say.say("What we stand for"), url_path="brand"),
            st.Page("worth.py", title=say.say("What the fee gives"), url_path="worth"),
            st.Page("catalogue.py", title=say.say("Catalogue"), url_path="catalogue"),
        ],
        say.say("Whom do we call?"): [
            st.Page("effort.py", title=say.say("Where effort pays"), url_path="effort"),
        ],
        say.say("Did it work?"): [
            st.Page("campaigns.py", title=say.say("Campaigns"), url_path="campaigns"),
        ],
        say.say("Data"): [
            st.Page("upload.py", title=say.say("Upload"), url_path="upload"),
            st.Page("questionnaire.py", title=say.say("Questionnaire"), url_path="questionnaire"),
            st.Page("answered.py", title=say.say("Who answered?"), url_path="answered"),
        ],
    }


def _settings(reader: Reader) -> None:
    say = reader.language
    choice(st, say.say("Language"), list(NAMES), "lang", NAMES.get, default=say.code)
    if location().own.exists():
        names = {"own": say.say("Our own union"), "sample": say.say("Sample union")}
        choice(st, say.say("Database"), list(names), "union", names.get, default=chosen())
    else:
        with st.popover(say.say("Start our own database"), width="stretch"):
            _start_own(say)

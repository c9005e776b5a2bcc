"""What to tell a group: the benefits that matter most to it, in words to send, and the files."""

from dataclasses import replace

import streamlit as st

from analysis.disclosure import STRICT_LIMIT
from exports.personal import personal_list
from exports.sheets import document
from pages.parts.asking import ask
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.filters import Filters
from views.view import Nothing, View
from views.worth.options import Options
from views.worth.personal import Allowed, personal
from views.worth.sheet import Sheet, sheet, sheets
from words.campaigns import group
from words.labels import dimension
from words.language import Language

GROUPS = ("sector", "age_band", "member_type", "branch")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def what_to_tell(of: View, filters: Filters, options: Options, here: Reader) -> None:
    """Draw the page of the group that the filter keeps, and offer everybody's as files."""
    say = here.language
    page = sheet(of, ", ".join(of.filters) or say.say("Everybody"), say)
    if not page.lines:
        return
    with st.expander(say.say("What to tell them, in words to send"), expanded=not of.filters):
        for heading, unknown in (
            (say.say("Tell them of"), True),
            (say.say("Remind them of"), False),
        ):
            _lines(page, heading, unknown)
        if not here.present:
            _files(filters, options, say)


def _lines(page: Sheet, heading: str, unknown: bool) -> None:
    lines = [line for line in page.lines if line.unknown == unknown]
    if not lines:
        return
    st.markdown(f"**{plain(heading)}**")
    for line in lines:
        said, sent = st.columns([2, 3], vertical_alignment="center")
        said.write(f"**{plain(line.benefit)}**  \n{plain(line.evidence)}")
        sent.code(line.message, language=None, wrap_lines=True)


def _files(filters: Filters, options: Options, say: Language) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        by = _page_each(filters, options, say)
    with right:
        _personal(by, filters, options, say)


def _page_each(filters: Filters, options: Options, say: Language) -> str:
    """Offer a document with a page for each group, and return what groups them."""
    by = ("segment", *GROUPS) if len(ask("segments")) else GROUPS
    chosen = st.selectbox(
        say.say("A page for each"), by, format_func=lambda name: dimension(say, name)
    )
    strict = replace(options, limit=STRICT_LIMIT)
    is_sample = bool(ask("meta")["is_sample"].iloc[0])
    st.download_button(
        say.say("Pages to edit (Word)"),
        lambda: document(sheets(chosen, filters, strict, ask), say, is_sample),
        file_name="benefits.docx",
        mime=DOCX,
        on_click="ignore",
    )
    return chosen


def _personal(by: str, filters: Filters, options: Options, say: Language) -> None:
    """Offer each member's own three benefits, for those who may be told by the channel."""
    rules = ask("worth_channels").set_index("channel")["legal_basis"]
    if rules.empty:
        st.caption(plain(say.say("Which channels may be used is not set, so no list can be made.")))
        return
    channel = st.selectbox(
        say.say("A list by member, to be sent by"),
        list(rules.index),
        format_func=lambda code: group(say, "channel", code),
    )
    st.download_button(
        say.say("Each member's three benefits (CSV)"),
        lambda: _list(by, filters, options, (channel, str(rules[channel]))),
        file_name="personal.csv",
        mime="text/csv",
        on_click="ignore",
    )
    st.caption(
        plain(
            say.say(
                "What matters most to each one's own group, without what they used in the past two"
                " years. Only those who may be contacted that way; by pseudonym, names stay with"
                " the union."
            )
        )
    )


def _list(by: str, filters: Filters, options: Options, allowed: Allowed) -> bytes:
    """Make the list under the stricter rule: a group under ten gets what matters to all."""
    try:
        rows, names = personal(by, filters, replace(options, limit=STRICT_LIMIT), allowed, ask)
    except Nothing as nothing:
        return nothing.sentence.encode("utf-8-sig")
    return personal_list(rows, names, options.language, bool(ask("meta")["is_sample"].iloc[0]))

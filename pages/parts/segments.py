"""Saving classes as segments, and looking after those that are saved."""

from functools import partial

import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.looked_after import describe, done, rename
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries import segment_changes, segments
from queries.names import LONGEST_NAME
from queries.segments import NewSegment
from views.clusters.classes import Classes
from views.clusters.saving import Draft, drafts, model_of
from words.language import Language
from words.segments import origin_label


def save_classes(found: Classes, reader: Reader) -> None:
    """Draw the names of classes, to be changed and saved as segments."""
    say = reader.language
    st.write(say.say(
        "A saved class is a filter on every page. The whole class is saved, whatever is filtered"
        " here, with the members that its answers are linked to."
    ))  # fmt: skip
    unsaved = [draft for draft in drafts(found, ask) if not draft.saved]
    if not unsaved:
        st.caption(say.say("All of these classes are saved."))
        return
    with st.form("clusters-save", border=False):
        names = {draft.number: _name(draft, say) for draft in unsaved}
        if st.form_submit_button(say.say("Save"), type="primary"):
            _save(found, [draft for draft in unsaved if names[draft.number]], names, reader)


def saved_segments(reader: Reader) -> None:
    """Draw the saved segments: show one everywhere, rename it, let go of it."""
    say = reader.language
    saved = ask("saved_segments")
    if saved.empty:
        st.caption(say.say("No segment is saved yet."))
    for segment in saved.itertuples():
        row = st.container(horizontal=True, vertical_alignment="center")
        made = origin_label(say, segment.origin, segment.right)
        size = _size(int(segment.n), reader)
        row.markdown(f"**{plain(segment.name)}** · {size} · {plain(made)}", width=560)
        row.button(
            say.say("Show these people"),
            key=f"show-{segment.segment_id}",
            on_click=_filter_on,
            args=(segment.segment_id,),
        )
        with row.popover(say.say("Rename"), width="content"):
            rename(segment.segment_id, segment.name, partial(_renamed, segment.segment_id), say)
            describe(
                segment.segment_id,
                segment.description,
                partial(_described, segment.segment_id),
                say,
            )
        with row.popover(say.say("Delete"), width="content"):
            st.write(say.say("The people stay; only the segment goes."))
            _delete(segment.segment_id, say)
        if segment.description:
            st.caption(plain(segment.description))


def _renamed(segment_id: str, name: str) -> None:
    segment_changes.rename(store(), segment_id, name, user_name())


def _described(segment_id: str, text: str) -> None:
    segment_changes.describe(store(), segment_id, text, user_name())


def _name(draft: Draft, say: Language) -> str:
    """Draw a class with its tick and its name; return the name, empty when it isn't ticked."""
    tick, name = st.columns([1, 12], vertical_alignment="bottom")
    wanted = tick.checkbox(draft.name, True, f"save-{draft.number}", label_visibility="collapsed")
    facts = say.say(
        "{letter}: {linked} people are stored; {anonymous} answered anonymously and can't be.",
        letter=draft.letter,
        linked=say.number(len(draft.member_ids)),
        anonymous=say.number(draft.anonymous),
    )
    typed = name.text_input(
        plain(facts), draft.name, max_chars=LONGEST_NAME, key=f"name-{draft.number}-{draft.name}"
    )
    return typed if wanted else ""


def _save(found: Classes, wanted: list[Draft], names: dict[int, str], reader: Reader) -> None:
    say = reader.language
    if not wanted:
        st.warning(say.say("Tick a class to save, and give it a name."))
        return
    model = model_of(found)
    new = [
        NewSegment(names[draft.number], list(draft.member_ids), draft.definition | model)
        for draft in wanted
    ]
    done(lambda: segments.save(store(), new, "cluster", reader.limit, user_name()), say)


def _delete(segment_id: str, say: Language) -> None:
    key = f"delete-{segment_id}"
    if st.button(say.say("Delete the segment"), key=key, on_click=_filter_off, args=(segment_id,)):
        done(lambda: segment_changes.delete(store(), segment_id, user_name()), say)


def _filter_on(segment_id: str) -> None:
    st.session_state["segment"] = segment_id


def _filter_off(segment_id: str) -> None:
    if st.session_state.get("segment") == segment_id:
        st.session_state["segment"] = None


def _size(n: int, reader: Reader) -> str:
    say = reader.language
    if n < reader.limit:
        return say.say("under {limit} people", limit=reader.limit)
    return say.say_n("One person", "{n} people", n)

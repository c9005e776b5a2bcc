"""Saving a class's plain rules as a segment: whoever's answers fit them."""

import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.looked_after import done
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries import segments
from queries.names import LONGEST_NAME
from queries.segments import NewSegment
from views.clusters.rule_saving import RuleDraft, rule_drafts
from views.clusters.rules import ByRules
from words.language import Language
from words.sentences import share_with_interval


def save_rules(of: ByRules, reader: Reader) -> None:
    """Draw which class's rules to save, who fits them, and the segment's name."""
    say = reader.language
    st.subheader(say.say("Save a class by its rules"), anchor=False)
    st.write(say.say(
        "The segment is everybody whose answers fit the rules, whatever is filtered here, and is a"
        " filter on every page. Its rules are kept: who answers later can be put in by them."
    ))  # fmt: skip
    drafts = {draft.number: draft for draft in rule_drafts(of, say, ask)}
    one = st.columns([1, 1])[0].selectbox(
        say.say("Class"),
        list(drafts),
        format_func=lambda number: _title(of, drafts[number]),
        key="rules-class",
    )
    draft = drafts[one]
    if len(draft.member_ids) < reader.limit:
        st.caption(say.say("Too few people fit to make a segment of them."))
        return
    st.write(plain(_who(draft, say)))
    with st.form("clusters-rule", border=False):
        name = st.text_input(
            say.say("Name"), draft.name[:LONGEST_NAME], max_chars=LONGEST_NAME,
            key=f"rule-name-{draft.number}-{draft.name}",
        )  # fmt: skip
        if st.form_submit_button(say.say("Save the segment"), type="primary"):
            _save(draft, name, reader)
    st.page_link("segments.py", label=say.say("All segments, and putting people into them"))


def _title(of: ByRules, draft: RuleDraft) -> str:
    return f"{draft.letter} · {of.found.names[draft.number]}"


def _who(draft: RuleDraft, say: Language) -> str:
    return say.say(
        "{n} people fit, {right} of them rightly, and {found} of the class are among them."
        " {linked} of them are known as members and are stored.",
        n=say.number(draft.fitting),
        right=share_with_interval(say, draft.rules.precision, *draft.rules.precision_interval),
        found=share_with_interval(say, draft.rules.recall, *draft.rules.recall_interval),
        linked=say.number(len(draft.member_ids)),
    )


def _save(draft: RuleDraft, name: str, reader: Reader) -> None:
    new = NewSegment(name, list(draft.member_ids), draft.definition)
    say = reader.language
    done(
        lambda: segments.save(store(), [new], "rule", reader.limit, user_name()),
        say,
        lambda _: say.say("Saved."),
    )

"""Making a segment by a rule over the membership."""

import streamlit as st

from pages.parts.asking import ask
from pages.parts.databases import store, user_name
from pages.parts.looked_after import done
from pages.parts.reader import Reader
from queries import segments
from queries.names import LONGEST_NAME
from queries.segments import NewSegment
from views.segments.options import Options
from views.segments.rule import RULE_DIMENSIONS, Rule, in_words, rule, values_of
from words.labels import dimension
from words.language import Language


def make_by_rule(reader: Reader) -> None:
    """Draw the rule, how many it keeps, and its name; save it."""
    say, options = reader.language, Options(reader.language, reader.limit)
    st.write(say.say("Everybody who fits all lines is in the segment; an empty line keeps all."))
    chosen = {}
    for place, name in zip(st.columns(3) * 2, RULE_DIMENSIONS, strict=True):
        values = values_of(name, options, ask)
        chosen[name] = tuple(
            place.multiselect(
                dimension(say, name),
                list(values),
                format_func=values.get,
                placeholder=say.say("All"),
                key=f"rule-{name}",
            )
        )
    found = rule(chosen, options, ask)
    if not found.chosen:
        st.caption(say.say("Choose something to keep."))
        return
    st.subheader(_how_many(found, say), anchor=False)
    if found.left_out:
        st.caption(say.say(
            "Parts with under {limit} people, and parts that would give one away, are left out.",
            limit=say.number(reader.limit),
        ))  # fmt: skip
    if found.n:
        _save(found, reader)


def _how_many(found: Rule, say: Language) -> str:
    if not found.n:
        return say.say("Too few people fit to make a segment of them.")
    return say.say_n("One person fits.", "{n} people fit, former members too.", found.n)


def _save(found: Rule, reader: Reader) -> None:
    say = reader.language
    usual = in_words(found, say, ask)[:LONGEST_NAME]
    with st.form("segment-rule", border=False):
        name = st.text_input(say.say("Name"), usual, max_chars=LONGEST_NAME, key=f"rule-{usual}")
        if not st.form_submit_button(say.say("Save the segment"), type="primary"):
            return
    new = NewSegment(name, (), found.definition)
    done(
        lambda: segments.save_rule(store(), new, found.cells, reader.limit, user_name()),
        say,
        lambda _: say.say("Saved."),
    )

"""The gaps page's groups: where they clearly differ, and their opportunity scores."""

from collections.abc import Callable

import streamlit as st

from charts.gaps.groups import figure as groups_figure
from pages.parts.asking import seen
from pages.parts.page import chart
from pages.parts.reader import Reader
from pages.parts.text import plain
from queries.filters import Filters
from views.gaps.group_losses import group_losses
from views.gaps.group_scores import group_scores
from views.gaps.groups import clear_differences
from views.gaps.options import Options
from views.view import Nothing, View
from words.gaps import AGAINST


def compared_groups(answer: View, filters: Filters, options: Options, reader: Reader) -> None:
    """Draw the groups against each other; in front of a room the chart alone."""
    groups, say = answer.result.groups, reader.language
    if groups.together.empty:
        return
    st.subheader(say.say(AGAINST[groups.by]), anchor=False)
    chart(groups_figure, answer, reader, "gaps-groups")
    if reader.present:
        return
    with st.expander(say.say("Clear differences, benefit by benefit")):
        rows = clear_differences(groups, answer.frame, say)
        if rows.empty:
            st.write(say.say("None is clear: chance could have made them."))
        else:
            st.dataframe(rows, hide_index=True)
    _panel(say.say("Widest losses, group by group"), group_losses, filters, options)
    _panel(say.say("Opportunity scores, group by group"), group_scores, filters, options)


def _panel(title: str, make: Callable, filters: Filters, options: Options) -> None:
    """Draw a table of benefits by groups, once it is asked for."""
    panel = st.expander(title, key=f"gaps-{make.__name__}", on_change="rerun")
    if not panel.open:
        return
    try:
        found = seen(make, filters, options)
    except Nothing as nothing:
        panel.info(plain(nothing.sentence))
        return
    panel.write(plain(found.said[0]))
    panel.dataframe(found.table, hide_index=True, width="stretch")
    panel.caption(plain(found.said[1]))

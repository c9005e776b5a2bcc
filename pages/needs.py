"""What do they want? Kano's classes on the Better/Worse map, and what depends on the method."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.kano import figure, shares
from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from views.kano import view
from views.kano.groups import Groups
from views.kano.options import Options
from views.view import View
from words.kano import RULES, TABLES, class_label, rule_label, table_label
from words.labels import dimension

GROUPINGS = ("status", "segment")


def choices(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    if here.present:
        chosen = {name: st.session_state.get(f"needs_{name}") for name in ("table", "rule", "by")}
        survey = st.session_state.get("needs_survey")
        given = {name: value for name, value in chosen.items() if value}
        return Options(here.language, here.limit, survey_id=survey, **given)
    say = here.language
    row = place.columns(4)
    surveys = ask("kano_surveys").set_index("survey_id")["label"]
    survey = None
    if len(surveys) > 1:
        survey = choice(row[3], say.say("Survey"), list(surveys.index), "needs_survey",
                        surveys.get, default=surveys.index[0])  # fmt: skip
    return Options(
        here.language,
        here.limit,
        survey_id=survey,
        by=choice(row[0], say.say("Compare by"), GROUPINGS, "needs_by",
                  lambda code: dimension(say, code), placeholder=say.say("Everybody together")),
        table=choice(row[1], say.say("Evaluation table"), list(TABLES), "needs_table",
                     lambda code: table_label(say, code), default="kano"),
        rule=choice(row[2], say.say("Rule"), list(RULES), "needs_rule",
                    lambda code: rule_label(say, code), default="exact"),
    )  # fmt: skip


def by_group(groups: Groups, answer: View) -> pd.DataFrame:
    """Each benefit's class in each group that may be shown; nothing where too few answered."""
    say = here.language
    labels = answer.frame.set_index("item_id")["label"]
    columns = {say.say("Benefit"): labels}
    for group in groups.by_code.values():
        classes = group.result.features["category"].reindex(group.shown)
        columns[group.label] = classes.map(lambda code: class_label(say, code)).reindex(
            labels.index
        )
    return pd.DataFrame(columns).fillna("")


here = reader()
filters = filter_bar(here)
top, chosen = st.container(), st.container()
options = choices(here, chosen)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here, widths=(2, 1) if here.present else (3, 2))
if options.by and answer.result.groups.by_code:
    st.subheader(here.language.say("By group"), anchor=False)
    st.dataframe(by_group(answer.result.groups, answer), hide_index=True)
if not here.present:
    with st.expander(here.language.say("All answers by class")):
        chart(shares, answer, here, "needs-shares")
closing(answer, view, filters, options, here)

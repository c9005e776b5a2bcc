"""What should the union stand for? Members' choices, and what the union's messages carry."""

import pandas as pd
import streamlit as st

from charts.brand import figure
from pages.parts.address import choice, chosen
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.message_tags import tagging
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from views.brand import view
from views.brand.options import GROUPINGS, Options
from words.labels import dimension


def choices(here: Reader, place) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    say = here.language
    surveys = ask("brand_surveys").set_index("survey_id")["label"]
    survey, by = st.session_state.get("brand_survey"), chosen("brand_by", GROUPINGS)
    if not here.present and len(surveys):
        row = place.columns(4)
        by = choice(row[0], say.say("Compare by"), GROUPINGS, "brand_by",
                    lambda code: dimension(say, code),
                    placeholder=say.say("Everybody together"))  # fmt: skip
        if len(surveys) > 1:
            survey = choice(row[3], say.say("Survey"), list(surveys.index), "brand_survey",
                            surveys.get, default=surveys.index[0])  # fmt: skip
    return Options(say, here.limit, survey_id=survey, by=by)


def groups(answer) -> None:
    """Draw the values in groups, as far as they may be shown."""
    table = answer.result.groups
    if table.empty:
        return
    st.subheader(here.language.say("By group"), anchor=False)
    values = answer.frame.set_index("item_id")["label"].rename(here.language.say("Value"))
    st.dataframe(pd.concat([values, table.reindex(values.index)], axis=1), hide_index=True,
                 height="content")  # fmt: skip


here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = choices(here, place)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here)
groups(answer)
closing(answer, view, filters, options, here)
if not here.present:
    tagging(answer, here)

"""What do they get for the money? What stands ready, what is used, what works for all."""

import streamlit as st

from charts.worth import figure
from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.worth_sheet import what_to_tell
from views.worth import view
from views.worth.options import TAX_RATES, Options


def choices(here: Reader) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    survey = st.session_state.get("gaps_survey")
    if here.present:
        tax = int(st.session_state.get("worth_tax") or Options.tax)
        return Options(here.language, here.limit, survey_id=survey, tax=tax)
    say = here.language
    row = st.columns(4)
    surveys = ask("gaps_surveys").set_index("survey_id")["label"]
    if len(surveys) > 1:
        survey = choice(row[1], say.say("Survey"), list(surveys.index), "gaps_survey",
                        surveys.get, default=surveys.index[0])  # fmt: skip
    tax = choice(row[0], say.say("Of a deducted krone comes back"), [str(r) for r in TAX_RATES],
                 "worth_tax", lambda rate: say.share(int(rate) / 100),
                 default=str(Options.tax))  # fmt: skip
    return Options(here.language, here.limit, survey_id=survey, tax=int(tax))


here = reader()
filters = filter_bar(here)
top, chosen = st.container(), st.container()
with chosen:
    options = choices(here)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, figure, here, widths=(2, 1))
what_to_tell(answer, filters, options, here)
closing(answer, view, filters, options, here)

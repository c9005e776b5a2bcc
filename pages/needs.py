"""What do they want? Kano's classes on the Better/Worse map, and what depends on the method."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.kano import figure as map_figure
from charts.kano.plane import figure as plane_figure
from pages.parts.address import choice, chosen
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.needs_details import details
from pages.parts.needs_groups import compared
from pages.parts.needs_method import method
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.theme_choice import theme_choice
from views.kano import view
from views.kano.options import GROUPINGS, WAVE, Options
from words.kano import PICTURES
from words.labels import dimension

DRAW = {"map": map_figure, "plane": plane_figure}


def choices(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    say = here.language
    theme = theme_choice(here, place)
    row = None if here.present else place.columns(4, vertical_alignment="bottom")
    surveys = ask("kano_surveys").set_index("survey_id")["label"]
    if here.present:
        given = {"picture": chosen("needs_picture", PICTURES), "by": chosen("needs_by", GROUPINGS)}
    else:
        given = {
            "picture": choice(row[0], say.say("Picture"), list(PICTURES), "needs_picture",
                              lambda code: say.say(PICTURES[code]), default="map"),
            "by": choice(row[1], say.say("Compare by"), groupings(surveys), "needs_by",
                         lambda code: dimension(say, code),
                         placeholder=say.say("Everybody together")),
        }  # fmt: skip
    survey = st.session_state.get("needs_survey")
    if len(surveys) > 1 and row:
        survey = choice(row[3], say.say("Survey"), list(surveys.index), "needs_survey",
                        surveys.get, default=surveys.index[0])  # fmt: skip
    given |= {name: st.session_state.get(f"needs_{name}") for name in ("first", "second")}
    given |= method(here, row[2] if row else None, survey or next(iter(surveys.index), ""))
    given["theme"] = theme
    known = {name: value for name, value in given.items() if value is not None}
    return Options(here.language, here.limit, survey_id=survey, **known)


def groupings(surveys: pd.Series) -> tuple[str, ...]:
    """What groups can be compared by; surveys only where there are two."""
    return GROUPINGS if len(surveys) > 1 else tuple(by for by in GROUPINGS if by != WAVE)


here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = choices(here, place)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, DRAW[options.picture], here, widths=(2, 1) if here.present else (3, 2))
if options.by and answer.result.groups.by_code:
    compared(answer, here)
closing(answer, view, filters, options, here)
if not here.present:
    details(answer, filters, options, here)

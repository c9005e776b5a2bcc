"""What do they want, and do they get it? Steps from important to satisfied, and who is lost."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.gaps import figure as chain_figure
from charts.gaps.map import figure as map_figure
from charts.gaps.scores import figure as scores_figure
from pages.parts.address import choice
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.gaps_drivers import for_the_analyst
from pages.parts.gaps_groups import compared_groups
from pages.parts.page import closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.theme_choice import theme_choice
from views.gaps import view
from views.gaps.options import Options
from words.gaps import CROSSHAIRS, PICTURES, WIDEST
from words.labels import dimension
from words.weighting import WEIGHTS

DRAW = {"chain": chain_figure, "scores": scores_figure, "map": map_figure}
CHOICES = ("picture", "widest", "crosshair", "compare", "weights")


def choices(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    survey = st.session_state.get("gaps_survey")
    if here.present:
        chosen = {name: st.session_state.get(f"gaps_{name}") for name in CHOICES}
        given = {name: value for name, value in chosen.items() if value}
        return Options(
            here.language, here.limit, survey_id=survey, theme=theme_choice(here, place), **given
        )
    say = here.language
    surveys = ask("gaps_surveys").set_index("survey_id")["label"]
    theme = theme_choice(here, place)
    row = place.columns(5 if len(surveys) > 1 else 4)
    if len(surveys) > 1:
        survey = choice(row[4], say.say("Survey"), list(surveys.index), "gaps_survey",
                        surveys.get, default=surveys.index[0])  # fmt: skip
    shown = choice(row[0], say.say("Picture"), list(PICTURES), "gaps_picture",
                   lambda code: say.say(PICTURES[code]), default="chain")  # fmt: skip
    given = {"picture": shown}
    if shown == "chain":
        given["widest"] = choice(row[1], say.say("Widest loss"), list(WIDEST), "gaps_widest",
                                 lambda code: say.say(WIDEST[code]), default="members")  # fmt: skip
    if shown == "map":
        given["crosshair"] = choice(row[1], say.say("Lines cross at"), list(CROSSHAIRS),
                                    "gaps_crosshair", lambda code: say.say(CROSSHAIRS[code]),
                                    default="mean")  # fmt: skip
    given["weights"] = choice(row[3], say.say("Weights"), list(WEIGHTS), "gaps_weights",
                              lambda code: say.say(WEIGHTS[code]), default="survey")  # fmt: skip
    compare = choice(row[2], say.say("Compare by"), groupings(), "gaps_compare",
                     lambda code: dimension(say, code),
                     placeholder=say.say("Everybody together"))  # fmt: skip
    return Options(
        here.language, here.limit, survey_id=survey, compare=compare, theme=theme, **given
    )


def groupings() -> tuple[str, ...]:
    """What groups can be compared by; segments only where some are saved."""
    return ("status", "branch") if ask("segments").empty else ("status", "branch", "segment")


here = reader()
filters = filter_bar(here)
top, chosen = st.container(), st.container()
options = choices(here, chosen)
answer = view_or_stop(view, filters, options)

with top:
    opening(answer, here)
picture(answer, DRAW[options.picture], here, widths=(2, 1))
compared_groups(answer, filters, options, here)
if not here.present:
    for_the_analyst(filters, options)
closing(answer, view, filters, options, here)

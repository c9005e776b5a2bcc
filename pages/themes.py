"""Which themes run through what they want? Benefits that go together, ranked, and followed on."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.places import chances
from charts.themes import across, figure
from pages.parts.address import choice, weight
from pages.parts.asking import ask
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.themes_saving import save_themes, saved_themes_list
from views.scope import parted
from views.themes import view
from views.themes.options import ACROSS, CRITERIA, MOST_THEMES, USUAL_WEIGHT, Options
from words.labels import dimension
from words.themes import CRITERIA as CRITERION
from words.themes import HELP

NUMBERS = [str(number) for number in range(2, MOST_THEMES + 1)]


def chosen(here: Reader, place: DeltaGenerator) -> Options:
    """Draw what can be chosen on this page, and return what was."""
    say = here.language
    survey, number, by = (
        st.session_state.get(f"themes_{name}") for name in ("survey", "number", "across")
    )
    if not here.present:
        surveys = ask("gaps_surveys").set_index("survey_id")["label"]
        row = place.columns(3 if len(surveys) > 1 else 2)
        title = say.say("Number of groups, those alone included")
        number = choice(row[0], title, NUMBERS, "themes_number", str,
                        placeholder=say.say("As many as chance can't explain"))  # fmt: skip
        by = choice(row[1], say.say("Seen across"), groupings(), "themes_across",
                    lambda code: dimension(say, code), default=groupings()[0])  # fmt: skip
        if len(surveys) > 1:
            survey = choice(row[2], say.say("Survey"), list(surveys.index), "themes_survey",
                            surveys.get, default=surveys.index[0])  # fmt: skip
    return Options(
        here.language,
        here.limit,
        survey_id=survey,
        number=int(number) if number in NUMBERS else None,
        weights=weights(here, place),
        across=by if by in ACROSS else None,
    )


def groupings() -> tuple[str, ...]:
    """What themes can be seen across; segments only where saved ones part people."""
    return ACROSS if parted(ask) else tuple(by for by in ACROSS if by != "segment")


def weights(here: Reader, place: DeltaGenerator) -> tuple[int, ...]:
    """Draw the weights; a room argues with them too."""
    say = here.language
    return tuple(
        weight(column, say.say(CRITERION[name]), f"themes_{name}", default=USUAL_WEIGHT,
               about=say.say(HELP[name]))
        for column, name in zip(place.columns(len(CRITERIA)), CRITERIA, strict=True)
    )  # fmt: skip


here = reader()
filters = filter_bar(here)
top, place = st.container(), st.container()
options = chosen(here, place)
answer = view_or_stop(view, filters, options)
say = here.language

with top:
    opening(answer, here)
picture(answer, figure, here)
if len(answer.result.across.cells):
    st.subheader(say.say("How many of each group want it"), anchor=False)
    chart(across, answer, here, "themes-across")
    st.caption(say.say("Orange: clearly more than elsewhere; blue: clearly fewer."))
if answer.result.places:
    left, _ = st.columns([3, 2], gap="large")
    with left:
        st.subheader(say.say("The chance of each place, whatever the weights"), anchor=False)
        chart(chances, answer, here, "themes-chances")
if not here.present:
    title = say.say("Save themes, and follow one through the other pages")
    with st.expander(title, key="themes-saving"):
        save_themes(answer.result.found, here)
        saved_themes_list(answer.result.found, here)
closing(answer, view, filters, options, here)

"""Where does effort do most good? Groups of people who left, weighed by the room's own weights."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.effort import figure, reading_aid
from charts.effort.bars import behind
from charts.places import chances
from pages.parts.address import choice, weight
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, view_or_stop
from pages.parts.reader import Reader, reader
from pages.parts.text import plain
from views.effort import view
from views.effort.options import AXES, CRITERIA, READINGS, ROWS, USUAL_WEIGHT, Options
from views.view import View
from words.effort import AXES as AXIS
from words.effort import CRITERIA as CRITERION
from words.effort import HELP
from words.effort import READINGS as READING
from words.effort import ROWS as ROW


def choices(here: Reader, place: DeltaGenerator) -> dict[str, str]:
    """Draw which groups, and how to read those pushed away; a room argues with the weights only."""
    if here.present:
        chosen = {name: st.session_state.get(f"effort_{name}") for name in ("rows", "reading")}
        return {name: value for name, value in chosen.items() if value}
    say = here.language
    row = place.columns(2)
    return {
        "rows": choice(row[0], say.say("Groups by"), ROWS, "effort_rows",
                       lambda code: say.say(ROW[code]), default="reason"),
        "reading": choice(row[1], say.say("Pushed away by mistake"), READINGS,
                          "effort_reading", lambda code: say.say(READING[code]),
                          default="cause"),
    }  # fmt: skip


def weights(here: Reader, place: DeltaGenerator) -> tuple[int, ...]:
    """Draw the weights, an axis a column."""
    say = here.language
    chosen = {}
    for column, (axis, criteria) in zip(place.columns(2), AXES.items(), strict=True):
        column.markdown(f"**{say.say(AXIS[axis])}**")
        for name in criteria:
            text, about = say.say(CRITERION[name]), say.say(HELP[name])
            chosen[name] = weight(column, text, f"effort_{name}", default=USUAL_WEIGHT, about=about)
    return tuple(chosen[name] for name in CRITERIA)


def follow_click() -> None:
    """Let the page show what stands behind the bubble that was clicked."""
    points = st.session_state["effort-chart"].selection.points
    st.session_state["effort_row"] = points[0]["customdata"] if points else None


def details(answer: View, here: Reader) -> None:
    """Draw what stands behind one group, and what can't be shown."""
    say = here.language
    left, right = st.columns([3, 2], gap="large")
    names = answer.frame.set_index("code")["label"]
    with left:
        code = choice(
            st, say.say("What stands behind"), list(names.index), "effort_row", names.get,
            default=names.index[0],
        )  # fmt: skip
        chart(partial(behind, code=code), answer, here, "effort-behind")
    with right:
        for note in answer.notes:
            st.caption(plain(note))


here = reader()
filters = filter_bar(here)
top = st.container()
left, right = st.columns([3, 2], gap="large")
options = Options(here.language, here.limit, **choices(here, right), weights=weights(here, right))
with top:
    answer = view_or_stop(view, filters, options)
    opening(answer, here)
with left:
    chart(figure, answer, here, "effort-chart", follow_click)
    st.caption(plain(f"{answer.basis} · {reading_aid(answer, here.language)}"))
    st.subheader(here.language.say("The chance of each place, whatever the weights"), anchor=False)
    chart(chances, answer, here, "effort-chances")
with right:
    st.subheader(here.language.say("What this means"), anchor=False)
    for sentence in answer.meaning:
        st.write(plain(sentence))
details(answer, here)
closing(answer, view, filters, options, here)

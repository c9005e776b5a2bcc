"""What lies behind the classes, a tab each; a tab is made only when it is opened."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from charts.clusters import every_answer
from charts.clusters.against import figure as against_figure
from charts.clusters.averages import figure as averages_figure
from charts.clusters.map import figure as map_figure
from charts.clusters.sureness import figure as sureness_figure
from pages.parts.address import choice
from pages.parts.asking import ask, seen
from pages.parts.clusters_kept import keep_classes, kept_list
from pages.parts.clusters_rules import save_rules
from pages.parts.numbers_of_classes import numbers_of_classes
from pages.parts.page import Draw, chart, closing, nothing_there
from pages.parts.reader import Reader
from pages.parts.segments import save_classes
from pages.parts.text import plain
from queries.filters import Filters
from views.clusters import against, answers, averages, map, rules, sureness
from views.clusters.options import Options
from views.view import Nothing, View


def clusters_tabs(answer: View, filters: Filters, options: Options, reader: Reader) -> None:
    """Draw the tabs below the classes."""
    say = reader.language

    def save() -> None:
        save_classes(answer.result, reader)
        st.page_link("segments.py", label=say.say("All segments, and putting people into them"))
        keep_classes(answer.result, reader)

    def with_view(make: Callable, draw: Draw | None) -> Callable[[], None]:
        return lambda: _view(make, draw, filters, options, reader)

    def every() -> None:
        whole = seen(answers.view, filters, options)
        chart(every_answer, answer, reader, "clusters-every-answer")
        closing(whole, answers.view, filters, options, reader)

    parts = {
        say.say("Save as segments"): save,
        say.say("Kept solutions"): lambda: kept_list(reader),
        say.say("Every answer"): every,
        say.say("Map"): with_view(map.view, map_figure),
        say.say("How sure?"): with_view(sureness.view, sureness_figure),
        say.say("In plain rules"): lambda: _rules(filters, options, reader),
        say.say("Against others"): lambda: _against(filters, options, reader),
        say.say("How many classes?"): lambda: numbers_of_classes(
            answer.result.survey, filters, options, reader
        ),
    }
    if options.numbers:
        parts = {say.say("Numbers"): with_view(averages.view, averages_figure), **parts}
    for place, draw in zip(
        st.tabs(list(parts), on_change="rerun", key="clusters-tabs"), parts.values(), strict=True
    ):
        if place.open:
            with place:
                draw()


def _view(
    make: Callable, draw: Draw | None, filters: Filters, options: Options, reader: Reader
) -> View | None:
    """Draw a tab's view: its finding, its picture or else its table, and where it is from."""
    try:
        made = seen(make, filters, options)
    except Nothing as nothing:
        nothing_there(nothing, reader.language)
        return None
    st.subheader(plain(made.finding), anchor=False)
    if draw is not None:
        chart(draw, made, reader, f"{made.name}-chart")
    st.caption(plain(made.basis))
    for sentence in made.meaning:
        st.write(plain(sentence))
    for note in made.notes:
        st.caption(plain(note))
    closing(made, make, filters, options, reader, as_table=draw is None)
    return made


def _rules(filters: Filters, options: Options, reader: Reader) -> None:
    """Draw the classes in plain rules, and let one be saved by them."""
    made = _view(rules.view, None, filters, options, reader)
    if made is not None:
        save_rules(made.result, reader)


def _against(filters: Filters, options: Options, reader: Reader) -> None:
    """Draw the choice of another solution, and who goes where."""
    labels = against.possible(options, ask)
    code = choice(
        st.columns([1, 2])[0],
        reader.language.say("Held against"),
        list(labels),
        "clusters_against",
        labels.get,
        default=next(iter(labels)),
    )
    chosen = replace(options, against=code)
    _view(against.view, against_figure, filters, chosen, reader)

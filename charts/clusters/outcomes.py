"""Classes held against what they are not made from: a dot and its interval each."""

from plotly.graph_objects import Figure, Scatter
from plotly.subplots import make_subplots

from charts.clusters.axes import wrapped
from charts.theme import template, type_size
from views.clusters.classes import BETWEEN, Classes, letter
from views.clusters.outcomes import EVERYBODY, FEE, OUTCOMES, SCORE
from views.palette import palette
from views.view import View
from words.clusters import outcome_label
from words.language import Language

NAME_WIDTH = 30
MOST_BESIDE = 4  # more panels than these take two rows


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw who left, considered it, uses something, recommends, pays how much, came back.

    Parameters
    ----------
    view : View
        Of `views.clusters.view`.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    found, size = view.result, type_size(present)
    there = [name for name in OUTCOMES if (found.outcomes["outcome"] == name).any()]
    rows = 1 + (len(there) > MOST_BESIDE)
    columns = -(-len(there) // rows)
    height = size * rows * (5 + 2.9 * len(found.visible))
    drawn = make_subplots(
        rows=rows,
        cols=columns,
        shared_yaxes=True,
        horizontal_spacing=0.04,
        vertical_spacing=5 * size / height,
        subplot_titles=[outcome_label(language, name) for name in there],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(height),
        margin={"l": 8, "r": 8, "t": int(3 * size), "b": 8},
        dragmode=False,
    )
    drawn.update_annotations(font_size=size)
    for number, name in enumerate(there):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        _panel(drawn, view, name, place, language=language, dark=dark)
    drawn.update_yaxes(
        tickvals=list(range(len(found.visible))),
        ticktext=[_heading(found, one) for one in found.visible],
        tickfont_color=palette(dark).ink,
        ticks="",
        range=[len(found.visible) - 0.5, -0.8],
        linewidth=0,
        fixedrange=True,
    )
    return drawn


def _heading(found: Classes, one: int) -> str:
    """Write a class's letter and the first half of its name."""
    first = found.names[one].split(BETWEEN)[0]
    return f"{wrapped(first, NAME_WIDTH, 1)} <b>{letter(one)}</b>"


def _panel(
    drawn: Figure,
    view: View,
    name: str,
    place: dict[str, int],
    *,
    language: Language,
    dark: bool,
) -> None:
    found, colours = view.result, palette(dark)
    rows = found.outcomes[found.outcomes["outcome"] == name].set_index("class")
    for height, one in enumerate(found.visible):
        if one not in rows.index:
            continue
        row = rows.loc[one]
        colour = colours.series[0] if row["differs"] else colours.muted
        drawn.add_trace(
            Scatter(
                x=[row["value"]],
                y=[height],
                mode="markers+text",
                marker={"color": colour, "size": 9},
                text=[_written(row["value"], name, language)],
                textposition="top center",
                error_x={
                    "type": "data",
                    "symmetric": False,
                    "array": [row["high"] - row["value"]],
                    "arrayminus": [row["value"] - row["low"]],
                    "color": colour,
                    "thickness": 1.4,
                    "width": 4,
                },
                hovertemplate=f"{letter(one)}: n = {language.number(int(row['n']))}<extra></extra>",
            ),
            **place,
        )
    if EVERYBODY in rows.index:
        value = float(rows.at[EVERYBODY, "value"])
        line = {"color": colours.everyone, "width": 1, "dash": "dot"}
        drawn.add_vline(value, line=line, **place)
    form = {SCORE: "", FEE: ",.0f"}.get(name, ".0%")
    drawn.update_xaxes(tickformat=form, nticks=4, fixedrange=True, **place)


def _written(value: float, name: str, language: Language) -> str:
    if name == FEE:
        return language.money(value)
    return language.signed(round(value)) if name == SCORE else language.share(value)

"""A dot and its interval a class, side by side in panels: what became of classes, and numbers."""

from collections.abc import Callable, Sequence

import pandas as pd
from plotly.graph_objects import Figure, Scatter
from plotly.subplots import make_subplots

from charts.clusters.axes import wrapped
from charts.theme import template, type_size
from views.clusters.classes import BETWEEN, Classes, letter
from views.palette import palette
from words.language import Language

NAME_WIDTH, TITLE_WIDTH = 30, 32
MOST_BESIDE = 4  # more panels than these take two rows
Place = dict[str, int]


def panels(
    found: Classes, titles: Sequence[str], language: Language, *, dark: bool, present: bool
) -> tuple[Figure, list[Place]]:
    """Return empty panels, a row a visible class in each, and where each panel is.

    Parameters
    ----------
    found : Classes
    titles : sequence of str
        One a panel.
    language : Language
    dark, present : bool
        The page's background; whether a room reads along.
    """
    size, many = type_size(present), len(titles)
    rows = 1 + (many > MOST_BESIDE)
    columns = -(-many // rows)
    height = size * rows * (6 + 2.9 * len(found.visible))
    drawn = make_subplots(
        rows=rows,
        cols=columns,
        shared_yaxes=True,
        horizontal_spacing=0.04,
        vertical_spacing=6 * size / height,
        subplot_titles=[wrapped(title, TITLE_WIDTH, 2) for title in titles],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(height),
        margin={"l": 8, "r": 8, "t": int(4 * size), "b": 8},
        dragmode=False,
    )
    drawn.update_annotations(font_size=size)
    drawn.update_yaxes(
        tickvals=list(range(len(found.visible))),
        ticktext=[_heading(found, one) for one in found.visible],
        tickfont_color=palette(dark).ink,
        ticks="",
        range=[len(found.visible) - 0.5, -0.8],
        linewidth=0,
        fixedrange=True,
    )
    places = [{"row": one // columns + 1, "col": one % columns + 1} for one in range(many)]
    return drawn, places


def dots(
    drawn: Figure,
    found: Classes,
    rows: pd.DataFrame,
    place: Place,
    write: Callable[[float], str],
    *,
    language: Language,
    dark: bool,
) -> None:
    """Draw a panel's dots.

    Parameters
    ----------
    drawn : Figure
        Of `panels`.
    found : Classes
    rows : pandas.DataFrame
        By class: ``value, low, high, n, differs``; classes that aren't there have no dot.
    place : dict
        Which panel.
    write : callable
        Writes a value.
    language : Language
    dark : bool
    """
    colours = palette(dark)
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
                text=[write(row["value"])],
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


def everybody(drawn: Figure, value: float, place: Place, *, dark: bool) -> None:
    """Draw where everybody is in a panel, as a dotted line."""
    line = {"color": palette(dark).everyone, "width": 1, "dash": "dot"}
    drawn.add_vline(value, line=line, **place)


def _heading(found: Classes, one: int) -> str:
    """Write a class's letter and the first half of its name."""
    first = found.names[one].split(BETWEEN)[0]
    return f"{wrapped(first, NAME_WIDTH, 1)} <b>{letter(one)}</b>"

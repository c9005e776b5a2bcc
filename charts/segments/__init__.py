"""Saved segments: a bar for the members now, a dot and its interval for the share that left."""

from pandas import isna
from plotly.graph_objects import Bar, Figure, Scatter
from plotly.subplots import make_subplots

from charts.clusters.axes import wrapped
from charts.marks import ENDS, whiskers
from charts.theme import template, type_size
from views.palette import palette
from views.view import View
from words.language import Language

NAME_WIDTH, ROOM = 36, 1.25


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the segments; the share that left is in colour where it is surely not everybody's.

    Parameters
    ----------
    view : View
        Of `views.segments.view`; its result are everybody's figures.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    size, frame = type_size(present), view.frame
    labels = {column.name: column.label for column in view.columns}
    drawn = make_subplots(
        rows=1,
        cols=2,
        shared_yaxes=True,
        horizontal_spacing=0.06,
        subplot_titles=[labels["now"], labels["gone"]],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(size * (6 + 3.4 * len(frame))),
        margin={"l": 8, "r": 16, "t": int(3 * size), "b": 8},
        dragmode=False,
    )
    drawn.update_annotations(font_size=size)
    drawn.add_trace(_members(view, language, dark), row=1, col=1)
    drawn.add_trace(_leaving(view, language, dark), row=1, col=2)
    drawn.add_vline(
        view.result["gone"],
        row=1,
        col=2,
        line={"color": palette(dark).everyone, "width": 1, "dash": "dot"},
    )
    drawn.update_yaxes(
        tickvals=list(range(len(frame))),
        ticktext=[wrapped(name, NAME_WIDTH, 2) for name in frame["name"]],
        tickfont_color=palette(dark).ink,
        ticks="",
        range=[len(frame) - 0.5, -0.6],
        linewidth=0,
        fixedrange=True,
    )
    drawn.update_xaxes(fixedrange=True)
    drawn.update_xaxes(visible=False, range=[0, ROOM * (frame["now"].max() or 1)], col=1)
    drawn.update_xaxes(tickformat=".0%", nticks=5, rangemode="tozero", col=2)
    return drawn


def _members(view: View, language: Language, dark: bool) -> Bar:
    now = view.frame["now"]
    return Bar(
        x=now,
        y=list(range(len(now))),
        orientation="h",
        width=0.5,
        marker_color=palette(dark).everyone,
        text=["" if isna(value) else language.number(value) for value in now],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )


def _leaving(view: View, language: Language, dark: bool) -> Scatter:
    frame, colours = view.frame, palette(dark)
    surely = (frame["low"] > view.result["gone"]) | (frame["high"] < view.result["gone"])
    tones = [colours.series[0] if sure else colours.muted for sure in surely]
    return Scatter(
        x=frame["gone"],
        y=list(range(len(frame))),
        mode="markers+text",
        marker={"color": tones, "size": 9},
        text=["" if isna(value) else language.share(value) for value in frame["gone"]],
        textposition="top center",
        error_x=whiskers(frame, "gone", colours.muted, ENDS, thickness=1.4, cap=4),
        hoverinfo="skip",
    )

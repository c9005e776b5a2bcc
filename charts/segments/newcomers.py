"""Saved classes then and now: two dots a class, and the interval of now."""

from plotly.graph_objects import Figure, Scatter

from charts.clusters.axes import wrapped
from charts.marks import ENDS, whiskers
from charts.theme import blank, type_size
from views.palette import palette
from views.view import View
from words.language import Language

NAME_WIDTH = 36


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each class's share when the classes were made, and in the newer answers.

    Parameters
    ----------
    view : View
        Of `views.segments.newcomers.view`.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size, frame = palette(dark), type_size(present), view.frame
    labels = {column.name: column.label for column in view.columns}
    rows = list(range(len(frame)))
    drawn = blank(language, dark, present)
    drawn.add_trace(
        Scatter(
            x=frame["then"],
            y=rows,
            mode="markers",
            name=labels["then"],
            marker={"color": colours.everyone, "size": 11, "symbol": "line-ns-open",
                    "line": {"width": 3, "color": colours.everyone}},
            hoverinfo="skip",
        )
    )  # fmt: skip
    drawn.add_trace(
        Scatter(
            x=frame["now"],
            y=rows,
            mode="markers+text",
            name=labels["now"],
            marker={"color": colours.series[0], "size": 9},
            text=[language.share(value) for value in frame["now"]],
            textposition="top center",
            error_x=whiskers(frame, "now", colours.series[0], ENDS, thickness=1.4, cap=4),
            hoverinfo="skip",
        )
    )
    drawn.update_xaxes(tickformat=".0%", rangemode="tozero", nticks=6, fixedrange=True)
    drawn.update_yaxes(
        tickvals=rows,
        ticktext=[wrapped(name, NAME_WIDTH, 2) for name in frame["label"]],
        tickfont_color=colours.ink,
        ticks="",
        linewidth=0,
        range=[len(frame) - 0.5, -0.7],
        fixedrange=True,
    )
    return drawn.update_layout(
        height=int(size * (7 + 3.2 * len(frame))), showlegend=True, dragmode=False
    )

"""Where do we stand? Bars around zero by month, with the net as a line; the status strip."""

from plotly.graph_objects import Bar, Figure, Scatter

from charts.theme import blank, type_size
from views.palette import palette
from views.view import View
from words.labels import label
from words.language import Language

MONTHS_NAMED = 6


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw who joined, came back and left by month.

    Parameters
    ----------
    view : View
        Of `views.overview.view`; its frame has a row a month: ``month``, ``joined``,
        ``returned``, ``left`` (below zero) and ``net``.
    language : Language
        Of the legend and the numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours = palette(dark)
    drawn = blank(language, dark, present)
    joined, returned, left = colours.series[0], colours.series[2], colours.series[1]
    for name, colour in (("joined", joined), ("returned", returned), ("left", left)):
        drawn.add_trace(_bars(view, name, colour))
    drawn.add_trace(
        Scatter(
            x=view.frame["month"],
            y=view.frame["net"],
            name=_label(view, "net"),
            mode="lines",
            line={"color": colours.ink, "width": 2},
        )
    )
    drawn.add_hline(y=0, line_color=colours.muted, line_width=1)
    shown = view.frame["month"].iloc[:: max(1, len(view.frame) // MONTHS_NAMED)]
    drawn.update_xaxes(tickvals=shown, ticktext=[language.month(month) for month in shown])
    return drawn.update_layout(
        barmode="relative",
        bargap=0.15,
        height=380 if present else 340,
        showlegend=True,
        hovermode="x unified",
        yaxis_title_text=view.chart.y_title,
        margin_t=int(3 * type_size(present)),
    )


def strip(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw people by status as one bar, each part named and counted.

    Parameters
    ----------
    view : View
        Of `views.overview.view`; ``result.status`` has a row a status with ``n`` and ``visible``.
    language, dark, present
        As in `figure`.
    """
    colours = palette(dark)
    shown = view.result.status[view.result.status["visible"]]["n"]
    drawn = blank(language, dark, present)
    fills = dict(zip(shown.index, (*colours.series[:4], colours.everyone), strict=False))
    for status, n in shown.items():
        text = f"{label(language, 'status', status)} {language.number(int(n))}"
        drawn.add_trace(
            Bar(
                y=[""],
                x=[n],
                orientation="h",
                name=text,
                marker_color=fills[status],
                customdata=[status],
                hovertemplate=f"{text}<extra></extra>",
            )
        )
    return drawn.update_layout(
        barmode="stack",
        height=int(8 * type_size(present)),
        showlegend=True,
        legend={"traceorder": "normal"},
        xaxis_visible=False,
        yaxis_visible=False,
        margin_t=int(3 * type_size(present)),
    )


def _bars(view: View, name: str, colour: str) -> Bar:
    return Bar(
        x=view.frame["month"], y=view.frame[name], name=_label(view, name), marker_color=colour
    )


def _label(view: View, name: str) -> str:
    return next(column.label for column in view.columns if column.name == name)

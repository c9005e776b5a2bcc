"""Fit, silhouette and stability by number of classes, side by side."""

from plotly.graph_objects import Figure, Scatter
from plotly.subplots import make_subplots

from charts.clusters.axes import wrapped
from charts.theme import template, type_size
from views.palette import palette
from views.view import View
from words.language import Language

HEIGHT = 20  # in heights of the type
TITLE_WIDTH, ROOM = 30, 1.2


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw the three lines, with the number of classes that is shown now in colour.

    Parameters
    ----------
    view : View
        Of `views.clusters.number.view`; its result is the number that is shown now.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    size = type_size(present)
    labels = {column.name: column.label for column in view.columns}
    lines = ((view.chart.y[0], 0), ("silhouette", 2), ("stability", 2))
    drawn = make_subplots(
        rows=1,
        cols=len(lines),
        horizontal_spacing=0.08,
        subplot_titles=[wrapped(labels[name], TITLE_WIDTH, 2) for name, _ in lines],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(HEIGHT * size),
        margin={"l": 8, "r": 16, "t": int(4 * size), "b": 8},
        dragmode=False,
    )
    drawn.update_annotations(font_size=size)
    for column, (name, decimals) in enumerate(lines, start=1):
        drawn.add_trace(_line(view, name, decimals, language, dark), row=1, col=column)
    drawn.update_xaxes(dtick=1, title_text=labels["k"], fixedrange=True)
    drawn.update_yaxes(fixedrange=True, nticks=5)
    drawn.update_yaxes(showticklabels=False, col=1)
    drawn.update_yaxes(range=[0, ROOM * view.frame["silhouette"].max()], col=2)
    drawn.update_yaxes(range=[0, ROOM], col=3)
    return drawn


def _line(view: View, name: str, decimals: int, language: Language, dark: bool) -> Scatter:
    colours = palette(dark)
    now = view.frame["k"] == view.result
    return Scatter(
        x=view.frame["k"],
        y=view.frame[name],
        mode="lines+markers+text",
        line={"color": colours.everyone, "width": 2},
        marker={
            "color": [colours.series[0] if here else colours.everyone for here in now],
            "size": [12 if here else 8 for here in now],
        },
        text=_written(view, name, decimals, language),
        textposition="top center",
        cliponaxis=False,
        hoverinfo="skip",
    )


def _written(view: View, name: str, decimals: int, language: Language) -> list[str]:
    """Write values; those of thousands only at the best and the one that is shown now."""
    values = view.frame[name]
    if decimals:
        return [language.number(value, decimals) for value in values]
    told = (values == values.min()) | (view.frame["k"] == view.result)
    return [
        language.number(value) if tell else "" for value, tell in zip(values, told, strict=True)
    ]

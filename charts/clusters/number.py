"""Cost and silhouette by number of classes, side by side."""

from plotly.graph_objects import Figure, Scatter
from plotly.subplots import make_subplots

from charts.theme import template, type_size
from views.palette import palette
from views.view import View
from words.language import Language

HEIGHT = 20  # in heights of the type


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw both lines, with the number of classes that is shown now in colour.

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
    drawn = make_subplots(
        rows=1,
        cols=2,
        horizontal_spacing=0.1,
        subplot_titles=[labels["fit"], labels["silhouette"]],
    )
    drawn.update_layout(
        template=template(dark, present),
        separators=language.separators(),
        height=int(HEIGHT * size),
        margin={"l": 8, "r": 8, "t": int(3 * size), "b": 8},
        dragmode=False,
    )
    drawn.update_annotations(font_size=size)
    for column, (name, decimals) in enumerate((("fit", 0), ("silhouette", 2)), start=1):
        drawn.add_trace(_line(view, name, decimals, language, dark), row=1, col=column)
    drawn.update_xaxes(dtick=1, title_text=labels["k"], fixedrange=True)
    drawn.update_yaxes(fixedrange=True, nticks=5)
    drawn.update_yaxes(rangemode="tozero", col=2)
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
        text=[language.number(value, decimals) for value in view.frame[name]],
        textposition="top center",
        cliponaxis=False,
        hoverinfo="skip",
    )

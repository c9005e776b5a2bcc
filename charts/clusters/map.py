"""The map of answers: where people are as shade, answers as names, classes as letters."""

from plotly.graph_objects import Figure, Heatmap, Scatter

from charts.kano.labels import Axes, Size, add_labels
from charts.marks import safe
from charts.theme import CLEAR, LABEL_SIZE, blank, faded, type_size
from views.clusters.map import CLASS
from views.palette import Palette, palette
from views.view import View
from words.language import Language

DESK, ROOM = (860, 620), (900, 600)  # px: narrowest width, height
MARK, LETTER, NAMES = 7, 30, 0.85
AROUND = 0.12


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw answers and classes on the map's two axes.

    Parameters
    ----------
    view : View
        Of `views.clusters.map.view`; its result has the shade.
    language : Language
        Of labels and numbers.
    dark, present : bool
        The page's background; whether a room reads along.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    across, up = (_reach(view.frame[axis]) for axis in ("x1", "x2"))
    width, height = ROOM if present else DESK
    drawn.add_trace(_shade(view, colours))
    answers = view.frame[view.frame["kind"] != CLASS]
    drawn.add_trace(_answers(answers, colours, size))
    named = answers[answers["named"]].assign(label=lambda rows: rows["mark"])
    add_labels(
        drawn,
        named,
        colours,
        Size(width, height, size * NAMES, MARK),
        Axes("x1", "x2", across, up),
    )
    drawn.add_trace(_classes(view.frame[view.frame["kind"] == CLASS], colours, size))
    zero = {"zeroline": True, "zerolinecolor": colours.faint, "fixedrange": True}
    ticks = {"showticklabels": False, "ticks": "", "linewidth": 0}
    drawn.update_xaxes(range=across, title_text=view.chart.x_title, **zero, **ticks)
    drawn.update_yaxes(range=up, title_text=view.chart.y_title, **zero, **ticks)
    return drawn.update_layout(height=height, dragmode=False)


def _reach(places) -> tuple[float, float]:
    """Ends of an axis, with room around all marks."""
    room = AROUND * (places.max() - places.min())
    return float(places.min() - room), float(places.max() + room)


def _shade(view: View, colours: Palette) -> Heatmap:
    shade = view.result
    return Heatmap(
        x=shade.across,
        y=shade.up,
        z=shade.counts.T,
        colorscale=[[0, CLEAR], [1, faded(colours.everyone, 0.6)]],
        zmin=0,
        showscale=False,
        hoverinfo="skip",
    )


def _answers(answers, colours: Palette, size: float) -> Scatter:
    return Scatter(
        x=answers["x1"],
        y=answers["x2"],
        mode="markers",
        marker={"size": MARK * size / LABEL_SIZE, "color": colours.muted},
        text=[safe(label) for label in answers["label"]],
        hovertemplate="%{text}<extra></extra>",
    )


def _classes(classes, colours: Palette, size: float) -> Scatter:
    return Scatter(
        x=classes["x1"],
        y=classes["x2"],
        mode="markers+text",
        marker={
            "size": LETTER * size / LABEL_SIZE,
            "color": colours.page,
            "line": {"color": colours.series[0], "width": 2},
        },
        text=[f"<b>{mark}</b>" for mark in classes["mark"]],
        textfont={"color": colours.series[0], "size": size * 1.2},
        hovertext=[safe(label) for label in classes["label"]],
        hovertemplate="%{hovertext}<extra></extra>",
    )

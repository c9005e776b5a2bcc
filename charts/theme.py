"""How every figure looks: one template, for light and dark, for a desk and for a room.

Pages draw figures with ``st.plotly_chart(figure, theme=None)``: Streamlit's own theme would take
the place of this one.
"""

from plotly.graph_objects import Figure, Layout
from plotly.graph_objs.layout import Template

from views.palette import Palette, palette
from words.language import Language

FONT = "Source Sans, sans-serif"
LABEL_SIZE = 13
ROOM_SCALE = 1.4
CLEAR = "rgba(0,0,0,0)"


def blank(language: Language, dark: bool = False, present: bool = False) -> Figure:
    """Return an empty figure in the product's look.

    Parameters
    ----------
    language : Language
        Its separators write the axes' numbers.
    dark : bool
        Whether the page's background is dark.
    present : bool
        Whether a room reads along: type is 1.4 times as large.

    Returns
    -------
    Figure
        No traces; the background lets the page through.
    """
    figure = Figure(layout={"separators": language.separators()})
    return figure.update_layout(template=template(dark, present))


def template(dark: bool = False, present: bool = False) -> Template:
    """Return the look itself; see `blank`."""
    colours = palette(dark)
    size = type_size(present)
    layout = Layout(
        font={"family": FONT, "size": size, "color": colours.ink},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        colorway=colours.series,
        colorscale={"diverging": _scale(colours.diverging)},
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False,
        hoverlabel=_hover(colours, size),
        bargap=0.35,
        xaxis=_axis(colours, size),
        # A name keeps some way from the bar that begins beside it.
        yaxis={**_axis(colours, size), "ticklabelstandoff": 5},
        legend=_legend(size),
        annotationdefaults={"showarrow": False, "font": {"size": size}},
        modebar={"bgcolor": CLEAR, "color": colours.muted},
    )
    return Template(layout=layout)


def type_size(present: bool = False) -> float:
    """Return the size of chart labels in px."""
    return LABEL_SIZE * (ROOM_SCALE if present else 1)


def faded(colour: str, opacity: float) -> str:
    """Return a hex colour as seen through: ``rgba(…)``."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _axis(colours: Palette, size: float) -> dict[str, object]:
    """One thin line to read from, no grid, no ticks."""
    return {
        "showgrid": False,
        "zeroline": False,
        "linecolor": colours.faint,
        "tickfont": {"size": size, "color": colours.muted},
        "title": {"font": {"size": size, "color": colours.muted}, "standoff": 8},
        "automargin": True,
    }


def _hover(colours: Palette, size: float) -> dict[str, object]:
    font = {"family": FONT, "size": size, "color": colours.ink}
    return {"bgcolor": colours.page, "bordercolor": colours.faint, "font": font}


def _legend(size: float) -> dict[str, object]:
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1.02,
        "yanchor": "bottom",
        "font": {"size": size},
        "title": {"text": ""},
    }


def _scale(colours: tuple[str, ...]) -> list[list[object]]:
    return [[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)]

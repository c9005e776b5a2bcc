"""A name beside its mark; from further off a thin line leads to it."""

from typing import NamedTuple

import numpy as np
from plotly.graph_objects import Figure

from charts.theme import faded
from views.palette import Palette


class Way(NamedTuple):
    """In px: a name's width, and the way from the mark to the name's middle."""

    width: float
    across: float
    up: float


def write_beside(
    drawn: Figure,
    point: tuple[float, float],
    text: str,
    way: Way,
    *,
    radius: float,
    size: float,
    colours: Palette,
) -> None:
    """Write a name beside a mark.

    Parameters
    ----------
    drawn : Figure
    point : (float, float)
        Where the mark is, on the figure's axes.
    text : str
        As plotly reads it.
    way : Way
    radius, size : float
        Of the mark, and the type; in px.
    colours : Palette
    """
    side = int(np.sign(round(way.across)))
    edge = way.across - side * way.width / 2
    far = bool(np.hypot(edge, way.up) > radius + 2 * size)
    place = (
        {"ax": edge, "ay": -way.up, "standoff": radius}
        if far
        else {"xshift": edge, "yshift": way.up}
    )
    drawn.add_annotation(
        x=point[0],
        y=point[1],
        text=text,
        font={"size": size, "color": colours.ink},
        bgcolor=faded(colours.page, 0.6),
        borderpad=0,
        align=("right", "center", "left")[side + 1],
        xanchor=("right", "center", "left")[side + 1],
        yanchor="middle",
        showarrow=far,
        arrowhead=0,
        arrowwidth=0.8,
        arrowcolor=colours.muted,
        **place,
    )

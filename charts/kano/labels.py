"""The benefits' names in the Better/Worse plane, where they cover least."""

from textwrap import wrap
from typing import NamedTuple

import numpy as np
import pandas as pd
from plotly.graph_objects import Figure

from charts.beside import Way, write_beside
from charts.marks import safe
from views.palette import Palette
from views.placement import Plane, placed

LONGEST = 24
EM, LINE = 0.52, 1.25
# What is not the plane: axes and their titles.
AROUND = (60, 60)


class Size(NamedTuple):
    """In px: the narrowest that the figure is drawn, its height, its type and its marks.

    Names find their places at that width; on a wider page the points move apart, and they fit.
    """

    width: float
    height: float
    type: float
    mark: float


class Axes(NamedTuple):
    """Which columns lie along the plane, and where its axes begin and end."""

    x: str = "worse"
    y: str = "better"
    x_ends: tuple[float, float] = (0.0, 1.0)
    y_ends: tuple[float, float] = (0.0, 1.0)


SHARES = Axes()


def add_labels(
    drawn: Figure, frame: pd.DataFrame, colours: Palette, size: Size, axes: Axes = SHARES
) -> None:
    """Write each benefit's name beside its mark; a thin line leads to a name further off.

    Parameters
    ----------
    drawn : Figure
        Its axes run as `axes` says.
    frame : pandas.DataFrame
        ``label`` and the columns of `axes`; marks without a place get no name.
    colours : Palette
    size : Size
    axes : Axes
    """
    known = frame.dropna(subset=[axes.x, axes.y])
    texts = [wrap(str(label), LONGEST) for label in known["label"]]
    sizes = np.array([_size(text, size.type) for text in texts]).reshape(-1, 2)
    plane = Plane(size.width - AROUND[0], size.height - AROUND[1], size.mark / 2, steps=(1, 12, 26))
    points = known[[axes.x, axes.y]].to_numpy(dtype=float)
    whole = np.array([plane.width, plane.height])
    low, high = np.array([axes.x_ends, axes.y_ends]).T
    within = (points - low) / (high - low)
    offsets = placed(within * whole, sizes, plane, _corner_names(whole, size.type))
    for point, lines, box, offset in zip(points, texts, sizes, offsets, strict=True):
        write_beside(
            drawn,
            point,
            "<br>".join(safe(line) for line in lines),
            Way(box[0], *offset),
            radius=size.mark / 2,
            size=size.type,
            colours=colours,
        )


def _size(text: list[str], size: float) -> tuple[float, float]:
    return max(map(len, text)) * EM * size, len(text) * LINE * size


def _corner_names(whole: np.ndarray, size: float) -> np.ndarray:
    """Return the boxes in which the corners' own names stand."""
    box = np.array([LONGEST * EM * size, 2 * LINE * size])
    low = np.array([[0, 0], [1, 0], [0, 1], [1, 1]]) * (whole - box)
    return np.stack([low, low + box], axis=1)

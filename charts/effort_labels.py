"""The groups' names beside their bubbles, where they cover least."""

from textwrap import wrap
from typing import NamedTuple

import numpy as np
import pandas as pd
from plotly.graph_objects import Figure

from charts.marks import safe
from charts.theme import faded
from views.palette import Palette
from views.placement import Plane, placed

# Places are sought for a narrow page; on a wider one the bubbles move apart and names still fit.
WIDTH, AROUND = 600, (60, 60)
LONGEST, EM, LINE = 24, 0.5, 1.2
LARGEST, SMALLEST = 30, 5
MOST_NAMES = 16


class Size(NamedTuple):
    """In px: the figure's height and its type."""

    height: float
    type: float


def radii(n: pd.Series) -> pd.Series:
    """Return each bubble's radius in px: its area is in proportion to the people in it."""
    return (LARGEST * np.sqrt(n / n.max())).clip(lower=SMALLEST)


def add_labels(
    drawn: Figure,
    frame: pd.DataFrame,
    ranges: list[tuple[float, float]],
    colours: Palette,
    size: Size,
) -> None:
    """Write the first groups' names; a thin line leads to a name further off.

    Parameters
    ----------
    drawn : Figure
        Its axes run over ``ranges``.
    frame : pandas.DataFrame
        ``label``, ``place``, ``radius``, and ``worth`` and ``ability`` with ``_low``, ``_high``.
    ranges : list of (float, float)
        Where the axes begin and end.
    colours : Palette
    size : Size
    """
    named = (frame["place"] <= MOST_NAMES).to_numpy()
    texts = [wrap(str(label), LONGEST) for label in frame["label"][named]]
    sizes = np.array([_box(text, size.type) for text in texts])
    whole = np.array([WIDTH - AROUND[0], size.height - AROUND[1]], dtype=float)
    low, middle, high = (_at(frame, end, ranges) * whole for end in ("_low", "", "_high"))
    radius = frame["radius"].to_numpy()
    plane = Plane(*whole, radius[named], steps=(1, 12, 28))
    others = np.stack([middle - radius[:, None], middle + radius[:, None]], axis=1)[~named]
    obstacles = np.concatenate([others, *_crosses(low, middle, high)])
    offsets = placed(middle[named], sizes, plane, obstacles)
    rows = frame[named]
    for text, box, offset, (_, row) in zip(texts, sizes, offsets, rows.iterrows(), strict=True):
        _add(drawn, row, (text, box[0], *offset), colours, size.type)


def _box(text: list[str], size: float) -> tuple[float, float]:
    return max(map(len, text)) * EM * size + 4, len(text) * LINE * size + 2


def _at(frame: pd.DataFrame, end: str, ranges: list[tuple[float, float]]) -> np.ndarray:
    """Return where rows stand in the plane, (N, 2) from 0 to 1."""
    along = [
        (frame[f"{name}{end}"].to_numpy(dtype=float) - begin) / (stop - begin)
        for name, (begin, stop) in zip(("worth", "ability"), ranges, strict=True)
    ]
    return np.stack(along, axis=1)


def _crosses(low: np.ndarray, middle: np.ndarray, high: np.ndarray) -> list[np.ndarray]:
    """Return the whiskers' boxes, which names should not be written across."""
    boxes = []
    for along in (np.array([True, False]), np.array([False, True])):
        begin, stop = np.where(along, low, middle - 1), np.where(along, high, middle + 1)
        boxes.append(np.stack([begin, stop], axis=1))
    return boxes


def _add(
    drawn: Figure,
    row: pd.Series,
    label: tuple[list[str], float, float, float],
    colours: Palette,
    size: float,
) -> None:
    text, width, across, up = label
    side = int(np.sign(round(across)))
    edge = across - side * width / 2
    far = bool(np.hypot(edge, up) > row["radius"] + 2 * size)
    way = {"ax": edge, "ay": -up} if far else {"xshift": edge, "yshift": up}
    bold = row["place"] == 1
    lines = "<br>".join(safe(line) for line in text)
    drawn.add_annotation(
        x=row["worth"],
        y=row["ability"],
        text=f"<b>{lines}</b>" if bold else lines,
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
        standoff=row["radius"] if far else None,
        **way,
    )

"""The groups' names beside their bubbles, where they cover least."""

from textwrap import wrap
from typing import NamedTuple

import numpy as np
import pandas as pd
from plotly.graph_objects import Figure

from charts.beside import Way, write_beside
from charts.marks import safe
from views.palette import Palette
from views.placement import Plane, placed

# What is not the plane: axes and their titles.
AROUND = (60, 60)
LONGEST, EM, LINE = 24, 0.5, 1.2
LARGEST, SMALLEST = 25, 5


class Size(NamedTuple):
    """The figure's width, height and type in px, and how many groups are named in it."""

    width: float
    height: float
    type: float
    names: int


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
    """Write the first groups' names and the others' places; thin lines lead to what is further off.

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
    texts = [
        _lines(str(row.label)) if row.place <= size.names else [str(row.place)]
        for row in frame.itertuples()
    ]
    sizes = np.array([_box(text, size.type) for text in texts])
    whole = np.array([size.width - AROUND[0], size.height - AROUND[1]], dtype=float)
    low, middle, high = (_at(frame, end, ranges) * whole for end in ("_low", "", "_high"))
    plane = Plane(*whole, frame["radius"].to_numpy(), steps=(1, 12, 28, 46))
    offsets = placed(middle, sizes, plane, np.concatenate(_crosses(low, middle, high)))
    for lines, box, offset, row in zip(texts, sizes, offsets, frame.itertuples(), strict=True):
        text = "<br>".join(safe(line) for line in lines)
        write_beside(
            drawn,
            (row.worth, row.ability),
            f"<b>{text}</b>" if row.place == 1 else text,
            Way(box[0], *offset),
            radius=row.radius,
            size=size.type,
            colours=colours,
        )


def _lines(label: str) -> list[str]:
    """Break a name at its comma, if it has one, and where it is too long."""
    parts = label.replace(", ", ",\n").splitlines()
    return [line for part in parts for line in wrap(part, LONGEST)]


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

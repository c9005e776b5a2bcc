"""Importance against satisfaction: four quadrants, cut where the reader says."""

import numpy as np
import pandas as pd
from plotly.graph_objects import Figure, Scatter

from analysis.value import QUADRANTS
from charts.kano.labels import Size, add_labels
from charts.marks import safe
from charts.theme import LABEL_SIZE, blank, type_size
from views.palette import Palette, palette
from views.view import View
from words.gaps import QUADRANTS as NAMES
from words.language import Language

DESK, ROOM = (640, 520), (760, 560)  # px: narrowest width, height
MARK = 11
AROUND = 0.35


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each benefit by its mean importance and its users' mean satisfaction.

    Parameters and returns as of `charts.gaps.figure`; benefits that nobody rated in one of the two
    are left out. The plane runs from 0 to 1 along both axes, as names are placed in it.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    known = view.frame.dropna(subset=["importance_mean", "satisfaction_mean"])
    crosshair = view.result.plane.crosshair
    across = _reach(known["satisfaction_mean"], crosshair[1])
    up = _reach(known["importance_mean"], crosshair[0])
    placed = known.assign(
        worse=_within(known["satisfaction_mean"], across),
        better=_within(known["importance_mean"], up),
    )
    drawn.add_trace(_marks(placed, language, colours, size))
    cross = _within(crosshair[1], across), _within(crosshair[0], up)
    drawn.add_vline(x=cross[0], line={"color": colours.muted, "width": 1})
    drawn.add_hline(y=cross[1], line={"color": colours.muted, "width": 1})
    _corners(drawn, language, colours, size)
    width, height = ROOM if present else DESK
    if len(placed):
        add_labels(drawn, placed, colours, Size(width, height, size, MARK * size / LABEL_SIZE))
    _axis(drawn.update_xaxes, across, view.chart.x_title, language)
    _axis(drawn.update_yaxes, up, view.chart.y_title, language)
    return drawn.update_layout(height=height, margin={"t": size, "r": 2 * size})


def _reach(means: pd.Series, crosshair: float) -> tuple[float, float]:
    """Ends of an axis: all marks and the crosshair, with room around, within the scale of 1–5."""
    values = [*means, crosshair]
    return max(1.0, min(values) - AROUND), min(5.0, max(values) + AROUND)


def _within(value: pd.Series | float, ends: tuple[float, float]) -> pd.Series | float:
    return (value - ends[0]) / (ends[1] - ends[0])


def _marks(placed: pd.DataFrame, language: Language, colours: Palette, size: float) -> Scatter:
    fills = dict(zip(QUADRANTS.values(), _fills(colours), strict=True))
    return Scatter(
        x=placed["worse"],
        y=placed["better"],
        mode="markers",
        marker={
            "size": MARK * size / LABEL_SIZE,
            "color": [fills.get(code, colours.everyone) for code in placed["quadrant"]],
        },
        customdata=placed["item_id"],
        hovertext=[_hover(row, language) for _, row in placed.iterrows()],
        hoverinfo="text",
    )


def _fills(colours: Palette) -> tuple[str, ...]:
    """What needs doing stands out; the rest is quiet."""
    return colours.series[1], colours.series[0], colours.everyone, colours.series[2]


def _corners(drawn: Figure, language: Language, colours: Palette, size: float) -> None:
    for (important, satisfied), code in QUADRANTS.items():
        drawn.add_annotation(
            x=1 if satisfied else 0,
            y=1 if important else 0,
            xanchor="right" if satisfied else "left",
            yanchor="top" if important else "bottom",
            text=language.say(NAMES[code]),
            font={"color": colours.muted, "size": size},
        )


def _axis(update, ends: tuple[float, float], title: str, language: Language) -> None:
    ticks = np.arange(np.ceil(ends[0] * 2) / 2, ends[1] + 1e-9, 0.5)
    update(
        range=[0, 1],
        tickvals=[_within(tick, ends) for tick in ticks],
        ticktext=[language.number(tick, 1) for tick in ticks],
        title_text=title,
    )


def _hover(row: pd.Series, language: Language) -> str:
    means = language.number(row["importance_mean"], 1), language.number(row["satisfaction_mean"], 1)
    return f"{safe(str(row['label']))}: {means[0]} / {means[1]} · {row['quadrant_label']}"

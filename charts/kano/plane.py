"""DuMouchel's plane: mean answers to having and lacking each benefit, sized by its importance."""

import numpy as np
from pandas import Series
from plotly.graph_objects import Figure, Scatter

from analysis.kano.continuous import DYSFUNCTIONAL, QUADRANT_CUT
from charts.kano.labels import Axes, Size, add_labels
from charts.kano.marks import MARK
from charts.marks import ellipses, safe
from charts.theme import LABEL_SIZE, blank, faded, type_size
from views.palette import Palette, palette
from views.view import View
from words.kano import class_label
from words.language import Language

DESK, ROOM = (640, 520), (760, 560)
# Quadrant by class: whether its name stands right, and at the top.
CORNERS = {"A": (False, True), "O": (True, True), "M": (True, False), "I": (False, False)}
SMALLEST, LARGEST = 0.7, 1.5  # of a usual mark
ROOM_AT_ENDS = 0.25


def figure(view: View, language: Language, *, dark: bool = False, present: bool = False) -> Figure:
    """Draw each benefit by the mean answers about having and lacking it.

    Parameters
    ----------
    view, language, dark, present
        As in `charts.kano.figure`; the mark's area is the benefit's importance as stated.

    Returns
    -------
    Figure
        A lettered mark a benefit, its ``customdata`` the item's id; an ellipse where its mean may
        lie; lines where the quadrants are cut.
    """
    colours, size = palette(dark), type_size(present)
    drawn = blank(language, dark, present)
    known = view.frame.dropna(subset=["having", "lacking"])
    marks = MARK * size / LABEL_SIZE * _scales(known["importance"].to_numpy(dtype=float))
    for (across, up), code in zip(
        ellipses(known, "lacking", "having"), known["category"], strict=True
    ):
        drawn.add_trace(
            Scatter(x=across, y=up, fill="toself", mode="lines", line_width=0, hoverinfo="skip",
                    fillcolor=faded(colours.kano[code], 0.18))
        )  # fmt: skip
    for (_, row), mark in zip(known.iterrows(), marks, strict=True):
        drawn.add_trace(
            Scatter(
                x=[row["lacking"]],
                y=[row["having"]],
                mode="markers+text",
                text=[row["letters"]],
                customdata=[row["item_id"]],
                hovertext=[_told(row, language)],
                hoverinfo="text",
                marker={"size": mark, "color": colours.kano[row["category"]], "opacity": 1},
                marker_line={"width": 1.5, "color": colours.page},
                textfont={"size": size * 0.8, "color": colours.page, "weight": "bold"},
            )
        )
    width, height = ROOM if present else DESK
    room = Size(width, height, size, MARK * size / LABEL_SIZE * LARGEST)
    axes = Axes("lacking", "having", _ends(known["lacking"]), _ends(known["having"]))
    add_labels(drawn, known, colours, room, axes)
    _quadrants(drawn, axes, language, colours)
    _axes(drawn, view, axes, language, colours)
    return drawn.update_layout(height=height, margin={"t": size, "r": 2 * size})


def _ends(means: Series) -> tuple[float, float]:
    """Return where an axis begins and ends: half steps that hold every mean and the cut."""
    known = [*means, QUADRANT_CUT - ROOM_AT_ENDS, QUADRANT_CUT + ROOM_AT_ENDS]
    low, high = min(known) - ROOM_AT_ENDS, max(known) + ROOM_AT_ENDS
    lowest, highest = float(DYSFUNCTIONAL.min()), float(DYSFUNCTIONAL.max())
    return max(lowest, np.floor(low * 2) / 2), min(highest, np.ceil(high * 2) / 2)


def _scales(importance: np.ndarray) -> np.ndarray:
    """Return the marks' diameters as parts of a usual one; all alike where nothing was stated."""
    if np.isnan(importance).all() or np.nanmax(importance) <= 0:
        return np.ones(len(importance))
    low, high = np.nanmin(importance), np.nanmax(importance)
    place = (importance - low) / (high - low if high > low else 1.0)
    area = SMALLEST**2 + np.nan_to_num(place) * (LARGEST**2 - SMALLEST**2)
    return np.sqrt(area)


def _told(row, language: Language) -> str:
    def mean(name: str) -> str:
        ends = (language.signed(row[f"{name}_{end}"], 1) for end in ("low", "high"))
        return f"{language.signed(row[name], 1)} ({'; '.join(ends)})"

    said = [
        f"<b>{safe(row['label'])}</b>",
        f"{row['category_label']} · n = {language.number(row['n'])}",
        language.say("How welcome: {mean}", mean=mean("having")),
        language.say("How missed: {mean}", mean=mean("lacking")),
    ]
    if not np.isnan(row["importance"]):
        said.append(
            language.say("Importance as stated: {mean}", mean=language.number(row["importance"], 1))
        )
    return "<br>".join(said)


def _quadrants(drawn: Figure, axes: Axes, language: Language, colours: Palette) -> None:
    line = {"color": colours.faint, "width": 1.5}
    drawn.add_vline(QUADRANT_CUT, line=line, layer="below")
    drawn.add_hline(QUADRANT_CUT, line=line, layer="below")
    for code, (right, top) in CORNERS.items():
        drawn.add_annotation(
            x=axes.x_ends[right],
            y=axes.y_ends[top],
            text=f"{code} · {class_label(language, code)}",
            font_color=colours.kano[code],
            xanchor="right" if right else "left",
            yanchor="top" if top else "bottom",
            xshift=-6 if right else 6,
            yshift=-4 if top else 4,
        )


def _axes(drawn: Figure, view: View, axes: Axes, language: Language, colours: Palette) -> None:
    drawn.update_xaxes(title_text=view.chart.x_title, **_axis(axes.x_ends, language, colours))
    drawn.update_yaxes(title_text=view.chart.y_title, **_axis(axes.y_ends, language, colours))


def _axis(ends: tuple[float, float], language: Language, colours: Palette) -> dict[str, object]:
    """Ticks at whole numbers; none at the very ends, where the axes' numbers would meet."""
    ticks = [tick for tick in range(-2, 5) if ends[0] < tick <= ends[1]]
    return {
        "range": ends,
        "showgrid": True,
        "gridcolor": faded(colours.faint, 0.5),
        "fixedrange": True,
        "tickvals": ticks,
        "ticktext": [language.signed(tick) if tick else "0" for tick in ticks],
    }

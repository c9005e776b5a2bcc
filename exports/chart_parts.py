"""What native charts share: where they stand, axes, whiskers, the names of series."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pptx.chart.axis import ValueAxis
from pptx.chart.series import _BaseSeries as NativeSeries
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from exports.number_formats import number_format
from views.palette import LIGHT
from views.view import Column, View
from words.language import Language

FONT = "Arial"
AXIS_SIZE = 11


@dataclass(frozen=True)
class Frame:
    """Where something stands on the slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def units(self) -> tuple[Pt, Pt, Pt, Pt]:
        """Return left, top, width and height as PowerPoint's units."""
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)


def column(view: View, name: str) -> Column:
    """Return a column of the view by the frame's name; one that no reader sees names itself."""
    return next((one for one in view.columns if one.name == name), Column(name, name, "number"))


def groups(view: View) -> dict[str, tuple[str, pd.DataFrame]]:
    """Split the frame by the code that picks the colour.

    Returns
    -------
    dict
        By code, in order of appearance: the series' name and its rows. A column named like the
        code's with ``_label`` after it says what the code is called. Without a colour column
        there is one series, of the code ``""``, named by the y axis.
    """
    chart = view.chart
    if chart.colour is None:
        return {"": (chart.y_title or column(view, chart.y[0]).label, view.frame)}
    labels = f"{chart.colour}_label"
    named = labels if labels in view.frame.columns else chart.colour
    return {
        str(code): (str(rows[named].iloc[0]), rows)
        for code, rows in view.frame.groupby(chart.colour, sort=False)
    }


def colour(code: str) -> RGBColor:
    """Return a hex code as PowerPoint's colour."""
    return RGBColor.from_string(code.lstrip("#"))


def style_axis(axis: ValueAxis, title: str, shown: Column | None, language: Language) -> None:
    """Give an axis its title, its number format and a thin line; no gridlines."""
    axis.has_major_gridlines = axis.has_minor_gridlines = False
    axis.format.line.color.rgb = colour(LIGHT.faint)
    axis.tick_labels.font.size, axis.tick_labels.font.name = Pt(AXIS_SIZE), FONT
    axis.tick_labels.font.color.rgb = colour(LIGHT.muted)
    if shown is not None:
        axis.tick_labels.number_format = number_format(shown.kind, language)
        axis.tick_labels.number_format_is_linked = False
    axis.has_title = bool(title)
    if title:
        axis.axis_title.text_frame.text = title
        font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.name = Pt(AXIS_SIZE), False, FONT
        font.color.rgb = colour(LIGHT.muted)


def whiskers(
    series: NativeSeries, rows: pd.DataFrame, shown: Column, direction: str, tone: str
) -> None:
    """Draw a column's intervals as error bars of a series.

    Parameters
    ----------
    series : pptx series
        Of bars or points, one mark a row.
    rows : pandas.DataFrame
        The marks, in the series' order.
    shown : Column
        The figure, with ``low`` and ``high``; without them nothing is drawn.
    direction : {"x", "y"}
        Along which axis; bars that lie still take ``"y"``, the axis of their values.
    tone : str
        Hex colour of the lines.
    """
    if shown.low is None or shown.high is None:
        return
    below = (rows[shown.name] - rows[shown.low]).to_numpy(dtype=float)
    above = (rows[shown.high] - rows[shown.name]).to_numpy(dtype=float)
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="{direction}"/>'
        '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus>{_literal(above)}</c:plus><c:minus>{_literal(below)}</c:minus>"
        f'<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{tone.lstrip("#")}"/>'
        "</a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    figures = ("c:cat", "c:val", "c:xVal", "c:yVal")
    element = series._element
    first = next(element.find(qn(tag)) for tag in figures if element.find(qn(tag)) is not None)
    first.addprevious(bars)


def _literal(values: np.ndarray) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:.10g}</c:v></c:pt>'
        for place, value in enumerate(values)
        if np.isfinite(value)
    )
    count = f'<c:ptCount val="{len(values)}"/>'
    return f"<c:numLit><c:formatCode>General</c:formatCode>{count}{points}</c:numLit>"

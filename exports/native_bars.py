"""Standing and lying bars as PowerPoint's own charts."""

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from exports.chart_parts import AXIS_SIZE, FONT, Frame, colour, column, groups, style_axis, whiskers
from exports.number_formats import number_format
from views.palette import LIGHT
from views.view import Column, View
from words.language import Language

MOST_NAMES = 12


def columns(page: Slide, view: View, language: Language, frame: Frame) -> GraphicFrame:
    """Add standing bars over x, a series a y, stacked around zero."""
    data = CategoryChartData(number_format=_format(view, language))
    data.categories = _names(view, view.chart.x, language)
    for name in view.chart.y:
        data.add_series(column(view, name).label, _plain(view.frame[name]))
    stacked = XL_CHART_TYPE.COLUMN_STACKED
    graphic = page.shapes.add_chart(stacked, *frame.units(), data)
    _dress(graphic.chart, view, language)
    _colour(graphic.chart, list(LIGHT.colours(view.chart.y).values()))
    _thin_out(graphic.chart, len(view.frame))
    return graphic


def bars(page: Slide, view: View, language: Language, frame: Frame) -> GraphicFrame:
    """Add lying bars, a row a mark from the top; a colour column makes a series a code."""
    series = _series(view)
    data = CategoryChartData(number_format=_format(view, language))
    data.categories = _names(view, view.chart.label, language)
    for one in series:
        data.add_series(one.label, _plain(one.rows[one.shown.name]))
    graphic = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *frame.units(), data)
    _dress(graphic.chart, view, language)
    graphic.chart.category_axis.reverse_order = True
    # The order is turned so that the first row is on top; the axis of values stays at the bottom.
    graphic.chart.value_axis._element.crosses.val = XL_AXIS_CROSSES.MAXIMUM
    _colour(graphic.chart, list(LIGHT.colours(one.code for one in series).values()))
    _say_values(graphic.chart, series)
    return graphic


class Series(NamedTuple):
    """A series of bars: its rows are all of the frame's, empty where they are another's."""

    code: str
    label: str
    shown: Column
    rows: pd.DataFrame


def _series(view: View) -> list[Series]:
    shown = [column(view, name) for name in view.chart.y]
    if view.chart.colour is None:
        return [Series(one.name, one.label, one, view.frame) for one in shown]
    return [
        Series(code, label, shown[0], rows.reindex(view.frame.index))
        for code, (label, rows) in groups(view).items()
    ]


def _dress(chart: NativeChart, view: View, language: Language) -> None:
    shown = column(view, view.chart.y[0])
    style_axis(chart.value_axis, view.chart.y_title, shown, language)
    style_axis(chart.category_axis, view.chart.x_title, None, language)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.value_axis.has_major_gridlines = True
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(LIGHT.faint)
    overlaid = view.chart.kind == "columns" or view.chart.colour is not None
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 100 if overlaid else 0


def _colour(chart: NativeChart, colours: list[str]) -> None:
    for series, code in zip(chart.plots[0].series, colours, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(code)
        series.invert_if_negative = False


def _say_values(chart: NativeChart, series: list[Series]) -> None:
    """Draw the doubt where it is known, else the figure itself at the bar's end."""
    for native, one in zip(chart.plots[0].series, series, strict=True):
        whiskers(native, one.rows, one.shown, "y", LIGHT.ink)
    if not any(one.shown.low for one in series):
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.data_labels.font.size, plot.data_labels.font.name = Pt(AXIS_SIZE), FONT


def _thin_out(chart: NativeChart, names: int) -> None:
    """Name every so many bars where there are more than fit side by side."""
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{math.ceil(names / MOST_NAMES)}"/>')
    chart.category_axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _names(view: View, name: str, language: Language) -> list[str]:
    values = view.frame[name]
    if column(view, name).kind == "month":
        return [language.month(value) for value in pd.to_datetime(values)]
    return [str(value) for value in values]


def _format(view: View, language: Language) -> str:
    return number_format(column(view, view.chart.y[0]).kind, language)


def _plain(values: pd.Series) -> list[float | None]:
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    return [float(number) if np.isfinite(number) else None for number in numbers]

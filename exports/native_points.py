"""Points in a plane as PowerPoint's own scatter chart, each named where there is room."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import XyChartData
from pptx.chart.point import Point
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from exports.chart_parts import FONT, Frame, colour, column, groups, style_axis, whiskers
from exports.type_setting import LINE, lines, width
from views.palette import LIGHT
from views.placement import Plane, placed
from views.view import Column, View
from words.language import Language

MARK, LABEL_SIZE, LABEL_ROOM = 9, 11, 130
# The part of the chart that is the plane itself; the rest is legend, axes and their titles.
LEFT, TOP, ACROSS, DOWN = 0.07, 0.1, 0.91, 0.74
# Shapes as well as colours, for those who see fewer colours.
SHAPES = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.DIAMOND,
)
POSITIONS = {
    (1, 0): XL_LABEL_POSITION.RIGHT,
    (-1, 0): XL_LABEL_POSITION.LEFT,
    (0, 1): XL_LABEL_POSITION.ABOVE,
    (0, -1): XL_LABEL_POSITION.BELOW,
}


class Limits(NamedTuple):
    """Where an axis begins and ends, and how far apart its ticks are."""

    low: float
    high: float
    step: float


def points(page: Slide, view: View, language: Language, frame: Frame) -> GraphicFrame:
    """Add a scatter chart: a series a colour code, a label a mark, intervals as whiskers."""
    x, y = column(view, view.chart.x), column(view, view.chart.y[0])
    known = view.frame.dropna(subset=[x.name, y.name])
    data = XyChartData()
    series = _longest_first(groups(view), known.index)
    for label, rows in series.values():
        native = data.add_series(label)
        for across, up in zip(rows[x.name], rows[y.name], strict=True):
            native.add_data_point(float(across), float(up))
    graphic = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *frame.units(), data)
    chart = graphic.chart
    limits = [limits_of(view.frame, one) for one in (x, y)]
    _axis(chart.category_axis, view.chart.x_title, x, limits[0], language)
    _axis(chart.value_axis, view.chart.y_title, y, limits[1], language)
    _plane(chart)
    _dress(chart, series, (x, y), LIGHT.colours(groups(view)))
    rows = [known.iloc[:0], *(rows for _, rows in series.values())]  # there may be no mark at all
    _name(chart, pd.concat(rows), view, limits, frame)
    return graphic


def _longest_first(
    series: dict[str, tuple[str, pd.DataFrame]], known: pd.Index
) -> dict[str, tuple[str, pd.DataFrame]]:
    """Keep the marks that have a place; LibreOffice loses a series that a longer one follows."""
    placed_only = {
        code: (label, rows[rows.index.isin(known)]) for code, (label, rows) in series.items()
    }
    return dict(sorted(placed_only.items(), key=lambda item: -len(item[1][1])))


def limits_of(frame: pd.DataFrame, shown: Column) -> Limits:
    """Return round limits that hold a column and its intervals; 0 to 1 for shares that fill it."""
    names = [name for name in (shown.name, shown.low, shown.high) if name]
    values = frame[names].to_numpy(dtype=float)
    if np.isnan(values).all():
        return Limits(0, 1, 0.5)
    low, high = np.nanmin(values), np.nanmax(values)
    if shown.kind in ("share", "coefficient") and low >= 0 and 0.5 < high <= 1:
        return Limits(0, 1, 0.5)
    span = (high - low) or abs(high) or 1.0
    power = 10 ** np.floor(np.log10(span / 4))
    step = next(power * size for size in (1, 2, 5, 10) if span / (power * size) <= 5)
    return Limits(
        float(np.floor((low - span / 20) / step) * step),
        float(np.ceil((high + span / 20) / step) * step),
        float(step),
    )


def _axis(axis: ValueAxis, title: str, shown: Column, limits: Limits, language: Language) -> None:
    style_axis(axis, title, shown, language)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = limits
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour(LIGHT.faint)


def _plane(chart: NativeChart) -> None:
    """Fix where the plane stands, so that labels can be placed in it."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    area.insert(0, _layout(LEFT, TOP, inner=(ACROSS, DOWN)))


def _layout(x: float, y: float, inner: tuple[float, float] | None = None):
    edge = '<c:{0}Mode val="edge"/>'
    modes = edge.format("x") + edge.format("y") if inner else ""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    size = f'<c:w val="{inner[0]}"/><c:h val="{inner[1]}"/>' if inner else ""
    place = f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>'
    return parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout>{target}{modes}{place}{size}"
        "</c:manualLayout></c:layout>"
    )


def _dress(
    chart: NativeChart,
    series: dict[str, tuple[str, pd.DataFrame]],
    shown: tuple[Column, Column],
    colours: dict[str, str],
) -> None:
    for place, (native, code) in enumerate(zip(chart.plots[0].series, series, strict=True)):
        native.format.line.fill.background()
        native.marker.style, native.marker.size = SHAPES[place % len(SHAPES)], MARK
        native.marker.format.fill.solid()
        native.marker.format.fill.fore_color.rgb = colour(colours[code])
        native.marker.format.line.fill.background()
        for one, direction in zip(shown, ("x", "y"), strict=True):
            whiskers(native, series[code][1], one, direction, LIGHT.everyone)


def _name(
    chart: NativeChart, rows: pd.DataFrame, view: View, limits: list[Limits], frame: Frame
) -> None:
    """Write each mark's name where it covers least; rows stand in the order of the marks."""
    texts = [lines(str(text), LABEL_SIZE, LABEL_ROOM) for text in rows[view.chart.label]]
    sizes = np.array([_size(text) for text in texts]).reshape(-1, 2)
    plane = Plane(frame.width * ACROSS, frame.height * DOWN, MARK / 2, steps=(2, 12))
    ends = _ends(rows, view, limits) * (plane.width, plane.height)
    middle = ends[:, 1]
    offsets = placed(middle, sizes, plane, _crosses(ends))
    marks = [mark for native in chart.plots[0].series for mark in _marks(native)]
    for mark, text, size, offset in zip(marks, texts, sizes, offsets, strict=True):
        _label(mark, text, size, offset, frame)


def _ends(rows: pd.DataFrame, view: View, limits: list[Limits]) -> np.ndarray:
    """Return low end, mark and high end of each row in the plane, (N, 3, 2) from 0 to 1."""
    along = []
    for name, limit in zip((view.chart.x, view.chart.y[0]), limits, strict=True):
        shown = column(view, name)
        names = [shown.low or name, name, shown.high or name]
        along.append((rows[names].to_numpy(dtype=float) - limit.low) / (limit.high - limit.low))
    return np.stack(along, axis=2)


def _crosses(ends: np.ndarray) -> np.ndarray:
    """Return the boxes of the whiskers, which names should not be written across."""
    low, middle, high = ends[:, 0], ends[:, 1], ends[:, 2]
    boxes = []
    for along in (np.array([1, 0]), np.array([0, 1])):
        start = np.where(along, low, middle - 1)
        boxes.append(np.stack([start, np.where(along, high, middle + 1)], axis=1))
    return np.concatenate(boxes)


def _marks(native: XySeries) -> list[Point]:
    return [native.points[place] for place in range(len(list(native.values)))]


def _label(mark: Point, text: list[str], size: np.ndarray, offset: np.ndarray, frame: Frame):
    """Write a mark's name beside it, moved from where PowerPoint would put it by itself."""
    label = mark.data_label
    label.text_frame.text = "\n".join(text)
    label.text_frame.word_wrap = False
    for paragraph in label.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(LABEL_SIZE), FONT
            run.font.color.rgb = colour(LIGHT.ink)
    away = int(np.sign(round(offset[0]))), int(np.sign(round(offset[1])))
    side = (away[0], 0) if away[0] else away
    label.position = POSITIONS[side]
    usual = np.array(side) * (size / 2 + MARK / 2 + 2)
    moved = (offset - usual) / (frame.width, -frame.height)
    if np.abs(moved).max() > 0.002:
        label._dLbl.find(qn("c:idx")).addnext(_layout(*moved))


def _size(text: list[str]) -> tuple[float, float]:
    across = max((width(line, LABEL_SIZE) for line in text), default=0)
    return across + 6, len(text) * LABEL_SIZE * LINE

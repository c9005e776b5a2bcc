"""A view's chart as PowerPoint's own, with its figures behind it."""

from pptx.chart.chart import Chart as NativeChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.slide import Slide
from pptx.util import Pt

from exports.chart_parts import FONT, Frame
from exports.native_bars import bars, columns
from exports.native_points import points
from views.palette import LIGHT
from views.view import View
from words.language import Language

SIZE = 12
DRAWERS = {"columns": columns, "bars": bars, "points": points}


def draw(page: Slide, view: View, language: Language, frame: Frame) -> None:
    """Add a view's chart to a slide, with the picture in words for those who don't see it.

    Parameters
    ----------
    page : pptx.slide.Slide
        Where it goes.
    view : View
        ``view.chart`` says what is drawn of ``view.frame``.
    language : Language
        Of axes and series.
    frame : Frame
        Where on the slide.
    """
    graphic = DRAWERS[view.chart.kind](page, view, language, frame)
    graphic.name = view.title
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", view.alt)
    _legend(graphic.chart)


def _legend(chart: NativeChart) -> None:
    chart.font.name, chart.font.size = FONT, Pt(SIZE)
    chart.font.color.rgb = RGBColor.from_string(LIGHT.ink.lstrip("#"))
    chart.has_title = False
    chart.has_legend = len(list(chart.plots[0].series)) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size, chart.legend.font.name = Pt(SIZE), FONT

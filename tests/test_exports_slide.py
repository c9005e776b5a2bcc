"""The slide: opened again, its chart holds the view's own figures, and the text fits."""

from io import BytesIO

import numpy as np
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from exports.slide import HEIGHT, ROOM, TITLE_SIZES, slide, title_size
from exports.type_setting import height, lines, width
from views.view import Chart, Column, Computed, View
from words.language import language

EN = language("en")
LABEL = Column("label", "Benefit")
SHARE = Column("share", "Known", "share", "low", "high")


def a_view(frame, columns, chart, **changes):
    facts = {
        "name": "made",
        "title": "What is known?",
        "finding": "Most of it is known.",
        "n": 1284,
        "basis": "n = 1,284 · survey Oct 2026 · 95 %",
        "alt": "Bars, one a benefit.",
        "computed": Computed("Counted."),
        "filters": ("Status: Former",),
        "meaning": ("Tell them (n = 400).",),
        "notes": ("4 were left out.",),
    }
    return View(frame=frame, columns=columns, chart=chart, **(facts | changes))


def bars(colour=None, **changes):
    share = np.array([0.8, 0.5, 0.2])
    frame = pd.DataFrame(
        {"label": ["Pay check", "Legal help", "Courses"], "share": share, "gap": ["a", "b", "a"]}
    ).assign(low=share - 0.1, high=share + 0.05, gap_label=["Tell", "Fix", "Tell"])
    chart = Chart("bars", "share", ("share",), "label", colour=colour)
    return a_view(frame, (LABEL, SHARE), chart, **changes)


def columns():
    frame = pd.DataFrame(
        {"month": pd.date_range("2026-01-01", periods=3, freq="MS"), "joined": [5, 6, 7]}
    ).assign(left=[-4, -9, -2])
    shown = (
        Column("month", "Month", "month"),
        Column("joined", "Joined", "count"),
        Column("left", "Left", "count"),
    )
    return a_view(frame, shown, Chart("columns", "month", ("joined", "left"), "month"))


def points(n=16):
    spread = np.linspace(0.1, 0.9, n)
    frame = pd.DataFrame(
        {
            "label": [f"A benefit with a rather long name, number {place}" for place in range(n)],
            "worse": spread,
            "better": spread[::-1],
            "class": ["M", "A"] * (n // 2),
        }
    ).assign(worse_low=spread - 0.05, worse_high=spread + 0.05)
    shown = (
        LABEL,
        Column("worse", "Worse", "coefficient", "worse_low", "worse_high"),
        Column("better", "Better", "coefficient"),
    )
    chart = Chart("points", "worse", ("better",), "label", "Worse", "Better", "class")
    return a_view(frame, shown, chart)


def opened(view, code="en", is_sample=False):
    return Presentation(BytesIO(slide(view, language(code), is_sample))).slides[0]


def the_chart(page):
    (graphic,) = [shape for shape in page.shapes if shape.has_chart]
    return graphic


def texts(page):
    return [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def test_finding_source_filters_and_what_to_know_stand_on_the_slide():
    page = opened(bars())
    assert page.shapes.title.text_frame.text == "Most of it is known."
    assert any("n = 1,284" in text and "Status: Former" in text for text in texts(page))
    assert any("4 were left out." in text for text in texts(page))
    assert "Tell them (n = 400)." in page.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("is_sample", [True, False])
def test_sample_data_is_marked_and_only_that(is_sample):
    assert ("Sample data" in texts(opened(bars(), is_sample=is_sample))) is is_sample


def test_the_picture_is_told_in_words():
    described = the_chart(opened(bars()))._element.nvGraphicFramePr.cNvPr.get("descr")
    assert described == "Bars, one a benefit."


def test_lying_bars_hold_the_frame_with_whiskers():
    chart = the_chart(opened(bars())).chart
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    (series,) = chart.plots[0].series
    assert list(chart.plots[0].categories) == ["Pay check", "Legal help", "Courses"]
    assert list(series.values) == [0.8, 0.5, 0.2]
    plus, minus = (
        [float(v.text) for v in series._element.xpath(f".//c:{end}//c:v")]
        for end in ("plus", "minus")
    )
    assert plus == pytest.approx([0.05] * 3)
    assert minus == pytest.approx([0.1] * 3)


def test_a_colour_column_makes_a_series_a_code():
    chart = the_chart(opened(bars(colour="gap"))).chart
    assert [(series.name, list(series.values)) for series in chart.plots[0].series] == [
        ("Tell", [0.8, None, 0.2]),
        ("Fix", [None, 0.5, None]),
    ]
    assert chart.has_legend


def test_standing_bars_are_stacked_around_zero():
    chart = the_chart(opened(columns(), "da")).chart
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_STACKED
    assert list(chart.plots[0].categories) == ["jan. 2026", "feb. 2026", "mar. 2026"]
    assert [list(series.values) for series in chart.plots[0].series] == [[5, 6, 7], [-4, -9, -2]]


def test_points_are_a_series_a_class_and_each_is_named():
    view = points()
    chart = the_chart(opened(view)).chart
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER
    assert [series.name for series in chart.plots[0].series] == ["M", "A"]
    of_must = view.frame[view.frame["class"] == "M"]
    must = chart.plots[0].series[0]
    assert list(must.values) == pytest.approx(of_must["better"].tolist())
    across = [float(v.text) for v in must._element.xpath("./c:xVal//c:v")]
    assert across == pytest.approx(of_must["worse"].tolist())
    named = [
        " ".join(point.data_label.text_frame.text.split())
        for point in (must.points[place] for place in range(len(of_must)))
    ]
    assert named == of_must["label"].tolist()


def test_points_without_coordinates_are_left_out():
    view = points()
    view.frame.loc[0, "better"] = np.nan
    drawn = {one.name: list(one.values) for one in the_chart(opened(view)).chart.plots[0].series}
    assert {name: len(values) for name, values in drawn.items()} == {"A": 8, "M": 7}


def test_the_longest_series_comes_first():
    """LibreOffice loses a series of points that a longer one follows."""
    view = points()
    view.frame["class"] = ["M"] * 3 + ["A"] * 9 + ["I"] * 4
    series = the_chart(opened(view)).chart.plots[0].series
    assert [one.name for one in series] == ["A", "I", "M"]


@pytest.mark.parametrize("words", [3, 12, 25, 40, 80])
def test_a_finding_of_any_length_leaves_the_chart_its_room(words):
    finding = " ".join(["medlemstilbud"] * words)
    page = opened(bars(finding=finding))
    shapes = [page.shapes.title, the_chart(page)]
    title_end = shapes[0].top + shapes[0].height
    assert title_end <= shapes[1].top
    assert shapes[1].height > 0.3 * HEIGHT * 12700
    assert height(finding, title_size(finding), ROOM) * 12700 <= shapes[0].height + 1


def test_findings_of_usual_length_are_set_large():
    assert title_size("Legal help and the agreement must be in order. " * 4) in TITLE_SIZES


def test_nothing_is_put_over_anything_else():
    page = opened(bars(), is_sample=True)
    boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in page.shapes]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


def test_lines_break_between_words_and_fit():
    broken = lines("the quick brown fox jumps over the lazy dog", 10, 60)
    assert " ".join(broken) == "the quick brown fox jumps over the lazy dog"
    assert all(width(line, 10) <= 60 for line in broken)

"""The needs as a picture: every benefit has its mark, its doubt and a name that can be read."""

import numpy as np
import pandas as pd
import pytest

from charts.kano import figure, shares
from charts.kano.curves import figure as curves
from charts.kano.plane import figure as plane
from charts.marks import ellipses
from charts.theme import blank, faded, type_size
from queries.filters import NO_FILTERS
from tests.kano_survey import LABELS, build
from views.kano import Options, view
from views.palette import DARK, LIGHT, TOO_CLOSE, palette
from views.placement import Plane, placed
from words.language import language

EN = language("en")
MEMBERS = {
    "legal": {"M": 180, "I": 70},
    "stress": {"A": 180, "O": 70},
    "pay": {"O": 120, "A": 118, "I": 12},
    "magazine": {"I": 200, "R": 50},
    "politics": {"I": 210, "A": 40},
}
LEFT = MEMBERS | {"legal": {"A": 200, "M": 50}}


@pytest.fixture(scope="module")
def needs(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "k.duckdb"
    opened = build(path, {"active": MEMBERS, "former": LEFT})
    yield view(NO_FILTERS, Options(EN, by="status"), opened.ask)
    opened.close()


def marks(drawn):
    return {trace.customdata[0]: trace for trace in drawn.data if trace.customdata is not None}


def names(drawn):
    return [note.text for note in drawn.layout.annotations]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("present", [False, True])
def test_each_benefit_has_a_lettered_mark_that_a_click_names(needs, dark, present):
    drawn = marks(figure(needs, EN, dark=dark, present=present))
    frame = needs.frame.set_index("item_id")
    assert set(drawn) == set(frame.index)
    for item, trace in drawn.items():
        assert trace.text == (frame.at[item, "letters"],)
        assert (trace.x[0], trace.y[0]) == (frame.at[item, "worse"], frame.at[item, "better"])


def test_colours_of_classes_are_fixed_and_doubt_is_hollow(needs):
    drawn = marks(figure(needs, EN))
    assert drawn["stress"].marker.color == LIGHT.kano["A"]
    assert drawn["magazine"].marker.color == LIGHT.kano["I"]
    assert drawn["pay"].marker.color == LIGHT.page
    assert drawn["pay"].marker.line.color == LIGHT.kano[TOO_CLOSE]


def test_each_benefit_is_named_once(needs):
    shown = [text.replace("<br>", " ") for text in names(figure(needs, EN))]
    for _, label, _ in LABELS.values():
        assert shown.count(label) == 1


def test_corners_are_named(needs):
    assert {"A · Delights", "M · Must be in order"} <= set(names(figure(needs, EN)))


def test_ellipses_reach_as_far_as_the_intervals(needs):
    for row, (across, up) in zip(
        needs.frame.itertuples(), ellipses(needs.frame, "worse", "better"), strict=True
    ):
        assert across.min() == pytest.approx(row.worse_low, abs=2e-3)
        assert across.max() == pytest.approx(row.worse_high, abs=2e-3)
        assert up.max() == pytest.approx(row.better_high, abs=2e-3)


def test_an_arrow_leads_from_former_to_current_members(needs):
    (arrow,) = [trace for trace in figure(needs, EN).data if trace.marker.angleref == "previous"]
    assert arrow.x == pytest.approx((50 / 250, 180 / 250))
    assert arrow.y == pytest.approx((200 / 250, 0))


def test_shares_of_a_benefit_fill_its_bar(needs):
    drawn = shares(needs, EN)
    assert [trace.name for trace in drawn.data][:2] == ["Must be in order", "The more the better"]
    np.testing.assert_allclose(sum(np.array(trace.x) for trace in drawn.data), 1)


def test_what_a_person_typed_is_no_markup(needs):
    frame = needs.frame.assign(label="<a href='x'>b</a>")
    drawn = figure(type(needs)(**{**vars(needs), "frame": frame}), EN)
    assert not any("<a" in text for text in names(drawn))
    assert not any("<a" in trace.hovertext[0] for trace in marks(drawn).values())


def test_a_benefit_without_coefficients_gets_no_name_and_breaks_nothing(needs):
    frame = needs.frame.copy()
    frame.loc[0, ["worse", "better"]] = np.nan
    label = frame.loc[0, "label"]
    assert label not in names(figure(type(needs)(**{**vars(needs), "frame": frame}), EN))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("present", [False, True])
def test_the_plane_draws_means_cut_at_two(needs, dark, present):
    drawn = plane(needs, EN, dark=dark, present=present)
    frame = needs.frame.set_index("item_id")
    for item, trace in marks(drawn).items():
        assert (trace.x[0], trace.y[0]) == (frame.at[item, "lacking"], frame.at[item, "having"])
    assert next(shape.x0 for shape in drawn.layout.shapes) == 2


def test_marks_of_the_plane_grow_with_importance(needs):
    frame = needs.frame.assign(importance=[1.0, 2, 3, 4, 5])
    drawn = marks(plane(type(needs)(**{**vars(needs), "frame": frame}), EN))
    sizes = [drawn[item].marker.size for item in frame["item_id"]]
    assert sizes == sorted(sizes)
    nothing_said = needs.frame.assign(importance=np.nan)
    drawn = marks(plane(type(needs)(**{**vars(needs), "frame": nothing_said}), EN))
    assert len({trace.marker.size for trace in drawn.values()}) == 1


def test_a_curve_for_each_class_that_has_one(needs):
    drawn = curves(needs, EN)
    frame = needs.frame.set_index("label")
    assert len(drawn.data) == frame["category"].isin(["M", "O", "A"]).sum()
    stress = next(trace for trace in drawn.data if "Stress" in trace.hovertext)
    assert stress.y[0] == pytest.approx(-frame.at["Stress counselling", "worse"])
    assert stress.y[-1] == pytest.approx(frame.at["Stress counselling", "better"])


def test_without_any_curve_nothing_breaks(needs):
    frame = needs.frame.assign(category="I")
    assert not curves(type(needs)(**{**vars(needs), "frame": frame}), EN).data


def luminance(colour):
    parts = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_that_writes_can_be_read(dark):
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""
    colours = palette(dark)
    page = luminance(colours.page)
    written = {
        colours.ink,
        colours.muted,
        colours.everyone,
        *colours.series,
        *colours.kano.values(),
    }
    for colour in written:
        low, high = sorted((page, luminance(colour)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, colour


def test_colours_of_codes():
    assert LIGHT.colours(["b", "M", "a"]) == {
        "b": LIGHT.series[0],
        "M": LIGHT.kano["M"],
        "a": LIGHT.series[1],
    }
    assert LIGHT.colours("abcdefg")["g"] == LIGHT.everyone
    assert LIGHT.colours(["returned", "left"]) == {
        "returned": LIGHT.series[2],
        "left": LIGHT.series[1],
    }
    assert DARK.colours(["everyone"]) == {"everyone": DARK.everyone}


@pytest.mark.parametrize(("code", "separators"), [("en", ".,"), ("da", ",."), ("nl", ",.")])
def test_figures_wear_the_language(code, separators):
    assert blank(language(code)).layout.separators == separators


def test_a_room_reads_larger_type():
    assert type_size(True) == pytest.approx(1.4 * type_size())
    assert blank(EN, present=True).layout.template.layout.font.size == type_size(True)


def test_faded():
    assert faded("#0072B2", 0.5) == "rgba(0,114,178,0.5)"


def boxes(points, sizes, offsets):
    middle = points + offsets
    return np.stack([middle - sizes / 2, middle + sizes / 2], axis=1)


def overlap(one, other):
    return np.clip(np.minimum(one[1], other[1]) - np.maximum(one[0], other[0]), 0, None).prod()


@pytest.mark.parametrize("seed", range(20))
def test_sixteen_names_hardly_ever_touch(seed):
    """Points as benefits lie, in 900 × 520 px; a touch of a line's height in square is allowed."""
    random = np.random.default_rng(seed)
    points = random.uniform(0.15, 0.85, (16, 2)) * (840, 460)
    sizes = np.column_stack([random.uniform(50, 160, 16), random.choice([16, 32], 16)])
    drawn = boxes(points, sizes, placed(points, sizes, Plane(840, 460, 10, (1, 12, 26))))
    touching = [overlap(drawn[a], drawn[b]) for a in range(16) for b in range(a) if a != b]
    assert sum(touching) < 16**2
    assert (drawn[:, 0] >= 0).all()
    assert (drawn[:, 1] <= (840, 460)).all()


def test_placing_nothing_is_no_matter():
    nothing = np.empty((0, 2))
    assert placed(nothing, nothing, Plane(10, 10, 1)).shape == (0, 2)


def test_ellipses_of_nothing():
    frame = pd.DataFrame(columns=["a", "a_low", "a_high", "b", "b_low", "b_high"], dtype=float)
    assert ellipses(frame, "a", "b") == []

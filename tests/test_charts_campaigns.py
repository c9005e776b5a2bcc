"""The picture of the campaigns: what is drawn where, and what a file may not smuggle in."""

import pandas as pd
import pytest

from charts.campaigns import figure
from queries.filters import Filters
from tests.campaign_union import Arm, Plan, union_of
from views.campaigns import Options, view
from views.palette import palette
from views.view import View
from words.language import language

EN = language("en")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> View:
    campaigns = {"works": {}, "harms": {"label": "<b>x</b> <a href='//x'>y</a>"}, "alone": {}}
    arms = [
        Arm("works", "treated", 500, 100),
        Arm("works", "holdout", 500, 50),
        Arm("harms", "treated", 500, 20),
        Arm("harms", "holdout", 500, 60),
        Arm("alone", "treated", 300, 30),
    ]
    store = union_of(tmp_path_factory.mktemp("chart") / "u.duckdb", Plan(campaigns, arms))
    yield view(Filters(), Options(EN), store.ask)
    store.close()


@pytest.mark.parametrize("dark", [False, True])
def test_colour_is_the_verdict_and_grey_the_control_group(made, dark) -> None:
    holdout, treated = figure(made, EN, dark=dark).data
    colours = palette(dark)
    by_name = dict(zip(treated.customdata, treated.marker.color, strict=True))
    assert by_name["Works"] == colours.series[0]
    assert by_name["<b>x</b> <a href='//x'>y</a>"] == colours.series[1]
    assert by_name["Alone"] == colours.ink
    assert holdout.marker.color == colours.everyone


def test_whiskers_end_where_the_intervals_end(made) -> None:
    holdout, treated = figure(made, EN).data
    ends = pd.Series(treated.x) + pd.Series(treated.error_x.array)
    assert ends.to_list() == pytest.approx(made.frame["treated_high"].to_list())
    assert len(holdout.x) == 2


def test_names_are_text_and_not_markup(made) -> None:
    drawn = figure(made, EN)
    texts = [note.text for note in drawn.layout.annotations]
    texts += [text for trace in drawn.data for text in trace.hovertext]
    assert not any("<b>x" in text or "<a" in text for text in texts)


def test_a_room_gets_larger_type_and_rows(made) -> None:
    desk, room = figure(made, EN), figure(made, EN, present=True)
    assert room.layout.height > desk.layout.height

"""The gaps' figures: what is coloured, what stays empty, and that nothing typed is markup."""

import numpy as np
import pytest

from charts.gaps import LOST_OPACITY
from charts.gaps import figure as chain_figure
from charts.gaps.groups import figure as groups_figure
from charts.gaps.map import figure as map_figure
from charts.gaps.scores import figure as scores_figure
from charts.theme import faded
from tests.test_view_gaps import EVERYONE, GOOD, UNHELPED, seen
from tests.value_survey import KINDS, answered, build, people, survey
from views.palette import palette
from words.language import language

EN = language("en")


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    plan = {("active", "fyn"): EVERYONE, ("active", "ribe"): EVERYONE, ("former", None): EVERYONE}
    path = tmp_path_factory.mktemp("gaps") / "union.duckdb"
    opened = build(path, people(10_000, 500), survey(plan))
    yield opened
    opened.close()


def coloured(drawn, colour: str) -> list[tuple[str, float]]:
    """Return item and width of the bars in a colour."""
    return [
        (item, width)
        for trace in drawn.data
        if trace.type == "bar" and trace.customdata is not None
        for item, width, fill in zip(trace.customdata, trace.x, trace.marker.color, strict=False)
        if fill == colour
    ]


def test_only_the_widest_loss_of_each_benefit_has_colour(union) -> None:
    answer = seen(union)
    drawn = chain_figure(answer, EN)
    communication = faded(palette().series[0], LOST_OPACITY)
    items = [item for item, _ in coloured(drawn, communication)]
    expected = answer.frame.loc[answer.frame["gap"] == "communication", "item_id"]
    assert sorted(items) == sorted(expected)


def test_each_row_says_how_many_are_lost(union) -> None:
    texts = [note.text for note in chain_figure(seen(union), EN).layout.annotations]
    assert "<b>6,000 to tell</b>" in texts
    assert "<b>fine</b>" in texts


def test_a_step_that_was_not_asked_is_drawn_as_a_dash(union) -> None:
    answer = seen(union)
    place = answer.frame.index[answer.frame["item_id"] == "politics"][0]
    drawn = chain_figure(answer, EN)
    said = [trace.text[place] for trace in drawn.data if trace.type == "scatter"]
    assert said == ["60%", "50%", "–", "–", "–", "33%"]


def test_not_needing_it_is_not_drawn_as_a_loss(union) -> None:
    drawn = chain_figure(seen(union), EN)
    needed = [trace for trace in drawn.data if trace.type == "bar"][5]
    assert np.isnan(needed.x).all()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("present", [False, True])
@pytest.mark.parametrize("draw", [chain_figure, scores_figure, map_figure])
def test_every_picture_is_drawn_for_desk_and_room(union, draw, dark, present) -> None:
    drawn = draw(seen(union, compare="branch"), EN, dark=dark, present=present)
    assert drawn.data
    assert drawn.layout.height > 100


@pytest.mark.parametrize("compare", ["status", "branch"])
def test_groups_are_drawn_in_two_panels(union, compare) -> None:
    drawn = groups_figure(seen(union, compare=compare), EN)
    assert [trace.xaxis for trace in drawn.data] == ["x", "x2"]
    assert drawn.layout.xaxis.domain[1] < drawn.layout.xaxis2.domain[0]


def test_clear_differences_have_colour_and_others_are_grey(tmp_path) -> None:
    plan = {("active", "good"): {"legal": GOOD}, ("active", "bad"): {"legal": UNHELPED}}
    opened = build(tmp_path / "two.duckdb", people(100), survey(plan))
    drawn = groups_figure(seen(opened, compare="branch"), EN)
    colours = palette()
    assert set(drawn.data[1].marker.color) == {colours.diverging[0], colours.diverging[-1]}
    assert set(drawn.data[0].marker.color) == {colours.everyone}


def test_the_crosshair_stands_where_it_was_chosen(union) -> None:
    across = []
    for crosshair in ("midpoint", "mean", "median"):
        answer = seen(union, picture="map", crosshair=crosshair)
        shapes = map_figure(answer, EN).layout.shapes
        across.append((answer.result.plane.crosshair, len(shapes)))
    assert across[0] == ((3.0, 3.0), 2)
    assert len({cross for cross, _ in across}) == 3


def test_a_name_that_a_file_brought_is_no_markup(tmp_path) -> None:
    items = {"legal": ("<b>Legal</b>", *KINDS["legal"][1:])}
    tables = survey({("active", None): {"legal": UNHELPED}}, items)
    answer = seen(build(tmp_path / "m.duckdb", people(100), tables))
    for draw in (chain_figure, scores_figure):
        ticks = "".join(draw(answer, EN).layout.yaxis.ticktext)
        assert "<b>" not in ticks
        assert "&lt;b&gt;" in ticks


def test_a_survey_without_satisfaction_still_draws(tmp_path) -> None:
    tables = survey({("active", None): {"legal": answered((50, 5, None, True))}})
    opened = build(tmp_path / "s.duckdb", people(100), tables)
    for picture, draw in (("chain", chain_figure), ("scores", scores_figure), ("map", map_figure)):
        answer = seen(opened, picture=picture)
        assert draw(answer, EN).layout.height > 0
        assert "nan" not in answer.finding

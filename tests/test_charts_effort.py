"""The effort page's figures: a bubble a group, its area its people, its doubt beside it."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from charts.effort import figure
from charts.effort.bars import behind
from charts.places import chances
from queries.filters import Filters
from tests.planted import database
from views.effort import view
from views.effort.options import CRITERIA, Options
from words.language import language

EN = language("en")


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    """Three branches of 90, 40 and 10 people who left."""
    sizes = {"<b>North</b>": 90, "South": 40, "West": 10}
    rows = [name for name, n in sizes.items() for _ in range(n)]
    ids = pd.Series(range(1, len(rows) + 1))
    started, ended = date(2015, 1, 1), date(2022, 1, 1)
    spells = pd.DataFrame({"member_id": ids, "spell_no": 1})
    tables = {
        "member": pd.DataFrame({"member_id": ids, "birth_year": 1980}),
        "branch": pd.DataFrame({"branch_id": list(sizes), "label": list(sizes)}),
        "spell": spells.assign(started_on=started, ended_on=ended),
        "spell_phase": spells.assign(
            member_type="full", product="union", monthly_fee=400.0, branch_id=rows,
            from_on=started, to_on=ended),
    }  # fmt: skip
    opened = database(tmp_path_factory.mktemp("charts") / "three.duckdb", tables)
    yield view(Filters(), Options(EN, 5, rows="branch"), opened.ask)
    opened.close()


def test_a_bubble_s_area_is_the_people_in_it(answer) -> None:
    (bubbles,) = figure(answer, EN).data
    radius = dict(zip(bubbles.customdata, bubbles.marker.size, strict=True))
    assert (radius["<b>North</b>"] / radius["South"]) ** 2 == pytest.approx(90 / 40)


def test_whiskers_reach_as_far_as_the_intervals(answer) -> None:
    (bubbles,) = figure(answer, EN).data
    frame = answer.frame.set_index("code").loc[list(bubbles.customdata)]
    assert list(bubbles.error_x.array) == pytest.approx(list(frame["worth_high"] - frame["worth"]))
    assert list(bubbles.error_y.arrayminus) == pytest.approx(
        list(frame["ability"] - frame["ability_low"])
    )


@pytest.mark.parametrize("draw", [figure, chances, behind])
@pytest.mark.parametrize("present", [False, True])
def test_a_name_that_somebody_typed_is_never_markup(answer, draw, present: bool) -> None:
    drawn = draw(answer, EN, dark=True, present=present)
    assert "<b>North" not in drawn.to_json().replace("\\u003c", "<").replace(
        '"customdata":["<b>North</b>"', ""
    )


def test_each_bar_of_chances_is_whole(answer) -> None:
    parts = chances(answer, EN).data
    assert [part.name for part in parts] == ["First", "Second", "Third", "Further down"]
    for place in range(3):
        assert sum(part.x[place] for part in parts) == pytest.approx(1)


def test_what_stands_behind_a_group_is_said_in_its_own_unit(answer) -> None:
    drawn = behind(answer, EN, code="South")
    texts = [note.text for note in drawn.layout.annotations]
    assert len(texts) == len(CRITERIA)
    assert "40" in texts
    assert "not known" in texts


def test_a_group_that_is_not_there_gives_way_to_the_first(answer) -> None:
    assert behind(answer, EN, code="gone") == behind(answer, EN, code=answer.result.order[0])


def test_more_groups_than_there_is_room_for_keep_their_places_as_names(answer) -> None:
    many = pd.concat([answer.frame] * 8, ignore_index=True)
    many = many.assign(place=range(1, len(many) + 1), code=[str(row) for row in range(len(many))])
    texts = [note.text for note in figure(replace(answer, frame=many), EN).layout.annotations]
    assert len(texts) == 24
    assert "24" in texts

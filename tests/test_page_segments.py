"""The segments page: new people are put in, a person is typed, a rule is saved, all on screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.clusters.bands import BAND
from queries.filters import NO_FILTERS
from queries.segments import NewSegment, save
from queries.store import close_all, open_store
from tests.planted import database
from tests.planted_classes import SAID
from tests.test_view_clusters_mixed import FEW, with_hours
from tests.test_view_clusters_mixed import save_classes as save_with_numbers
from tests.test_view_segments import EN, NAMED, with_classes
from views.segments import newcomers

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")
NEWCOMERS, FORM, RULE = "Put new people in", "Ask in short", "Make one by a rule"


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    path = tmp_path / "union.duckdb"
    with_classes(path).close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def opened(shell: AppTest, tab: str | None = None, **address: str) -> AppTest:
    """Open the page by its address, at one of its tabs."""
    for name, value in address.items():
        shell.query_params[name] = value
    shell.run()
    here = shell.switch_page("segments.py")
    if tab:
        here.session_state["segments-tabs"] = tab
    return here.run()


def people(tmp_path) -> dict[str, int]:
    saved = open_store(tmp_path / "union.duckdb").ask("saved_segments")
    return dict(zip(saved["name"], saved["n"], strict=True))


def button(here: AppTest, label: str):
    return next(one for one in here.button if one.label == label)


def test_the_saved_segments_are_there_at_once(page) -> None:
    here = opened(page)
    assert not here.exception
    assert here.title[0].value.replace("\\", "").startswith("«Squeezed» loses most")
    assert sum(one.label == "Show these people" for one in here.button) == len(NAMED)


def test_new_people_are_put_in_by_a_button(page, tmp_path) -> None:
    here = opened(page, NEWCOMERS)
    assert "60 people can be put into the segments" in here.subheader[0].value
    button(here, "Put them into the segments").click().run()
    assert not here.exception
    assert people(tmp_path) == {"Safe": 120, "Pay": 70, "Squeezed": 70}
    assert here.subheader[0].value.startswith("Everybody who answered")


def test_putting_in_people_who_would_be_given_away_is_refused_and_said(page, tmp_path) -> None:
    """Another segment is the class and all but three of its new people: the three would be had."""
    own = open_store(tmp_path / "union.duckdb")
    segment, new = next(iter(newcomers.view(NO_FILTERS, EN, own.ask).result.members.items()))
    there = own.ask("segment_members", segment=segment)
    there = there.loc[there["segment_id"] == segment, "member_id"]
    save(own, [NewSegment("All but three", [*there, *new[:-3]])], "rule", EN.limit, "anna")
    here = opened(page, NEWCOMERS)
    button(here, "Put them into the segments").click().run()
    assert not here.exception
    assert "«Safe» would be nearly «All but three»" in here.error[0].value
    assert people(tmp_path) == {"Safe": 100, "Pay": 60, "Squeezed": 40, "All but three": 117}


def test_a_person_is_typed_by_their_answers(page) -> None:
    here = opened(page, FORM)
    assert here.subheader[0].value == "Answer a question to see the segment."
    for box in here.selectbox:
        item = (box.key or "").split("-")[-1]
        if item in SAID:
            box.set_value(SAID[item][0])
    here.run()
    assert not here.exception
    assert "Safe" in [one.value for one in here.subheader]


def test_a_person_s_number_is_asked_for_in_bands(tmp_path, monkeypatch) -> None:
    path = tmp_path / "hours.duckdb"
    opened_at = database(path, with_hours())
    save_with_numbers(opened_at, FEW)
    opened_at.close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    here = opened(shell, FORM)
    box = next(one for one in here.selectbox if (one.key or "").endswith("-hours"))
    assert box.options[-1] == "38 or more"
    box.set_value(f"{BAND}38..").run()
    assert not here.exception
    assert "C" in [one.value for one in here.subheader]
    close_all()


def test_a_rule_is_saved_under_its_name(page, tmp_path) -> None:
    here = opened(page, RULE)
    here.multiselect(key="rule-sector").set_value(["industry"]).run()
    assert not here.exception
    button(here, "Save the segment").click().run()
    assert people(tmp_path)["Industry"] == 70


def test_a_segment_is_shown_everywhere_and_goes_when_deleted(page, tmp_path) -> None:
    here = opened(page)
    here.button(key="show-3").click().run()
    assert here.query_params["segment"] == "3"
    here.button(key="delete-3").click().run()
    assert not here.exception
    assert "segment" not in here.query_params
    assert list(people(tmp_path)) == ["Safe", "Pay"]


def test_in_front_of_a_room_nothing_can_be_changed(page) -> None:
    here = opened(page, present="1")
    assert not here.exception
    assert not [one for one in here.button if one.label in ("Show these people", "Delete")]


@pytest.mark.parametrize("address", [{"segments_solution": "x"}, {"segments_survey": "<b>"}])
def test_an_address_that_names_nothing_is_the_newest(page, address) -> None:
    here = opened(page, NEWCOMERS, **address)
    assert not here.exception
    assert "60 people" in here.subheader[0].value

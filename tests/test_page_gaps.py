"""The gaps page: choices live in the address, a room sees no widgets, nothing is a traceback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.store import close_all
from tests.test_view_gaps import EVERYONE
from tests.value_survey import build, people, survey

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    path = tmp_path / "union.duckdb"
    plan = {("active", "fyn"): EVERYONE, ("active", "ribe"): EVERYONE, ("former", None): EVERYONE}
    build(path, people(10_000, 500), survey(plan)).close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def opened(shell: AppTest, **address: str) -> AppTest:
    for name, value in address.items():
        shell.query_params[name] = value
    shell.run()
    return shell.switch_page("gaps.py").run()


def test_the_page_opens_with_its_finding(page) -> None:
    here = opened(page)
    assert not here.exception
    assert "6,000 members to tell" in here.title[0].value.replace("\\", "")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ({"gaps_picture": "map"}, "less satisfying than it should be"),
        ({"gaps_picture": "scores"}, "largest opportunity"),
        ({"gaps_widest": "share"}, "don't know of it"),
        ({"gaps_weights": "membership"}, "members to tell"),
        ({"gaps_picture": "nonsense", "gaps_compare": "nonsense"}, "members to tell"),
    ],
)
def test_the_address_says_what_is_shown(page, address: dict, says: str) -> None:
    here = opened(page, **address)
    assert not here.exception
    assert says in here.title[0].value.replace("\\", "")


def test_a_comparison_adds_its_picture(page) -> None:
    here = opened(page, gaps_compare="status")
    assert not here.exception
    headings = [heading.value for heading in here.subheader]
    assert "Former members against members" in headings


@pytest.mark.parametrize("panel", ["gaps-group_scores", "gaps-group_losses"])
def test_the_tables_of_groups_are_there_when_asked_for(page, panel) -> None:
    here = opened(page, gaps_compare="status")
    tables = len(here.dataframe)
    here.session_state[panel] = True
    here.run()
    assert not here.exception
    assert len(here.dataframe) == tables + 1


def test_a_room_sees_the_same_without_widgets(page) -> None:
    here = opened(page, present="1", gaps_picture="map", gaps_crosshair="midpoint")
    assert not here.exception
    assert not here.selectbox
    assert here.title


def test_choosing_another_picture_goes_into_the_address(page) -> None:
    here = opened(page)
    here.selectbox(key="gaps_picture").select("map").run()
    assert here.query_params["gaps_picture"] == "map"

"""The themes page: themes are saved under a name, followed to other pages, and let go of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.filters import NO_FILTERS
from queries.segments import NewSegment
from queries.segments import save as save_segments
from queries.store import close_all, open_store
from views.themes import view
from views.themes.options import Options
from views.themes.saving import people_of
from words.language import language

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def database(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "union.duckdb"
    path.write_bytes(sample_file.read_bytes())
    return path


@pytest.fixture
def page(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("UNION_DB", str(database))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def opened(shell: AppTest, name: str = "themes.py") -> AppTest:
    shell.run()
    return shell.switch_page(name).run()


def button(here: AppTest, label: str):
    return next(one for one in here.button if one.label == label)


def saved(page: AppTest, *, people: bool) -> AppTest:
    """Give the first theme a name, and save them all."""
    here = opened(page)
    field = next(one for one in here.text_input if str(one.key).startswith("theme-"))
    field.set_value("When things go wrong")
    if people:
        here.checkbox(key="themes-people").check()
    return button(here, "Save").click().run()


def test_themes_are_saved_under_the_names_they_are_given(page, database) -> None:
    here = saved(page, people=False)
    assert not here.exception
    names = open_store(database).ask("themes")["name"].tolist()
    assert len(names) == 4
    assert "When things go wrong" in names
    assert open_store(database).ask("saved_segments").empty
    assert "All of these themes are saved." in [one.value for one in here.caption]


def test_the_people_of_themes_become_segments_too(page, database) -> None:
    here = saved(page, people=True)
    assert not here.exception
    segments = open_store(database).ask("saved_segments")
    assert len(segments) == 4
    assert (segments["n"] > 500).all()


def test_a_theme_is_followed_to_the_pages_about_benefits(page) -> None:
    here = saved(page, people=False)
    button(here, "Follow this theme").click().run()
    assert here.session_state["theme"]
    gaps = here.switch_page("gaps.py").run()
    assert not gaps.exception
    assert (
        next(one for one in gaps.selectbox if one.label == "Theme").value
        == (here.session_state["theme"])
    )


def test_a_deleted_theme_is_gone_and_nothing_else(page, database) -> None:
    here = saved(page, people=True)
    button(here, "Delete the theme").click().run()
    assert not here.exception
    assert len(open_store(database).ask("themes")) == 3
    assert len(open_store(database).ask("saved_segments")) == 4


def test_a_name_that_is_taken_is_said_and_nothing_is_saved(page, database) -> None:
    here = opened(page)
    fields = [one for one in here.text_input if str(one.key).startswith("theme-")]
    for field in fields:
        field.set_value("The same")
    here = button(here, "Save").click().run()
    assert "There is a theme called The same" in here.error[0].value
    assert open_store(database).ask("themes").empty


def test_people_who_nearly_are_another_segment_are_said_and_nothing_is_saved(
    page, database
) -> None:
    """All but two of the first theme's people are a segment: the two would be had from both."""
    own = open_store(database)
    found = view(NO_FILTERS, Options(language("en")), own.ask).result.found
    all_but_two = people_of(found, 5, own.ask)[found.codes[0]][:-2]
    save_segments(own, [NewSegment("Nearly all", all_but_two)], "rule", 5, "test")
    here = saved(page, people=True)
    assert not here.exception
    said = here.error[0].value
    assert "would be nearly «Nearly all»" in said
    assert "delete it first" in said
    assert own.ask("themes").empty
    assert own.ask("saved_segments")["name"].tolist() == ["Nearly all"]

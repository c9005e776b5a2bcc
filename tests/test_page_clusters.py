"""The clusters page: choices live in the address, classes are saved and renamed on it."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import jobs
from queries.store import close_all, open_store
from tests.planted import database
from tests.planted_classes import union_of
from views import made
from views.clusters import solutions

SHELL = str(Path(__file__).parent.parent / "pages" / "shell.py")


@pytest.fixture
def page(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    path = tmp_path / "union.duckdb"
    database(path, union_of()).close()
    monkeypatch.setenv("UNION_DB", str(path))
    shell = AppTest.from_file(SHELL, default_timeout=60)
    shell.query_params["lang"] = "en"
    yield shell
    close_all()


def opened(shell: AppTest, **address: str) -> AppTest:
    """Open the page by its address."""
    for name, value in address.items():
        shell.query_params[name] = value
    shell.run()
    return shell.switch_page("clusters.py").run()


def names_of(here: AppTest) -> list:
    """The fields in which classes are named."""
    return [field for field in here.text_input if (field.key or "").startswith("name-")]


def stored(tmp_path) -> list[str]:
    return list(open_store(tmp_path / "union.duckdb").ask("saved_segments")["name"])


def test_the_address_says_how_many_classes(page) -> None:
    here = opened(page, clusters_k="3")
    assert not here.exception
    assert here.title[0].value.startswith("Half are ")
    assert here.query_params["clusters_k"] == "3"


@pytest.mark.parametrize("k", ["1", "99", "many"])
def test_a_number_that_cannot_be_is_the_usual_one(page, k: str) -> None:
    here = opened(page, clusters_k=k)
    assert not here.exception
    assert here.selectbox(key="clusters_k").value == "5"


def test_chosen_questions_live_in_the_address(page) -> None:
    here = opened(page, clusters_k="3", clusters_questions="1.3")
    assert here.multiselect(key="_clusters_questions").value == ["1", "3"]
    here.multiselect(key="_clusters_questions").set_value(["1", "2"]).run()
    assert here.query_params["clusters_questions"] == "1.2"
    here.multiselect(key="_clusters_questions").set_value(["1"]).run()
    assert here.info[0].value.startswith("One question alone")


def test_classes_are_saved_under_their_changed_names(page, tmp_path) -> None:
    here = opened(page, clusters_k="3")
    names_of(here)[0].set_value("Safe on autopilot")
    here.checkbox(key="save-1").uncheck()
    next(button for button in here.button if button.label == "Save").click().run()
    assert not here.exception
    assert "«Safe on autopilot»" in here.title[0].value.replace("\\", "")
    assert stored(tmp_path)[0] == "Safe on autopilot"
    assert len(stored(tmp_path)) == 2


def test_two_classes_of_one_name_are_refused_in_a_sentence(page, tmp_path) -> None:
    here = opened(page, clusters_k="3")
    for field in names_of(here):
        field.set_value("The same")
    next(button for button in here.button if button.label == "Save").click().run()
    assert "The same" in here.error[0].value
    assert stored(tmp_path) == []


def test_in_front_of_a_room_there_is_nothing_to_save(page) -> None:
    here = opened(page, clusters_k="3", present="1")
    assert not here.exception
    assert not names_of(here)
    assert not here.selectbox


def test_numbers_are_chosen_on_the_page_and_live_in_the_address(page) -> None:
    here = opened(page, clusters_k="3")
    assert here.multiselect(key="_clusters_numbers").value == []
    here.multiselect(key="_clusters_numbers").set_value(["known-age"]).run()
    assert not here.exception
    assert here.query_params["clusters_numbers"] == "known-age"
    assert any("one number" in one.value for one in here.caption)
    methods = here.selectbox(key="clusters_method").options
    assert methods == ["Latent classes", "k-prototypes"]
    here.multiselect(key="_clusters_numbers").set_value([]).run()
    assert "clusters_numbers" not in here.query_params


def test_k_prototypes_comes_with_its_first_number(page) -> None:
    here = opened(page, clusters_k="3", clusters_method="kprototypes")
    assert "puts answers and numbers together" in here.info[0].value
    here.multiselect(key="_clusters_numbers").set_value(["known-age"]).run()
    assert not here.exception
    assert not here.info
    assert here.title[0].value.startswith("Half are ")


def test_numbers_that_are_none_in_the_address_are_let_go(page) -> None:
    here = opened(page, clusters_k="3", clusters_numbers="99.known-shoe-size")
    assert not here.exception
    assert here.multiselect(key="_clusters_numbers").value == []


def test_what_the_outcomes_are_is_said_below_them(page) -> None:
    here = opened(page, clusters_k="3")
    assert any(one.value.startswith("Come back has who is in") for one in here.caption)


def test_classes_that_take_long_are_made_in_the_background_and_then_shown(
    page, monkeypatch
) -> None:
    monkeypatch.setattr(solutions, "MANY", 0)
    monkeypatch.setattr(made, "_kept", OrderedDict())
    here = opened(page, clusters_k="4")
    assert not here.exception
    assert not here.title  # nothing is said until there is something to say
    assert any(button.label == "Stop" for button in here.button)
    job = next(job for name, job in jobs._jobs.items() if name.startswith("classes-"))
    wait_until(lambda: job.over)
    here.run()
    assert job.state == "done"
    assert here.title


def wait_until(true: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)

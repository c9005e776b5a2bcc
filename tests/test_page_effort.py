"""The effort page as a person meets it: weights in the address, and a room that argues."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def union_folder(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of our own: no two handles may hold one file."""
    folder = tmp_path_factory.mktemp("effort-page")
    shutil.copy(sample_file, folder / "sample.duckdb")
    return folder


@pytest.fixture
def opened(union_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the page by its address."""
    monkeypatch.setenv("UNION_DB", str(union_folder))

    def open_page(**address: str) -> AppTest:
        shell = AppTest.from_file(str(SHELL), default_timeout=60)
        for key, value in ({"lang": "en"} | address).items():
            shell.query_params[key] = value
        shell.run()
        return shell.switch_page("effort.py").run()

    return open_page


def weights(page: AppTest) -> dict[str, str]:
    return {slider.key: slider.value for slider in page.select_slider}


def test_weights_come_from_the_address_and_zero_is_one_of_them(opened: Open) -> None:
    page = opened(effort_size="9", effort_price="0")
    assert not page.exception
    assert weights(page)["effort_size"] == "9"
    assert weights(page)["effort_price"] == "0"
    assert weights(page)["effort_value"] == "5"


def test_a_weight_that_was_moved_is_in_the_address(opened: Open) -> None:
    page = opened()
    page.select_slider(key="effort_return").set_value("0").run()
    assert page.query_params["effort_return"] == "0"
    assert "effort_value" not in page.query_params


def test_with_every_weight_at_zero_the_sliders_stay(opened: Open) -> None:
    page = opened()
    for key in weights(page):
        page.select_slider(key=key).set_value("0")
    page.run()
    assert not page.exception
    assert page.info[0].value.startswith("Every weight is zero")
    assert len(page.select_slider) == 7


def test_a_room_keeps_the_weights_and_the_readers_choices(opened: Open) -> None:
    page = opened(present="1", effort_reading="hard")
    assert len(page.select_slider) == 7
    assert not any(box.key == "effort_reading" for box in page.selectbox)
    assert any("a cause to tackle" in text.value for text in page.markdown)


def test_what_the_address_can_t_mean_is_left_out(opened: Open) -> None:
    page = opened(effort_size="many", effort_rows="planets", effort_row="nobody")
    assert not page.exception
    assert weights(page)["effort_size"] == "5"
    assert page.title[0].value

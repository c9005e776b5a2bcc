"""The campaigns page as a person meets it."""

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
    folder = tmp_path_factory.mktemp("campaigns-page")
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
        return shell.switch_page("campaigns.py").run()

    return open_page


def test_the_page_opens_with_its_finding_and_quotes_others_as_quoted(opened) -> None:
    page = opened()
    assert not page.exception
    assert "drove some away" in page.title[0].value.replace("\\", "")
    assert any("Quoted by trade press" in caption.value for caption in page.caption)


def test_the_split_is_in_the_address(opened) -> None:
    page = opened(campaigns_by="complaint")
    assert not page.exception
    assert "complaint not resolved" in page.title[0].value.replace("\\", "")


def test_a_split_that_does_not_exist_is_no_split(opened) -> None:
    page = opened(campaigns_by="x", present="1")
    assert not page.exception
    assert "drove some away" in page.title[0].value.replace("\\", "")


def test_where_there_is_nothing_to_split_by_the_page_says_so(opened) -> None:
    page = opened(campaigns_by="segment")
    assert not page.exception
    assert "no saved segments" in page.info[0].value

"""Every page, every filter, every language: a finding or a sentence, never a traceback."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.filters import DIMENSIONS
from words.language import NAMES

PAGES_FOLDER = Path(__file__).parent.parent / "pages"
PAGES = sorted(file.name for file in PAGES_FOLDER.glob("*.py") if file.name != "shell.py")
ONE_VALUE = {
    "status": "former",
    "segment": None,
    "sector": "state",
    "branch": "fyn",
    "region": None,
    "age_band": "35_44",
    "member_type": "student",
}


@pytest.fixture(scope="module")
def union_folder(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copy(sample_file, folder / "sample.duckdb")
    return folder


@pytest.fixture
def shell(union_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("UNION_DB", str(union_folder))
    return AppTest.from_file(str(PAGES_FOLDER / "shell.py"), default_timeout=60)


def opened(shell: AppTest, page: str, **address: str) -> AppTest:
    """Open a page by its address."""
    for key, value in ({"lang": "en"} | address).items():
        shell.query_params[key] = value
    shell.run()
    if page != "overview.py":
        shell.switch_page(page).run()
    return shell


def said(shell: AppTest) -> list[str]:
    """What the page says first: its finding, or why there is nothing to show."""
    return [element.value for element in (*shell.title, *shell.info)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_a_finding(shell: AppTest, page: str) -> None:
    here = opened(shell, page)
    assert not here.exception
    assert said(here)
    assert not any("nan" in text.lower().split() for text in said(here))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", [name for name in DIMENSIONS if ONE_VALUE[name]])
def test_a_page_obeys_each_filter(shell: AppTest, page: str, name: str) -> None:
    here = opened(shell, page, **{name: ONE_VALUE[name]})
    assert not here.exception
    assert said(here)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_presented(shell: AppTest, page: str) -> None:
    here = opened(shell, page, present="1")
    assert not here.exception
    assert said(here)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("code", [code for code in NAMES if code != "en"])
def test_a_page_is_said_in_every_language(shell: AppTest, page: str, code: str) -> None:
    here = opened(shell, page, lang=code)
    assert not here.exception
    assert said(here)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_empty_union_says_what_is_missing(
    page: str, tmp_path: Path, union_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pages.parts.databases import start_own  # noqa: PLC0415  needs UNION_DB set first

    shutil.copy(union_folder / "sample.duckdb", tmp_path / "sample.duckdb")
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    start_own("Empty union")
    shell = AppTest.from_file(str(PAGES_FOLDER / "shell.py"), default_timeout=60)
    here = opened(shell, page, union="own")
    assert not here.exception
    assert said(here)


def test_a_group_too_small_is_refused(shell: AppTest) -> None:
    here = opened(shell, "overview.py", status="in_arrears", branch="fyn", age_band="65_over",
                  member_type="student", present="1")  # fmt: skip
    assert not here.title
    assert here.info[0].value.startswith(("Too few to show", "Nobody matches"))


def test_the_sample_is_marked_as_sample_on_every_page(shell: AppTest) -> None:
    for page in PAGES:
        here = opened(shell, page)
        assert any("Sample union, invented" in text.value for text in here.markdown), page

"""A union of uploaded surveys and nothing else: every page says what it can, or why not."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.building import building
from queries.store import close_all, open_store
from tests.sample_surveys import FILES, KINDS, OF_FILE
from uploads.choices import Choices
from uploads.importing import import_staged
from uploads.secret import pseudonyms
from uploads.staging import stage
from uploads.upload import Upload

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The folder of a union's own database, into which the sample's survey files were uploaded."""
    path = tmp_path_factory.mktemp("surveys")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_KEY", str(path / "key"))
        for name, is_sample in (("sample", True), ("own", False)):
            file = path / f"{name}.duckdb"
            with building(file, as_of=date(2026, 10, 31), is_sample=is_sample, union_name="Ours"):
                pass
        store = open_store(path / "own.duckdb")
        for kind in KINDS:
            data = (FILES / f"{kind}-2026.csv").read_bytes()
            choices = Choices(kind=OF_FILE.get(kind, kind))
            name = stage(store.path, data)
            upload = Upload("f.csv", name, f"{kind} 2026", "tester", None, choices)
            import_staged(store, upload, pseudonyms())
        close_all()
    return path


@pytest.fixture
def app(folder, monkeypatch) -> AppTest:
    """The app on that union."""
    monkeypatch.setenv("UNION_DB", str(folder))
    shell = AppTest.from_file(str(SHELL), default_timeout=120)
    shell.query_params["lang"] = "en"
    yield shell.run()
    close_all()


def seen(app: AppTest, page: str) -> str:
    app.switch_page(page).run()
    assert not app.exception
    texts = (*app.markdown, *app.info, *app.warning, *app.error, *app.caption)
    return " ".join(element.value for element in texts)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("needs.py", "would be dissatisfied without it"),
        ("gaps.py", "Hard to get"),
        ("clusters.py", "There for security"),
        ("brand.py", "surely comes before"),
        ("guess.py", "16 benefits"),
    ],
)
def test_pages_of_surveys_show_them(app, page, says):
    assert says in seen(app, page)


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("worth.py", "nothing that is in the catalogue"),
        ("overview.py", "no membership history yet"),
        ("effort.py", "no membership history yet"),
        ("campaigns.py", "no campaigns yet"),
        ("answered.py", "no membership to hold the answers against"),
    ],
)
def test_pages_that_need_more_say_what(app, page, says):
    assert says in seen(app, page)

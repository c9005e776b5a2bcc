"""The first views are made before anybody comes, and anew when the data changes."""

import threading
import time
from pathlib import Path

import pytest

from pages.parts import ahead, asking, jobs
from pages.parts.ahead import keep_ahead, make_first
from queries.filters import NO_FILTERS
from queries.imports import ImportFile, importing
from queries.store import Store, close_all, open_store
from views.view import Options
from words.language import language


@pytest.fixture
def own(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A union that a server finds as its own."""
    path = tmp_path / "own.duckdb"
    path.write_bytes(sample_file.read_bytes())
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    monkeypatch.setattr(ahead, "VIEWS", ("overview",))
    asking._view.clear()
    yield open_store(path)
    close_all()


def ready(store: Store, code: str) -> bool:
    """Say whether the overview is there without being made now."""

    def overview_view(*_args: object) -> None:
        raise LookupError

    overview_view.__module__, overview_view.__name__ = "views.overview", "view"
    try:
        asking.made(store, overview_view, Options(language(code)), NO_FILTERS)
    except LookupError:
        return False
    return True


def test_the_first_language_is_there_when_the_server_lets_people_in(own):
    assert not ready(own, "en")
    make_first()
    assert ready(own, "en")


def test_a_large_union_does_not_hold_up_the_start(own, monkeypatch):
    monkeypatch.setattr(ahead, "START_SECONDS", -1)
    make_first()
    assert not ready(own, "en")


def test_every_language_follows_and_new_data_is_made_anew(own, monkeypatch):
    monkeypatch.setattr(ahead, "PAUSE_SECONDS", 0.01)
    stop = threading.Event()
    thread = threading.Thread(target=keep_ahead, args=(stop,))
    thread.start()
    try:
        wait_until(lambda: ready(own, "nl"))
        file = ImportFile("a.csv", "0" * 64, "members", "tester", 1, 1, 0)
        with importing(own, file):
            pass
        assert own.data_version() > 1
        wait_until(lambda: ready(own, "nl"))
    finally:
        stop.set()
        thread.join()


def test_an_import_has_the_machine_to_itself(own, monkeypatch):
    monkeypatch.setattr(ahead, "PAUSE_SECONDS", 0.01)
    end, stop = threading.Event(), threading.Event()
    jobs.start("import", lambda _progress: end.wait())
    thread = threading.Thread(target=keep_ahead, args=(stop,))
    thread.start()
    try:
        time.sleep(0.2)
        assert not ready(own, "en")
        end.set()
        wait_until(lambda: ready(own, "nl"))
    finally:
        end.set()
        stop.set()
        thread.join()


def test_nothing_is_asked_while_the_sample_is_being_built(tmp_path, monkeypatch):
    monkeypatch.setenv("UNION_DB", str(tmp_path))
    make_first()
    assert not list(tmp_path.iterdir())


def wait_until(there, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < until, "never made"
        time.sleep(0.05)

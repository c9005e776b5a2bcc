"""Every page's first view is made before anybody asks for it, and again when the data changes."""

import logging
import threading
import time
from importlib import import_module

from pages.parts import jobs
from pages.parts.asking import made
from queries.errors import StoreError
from queries.location import location
from queries.store import Store, open_store
from views.view import Nothing
from words.language import NAMES, language

VIEWS = (
    "overview", "kano", "gaps", "campaigns", "effort", "clusters", "worth", "answered", "catalogue",
    "segments", "themes",
)  # fmt: skip
PAUSE_SECONDS = 1
START_SECONDS = 3

log = logging.getLogger("union")


def make_first() -> None:
    """Make the views in the first language before the server lets anybody in.

    A large union takes longer than a start may: after some seconds the rest is left to
    `keep_ahead`.
    """
    until = time.monotonic() + START_SECONDS
    store = _store()
    for name in VIEWS:
        if store is None or time.monotonic() > until:
            return
        _make(store, name, next(iter(NAMES)))


def keep_ahead(stop: threading.Event) -> None:
    """Make every view in every language, anew when the data changes, until told to stop.

    A pause between two views leaves the machine to those who are waiting for a page, and so does
    waiting until an import is over.
    """
    version = None
    while not stop.wait(PAUSE_SECONDS):
        if jobs.busy():
            continue
        store = _store()
        now = _version(store) if store else None
        if now is None or now == version:
            continue
        version = now
        for name, code in ((name, code) for code in NAMES for name in VIEWS):
            _make(store, name, code)
            if stop.wait(PAUSE_SECONDS) or jobs.busy() or _version(store) != version:
                version = None  # what is not made yet is made later
                break


def _store() -> Store | None:
    """Return the database that a session reads first; None where it is still to be built."""
    places = location()
    path = places.own if places.own.exists() else places.sample
    building = jobs.find("sample")
    if not path.exists() or (building is not None and not building.over):
        return None
    return open_store(path)


def _version(store: Store) -> tuple[object, int] | None:
    try:
        return store.path, store.data_version()
    except StoreError:  # the page that is opened says what is wrong
        return None


def _make(store: Store, name: str, code: str) -> None:
    module = import_module(f"views.{name}")
    try:
        made(store, module.view, module.Options(language(code)))
    except (Nothing, StoreError):
        pass  # the page says so by itself, at once
    except Exception:
        log.exception("the view %s could not be made ahead", name)

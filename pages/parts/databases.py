"""Which database a session reads, and the first start that builds the sample union."""

import getpass
from datetime import date
from pathlib import Path

import streamlit as st

from pages.parts import jobs
from queries.building import building
from queries.location import location
from queries.store import Store, open_store
from sample_data.build import from_files
from sample_data.files import files_hash


def store() -> Store:
    """Return the database that this session reads."""
    places = location()
    return open_store(places.own if chosen() == "own" else places.sample)


def chosen() -> str:
    """Return ``"own"`` or ``"sample"``: the session's choice, or the own one where there is one."""
    places = location()
    if not places.own.exists():
        return "sample"
    return "sample" if st.session_state.get("union") == "sample" else "own"


def sample_job() -> jobs.Job | None:
    """Start building the sample union where it is missing or older than the shipped files."""
    path = location().sample
    if _is_current(path):
        jobs.forget("sample")
        return None
    return jobs.start("sample", lambda progress: _build(path, progress))


def start_own(union_name: str) -> None:
    """Start the union's own database, empty, and read it from here on."""
    places = location()
    with building(places.own, as_of=date.today(), is_sample=False, union_name=union_name):
        pass  # nothing to put in; leaving makes the empty tables that pages read
    st.session_state["union"] = "own"


def user_name() -> str:
    """Return who is at the screen, for the audit trail."""
    return str(st.user.get("email") or "") or getpass.getuser()


def _stamp(path: Path) -> Path:
    """The file that says which shipped files a sample database was built from."""
    return path.with_suffix(".stamp")


def _is_current(path: Path) -> bool:
    """Say whether the sample can stay as it is.

    A database without a stamp was put there by hand, and one that somebody imported into holds
    more than the sample: both are left alone.
    """
    if not path.exists():
        return False
    stamp = _stamp(path)
    if not stamp.exists() or stamp.read_text("utf-8") == files_hash():
        return True
    return not open_store(path).ask("import_batches").empty


def _build(path: Path, progress: jobs.Progress) -> None:
    if path.exists():
        open_store(path).close()
    from_files(path, progress)
    _stamp(path).write_text(files_hash(), "utf-8")

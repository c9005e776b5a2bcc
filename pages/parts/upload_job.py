"""An import or its undoing under way: progress, cancel, and what came of it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from pages.parts import jobs
from pages.parts.asking import made
from pages.parts.text import plain
from queries.backups import restore
from queries.errors import StoreError
from queries.imports import undo
from queries.store import Store
from uploads.changed import changes, said
from uploads.importing import Imported, import_staged
from uploads.problems import Refused
from uploads.reading import Reading
from uploads.secret import pseudonyms
from uploads.staging import let_go, stage
from uploads.upload import Upload
from words.language import Language
from words.problems import sentence
from words.uploads import stage_label

NAME = "import"


@dataclass(frozen=True)
class Done:
    """An import that is over.

    Attributes
    ----------
    imported : Imported
        What it stored.
    changed : tuple of (str, str)
        Each page that says something else now, with what it says.
    """

    imported: Imported
    changed: tuple[tuple[str, str], ...]


def start_import(
    store: Store, upload: Upload, data: bytes, reading: Reading, language: Language
) -> None:
    """Put an import in the queue; its bytes wait beside the database until it is over.

    Those of a file with national ids wait in memory: they never reach the disk.
    """
    kind = reading.understood.kind
    held = data if reading.understood.table.national_ids else None

    make = partial(made, store)  # what the pages show and keep

    def work(progress: jobs.Progress) -> Done:
        try:
            if held is None:
                stage(store.path, data)
            progress(0.0, "compare")
            before = said(make, kind, language)
            imported = import_staged(store, upload, pseudonyms(), progress, data=held)
        finally:
            let_go(store.path, upload.sha256)
        return Done(imported, tuple(changes(before, said(make, kind, language), language)))

    _start(work)


def start_undo(store: Store, import_id: int, user: str) -> None:
    """Put the undoing of an import in the queue."""
    _start(lambda progress: undo(store, import_id, user, progress))


def start_restore(store: Store, backup: Path, user: str) -> None:
    """Put the bringing back of a backup in the queue."""
    _start(lambda progress: restore(store, backup, user, progress))


def under_way() -> jobs.Job | None:
    """Return the import or undoing that is not over, anybody's."""
    job = jobs.find(NAME)
    return job if job is not None and not job.over else None


def own_outcome() -> jobs.Job | None:
    """Return this session's last job where it is over and was not yet put away."""
    job = st.session_state.get("upload_job")
    return job if job is not None and job.over else None


def put_away() -> None:
    """Let go of what came of this session's last job."""
    st.session_state.pop("upload_job", None)


@st.fragment(run_every=0.5)
def follow(job: jobs.Job, language: Language) -> None:
    """Draw how far a job is, and let its owner stop it."""
    if job.over:
        st.rerun()
    st.progress(job.fraction, text=stage_label(language, job.stage))
    mine = st.session_state.get("upload_job") is job
    if mine and st.button(language.say("Stop")):
        job.cancel()
    if not mine:
        st.caption(plain(language.say("Somebody else's import is under way.")))


def outcome(job: jobs.Job, language: Language) -> None:
    """Say what came of a job."""
    if job.state == "cancelled":
        st.info(plain(sentence(language, "cancelled", {})))
    elif job.state == "failed":
        st.error(plain(_failure(job, language)))
    elif isinstance(job.result, Done):
        st.success(plain(_imported(job.result.imported, language)))
        _changed(job.result.changed, language)
    else:
        st.success(plain(language.say("Done. Every open page shows it within five seconds.")))


def _changed(changed: tuple[tuple[str, str], ...], language: Language) -> None:
    """Draw what each page says now that it did not say before, with the way there."""
    if not changed:
        st.caption(plain(language.say("No page says anything else than before.")))
        return
    heading = language.say("What changed")
    st.write(f"**{plain(heading)}**")
    for page, text in changed:
        left, right = st.columns([1, 4])
        left.page_link(f"{page}.py")
        right.write(plain(text))


def _start(work: jobs.Work) -> None:
    """Start this session's job; where somebody was a moment earlier, theirs is shown instead."""
    job = jobs.start_new(NAME, work)
    if job is not None:
        st.session_state["upload_job"] = job


def _failure(job: jobs.Job, language: Language) -> str:
    error = job.error
    if isinstance(error, StoreError):
        return sentence(language, error.code, error.facts)
    if isinstance(error, Refused):
        return sentence(language, error.code, error.facts, lines=error.lines, column=error.column)
    return language.say(
        "Something went wrong, and nothing was changed. Reference: {reference}.",
        reference=job.id.upper(),
    )


def _imported(result: Imported, language: Language) -> str:
    return language.say(
        "{stored} of {rows} rows are in, {reported} were left out. Every open page shows them"
        " within five seconds.",
        stored=language.number(result.rows_stored),
        rows=language.number(result.rows_in),
        reported=language.number(result.rows_reported),
    )

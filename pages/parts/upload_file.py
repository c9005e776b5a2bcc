"""Step one: the file, and which union's database it is for."""

import json
from dataclasses import asdict, dataclass
from datetime import date

import streamlit as st

from analysis.designs import Design
from pages.parts.databases import store
from pages.parts.text import plain
from pages.parts.union_mark import union_mark
from queries.location import location
from uploads.choices import Choices
from uploads.context import Context
from uploads.kinds import not_understood, read_file
from uploads.problems import Refused
from uploads.questionnaires import designs
from uploads.reading import Reading
from uploads.secret import pseudonyms
from uploads.staging import sha256
from uploads.understood import Understood
from words.language import Language

KEPT_SECONDS = 900


@dataclass(frozen=True)
class Chosen:
    """A file as the browser sent it.

    Attributes
    ----------
    name, sha256 : str
        Its name and hash.
    data : bytes
        What is in it.
    """

    name: str
    sha256: str
    data: bytes


def chosen_file(language: Language) -> Chosen | None:
    """Return the file whose turn it is; draw the uploader where none is waiting."""
    waiting = _waiting()
    if not waiting:
        _uploader(waiting, language)
        return None
    file = waiting[0]
    row = st.container(horizontal=True, vertical_alignment="center")
    row.write(plain(_which(file, len(waiting) - 1, language)))
    row.button(language.say("Put this file aside"), on_click=next_file)
    return file


def next_file() -> None:
    """Let go of the file at hand."""
    del _waiting()[:1]


def upcoming() -> str | None:
    """Return the name of the file that follows the one at hand."""
    waiting = _waiting()
    return waiting[1].name if len(waiting) > 1 else None


def _uploader(waiting: list[Chosen], language: Language) -> None:
    """Take in files; they wait in the session, so that the uploader is empty for the next ones."""
    round_ = st.session_state.get("upload_round", 0)
    files = st.file_uploader(
        language.say("Surveys, or registers of members, events or campaigns: CSV or Excel"),
        key=f"upload_file_{round_}",
        accept_multiple_files=True,
    )
    if files:
        for file in files:
            data = file.getvalue()
            waiting.append(Chosen(file.name, sha256(data), data))
        st.session_state["upload_round"] = round_ + 1
        st.rerun()


def _waiting() -> list[Chosen]:
    return st.session_state.setdefault("upload_waiting", [])


def _which(file: Chosen, after: int, language: Language) -> str:
    size = language.number(max(1, len(file.data) // 1024))
    text = language.say("{name}, {size} kB", name=file.name, size=size)
    if after:
        more = language.say_n("{n} more file waits", "{n} more files wait", after)
        return f"{text} · {more}"
    return text


def reading_of(file: Chosen, choices: Choices, as_of: date) -> Reading | Refused:
    """Read a file with the decisions so far, or say why it can't be read."""
    known = designs(store())
    decided = json.dumps([asdict(choices), sorted(known)], sort_keys=True)
    return _reading(file.sha256, decided, as_of, (choices, known), file.data)


def as_it_is(file: Chosen, choices: Choices, as_of: date) -> Understood:
    """Return a file of a kind that could not be told."""
    return not_understood(file.data, Context(as_of, pseudonyms(), choices))


def where_to(language: Language) -> None:
    """Say which database the file goes into."""
    if not union_mark(st.container(), language):
        return
    if location().own.exists():
        mend = language.say("Choose your own union in the menu to upload there.")
    else:
        mend = language.say("Start your own database in the menu to keep your own data apart.")
    where = language.say("Files go into the sample union here.")
    st.caption(plain(f"{where} {mend}"))


@st.cache_resource(max_entries=4, ttl=KEPT_SECONDS, show_spinner=False)
def _reading(
    file: str, decided: str, as_of: date, _by: tuple[Choices, dict[str, Design]], _data: bytes
) -> Reading | Refused:
    """Read once for each file and set of decisions; whoever has the hash has had the file."""
    del file, decided  # part of the key only
    try:
        return read_file(_data, Context(as_of, pseudonyms(), *_by))
    except Refused as refused:
        return refused

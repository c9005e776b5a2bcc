"""Mappings saved under a name, beside the database: which column holds what, and what labels mean.

A mapping holds names of columns and wordings of answers and no cell of anybody's, in a file of its
own, so that a dry run can use it without opening the database.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from queries.location import own_database
from uploads.choices import Choices
from uploads.reading import Reading
from uploads.roles import LEFT_OUT, Role
from uploads.text import key, slug

_ENDING = ".json"


class MappingGone(Exception):
    """There is no mapping of that name.

    Parameters
    ----------
    name : str
        What was asked for.
    known : tuple of str
        The names that there are.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        names = ", ".join(known) or "none"
        super().__init__(f"There is no saved mapping called {name}. Saved: {names}.")


@dataclass(frozen=True)
class Saved:
    """A saved mapping.

    Attributes
    ----------
    name : str
        What the user called it.
    columns : tuple of str
        The columns of the file that it was made on, in their order.
    choices : Choices
        What was decided.
    """

    name: str
    columns: tuple[str, ...]
    choices: Choices

    def gone(self, columns: list[str]) -> tuple[str, ...]:
        """Return the columns that the mapping knows and a file has not."""
        there = {key(column) for column in columns}
        return tuple(column for column in self.columns if key(column) not in there)

    def fresh(self, columns: list[str]) -> tuple[str, ...]:
        """Return the columns of a file that the mapping does not know."""
        known = {key(column) for column in self.columns}
        return tuple(column for column in columns if key(column) not in known)


def save(name: str, columns: list[str], choices: Choices) -> None:
    """Keep a mapping; one of the same name is replaced, in one piece.

    Answers to what only this one file left open, such as a total row, are kept as well: the next
    file of the same tool has them too.
    """
    file = _file(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(
        {"name": name, "columns": columns, "choices": asdict(choices)}, ensure_ascii=False, indent=1
    )
    half = file.with_suffix(".half")
    half.write_text(text, "utf-8")
    os.replace(half, file)


def of_reading(reading: Reading) -> Choices:
    """Return all that was understood of a file, so that the next one is read the same way."""
    of, choices = reading.understood, reading.context.choices
    roles = {name: role for name, role in of.roles.items() if role.name not in LEFT_OUT}
    line = of.table.header_line
    return replace(
        choices, kind=of.kind, day=None, roles={**roles, **choices.roles},
        header_line=line if choices.header_line is not None else None,
    )  # fmt: skip


def forget(name: str) -> None:
    """Let go of a mapping."""
    _file(name).unlink(missing_ok=True)


def all_saved() -> tuple[Saved, ...]:
    """Return every mapping, by name; a file that can't be read is passed over."""
    found = [_read(file) for file in sorted(_folder().glob(f"*{_ENDING}"))]
    return tuple(one for one in found if one is not None)


def saved(name: str) -> Choices:
    """Return what was decided under a name.

    Raises
    ------
    MappingGone
        When there is none.
    """
    one = _read(_file(name))
    if one is None:
        raise MappingGone(name, tuple(other.name for other in all_saved()))
    return one.choices


def fitting(columns: list[str]) -> Saved | None:
    """Return the mapping whose columns a file has most of, where that is more than half of them."""
    ranked = [(_shared(one, columns), one.name, one) for one in all_saved()]
    best = max(ranked, default=None, key=lambda entry: entry[:2])
    return best[2] if best and best[0] > 0.5 else None


def _shared(one: Saved, columns: list[str]) -> float:
    theirs, ours = {key(column) for column in one.columns}, {key(column) for column in columns}
    return len(theirs & ours) / max(len(theirs | ours), 1)


def _folder() -> Path:
    return own_database().parent / "mappings"


def _file(name: str) -> Path:
    return _folder() / f"{slug(name)}{_ENDING}"


def _read(file: Path) -> Saved | None:
    try:
        said = json.loads(file.read_text("utf-8"))
        choices = dict(said["choices"])
        roles = {column: Role(**role) for column, role in choices.pop("roles").items()}
        return Saved(said["name"], tuple(said["columns"]), Choices(roles=roles, **choices))
    except (OSError, ValueError, KeyError, TypeError):
        return None

"""Where the databases lie on this machine."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "union-members"


@dataclass(frozen=True)
class Location:
    """The two databases that this installation can open.

    Attributes
    ----------
    sample, own : pathlib.Path
        The demo union, built from shipped files, and the union's own history.
    """

    sample: Path
    own: Path


def location() -> Location:
    """Return where the databases lie: the user's data folder, or ``UNION_DB``.

    ``UNION_DB`` names either a folder for both files, or one ``.duckdb`` file that is opened
    first, with ``own.duckdb`` beside it.
    """
    override = os.environ.get("UNION_DB")
    if not override:
        folder = platformdirs.user_data_path(APP)
        return Location(folder / "sample.duckdb", folder / "own.duckdb")
    path = Path(override).expanduser()
    if path.suffix == ".duckdb":
        return Location(path, path.parent / "own.duckdb")
    return Location(path / "sample.duckdb", path / "own.duckdb")


def own_database() -> Path:
    """Return the database that files go into when nobody is at the screen to say which.

    The union's own one, or the ``.duckdb`` file that ``UNION_DB`` names.
    """
    override = os.environ.get("UNION_DB", "")
    places = location()
    return places.sample if override.endswith(".duckdb") else places.own

"""Where an upload waits between its preview and its commit: staging/<sha256> by the database."""

import hashlib
import os
import time
from pathlib import Path

from queries.errors import StoreError
from uploads.problems import Refused

KEPT_SECONDS = 24 * 3600


def sha256(data: bytes) -> str:
    """Return the hash that an upload goes by."""
    return hashlib.sha256(data).hexdigest()


def stage(database: Path, data: bytes) -> str:
    """Keep an upload's bytes, readable by this user only, and let go of yesterday's.

    Parameters
    ----------
    database : pathlib.Path
        The database that the upload is for.
    data : bytes
        The file. One with national ids in it is never staged: it waits in memory.

    Returns
    -------
    str
        The hash to find it by.

    Raises
    ------
    queries.errors.StoreError
        ``disk_full``.
    """
    folder = database.parent / "staging"
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    name = sha256(data)
    half = folder / f"{name}.half"
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise StoreError("disk_full") from error
    half.replace(folder / name)
    return name


def staged(database: Path, name: str) -> bytes:
    """Return a waiting upload.

    Raises
    ------
    Refused
        ``upload_gone`` when it waited too long, or its bytes are not those that were kept.
    """
    file = database.parent / "staging" / Path(name).name
    if not file.is_file():
        raise Refused("upload_gone")
    data = file.read_bytes()
    if sha256(data) != name:
        raise Refused("upload_gone")
    return data


def let_go(database: Path, name: str) -> None:
    """Remove an upload that is imported or no longer wanted."""
    (database.parent / "staging" / Path(name).name).unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    oldest = time.time() - KEPT_SECONDS
    for file in folder.iterdir():
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)

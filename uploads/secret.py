"""The secret that makes pseudonyms: a file of its own, kept apart from the database."""

import contextlib
import os
import secrets
from pathlib import Path

import platformdirs

from queries.location import APP
from uploads.pseudonyms import Pseudonyms

_BYTES = 32


def pseudonyms() -> Pseudonyms:
    """Return what this machine makes member numbers into; the secret is drawn at first use."""
    file = secret_file()
    if not file.is_file():
        _draw(file)
    return Pseudonyms(bytes.fromhex(file.read_text("ascii").strip()))


def secret_file() -> Path:
    """Return where the secret is: the config folder, or where ``UNION_KEY`` says."""
    said = os.environ.get("UNION_KEY")
    return Path(said) if said else platformdirs.user_config_path(APP) / "key"


def _draw(file: Path) -> None:
    """Write a new secret, readable by this user only, in one piece or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(secrets.token_hex(_BYTES))
    with contextlib.suppress(FileExistsError):  # another process was first; its secret stands
        os.link(half, file)
    half.unlink()

"""The secret that makes pseudonyms: a file of its own, kept apart from the database."""

import contextlib
import os
import re
import secrets
from pathlib import Path

import platformdirs

from queries.location import APP
from uploads.problems import Refused
from uploads.pseudonyms import Pseudonyms

_BYTES = 32
_HEAD = "union-members-key-1"


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


def carried() -> bytes:
    """Return the key as a file to be kept safe, and brought to a new machine."""
    return f"{_HEAD}\n{pseudonyms().secret.hex()}\n".encode("ascii")


def take_over(data: bytes) -> None:
    """Put a key that was carried here in the place of this machine's own.

    Raises
    ------
    Refused
        ``no_key`` when the file is none.
    """
    lines = data.decode("ascii", "replace").split()
    secret = lines[-1] if lines and data.startswith(_HEAD.encode("ascii")) else ""
    if not re.fullmatch(rf"[0-9a-f]{{{2 * _BYTES}}}", secret):
        raise Refused("no_key")
    file = secret_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}")
    _write(half, secret)
    half.replace(file)


def _draw(file: Path) -> None:
    """Write a new secret, readable by this user only, in one piece or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.{os.getpid()}")
    _write(half, secrets.token_hex(_BYTES))
    with contextlib.suppress(FileExistsError):  # another process was first; its secret stands
        os.link(half, file)
    half.unlink()


def _write(file: Path, secret: str) -> None:
    """Write a secret so that this user alone can read it."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(secret)

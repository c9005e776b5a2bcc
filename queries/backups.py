"""Backups: a whole copy of the database before each import, the newest seven kept."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from queries.store import Store
from queries.transaction import Progress

KEPT = 7
STAMP = "%Y%m%dT%H%M%S%f"


def backups(store: Store) -> list[Path]:
    """Return a database's backups, newest first."""
    pattern = f"{store.path.stem}-*.duckdb"
    return sorted(store.backup_folder.glob(pattern), reverse=True)


def made_at(backup: Path) -> datetime:
    """Return when a backup was made, in UTC, as its name says."""
    return datetime.strptime(backup.stem.rpartition("-")[2], STAMP).replace(tzinfo=UTC)


def back_up(store: Store) -> Path:
    """Copy the database into its backup folder and let go of all but the newest seven.

    Copied by the database itself: a copy of an open file could be torn. What a full disk left of
    one is removed, so that nobody brings it back.
    """
    stamp = datetime.now(UTC).strftime(STAMP)
    target = store.backup_folder / f"{store.path.stem}-{stamp}.duckdb"
    try:
        with store.cursor() as cursor, attached(cursor, target, f"backup_{stamp}") as name:
            cursor.execute(f'copy from database "{store.path.stem}" to {name}')
    except BaseException:
        for half in store.backup_folder.glob(f"{target.name}*"):  # its log as well
            half.unlink()
        raise
    for old in backups(store)[KEPT:]:
        old.unlink()
    return target


def restore(store: Store, backup: Path, user: str, progress: Progress | None = None) -> None:
    """Bring every row back as it was in a backup, in one transaction.

    Pages that are open see the data before or after, never between; the data version goes up.
    """
    version = store.data_version()
    with (
        store.cursor() as cursor,
        attached(cursor, backup, "restored", read_only=True) as name,
        store.writing(user, "restore", backup.name, progress) as transaction,
    ):
        there = transaction.tables_of(name)
        for table in transaction.stored_tables():
            # An older backup lacks what was not there yet, and of that there was nothing.
            transaction.copy_table_from(name if table in there else None, table)
        transaction.run("set_data_version", data_version=version)


@contextlib.contextmanager
def attached(cursor, file: Path, name: str, read_only: bool = False) -> Iterator[str]:
    """Attach a database file of the backup folder for the length of the block."""
    mode = " (read_only)" if read_only else ""
    quoted = str(file).replace("'", "''")
    cursor.execute(f"attach '{quoted}' as {name}{mode}")
    try:
        yield name
    finally:
        cursor.execute(f"detach {name}")

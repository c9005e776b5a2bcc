"""Imports: a file's rows go in as one transaction, and come out again as a whole."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from queries.backups import back_up
from queries.errors import StoreError
from queries.store import Store
from queries.transaction import Progress, Transaction


@dataclass(frozen=True)
class ImportFile:
    """What is imported, and by whom.

    Attributes
    ----------
    name, sha256, kind : str
        The file's name and hash, and what it holds (``"kano"``, …).
    user : str
        Who imports; kept in the audit trail.
    rows_in, rows_stored, rows_reported : int
        Rows of the file after the header: ``rows_in = rows_stored + rows_reported``.
    mapping : dict
        How columns were understood.
    """

    name: str
    sha256: str
    kind: str
    user: str
    rows_in: int
    rows_stored: int
    rows_reported: int
    mapping: dict = field(default_factory=dict)


@contextlib.contextmanager
def importing(
    store: Store, file: ImportFile, progress: Progress | None = None
) -> Iterator[Transaction]:
    """Back up, then hold a transaction in which every inserted row carries the import's id.

    Parameters
    ----------
    store : Store
        The union's database.
    file : ImportFile
        What goes into the list of imports.
    progress : callable, optional
        ``progress(fraction, code)``; may raise to cancel, which leaves the data as it was.
    """
    if progress:
        progress(0.1, "backup")
    back_up(store)
    with store.writing(file.user, "import", file.kind, progress) as transaction:
        import_id = transaction.begin_import()
        transaction.run(
            "record_import",
            import_id=import_id,
            file_name=file.name,
            file_sha256=file.sha256,
            kind=file.kind,
            mapping=json.dumps(file.mapping),
            imported_by=file.user,
            imported_at=_now(),
            rows_in=file.rows_in,
            rows_stored=file.rows_stored,
            rows_reported=file.rows_reported,
        )
        yield transaction


def undo(store: Store, import_id: int, user: str, progress: Progress | None = None) -> None:
    """Take an import out again, and bring back what it replaced.

    Raises
    ------
    StoreError
        ``later_import_first`` when a later import replaced rows of this one.
    """
    back_up(store)
    with store.writing(user, "undo", str(import_id), progress) as transaction:
        tables = transaction.fact_tables()
        if any(transaction.is_built_upon(table, import_id) for table in tables):
            raise StoreError("later_import_first")
        for table in tables:
            transaction.remove_import(table, import_id)
        transaction.run("mark_undone", import_id=import_id, at=_now())


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

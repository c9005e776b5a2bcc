"""The one door to DuckDB: a handle a file, named queries out, transactions in."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd

from queries.connection import connected, harden, migrate
from queries.errors import StoreError
from queries.filters import NO_FILTERS, Filters
from queries.named import named
from queries.transaction import Progress, Transaction

READ_LIMIT_MS = 60_000

_handles: dict[Path, "Store"] = {}
_handles_lock = threading.Lock()


def open_store(path: Path) -> "Store":
    """Return this process's handle on a database file; opened when first used."""
    with _handles_lock:
        return _handles.setdefault(path.resolve(), Store(path.resolve()))


def close_all() -> None:
    """Close every handle, as at the end of the process."""
    with _handles_lock:
        for store in _handles.values():
            store.close()
        _handles.clear()


class Store:
    """A database file of one union.

    Parameters
    ----------
    path : pathlib.Path
        The file; its folder also holds ``backups/``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup_folder = path.parent / "backups"
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._open_lock = threading.Lock()
        self._writer_lock = threading.Lock()

    def ask(self, name: str, filters: Filters = NO_FILTERS, **values: object) -> pd.DataFrame:
        """Run a named query within a filter.

        Parameters
        ----------
        name : str
            A query in ``queries/*.sql``.
        filters : Filters
            What ``{scope}`` in the query keeps.
        **values
            Further values to bind.

        Returns
        -------
        pandas.DataFrame
            All rows; small enough for memory because queries aggregate.

        Raises
        ------
        StoreError
            ``database_in_use``, ``database_damaged``, ``too_slow``, ``disk_full``.
        """
        query = named(name, filters.condition(), filters.parameters() | values)
        with self.cursor() as cursor:
            cursor.execute(f"set max_execution_time = {READ_LIMIT_MS}")
            return cursor.execute(query.sql, query.parameters).df()

    @contextlib.contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a connection of one's own: a connection shared by threads gives wrong answers."""
        with self._errors_named():
            cursor = self._opened().cursor()
            try:
                yield cursor
            finally:
                cursor.close()

    def sql(self, text: str, frame: pd.DataFrame) -> pd.DataFrame:
        """Read beside a frame, which is readable as ``incoming``; see `Transaction.sql`."""
        with self.cursor() as cursor:
            cursor.register("incoming", frame)
            return cursor.execute(text).df()

    @contextlib.contextmanager
    def writing(
        self, user: str, action: str, subject: str, progress: Progress | None = None
    ) -> Iterator[Transaction]:
        """Hold the one writer's place for a transaction: all of it lands, or none.

        Parameters
        ----------
        user, action, subject : str
            For the audit trail: who does what to which. Sizes are recorded, never values.
        progress : callable, optional
            ``progress(fraction, code)``; may raise to cancel, which rolls back.

        Raises
        ------
        StoreError
            ``database_busy`` when another write is under way.
        """
        with self.noting() as transaction:
            yield transaction
            transaction.finish(user, action, subject, progress)

    @contextlib.contextmanager
    def noting(self) -> Iterator[Transaction]:
        """Hold the writer's place for a note that no page's figures rest on.

        Nothing is derived and the data version stays, so that what pages have cached stands; who
        reads such notes asks for them anew.

        Raises
        ------
        StoreError
            ``database_busy`` when another write is under way.
        """
        if not self._writer_lock.acquire(timeout=2):
            raise StoreError("database_busy")
        try:
            with self.cursor() as cursor:
                transaction = Transaction(cursor)
                cursor.begin()
                try:
                    yield transaction
                    cursor.commit()
                except BaseException:
                    with contextlib.suppress(duckdb.Error):
                        cursor.rollback()
                    raise
        finally:
            self._writer_lock.release()

    def data_version(self) -> int:
        """Return the number that goes up with each commit, restore and undo."""
        return int(self.ask("meta")["data_version"].iloc[0])

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._open_lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _opened(self) -> duckdb.DuckDBPyConnection:
        with self._open_lock:
            if self._connection is None:
                self._connection = self._connect()
            return self._connection

    def _connect(self) -> duckdb.DuckDBPyConnection:
        if not self.path.exists():
            raise StoreError("no_database", file=self.path.name)
        self.backup_folder.mkdir(parents=True, exist_ok=True)
        connection = connected(self.path)
        try:
            migrate(connection)
            harden(connection, self.backup_folder)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def _errors_named(self) -> Iterator[None]:
        try:
            yield
        except duckdb.InterruptException as error:
            raise StoreError("too_slow", seconds=READ_LIMIT_MS // 1000) from error
        except duckdb.FatalException as error:
            # a full disk in a checkpoint invalidates the open database until it is reopened
            self.close()
            raise StoreError("disk_full") from error
        except duckdb.IOException as error:
            if "write" not in str(error):
                raise
            raise StoreError("disk_full") from error
        except duckdb.OutOfMemoryException as error:
            raise StoreError("too_large") from error

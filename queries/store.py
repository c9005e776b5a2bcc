"""The one door to DuckDB: a handle a file, named queries out, transactions in."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd

from queries.errors import StoreError
from queries.filters import NO_FILTERS, Filters
from queries.named import migrations, named

READ_LIMIT_MS = 60_000
Progress = Callable[[float, str], None]

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
    ) -> Iterator["Transaction"]:
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
    def noting(self) -> Iterator["Transaction"]:
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
        connection = _connected(self.path)
        try:
            _migrate(connection)
            _harden(connection, self.backup_folder)
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


class Transaction:
    """What may be written inside `Store.writing`; every row gets the import's id.

    Attributes
    ----------
    import_id : int
        0 until `begin_import`; rows of segments and settings belong to no import.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.import_id = 0
        self.size = 0

    def begin_import(self) -> int:
        """Draw the id that all rows inserted from here on carry."""
        self.import_id = self._cursor.execute(named("next_import_id", "true", {}).sql).fetchone()[0]
        return self.import_id

    def insert(self, table: str, frame: pd.DataFrame) -> int:
        """Append a frame; columns by name, those missing are null.

        Parameters
        ----------
        table : str
            A table of the schema.
        frame : pandas.DataFrame
            Rows to append; ``import_id`` is filled in.

        Returns
        -------
        int
            Rows appended.
        """
        rows = frame.assign(import_id=self.import_id) if table in self.fact_tables() else frame
        self._cursor.register("incoming", rows)
        self._cursor.execute(f"insert into {table} by name select * from incoming")
        self._cursor.unregister("incoming")
        self.size += len(rows)
        return len(rows)

    def run(self, name: str, **values: object) -> pd.DataFrame:
        """Run a named query inside the transaction and return its rows."""
        query = named(name, "true", {"import_id": self.import_id} | values)
        return self._cursor.execute(query.sql, query.parameters).df()

    def register(self, name: str, frame: pd.DataFrame) -> None:
        """Let named queries of this transaction read a frame under a name."""
        self._cursor.register(name, frame)

    def sql(self, text: str, frame: pd.DataFrame | None = None, **values: object) -> pd.DataFrame:
        """Run SQL of `queries` itself, where the table's name is part of it.

        Parameters
        ----------
        text : str
            Names in it come from the schema or the code, never from a file.
        frame : pandas.DataFrame, optional
            Readable as ``incoming``.
        **values
            Bound as ``$name``.
        """
        if frame is not None:
            self._cursor.register("incoming", frame)
        found = self._cursor.execute(text, values).df()
        if frame is not None:
            self._cursor.unregister("incoming")
        return found

    def fact_tables(self) -> list[str]:
        """Return the tables whose rows belong to an import."""
        return list(self.run("fact_tables")["table_name"])

    def remove_import(self, table: str, import_id: int) -> None:
        """Take an import's rows out of a table and bring back those that it replaced."""
        of_import = {"import_id": import_id}
        self._cursor.execute(f"delete from {table} where import_id = $import_id", of_import)
        self._cursor.execute(
            f"update {table} set replaced_by = null where replaced_by = $import_id", of_import
        )

    def is_built_upon(self, table: str, import_id: int) -> bool:
        """Say whether a later import replaced rows of this one."""
        return bool(
            self._cursor.execute(
                f"select count(*) from {table}"
                " where import_id = $import_id and replaced_by is not null",
                {"import_id": import_id},
            ).fetchone()[0]
        )

    def stored_tables(self) -> list[str]:
        """Return every table that holds what was stored, and not what is derived from it."""
        return list(self.run("stored_tables")["table_name"])

    def copy_table_from(self, database: str, table: str) -> None:
        """Replace a table's rows by those of the same table in an attached database."""
        self._cursor.execute(f"delete from {table}")
        self._cursor.execute(f"insert into {table} by name select * from {database}.{table}")

    def finish(
        self, user: str, action: str, subject: str, progress: Progress | None = None
    ) -> None:
        """Derive what pages read, raise the data version, leave an audit line."""
        self.run("match_survey_items")
        for code in ("member_now", "respondent_now"):
            if progress:
                progress(0.8, f"derive_{code}")
            self.run(f"clear_{code}")
            self.run(f"derive_{code}")
        self.run("next_data_version")
        self.run("audit", at=_now(), user_name=user, action=action, subject=subject, size=self.size)
        if progress:
            progress(0.95, "commit")


class Build(Transaction):
    """A new database while it is filled; its files may be read from disk."""

    def load(self, table: str, file: Path) -> None:
        """Append a Parquet file to a table, columns by name."""
        self._cursor.execute(
            f"insert into {table} by name select *, 0 as import_id from read_parquet($file)",
            {"file": str(file)},
        )


@contextlib.contextmanager
def building(
    path: Path, *, as_of: date, is_sample: bool, union_name: str, progress: Progress | None = None
) -> Iterator[Build]:
    """Make a database beside its final place and move it there when it is whole.

    Parameters
    ----------
    path : pathlib.Path
        Where the database will be.
    as_of : datetime.date
        The extract's date, "today" everywhere in the product.
    is_sample : bool
        Whether every page says that this is sample data.
    union_name : str
        The union's name, shown on the pages.
    progress : callable, optional
        ``progress(fraction, code)``.

    Yields
    ------
    Build
        Takes frames and Parquet files.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".building")
    _remove(unfinished)
    connection = _connected(unfinished)
    try:
        _migrate(connection)
        build = Build(connection)
        build.run("begin_meta", as_of=as_of, is_sample=is_sample, union_name=union_name)
        yield build
        build.finish("setup", "build", path.name, progress)
        connection.execute("checkpoint")
        connection.close()
        unfinished.replace(path)
    finally:
        connection.close()
        _remove(unfinished)


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.with_name(file.name + ".wal").unlink(missing_ok=True)


def _connected(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path))
    except duckdb.IOException as error:
        if "lock" in str(error).lower() or "being used" in str(error).lower():
            raise StoreError("database_in_use", file=path.name) from error
        raise StoreError("database_damaged", file=path.name) from error
    except duckdb.Error as error:
        raise StoreError("database_damaged", file=path.name) from error


def _migrate(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create table if not exists schema_step (number integer primary key)")
    done = connection.execute("select coalesce(max(number), 0) from schema_step").fetchone()[0]
    steps = migrations()
    if done > steps[-1][0]:
        raise StoreError("database_newer")
    for number, sql in steps:
        if number > done:
            connection.begin()
            connection.execute(sql)
            connection.execute("insert into schema_step values ($number)", {"number": number})
            connection.commit()


def _harden(connection: duckdb.DuckDBPyConnection, backup_folder: Path) -> None:
    """Close every way from SQL to the machine, in the order that DuckDB allows."""
    folder = str(backup_folder).replace("'", "''")
    for setting in (
        "set python_enable_replacements = false",
        f"set allowed_directories = ['{folder}/']",
        "set allowed_configs = ['max_execution_time']",
        "set enable_external_access = false",
        "set lock_configuration = true",
    ):
        connection.execute(setting)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)

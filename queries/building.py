"""A new database, made beside its final place and moved there when it is whole."""

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from queries.connection import connected, migrate
from queries.transaction import Progress, Transaction


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
    connection = connected(unfinished)
    try:
        migrate(connection)
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

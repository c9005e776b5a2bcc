"""Opening a database file: up to date, and closed to everything else on the machine."""

from pathlib import Path

import duckdb

from queries.errors import StoreError
from queries.named import migrations


def connected(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a file.

    Raises
    ------
    StoreError
        ``database_in_use``, ``database_damaged``.
    """
    try:
        return duckdb.connect(str(path))
    except duckdb.IOException as error:
        if "lock" in str(error).lower() or "being used" in str(error).lower():
            raise StoreError("database_in_use", file=path.name) from error
        raise StoreError("database_damaged", file=path.name) from error
    except duckdb.Error as error:
        raise StoreError("database_damaged", file=path.name) from error


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the schema's steps that the file has not taken yet.

    Raises
    ------
    StoreError
        ``database_newer`` when it has taken steps that are not known here.
    """
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


def harden(connection: duckdb.DuckDBPyConnection, backup_folder: Path) -> None:
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
